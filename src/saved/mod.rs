//! Answers that a person keeps: as a file, or behind the `#` of a link. Pure, and wary of what it reads.
//!
//! Nothing of a file or link is ever shown but numbers, dates and what the rulebook says itself.

mod base64;
mod read;
mod write;

use deemed_engine::Answers;
use deemed_engine::date::Date;

use crate::session::Reach;

pub use base64::{from_base64, to_base64};
pub use read::{from_link, read};
pub use write::{file, link};

/// What a file says it is.
const FORMAT: &str = "deemed-answers";
/// The form that is written, and the newest that is read.
const VERSION: i64 = 1;
/// More bytes than any file of ours has.
pub const BYTES_MAX: usize = 64 * 1024;
/// The part of an address behind `#` that holds answers.
pub const LINK_PART: &str = "answers";

/// How answers came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// From a file.
    File,
    /// From the address.
    Link,
}

/// Answers that were read and checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// About the person.
    pub person: Answers,
    /// About each thing; at least one.
    pub items: Vec<Answers>,
    /// Which texts were looked at.
    pub reach: Reach,
    /// What to tell about them.
    pub origin: Origin,
}

/// What is known of answers that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The rulebook's version at that time, if it is one.
    pub version: Option<String>,
    /// Whether that is the version at hand.
    pub is_same: bool,
    /// Laws, by their place in the rulebook, whose text has another date now.
    pub changed: Vec<Changed>,
    /// How many parts this version does not know.
    pub left_out: usize,
}

/// A law whose text was another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changed {
    /// Its place in the rulebook.
    pub law: usize,
    /// The date of the text at that time.
    pub then: Date,
}

/// Why nothing was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is longer than any file of ours.
    TooLarge,
    /// It holds no answers of this check.
    NotAnswers,
    /// A newer version of this check wrote it.
    Newer,
    /// It belongs to another rulebook.
    OtherRulebook,
    /// Answers are there already, and a link may not replace them.
    InUse,
}

/// What to tell about the last file or link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Answers came back.
    Read(Way, Origin),
    /// They did not.
    Refused(Way, Refusal),
}
