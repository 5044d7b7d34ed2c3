//! Running the rulebook's scenarios, natively and in Wasm alike.

use deemed_engine::load::{Expectation, Scenario};
use deemed_engine::{Rulebook, evaluate};

/// Loads the rulebook from its files, path and text each, and runs every scenario. Returns how many there
/// are, and a line for every expectation that was not met.
pub fn run(files: &[(String, String)]) -> (usize, Vec<String>) {
    let pairs = || files.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    let rulebook = Rulebook::load(pairs()).unwrap_or_else(|problems| {
        panic!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    });
    let scenarios = rulebook.scenarios(pairs()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let failed = scenarios
        .iter()
        .flat_map(|scenario| scenario.expectations.iter().map(move |expected| (scenario, expected)))
        .filter_map(|(scenario, expected)| failure(&rulebook, scenario, expected))
        .collect();
    (scenarios.len(), failed)
}

fn failure(rulebook: &Rulebook, scenario: &Scenario, expected: &Expectation) -> Option<String> {
    let evaluation = evaluate(rulebook, &scenario.answers, |_| true);
    let result = &evaluation.results[expected.issue];
    let (_, issue) = rulebook.book().issues().nth(expected.issue).unwrap();
    let right = result.outcome() == expected.outcome
        && expected.step.is_none_or(|step| result.steps == [step])
        && expected.certainty.is_none_or(|certainty| result.certainty == Some(certainty));
    let names: Vec<&str> = result.possible.iter().map(|at| issue.outcomes[*at].id.as_str()).collect();
    let steps: Vec<&str> = result.steps.iter().map(|at| issue.steps[*at].id.as_str()).collect();
    (!right)
        .then(|| format!("{} {}: {names:?} by {steps:?}, {:?}", scenario.id, issue.path(), result.certainty))
}
