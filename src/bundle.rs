//! The rulebook that is built into the program.

use deemed_engine::{Problem, Rulebook};

/// Loads it.
///
/// # Errors
/// Every problem of the rule files. A tested build has none; the page shows them rather than nothing.
pub fn load() -> Result<Rulebook, Vec<Problem>> {
    Rulebook::from_bundle(include_str!(concat!(env!("OUT_DIR"), "/rulebook.json")))
}
