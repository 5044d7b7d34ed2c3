//! Running the scenarios: what must come out against what does.

use deemed_engine::compile::{CompiledIssue, Ending};
use deemed_engine::load::Expectation;
use deemed_engine::model::Issue;
use deemed_engine::{Answers, Rulebook, Scenario};
use serde_json::{Value, json};

use crate::names;

/// A scenario in which something else came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Its name.
    pub scenario: String,
    /// `law/issue`.
    pub issue: String,
    /// What must come out.
    pub expected: String,
    /// What came out.
    pub got: String,
}

impl Failure {
    /// As JSON.
    pub fn value(&self) -> Value {
        json!({"scenario": self.scenario, "issue": self.issue, "expected": self.expected, "got": self.got})
    }
}

/// How the scenarios went.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// How many came out as written.
    pub passed: usize,
    /// Everything that did not.
    pub failed: Vec<Failure>,
}

/// Runs scenarios.
pub fn run(rulebook: &Rulebook, scenarios: &[Scenario]) -> Tally {
    let mut tally = Tally::default();
    for scenario in scenarios {
        let failures =
            scenario.expectations.iter().filter_map(|expected| failure(rulebook, scenario, expected));
        let before = tally.failed.len();
        tally.failed.extend(failures);
        tally.passed += usize::from(tally.failed.len() == before);
    }
    tally
}

fn failure(rulebook: &Rulebook, scenario: &Scenario, expected: &Expectation) -> Option<Failure> {
    let (_, issue) = rulebook.book().issues().nth(expected.issue)?;
    let compiled = rulebook.compiled().issues.get(expected.issue)?;
    let reached = Reached::of(rulebook, compiled, &scenario.answers);
    let outcome = match reached.outcomes.as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    let steps_fit = expected.step.is_none_or(|step| reached.steps() == [step]);
    let certainty_fits = expected.certainty.is_none_or(|one| reached.certainty() == Some(one));
    let doubts_fit = expected.doubts.as_ref().is_none_or(|doubts| reached.doubts() == *doubts);
    if outcome == expected.outcome && steps_fit && certainty_fits && doubts_fit {
        return None;
    }
    Some(Failure {
        scenario: scenario.id.clone(),
        issue: issue.path(),
        expected: expected_in_words(issue, expected),
        got: reached.in_words(issue),
    })
}

/// What can still be reached in one issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached<'a> {
    /// Places of outcomes, sorted.
    pub outcomes: Vec<usize>,
    /// Endings.
    pub endings: Vec<&'a Ending>,
}

impl<'a> Reached<'a> {
    /// Walks one issue's diagrams; much less work than a whole evaluation.
    pub fn of(rulebook: &Rulebook, compiled: &'a CompiledIssue, answers: &Answers) -> Self {
        let all = rulebook.compiled();
        let known = |level: u16| {
            let fact = deemed_engine::FactId(level);
            all.classes.class(fact, answers.known(fact)?)
        };
        let ends = |root| {
            all.arena.ends(root, &known).into_iter().filter_map(|end| usize::try_from(end).ok()).collect()
        };
        let places: Vec<usize> = ends(compiled.endings_root);
        Self {
            outcomes: ends(compiled.outcomes_root),
            endings: places.into_iter().filter_map(|at| compiled.endings.get(at)).collect(),
        }
    }

    /// Places of the steps that can decide, sorted.
    pub fn steps(&self) -> Vec<usize> {
        let mut steps: Vec<usize> = self.endings.iter().map(|ending| ending.step).collect();
        steps.sort_unstable();
        steps.dedup();
        steps
    }

    /// Places of the doubts that can apply, sorted.
    pub fn doubts(&self) -> Vec<usize> {
        let mut doubts: Vec<usize> =
            self.endings.iter().flat_map(|ending| ending.doubts.iter().copied()).collect();
        doubts.sort_unstable();
        doubts.dedup();
        doubts
    }

    fn certainty(&self) -> Option<deemed_engine::Certainty> {
        self.endings.iter().map(|ending| ending.certainty).max()
    }

    fn in_words(&self, issue: &Issue) -> String {
        let outcomes: Vec<&str> = self.outcomes.iter().map(|at| names::outcome(issue, *at)).collect();
        let steps: Vec<&str> = self.steps().into_iter().map(|at| names::step(issue, at)).collect();
        let certainty = self.certainty().map_or("", deemed_engine::Certainty::letter);
        let doubts: Vec<&str> = self
            .doubts()
            .iter()
            .filter_map(|at| issue.doubts.get(*at))
            .map(|doubt| doubt.id.as_str())
            .collect();
        let doubts =
            if doubts.is_empty() { String::new() } else { format!(", doubts `{}`", doubts.join("`, `")) };
        let open = if outcomes.len() == 1 { "" } else { "open: " };
        format!(
            "{open}`{}` by `{}`, certainty {certainty}{doubts}",
            outcomes.join("`, `"),
            steps.join("`, `")
        )
    }
}

fn expected_in_words(issue: &Issue, expected: &Expectation) -> String {
    let mut words = match expected.outcome {
        Some(at) => format!("`{}`", names::outcome(issue, at)),
        None => "open".to_owned(),
    };
    if let Some(step) = expected.step {
        words = format!("{words} by `{}`", names::step(issue, step));
    }
    if let Some(certainty) = expected.certainty {
        words = format!("{words}, certainty {}", certainty.letter());
    }
    if let Some(doubts) = &expected.doubts {
        let names = doubts.iter().filter_map(|at| issue.doubts.get(*at)).map(|doubt| doubt.id.as_str());
        let names: Vec<&str> = names.collect();
        words = format!("{words}, doubts `{}`", names.join("`, `"));
    }
    words
}
