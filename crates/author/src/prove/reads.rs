//! The facts that a condition reads, through its concepts.

use std::collections::BTreeSet;

use deemed_engine::Book;
use deemed_engine::condition::Condition;
use deemed_engine::model::Issue;

/// The levels of all facts that the steps and doubts of an issue read.
pub fn of_issue(book: &Book, issue: &Issue) -> BTreeSet<u16> {
    let mut levels = BTreeSet::new();
    let steps = issue.steps.iter().filter_map(|step| step.when.as_ref());
    for condition in steps.chain(issue.doubts.iter().map(|doubt| &doubt.when)) {
        of_condition(book, condition, &mut levels);
    }
    levels
}

/// Adds the levels of all facts that a condition reads.
pub fn of_condition(book: &Book, condition: &Condition, levels: &mut BTreeSet<u16>) {
    match condition {
        Condition::Among(fact, _) => {
            levels.insert(fact.0);
        }
        Condition::Concept(at) => {
            if let Some(concept) = book.concepts.get(*at) {
                of_condition(book, &concept.when, levels);
            }
        }
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                of_condition(book, part, levels);
            }
        }
        Condition::Not(part) => of_condition(book, part, levels),
    }
}
