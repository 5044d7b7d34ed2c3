//! A place inside a file, written out only when there is something to say about it.

use std::fmt;

/// A way from the top of a file to a value, as a chain of borrowed steps.
///
/// Files are checked on every visit of the page, and almost every value is right: building the pointer
/// for each of them would cost more than the check.
#[derive(Debug, Clone, Copy)]
pub enum Place<'a> {
    /// The whole file.
    Top,
    /// Under a key of an object.
    Key(&'a Place<'a>, &'a str),
    /// At a position of a list.
    At(&'a Place<'a>, usize),
}

impl<'a> Place<'a> {
    /// Under a key.
    #[must_use]
    pub fn key(&'a self, key: &'a str) -> Place<'a> {
        Place::Key(self, key)
    }

    /// At a position.
    #[must_use]
    pub fn at(&'a self, position: usize) -> Place<'a> {
        Place::At(self, position)
    }
}

impl fmt::Display for Place<'_> {
    /// A JSON pointer, escaped as RFC 6901 says.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Top => Ok(()),
            Self::Key(above, key) => write!(out, "{above}/{}", key.replace('~', "~0").replace('/', "~1")),
            Self::At(above, position) => write!(out, "{above}/{position}"),
        }
    }
}

/// The pointer one step further down, escaped as RFC 6901 says.
pub fn below(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_as_a_json_pointer() {
        let steps = Place::Top.key("steps");
        let step = steps.at(3);
        assert_eq!(step.key("a/b~c").to_string(), "/steps/3/a~1b~0c");
        assert_eq!(Place::Top.to_string(), "");
    }
}
