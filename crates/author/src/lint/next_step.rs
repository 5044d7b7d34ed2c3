//! An outcome that leaves a person alone.
//!
//! What: an outcome that asks for care (`ask-first`, `stop`, `unsettled`, `exception`) and names nobody
//! to ask.
//! Why: a result that worries somebody and leads nowhere does harm.
//! Example: `"kind": "stop", "ask": []`.

use deemed_engine::model::OutcomeKind;

use super::{Context, Found, Lint};

pub const LINT: Lint = Lint {
    name: "next-step",
    about: "every outcome that asks for care says whom to ask",
    is_due: false,
    find,
};

fn find(context: &Context) -> Vec<Found> {
    let mut found = Vec::new();
    for (_, issue) in context.book().issues() {
        for outcome in &issue.outcomes {
            let wants_care = match outcome.kind {
                OutcomeKind::Exception
                | OutcomeKind::AskFirst
                | OutcomeKind::Stop
                | OutcomeKind::Unsettled => true,
                OutcomeKind::Favorable | OutcomeKind::NotApplicable | OutcomeKind::WhatIf => false,
            };
            if wants_care && outcome.ask.is_empty() {
                let file = format!("outcomes/{}/{}.json", issue.path(), outcome.id);
                let message = format!("the outcome is `{}` and names nobody to ask", outcome.kind.word());
                found.push((file, "/ask".to_owned(), message));
            }
        }
    }
    found
}
