//! What a person has answered.

use std::collections::BTreeMap;

use crate::load::Rulebook;
use crate::model::{FactId, ValueId};
use crate::problem::Problem;
use crate::tree::Tree;

/// An answer to one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// The fact has this value.
    Known(ValueId),
    /// "I don't know": the fact stays unknown, and the question is not asked again.
    DontKnow,
}

/// Answers by fact. A fact without an answer is unknown and may still be asked.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub struct Answers {
    by_fact: BTreeMap<FactId, Answer>,
}

impl Answers {
    /// No answers.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets or replaces an answer.
    pub fn set(&mut self, fact: FactId, answer: Answer) {
        self.by_fact.insert(fact, answer);
    }

    /// Takes an answer back.
    pub fn clear(&mut self, fact: FactId) {
        self.by_fact.remove(&fact);
    }

    /// The answer about a fact.
    pub fn get(&self, fact: FactId) -> Option<Answer> {
        self.by_fact.get(&fact).copied()
    }

    /// The value of a fact, where it is known.
    pub fn known(&self, fact: FactId) -> Option<ValueId> {
        match self.get(fact) {
            Some(Answer::Known(value)) => Some(value),
            Some(Answer::DontKnow) | None => None,
        }
    }

    /// All answers, in asking order.
    pub fn iter(&self) -> impl Iterator<Item = (FactId, Answer)> {
        self.by_fact.iter().map(|(fact, answer)| (*fact, *answer))
    }

    /// How many questions are answered, "I don't know" included.
    pub fn len(&self) -> usize {
        self.by_fact.len()
    }

    /// Whether nothing is answered.
    pub fn is_empty(&self) -> bool {
        self.by_fact.is_empty()
    }

    /// Reads an answer sheet: `{"facts": {"status": "h-1b"}, "unknown": ["classification"]}`,
    /// where `unknown` lists the answers "I don't know" and may be left out.
    ///
    /// ```
    /// # use deemed_engine::{Answers, Tree};
    /// # let rulebook = deemed_engine::example();
    /// let sheet = Tree::parse("sheet", r#"{"facts": {"sky": "blu"}}"#).unwrap();
    /// let problems = Answers::read(&rulebook, "sheet", "", &sheet).unwrap_err();
    /// assert_eq!(problems[0].suggestion.as_deref(), Some("blue"));
    /// ```
    ///
    /// # Errors
    /// Every fact and value that the rulebook does not know, and anything that is not of this form.
    pub fn read(rulebook: &Rulebook, file: &str, pointer: &str, sheet: &Tree) -> Result<Self, Vec<Problem>> {
        let mut reader = Reader { rulebook, file, answers: Self::new(), problems: Vec::new() };
        if sheet.get("facts").is_none() {
            reader.push(pointer, "an answer sheet is an object with the key `facts`".to_owned());
        }
        for (key, value) in sheet.entries() {
            reader.part(&crate::place::below(pointer, key), key, value);
        }
        if reader.problems.is_empty() { Ok(reader.answers) } else { Err(reader.problems) }
    }
}

struct Reader<'a> {
    rulebook: &'a Rulebook,
    file: &'a str,
    answers: Answers,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn push(&mut self, pointer: &str, message: String) {
        self.problems.push(Problem::new(self.file, pointer, message));
    }

    fn part(&mut self, place: &str, key: &str, value: &Tree) {
        match (key, value) {
            ("facts", Tree::Object(entries)) => {
                for (fact, value) in entries {
                    self.fact(place, fact, value);
                }
            }
            ("unknown", Tree::List(facts)) => {
                for (at, fact) in facts.iter().enumerate() {
                    self.unknown(place, at, fact);
                }
            }
            ("facts", other) => {
                self.push(place, format!("{} stands here; an object is allowed", other.kind()));
            }
            ("unknown", other) => {
                self.push(place, format!("{} stands here; a list is allowed", other.kind()));
            }
            (key, _) => {
                self.problems.push(Problem::unknown_word(self.file, place, "key", key, ["facts", "unknown"]));
            }
        }
    }

    fn unknown_fact(&mut self, pointer: &str, fact: &str) {
        let known = self.rulebook.book().questions.iter().map(|question| question.fact.as_str());
        self.problems.push(Problem::unknown_word(self.file, pointer, "fact", fact, known));
    }

    fn fact(&mut self, pointer: &str, fact: &str, value: &Tree) {
        let place = crate::place::below(pointer, fact);
        let Some(question) = self.rulebook.book().question(fact) else {
            return self.unknown_fact(&place, fact);
        };
        let Tree::Text(value) = value else {
            return self.push(&place, format!("{} stands here; a text is allowed", value.kind()));
        };
        if let Some(id) = question.value(value) {
            return self.answers.set(question.id, Answer::Known(id));
        }
        let known = question.choices.iter().map(|choice| choice.value.as_str());
        let what = format!("value of `{fact}`");
        self.problems.push(Problem::unknown_word(self.file, &place, &what, value, known));
    }

    fn unknown(&mut self, pointer: &str, at: usize, fact: &Tree) {
        let place = format!("{pointer}/{at}");
        let name = fact.as_text().unwrap_or_default();
        match self.rulebook.book().question(name) {
            Some(question) if self.answers.known(question.id).is_none() => {
                self.answers.set(question.id, Answer::DontKnow);
            }
            Some(_) => self.push(&place, format!("`{name}` is given a value and called unknown")),
            None => self.unknown_fact(&place, name),
        }
    }
}
