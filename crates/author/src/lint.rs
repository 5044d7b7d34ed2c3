//! Lints: advice about a rulebook that is sound. One file each, with what, why and an example.

mod both_sides;
mod jargon;
mod link_pattern;
mod long_hint;
mod long_sentence;
mod next_step;
mod review_due;
mod same_heading;
mod source_due;

use deemed_engine::date::Date;
use deemed_engine::{Book, Rulebook, Scenario};
use serde_json::{Value, json};

use crate::texts::Text;

/// What a lint looks at.
#[derive(Debug)]
pub struct Context<'a> {
    /// The rulebook.
    pub rulebook: &'a Rulebook,
    /// Its scenarios.
    pub scenarios: &'a [Scenario],
    /// Every text that people read.
    pub texts: &'a [Text],
    /// The day on which it is looked at.
    pub today: Date,
}

impl Context<'_> {
    fn book(&self) -> &Book {
        self.rulebook.book()
    }
}

/// One piece of advice.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Advice {
    /// The lint's name.
    pub lint: &'static str,
    /// The file.
    pub file: String,
    /// JSON pointer inside it.
    pub pointer: String,
    /// One sentence: lower case, no full stop, the author's input in backticks.
    pub message: String,
    /// Whether it comes with the calendar and not with a change. Such advice never fails a build.
    pub is_due: bool,
}

impl Advice {
    /// As JSON.
    pub fn value(&self) -> Value {
        json!({"lint": self.lint, "file": self.file, "pointer": self.pointer, "message": self.message, "due": self.is_due})
    }
}

/// A lint.
#[derive(Debug, Clone, Copy)]
pub struct Lint {
    /// Its name.
    pub name: &'static str,
    /// What it looks for, in one sentence.
    pub about: &'static str,
    /// Whether the calendar alone can bring it.
    pub is_due: bool,
    find: fn(&Context) -> Vec<Found>,
}

/// What a lint found: file, pointer, message.
type Found = (String, String, String);

/// All lints.
pub const ALL: [Lint; 9] = [
    both_sides::LINT,
    jargon::LINT,
    link_pattern::LINT,
    long_hint::LINT,
    long_sentence::LINT,
    next_step::LINT,
    review_due::LINT,
    same_heading::LINT,
    source_due::LINT,
];

/// Runs all lints.
pub fn all(context: &Context) -> Vec<Advice> {
    let advice = ALL.iter().flat_map(|lint| {
        (lint.find)(context).into_iter().map(|(file, pointer, message)| Advice {
            lint: lint.name,
            file,
            pointer,
            message,
            is_due: lint.is_due,
        })
    });
    advice.collect()
}
