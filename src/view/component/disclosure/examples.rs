//! Examples of the component.

use crate::view::component::disclosure;
use crate::view::component::gallery::{Example, Shelf};
use crate::view::markup::html;

/// All of them.
pub const SHELF: Shelf = Shelf {
    component: "disclosure",
    about: "Something that is shown on demand. What most people need never hides in one.",
    examples: EXAMPLES,
};

const EXAMPLES: &[Example] = &[Example {
    name: "closed",
    draw: |_| disclosure("What the law says", html! { <p>{ "A sentence, and where it is written." }</p> }),
}];
