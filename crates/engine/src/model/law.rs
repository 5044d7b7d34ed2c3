//! What the law says: concepts, issues with their steps and doubts, and outcomes.

use super::{Certainty, Citation, Words};
use crate::condition::Condition;
use crate::date::Date;

/// What kind of text a law is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LawStatus {
    /// Law in force.
    InForce,
    /// Written in the regulations, announced as not enforced.
    CodifiedNotEnforced,
    /// A bill that ended with its Congress.
    LapsedBill,
    /// A bill before Congress.
    PendingBill,
}

impl LawStatus {
    /// The word in the files.
    pub fn word(self) -> &'static str {
        match self {
            Self::InForce => "in-force",
            Self::CodifiedNotEnforced => "codified-not-enforced",
            Self::LapsedBill => "lapsed-bill",
            Self::PendingBill => "pending-bill",
        }
    }

    /// Whether the text binds anybody today. A bill's effect is never shown as law.
    pub fn is_law(self) -> bool {
        match self {
            Self::InForce | Self::CodifiedNotEnforced => true,
            Self::LapsedBill | Self::PendingBill => false,
        }
    }
}

/// What sort of outcome it is; decides layout, never color.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OutcomeKind {
    /// The published rules looked at ask for nothing.
    Favorable,
    /// A license exception may fit.
    Exception,
    /// Ask before access.
    AskFirst,
    /// Stop and get help.
    Stop,
    /// It can't be told.
    Unsettled,
    /// The issue does not arise.
    NotApplicable,
    /// What a bill would do.
    WhatIf,
}

impl OutcomeKind {
    /// The word in the files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Favorable => "favorable",
            Self::Exception => "exception",
            Self::AskFirst => "ask-first",
            Self::Stop => "stop",
            Self::Unsettled => "unsettled",
            Self::NotApplicable => "not-applicable",
            Self::WhatIf => "what-if",
        }
    }
}

/// What sets an outcome apart where law and bills stand side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OutcomeMark {
    /// It rests on a rule that stands in the books and was announced as not enforced.
    NotEnforced,
    /// The bill would not reach the person, so it adds nothing to the law.
    AddsNothing,
}

/// A fact derived from others.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of docs/rule-files.md")]
pub struct Concept {
    pub id: String,
    pub title: Words,
    pub says: Words,
    pub when: Condition,
    pub certainty: Certainty,
    pub because: Words,
    pub cites: Vec<Citation>,
}

/// What follows for a person.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of docs/rule-files.md")]
pub struct Outcome {
    pub id: String,
    pub kind: OutcomeKind,
    pub mark: Option<OutcomeMark>,
    pub headline: Words,
    pub means: Vec<Words>,
    pub not_means: Vec<Words>,
    pub do_now: Vec<Words>,
    pub ask: Vec<Ask>,
    pub gather: Vec<Words>,
    pub do_not: Vec<Words>,
    pub checks: Vec<String>,
    pub cites: Vec<Citation>,
}

/// Whom to ask, and in which words.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of docs/rule-files.md")]
pub struct Ask {
    pub who: Words,
    pub words: Words,
}

/// One step of an order of review.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Its name.
    pub id: String,
    /// What it asks.
    pub title: Words,
    /// Its condition; none for the last step.
    pub when: Option<Condition>,
    /// Place of its outcome in the issue's list.
    pub outcome: usize,
    /// How sure it is.
    pub certainty: Certainty,
    /// Why it follows.
    pub because: Words,
    /// Where it is written.
    pub cites: Vec<Citation>,
}

/// What makes a result less certain.
#[derive(Debug, Clone, PartialEq)]
pub struct Doubt {
    /// Its name.
    pub id: String,
    /// When it applies.
    pub when: Condition,
    /// Places of the outcomes that it touches; empty for all.
    pub outcomes: Vec<usize>,
    /// The best certainty that remains.
    pub certainty: Certainty,
    /// Why.
    pub because: Words,
    /// Where it is written.
    pub cites: Vec<Citation>,
}

/// One legal question of a law: ordered steps from facts to one outcome.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of docs/rule-files.md")]
pub struct Issue {
    pub id: String,
    pub law: String,
    pub title: Words,
    pub question: Words,
    pub outcomes: Vec<Outcome>,
    pub doubts: Vec<Doubt>,
    pub steps: Vec<Step>,
}

impl Issue {
    /// `law/issue`.
    pub fn path(&self) -> String {
        format!("{}/{}", self.law, self.id)
    }
}

/// A law or a bill.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of docs/rule-files.md")]
pub struct Law {
    pub id: String,
    pub title: Words,
    pub short_title: Words,
    pub status: LawStatus,
    pub about: Words,
    pub text_date: Date,
    pub reviewed: Date,
    pub review_by: Date,
    pub withhold_after: Date,
    pub action_date: Date,
    pub action: Words,
    pub action_cites: Vec<Citation>,
    pub notes: Vec<Words>,
    pub issues: Vec<Issue>,
}
