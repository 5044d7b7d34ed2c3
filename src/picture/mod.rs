//! Drawings worked out as numbers. Nothing here knows markup, the rulebook or the browser.

mod path;
mod wrap;

pub use path::{Ending, Line, Mark, Path, Stop, WIDTH, draw};
pub use wrap::wrap;
