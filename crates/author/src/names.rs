//! From the engine's numbers back to the names in the files.

use deemed_engine::model::{Issue, Outcome};
use deemed_engine::{Answer, Answers, Book, FactId, Rulebook, ValueId};
use serde_json::{Map, Value, json};

/// The name of a fact.
pub fn fact(book: &Book, fact: FactId) -> &str {
    book.question_of(fact).map_or("", |question| question.fact.as_str())
}

/// The names of facts.
pub fn facts<'a>(book: &'a Book, facts: &[FactId]) -> Vec<&'a str> {
    facts.iter().map(|one| fact(book, *one)).collect()
}

/// The name of a value.
pub fn value(book: &Book, fact: FactId, value: ValueId) -> &str {
    book.question_of(fact).and_then(|question| question.choice(value)).map_or("", |choice| &choice.value)
}

/// What a person picks for a value.
pub fn label(book: &Book, fact: FactId, value: ValueId) -> &str {
    let choice = book.question_of(fact).and_then(|question| question.choice(value));
    choice.map_or("", |choice| choice.label.english.as_ref())
}

/// The outcome at a place.
pub fn outcome(issue: &Issue, at: usize) -> &str {
    issue.outcomes.get(at).map_or("", |outcome: &Outcome| outcome.id.as_str())
}

/// The step at a place.
pub fn step(issue: &Issue, at: usize) -> &str {
    issue.steps.get(at).map_or("", |step| step.id.as_str())
}

/// Answers as a sheet that `evaluate` reads.
pub fn sheet(rulebook: &Rulebook, answers: &Answers) -> Value {
    let book = rulebook.book();
    let mut known = Map::new();
    let mut unknown = Vec::new();
    for (own, answer) in answers.iter() {
        let name = fact(book, own).to_owned();
        match answer {
            Answer::Known(given) => drop(known.insert(name, value(book, own, given).into())),
            Answer::DontKnow => unknown.push(Value::from(name)),
        }
    }
    let mut sheet = json!({ "facts": known });
    if let (false, Some(entries)) = (unknown.is_empty(), sheet.as_object_mut()) {
        entries.insert("unknown".to_owned(), unknown.into());
    }
    sheet
}
