//! The rulebook as meant: every name resolved, every promise of the format kept.
//!
//! A value of these types comes only from [`crate::load`], so there is no unchecked rulebook.

mod law;
mod question;
mod source;

use std::collections::BTreeMap;

use crate::date::Date;
use crate::tree::Piece;

pub use law::{Ask, Concept, Doubt, Issue, Law, LawStatus, Outcome, OutcomeKind, OutcomeMark, Step};
pub use question::{About, Choice, Nature, Question};
pub use source::{Authority, Citation, Source};

/// Place of a fact in the order in which the rulebook asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId(pub u16);

/// Place of a value in its fact's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ValueId(pub u16);

/// A text for people: English, and the key under which translations keep it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// Translation key, such as `questions/status#heading`.
    pub key: String,
    /// The English text.
    pub english: Piece,
}

/// How sure a conclusion is. Ordered: the greater, the less certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Settled by text that was read.
    A,
    /// Text read plus a step of interpretation, or resting on rules that do not exist yet.
    B,
    /// Unsettled, agency practice or second-hand.
    C,
}

impl Certainty {
    /// The letter.
    pub fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        }
    }

    pub(crate) fn parse(text: &str) -> Self {
        match text {
            "A" => Self::A,
            "B" => Self::B,
            // Anything unexpected is the least certain: a slip here can never make a result look better.
            _ => Self::C,
        }
    }
}

/// A group of questions.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of docs/rule-files.md")]
pub struct Section {
    pub id: String,
    pub title: Words,
    pub reason: Words,
}

/// A group of places.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of docs/rule-files.md")]
pub struct Group {
    pub id: String,
    pub title: Words,
    pub cites: Vec<Citation>,
}

/// A country or the like.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of docs/rule-files.md")]
pub struct Place {
    pub id: String,
    pub name: Words,
    pub groups: Vec<String>,
    pub note: Option<Words>,
}

/// A code that people are told, and the class it stands for.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of docs/rule-files.md")]
pub struct Code {
    pub pattern: String,
    pub class: ValueId,
    pub because: Words,
    pub cites: Vec<Citation>,
}

/// A card of a deck: a claim, an event, a right, a signpost …
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of docs/rule-files.md")]
pub struct Card {
    pub id: String,
    pub deck: String,
    pub order: u32,
    pub title: Words,
    pub claimed: Option<Words>,
    pub says: Vec<Words>,
    pub date: Option<Date>,
    pub date_words: Option<Words>,
    pub checked: Date,
    pub expires: Option<Date>,
    pub cites: Vec<Citation>,
}

/// The whole rulebook, as written and linked.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of docs/rule-files.md")]
pub struct Book {
    pub id: String,
    pub version: String,
    pub reviewed: Date,
    pub review_by: Date,
    pub languages: Vec<String>,
    pub sections: Vec<Section>,
    pub questions: Vec<Question>,
    pub groups: Vec<Group>,
    pub places: Vec<Place>,
    pub codes: Vec<Code>,
    pub concepts: Vec<Concept>,
    pub sources: BTreeMap<String, Source>,
    pub laws: Vec<Law>,
    pub cards: Vec<Card>,
}

impl Book {
    /// The question that sets the fact of that name.
    pub fn question(&self, fact: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.fact == fact)
    }

    /// The question behind a fact.
    pub fn question_of(&self, fact: FactId) -> Option<&Question> {
        self.questions.get(usize::from(fact.0))
    }

    /// Every issue with its law, in the rulebook's order.
    pub fn issues(&self) -> impl Iterator<Item = (&Law, &Issue)> {
        self.laws.iter().flat_map(|law| law.issues.iter().map(move |issue| (law, issue)))
    }

    /// The cards of a deck, in order.
    pub fn deck<'a>(&'a self, deck: &'a str) -> impl Iterator<Item = &'a Card> {
        self.cards.iter().filter(move |card| card.deck == deck)
    }
}
