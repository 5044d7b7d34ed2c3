//! Examples of the component.

use crate::view::component::gallery::{Example, Shelf};
use crate::view::component::{contacts, institution, signposts};
use crate::view::markup::html;

/// All of them.
pub const SHELF: Shelf = Shelf {
    component: "contacts",
    about: "What an institution adds by its profile: its name, whom to ask there, other rules.",
    examples: EXAMPLES,
};

const EXAMPLES: &[Example] = &[
    Example { name: "for which institution", draw: institution },
    Example {
        name: "whom to ask about an open result",
        draw: |scope| contacts(scope, "open", |words| html! { <h4>{ words }</h4> }),
    },
    Example { name: "other rules to know", draw: signposts },
];
