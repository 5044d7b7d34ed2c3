//! Examples of the component.

use crate::view::component::gallery::{Example, Shelf};
use crate::view::component::{framed_line, instead};

/// All of them.
pub const SHELF: Shelf = Shelf {
    component: "own_tab",
    about: "The way out of another website's frame, into a tab of one's own.",
    examples: EXAMPLES,
};

const EXAMPLES: &[Example] = &[
    Example { name: "in the head of a framed page", draw: framed_line },
    Example { name: "in place of what the frame forbids", draw: instead },
];
