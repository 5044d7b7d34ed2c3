//! What is asked.

use super::{Citation, FactId, ValueId, Words};

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
