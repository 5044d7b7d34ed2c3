//! Where the running program comes from, as its page states it.

use crate::platform::build::{checked_files, meta};

/// The build of the program, as the page states it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Build {
    /// Version of the program.
    pub version: String,
    /// The commit it was built from.
    pub commit: String,
    /// Date of the commit.
    pub built: String,
    /// SHA-256 of the single file.
    pub single: String,
    /// Files that the page loaded, each with the digest that the browser checked.
    pub files: Vec<(String, String)>,
}

impl Build {
    /// Reads what the page says.
    pub fn of_page() -> Self {
        Self {
            version: meta("deemed-version"),
            commit: meta("deemed-commit"),
            built: meta("deemed-built"),
            single: meta("deemed-single"),
            files: checked_files(),
        }
    }
}
