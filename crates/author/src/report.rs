//! What a command hands back.

use std::fmt;

use deemed_engine::Problem;
use serde_json::Value;

/// How a result is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// One JSON value.
    Json,
}

/// A command's result.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// For standard output.
    pub output: String,
    /// For standard error: what a person should know although the command did its work.
    pub remarks: String,
    /// Whether a problem, a failed scenario or a difference was found.
    pub is_found: bool,
}

impl Report {
    /// Text, with nothing found.
    pub fn text(output: String) -> Self {
        Self { output, ..Self::default() }
    }

    /// One JSON value, with nothing found.
    pub fn json(value: &Value) -> Self {
        Self::text(format!("{value:#}\n"))
    }

    /// Which files were written.
    pub fn written(files: &[(String, String)]) -> Self {
        let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        Self::text(format!("written: {}\n", paths.join("\nwritten: ")))
    }

    /// The same, with something found or not.
    #[must_use]
    pub fn found(mut self, is_found: bool) -> Self {
        self.is_found = is_found;
        self
    }
}

/// Why a command did not start: everything that is wrong with the call or a file, one a line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Refusal {
    lines: Vec<String>,
}

impl Refusal {
    /// One thing is wrong.
    pub fn one(line: impl Into<String>) -> Self {
        Self { lines: vec![line.into()] }
    }

    /// Several things are wrong.
    pub fn all(lines: impl IntoIterator<Item = String>) -> Self {
        Self { lines: lines.into_iter().collect() }
    }

    /// What is wrong, one by one.
    pub fn lines(&self) -> &[String] {
        &self.lines
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A message never breaks the rule of one line each, whatever a file's name holds.
        self.lines.iter().try_for_each(|line| writeln!(out, "{}", line.replace(['\n', '\r'], " ")))
    }
}

impl From<Vec<Problem>> for Refusal {
    fn from(problems: Vec<Problem>) -> Self {
        Self::all(problems.iter().map(ToString::to_string))
    }
}
