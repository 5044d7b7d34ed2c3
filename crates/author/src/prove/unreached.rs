//! Which outcomes which values of a fact can never meet. Nothing is wrong with that; a reader of the law
//! looks over the list and stumbles where a combination should be possible.

use deemed_engine::{FactId, Rulebook};
use serde_json::{Value, json};

use crate::names;

/// The fact that the report goes by.
const FACT: &str = "status";

/// For each issue, groups of statuses with the outcomes that none of them can reach.
pub fn report(rulebook: &Rulebook) -> Value {
    let Some(question) = rulebook.book().question(FACT) else { return json!([]) };
    let issues = rulebook.book().issues().zip(&rulebook.compiled().issues);
    let mut rows = Vec::new();
    for ((_, issue), compiled) in issues {
        let width = rulebook.compiled().classes.widths().get(usize::from(question.id.0)).copied();
        for class in 0..width.unwrap_or_default() {
            let known = |level: u16| (level == question.id.0).then_some(class);
            let ends = rulebook.compiled().arena.ends(compiled.outcomes_root, &known);
            let never: Vec<&str> = (0..issue.outcomes.len())
                .filter(|at| !u64::try_from(*at).is_ok_and(|at| ends.contains(&at)))
                .map(|at| names::outcome(issue, at))
                .collect();
            if !never.is_empty() {
                let statuses = values(rulebook, question.id, class);
                rows.push(
                    json!({"law": issue.law, "issue": issue.id, "status": statuses, "outcomes": never}),
                );
            }
        }
    }
    rows.into()
}

fn values(rulebook: &Rulebook, fact: FactId, class: usize) -> Vec<&str> {
    let members = rulebook.compiled().classes.members(fact, class);
    members.map(|value| names::value(rulebook.book(), fact, value)).collect()
}
