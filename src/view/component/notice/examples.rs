//! Examples of the component.

use crate::view::component::gallery::{Example, Shelf};
use crate::view::component::notice;
use crate::view::markup::html;

/// All of them.
pub const SHELF: Shelf = Shelf {
    component: "notice",
    about: "A message that stands apart from the text around it.",
    examples: EXAMPLES,
};

const EXAMPLES: &[Example] = &[Example {
    name: "with a sentence",
    draw: |_| notice("A review is due", html! { <p>{ "The law may have changed since." }</p> }),
}];
