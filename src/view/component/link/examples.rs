//! Examples of the component.

use crate::session::View;
use crate::view::component::gallery::{Example, Shelf};
use crate::view::component::{back_link, link};

/// All of them.
pub const SHELF: Shelf = Shelf {
    component: "link",
    about: "A way to another view. It is a button, since the address never changes.",
    examples: EXAMPLES,
};

const EXAMPLES: &[Example] = &[
    Example {
        name: "a way to another view",
        draw: |scope| link("All sources", scope.open(View::Sources(None))),
    },
    Example { name: "the way back", draw: back_link },
];
