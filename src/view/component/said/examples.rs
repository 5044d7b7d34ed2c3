//! Examples of the component.

use crate::text::{Language, Text};
use crate::view::component::gallery::{Example, Shelf};
use crate::view::component::{said, said_list};
use crate::view::english;
use crate::view::markup::html;

/// All of them.
pub const SHELF: Shelf = Shelf {
    component: "said",
    about: "A text of the rulebook. What the language in use lacks stands in English, marked for eyes and ears.",
    examples: EXAMPLES,
};

const EXAMPLES: &[Example] = &[
    Example {
        name: "in the language in use",
        draw: |scope| html! { <p>{ for scope.book().questions.iter().take(1).map(|one| said(scope, &one.heading)) }</p> },
    },
    Example {
        name: "several as a list",
        draw: |scope| said_list(scope, scope.book().questions.iter().take(3).map(|one| &one.why)),
    },
    Example {
        name: "English in place of a language that lacks it",
        draw: |scope| {
            let language = Language::find("zh-Hans").unwrap_or_default();
            html! {
                <p lang={language.tag()}>
                    { Text::new(language).say("product.name") }{ " " }
                    { english::marked(scope.text.say("header.independent")) }
                </p>
            }
        },
    },
];
