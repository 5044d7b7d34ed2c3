//! The rulebook as meant: every name resolved, every promise of the format kept.
//!
//! A value of these types comes only from [`crate::load`], so there is no unchecked rulebook.

use std::collections::BTreeMap;

use crate::condition::Condition;
use crate::date::Date;

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
    pub english: String,
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

/// Whether an answer may be offered as something to change or find out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Nature {
    /// Never offered: status, nationality and the like.
    Fixed,
    /// A person could arrange it otherwise.
    Changeable,
    /// A person could find it out.
    Discoverable,
}

/// What a fact belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum About {
    /// The person: shared by all items.
    Person,
    /// One thing that the person works with.
    Item,
}

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
    pub read_in: Option<String>,
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

/// A group of questions.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of docs/rule-files.md")]
pub struct Section {
    pub id: String,
    pub title: Words,
    pub reason: Words,
}

/// One value of a fact, as a person picks it.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// The value's name.
    pub value: String,
    /// The answer.
    pub label: Words,
    /// What it means; for a place its note, or empty.
    pub means: Words,
    /// An example from AI work.
    pub example: Option<Words>,
}

/// A fact and the question that sets it.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of docs/rule-files.md")]
pub struct Question {
    pub id: FactId,
    pub fact: String,
    pub section: String,
    pub about: About,
    pub nature: Nature,
    pub heading: Words,
    pub hint: Option<Words>,
    pub why: Words,
    pub sensitive: Option<Words>,
    pub law_says: Words,
    pub law_cites: Vec<Citation>,
    pub who_knows: Words,
    pub ask_words: Words,
    pub unknown_label: Words,
    pub unknown_means: Words,
    pub choices: Vec<Choice>,
    pub is_places: bool,
    pub has_codes: bool,
}

impl Question {
    /// The value of that name.
    pub fn value(&self, name: &str) -> Option<ValueId> {
        self.choices
            .iter()
            .position(|choice| choice.value == name)
            .and_then(|at| u16::try_from(at).ok())
            .map(ValueId)
    }

    /// The choice behind a value.
    pub fn choice(&self, value: ValueId) -> Option<&Choice> {
        self.choices.get(usize::from(value.0))
    }
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
