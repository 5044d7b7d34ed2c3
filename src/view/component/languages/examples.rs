//! Examples of the component.

use crate::view::component::gallery::{Example, Shelf};
use crate::view::component::languages;

/// All of them.
pub const SHELF: Shelf = Shelf {
    component: "languages",
    about: "Choosing a language. It asks for nothing and changes nothing else.",
    examples: EXAMPLES,
};

const EXAMPLES: &[Example] = &[Example { name: "all languages, English in use", draw: languages }];
