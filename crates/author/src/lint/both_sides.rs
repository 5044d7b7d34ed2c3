//! A step without a scenario on both sides.
//!
//! What: a step at which no scenario ends, or which no scenario passes by on the way to a later one.
//! Why: nobody has said in a person's terms when the step holds and when it does not, so a slip in its
//! condition would go unseen.
//! Example: the step `student` is tested by a student only; write a scenario of somebody who is none and
//! whom no earlier step takes.

use deemed_engine::model::Issue;

use super::{Context, Found, Lint};
use crate::scenarios::Reached;

pub const LINT: Lint = Lint {
    name: "both-sides",
    about: "every step is the end of one scenario and passed by another",
    is_due: false,
    find,
};

fn find(context: &Context) -> Vec<Found> {
    let issues = context.book().issues().enumerate();
    issues.flat_map(|(at, (_, issue))| of_issue(context, at, issue)).collect()
}

fn of_issue(context: &Context, at: usize, issue: &Issue) -> Vec<Found> {
    let Some(compiled) = context.rulebook.compiled().issues.get(at) else { return Vec::new() };
    let covering = context
        .scenarios
        .iter()
        .filter(|scenario| scenario.expectations.iter().any(|expected| expected.issue == at));
    let ends: Vec<Vec<usize>> =
        covering.map(|scenario| Reached::of(context.rulebook, compiled, &scenario.answers).steps()).collect();
    let last = issue.steps.len().saturating_sub(1);
    let mut found = Vec::new();
    for (number, step) in issue.steps.iter().enumerate() {
        let decides = ends.iter().any(|steps| *steps == [number]);
        let passes = number == last || ends.iter().any(|steps| steps.iter().all(|own| *own > number));
        let missing = match (decides, passes) {
            (true, true) => continue,
            (false, true) => "ends at it",
            (true, false) => "passes it by",
            (false, false) => "ends at it, and none passes it by",
        };
        found.push((
            format!("laws/{}.json", issue.path()),
            format!("/steps/{number}"),
            format!("no scenario of the step `{}` {missing}", step.id),
        ));
    }
    found
}
