//! Examples of the component.

use crate::view::component::gallery::{Example, Shelf};
use crate::view::component::{citations, citations_spelled};

/// All of them.
pub const SHELF: Shelf = Shelf {
    component: "citations",
    about: "Where something is written. Pressing one opens its source; on paper, the address stands behind it.",
    examples: EXAMPLES,
};

const EXAMPLES: &[Example] = &[
    Example {
        name: "citations of a question",
        draw: |scope| citations(scope, scope.book().questions.iter().take(1).flat_map(|one| &one.law_cites)),
    },
    Example {
        name: "with addresses, which show on paper",
        draw: |scope| {
            citations_spelled(scope, scope.book().questions.iter().take(1).flat_map(|one| &one.law_cites))
        },
    },
    Example { name: "none: nothing is drawn", draw: |scope| citations(scope, []) },
];
