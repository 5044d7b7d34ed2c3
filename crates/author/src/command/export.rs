//! `export --jsonlogic`: every issue as a JSONLogic rule, so that anybody can check us with a program
//! that we did not write.
//!
//! JSONLogic reads a missing fact as false; its results agree with ours on complete sheets only.

use deemed_engine::condition::Condition;
use deemed_engine::model::Issue;
use deemed_engine::{Book, Rulebook};
use serde_json::{Value, json};

use crate::names;
use crate::prove::reads;
use crate::report::Report;

/// Exports.
pub fn run(rulebook: &Rulebook) -> Report {
    Report::json(&json_logic(rulebook))
}

/// By `law/issue`: the facts that are read, a rule whose value is the outcome's name, and for each outcome
/// a rule that is true or false.
pub fn json_logic(rulebook: &Rulebook) -> Value {
    let book = rulebook.book();
    let issues: serde_json::Map<String, Value> =
        book.issues().map(|(_, issue)| (issue.path(), issue_logic(book, issue))).collect();
    json!({
        "rulebook": {"id": book.id, "version": book.version},
        "note": "JSONLogic reads a missing fact as false: these rules are exact on complete sheets only.",
        "issues": issues,
    })
}

fn issue_logic(book: &Book, issue: &Issue) -> Value {
    let result = ladder(book, issue, &|outcome| names::outcome(issue, outcome).into());
    let outcomes: serde_json::Map<String, Value> = issue
        .outcomes
        .iter()
        .enumerate()
        .map(|(at, outcome)| (outcome.id.clone(), ladder(book, issue, &|own| (own == at).into())))
        .collect();
    let levels = reads::of_issue(book, issue);
    let facts = book.questions.iter().filter(|question| levels.contains(&question.id.0));
    let facts: Vec<&str> = facts.map(|question| question.fact.as_str()).collect();
    json!({"facts": facts, "result": result, "outcomes": outcomes})
}

/// `if`, with a condition and a value for each step, and the last step's value.
fn ladder(book: &Book, issue: &Issue, end: &dyn Fn(usize) -> Value) -> Value {
    let mut parts = Vec::new();
    for step in &issue.steps {
        if let Some(when) = &step.when {
            parts.push(logic(book, when));
        }
        parts.push(end(step.outcome));
    }
    match parts.as_slice() {
        [only] => only.clone(),
        _ => json!({ "if": parts }),
    }
}

/// A condition as JSONLogic, with its concepts written out.
fn logic(book: &Book, condition: &Condition) -> Value {
    let all = |parts: &[Condition]| parts.iter().map(|part| logic(book, part)).collect::<Vec<_>>();
    match condition {
        Condition::Among(fact, values) => {
            let names: Vec<&str> = values.iter().map(|value| names::value(book, *fact, *value)).collect();
            json!({"in": [{"var": names::fact(book, *fact)}, names]})
        }
        Condition::Concept(at) => book.concepts.get(*at).map_or(false.into(), |one| logic(book, &one.when)),
        Condition::All(parts) => json!({"and": all(parts)}),
        Condition::Any(parts) => json!({"or": all(parts)}),
        Condition::Not(part) => json!({"!": [logic(book, part)]}),
    }
}
