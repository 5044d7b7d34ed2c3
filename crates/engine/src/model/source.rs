//! Where the rulebook's statements come from.

use super::{Certainty, Words};
use crate::date::Date;

/// What a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Authority {
    /// Act of Congress as codified.
    Statute,
    /// Code of Federal Regulations or Federal Register rule.
    Regulation,
    /// A bill's text.
    Bill,
    /// An official form.
    Form,
    /// Agency guidance.
    Guidance,
    /// Report of an official body.
    Report,
    /// Anything else.
    Secondary,
}

impl Authority {
    /// The word in the files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Statute => "statute",
            Self::Regulation => "regulation",
            Self::Bill => "bill",
            Self::Form => "form",
            Self::Guidance => "guidance",
            Self::Report => "report",
            Self::Secondary => "secondary",
        }
    }
}

/// Where a sentence is written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Citation {
    /// Id of the source.
    pub source: String,
    /// Pinpoint inside it.
    pub at: String,
}

/// A text that rules cite.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of docs/rule-files.md")]
pub struct Source {
    pub id: String,
    pub title: Words,
    pub authority: Authority,
    pub was_read: bool,
    pub citation: String,
    pub official: String,
    pub dated: Option<String>,
    pub text_date: Option<Date>,
    pub checked: Date,
    pub note: Option<Words>,
}

impl Source {
    /// The best certainty that a conclusion resting on this source can have.
    pub fn certainty_best(&self) -> Certainty {
        match (self.was_read, self.authority) {
            (true, Authority::Statute | Authority::Regulation | Authority::Bill | Authority::Form) => {
                Certainty::A
            }
            (true, Authority::Guidance | Authority::Report) => Certainty::B,
            (_, Authority::Secondary) | (false, _) => Certainty::C,
        }
    }
}
