//! `check`: loads, then proves, then runs the scenarios and the lints.

use std::fmt::Write;
use std::time::Instant;

use deemed_engine::date::Date;
use deemed_engine::{Problem, Rulebook, profile};
use serde_json::{Value, json};

use crate::files::Files;
use crate::lint::{self, Advice};
use crate::names;
use crate::prove::{Proof, Proved, gap, unreached};
use crate::reading::{GRADE_MAX, Reading};
use crate::report::{Format, Report};
use crate::scenarios::{self, Tally};
use crate::texts;

/// Everything that a check finds.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// What stops the build.
    pub problems: Vec<Problem>,
    /// Advice.
    pub advice: Vec<Advice>,
    /// What is proved; none where the rulebook does not load.
    pub proved: Option<Proved>,
    /// How the scenarios went.
    pub tally: Tally,
    /// Statuses and outcomes that never meet: a report, nothing is wrong with them.
    pub unreached: Value,
    /// How hard questions and headlines are to read: a report, it fails nothing.
    pub reading: Reading,
}

impl Checked {
    /// Checks rule files as on a day.
    pub fn of(files: &Files, today: Date) -> Self {
        let rulebook = match Rulebook::load(files.iter()) {
            Ok(rulebook) => rulebook,
            Err(mut problems) => {
                problems.extend(of_profiles(files));
                return Self { proved: gap::proof(files), problems, ..Self::default() };
            }
        };
        let (scenarios, mut problems) = match rulebook.scenarios(files.iter()) {
            Ok(scenarios) => (scenarios, Vec::new()),
            Err(problems) => (Vec::new(), problems),
        };
        problems.extend(of_profiles(files));
        let texts = texts::all(files);
        let context = lint::Context { rulebook: &rulebook, scenarios: &scenarios, texts: &texts, today };
        Self {
            advice: lint::all(&context),
            tally: scenarios::run(&rulebook, &scenarios),
            unreached: unreached::report(&rulebook),
            reading: Reading::of(&texts),
            proved: Some(Proved { proof: Proof::of(&rulebook), rulebook }),
            problems,
        }
    }

    fn proof(&self) -> Option<&Proof> {
        self.proved.as_ref().map(|proved| &proved.proof)
    }

    /// Whether something was found that a change brought and a change can mend.
    pub fn is_found(&self) -> bool {
        !self.problems.is_empty()
            || self.advice.iter().any(|advice| !advice.is_due)
            || self.proof().is_some_and(|proof| !proof.is_clean())
            || !self.tally.failed.is_empty()
    }

    /// As the contract has it.
    pub fn value(&self, seconds: f64) -> Value {
        let issues: Vec<Value> = self.proved.as_ref().map(Proved::issue_values).unwrap_or_default();
        json!({
            "problems": self.problems.iter().map(problem_value).collect::<Vec<_>>(),
            "lints": self.advice.iter().map(Advice::value).collect::<Vec<_>>(),
            "issues": issues,
            "questions": self.proof().map_or_else(|| json!({"needless": []}), Proof::questions_value),
            "scenarios": {
                "passed": self.tally.passed,
                "failed": self.tally.failed.iter().map(scenarios::Failure::value).collect::<Vec<_>>(),
            },
            "unreached": self.unreached,
            "reading": self.reading.value(),
            "seconds": seconds,
        })
    }

    fn text(&self, seconds: f64) -> String {
        let mut out = String::new();
        for problem in &self.problems {
            let _ = writeln!(out, "problem: {problem}");
        }
        for advice in &self.advice {
            let kind = if advice.is_due { "due" } else { "lint" };
            let Advice { lint, file, pointer, message, .. } = advice;
            let _ = writeln!(out, "{kind}: {file}#{pointer}: {message} [{lint}]");
        }
        if let Some(Proved { rulebook, proof }) = &self.proved {
            write_issues(&mut out, rulebook, proof);
        }
        for fact in self.proof().into_iter().flat_map(|proof| &proof.questions_needless) {
            let _ = writeln!(out, "needless question: `{fact}`: no outcome depends on it");
        }
        for failed in &self.tally.failed {
            let scenarios::Failure { scenario, issue, expected, got } = failed;
            let _ = writeln!(out, "failed: {scenario} {issue}: expected {expected}; got {got}");
        }
        for graded in self.reading.hard() {
            let _ = writeln!(
                out,
                "warning: {}#{}: grade {:.1}: {}",
                graded.file, graded.pointer, graded.grade, graded.words
            );
        }
        let (count, mean) = self.reading.mean();
        let hard = self.reading.hard().len();
        let _ = writeln!(
            out,
            "reading: {count} questions, headlines and leads; mean grade {mean:.1}; above {GRADE_MAX:.0}: {hard}"
        );
        let found = if self.is_found() { "findings above" } else { "no finding" };
        let passed = self.tally.passed;
        let _ = writeln!(out, "{found}; {passed} scenarios passed; {seconds:.3} s");
        out
    }
}

fn write_issues(out: &mut String, rulebook: &Rulebook, proof: &Proof) {
    for issue in &proof.issues {
        let _ = writeln!(out, "proved: {}/{}: {} profiles", issue.law, issue.issue, issue.profiles);
        for (key, found) in issue.findings() {
            for one in found {
                let example = names::sheet(rulebook, &one.example);
                let _ = writeln!(out, "  {key}: `{}`: {}; example: {example}", one.about, one.says);
            }
        }
    }
}

/// What is wrong with the profiles of institutions.
fn of_profiles(files: &Files) -> impl Iterator<Item = Problem> {
    files.profiles().flat_map(|(path, text)| profile::check(&path, text))
}

fn problem_value(problem: &Problem) -> Value {
    let Problem { file, pointer, message, allowed, suggestion } = problem;
    json!({"file": file, "pointer": pointer, "message": message, "allowed": allowed, "did-you-mean": suggestion})
}

/// Checks and reports.
pub fn run(files: &Files, today: Date, format: Format) -> Report {
    let start = Instant::now();
    let checked = Checked::of(files, today);
    let seconds = start.elapsed().as_secs_f64();
    let report = match format {
        Format::Json => Report::json(&checked.value(seconds)),
        Format::Text => Report::text(checked.text(seconds)),
    };
    report.found(checked.is_found())
}
