//! Examples of the component.

use crate::view::component::error_summary;
use crate::view::component::gallery::{Example, Shelf};

/// All of them.
pub const SHELF: Shelf = Shelf {
    component: "error_summary",
    about: "What went wrong, at the top of the page. It takes the focus; its link leads to the field.",
    examples: EXAMPLES,
};

const EXAMPLES: &[Example] = &[Example {
    name: "a question without an answer",
    draw: |scope| error_summary(scope, scope.text.say("error.no-answer"), "choice-0"),
}];
