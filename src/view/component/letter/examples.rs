//! Examples of the component.

use crate::text::{Language, Text};
use crate::view::Scope;
use crate::view::component::Letter;
use crate::view::component::gallery::{Example, Shelf};
use crate::view::markup::html;

/// All of them.
pub const SHELF: Shelf = Shelf {
    component: "letter",
    about: "A text that leaves the page, exactly as it leaves. English stands first, for whoever reads it.",
    examples: EXAMPLES,
};

const EXAMPLES: &[Example] = &[
    Example {
        name: "in English",
        draw: |scope| {
            let letter = Letter::new(scope, |scope| scope.text.say("take.intro").to_owned());
            html! { <><p id="letter-heading">{ "What leaves:" }</p>{ letter.preview("letter", "letter-heading") }</> }
        },
    },
    Example {
        name: "beside the person's language",
        draw: |scope| {
            let own = Scope { text: Text::new(Language::find("zh-Hans").unwrap_or_default()), ..*scope };
            let letter = Letter::new(&own, |scope| scope.text.say("take.intro").to_owned());
            html! { <><p id="letters-heading">{ "What leaves:" }</p>{ letter.preview("letters", "letters-heading") }</> }
        },
    },
];
