//! The real rulebook: it loads, and every scenario comes out as written.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};

use deemed_engine::{Rulebook, evaluate};

fn read(folder: &Path, files: &mut Vec<(String, String)>, root: &Path) {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            read(&path, files, root);
        } else if path.extension().is_some_and(|ending| ending == "json") {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            files.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

fn files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulebook");
    let mut files = Vec::new();
    read(&root, &mut files, &root);
    files
}

#[test]
fn every_scenario_comes_out_as_written() {
    let files = files();
    let pairs = || files.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    let rulebook = Rulebook::load(pairs()).unwrap_or_else(|problems| {
        panic!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    });
    let scenarios = rulebook.scenarios(pairs()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert!(scenarios.len() >= 50, "only {} scenarios were found", scenarios.len());
    let issues: Vec<_> = rulebook.book().issues().map(|(_, issue)| issue).collect();
    let mut failed = Vec::new();
    for scenario in &scenarios {
        let evaluation = evaluate(&rulebook, &scenario.answers, |_| true);
        for expected in &scenario.expectations {
            let result = &evaluation.results[expected.issue];
            let issue = issues[expected.issue];
            let names: Vec<&str> = result.possible.iter().map(|at| issue.outcomes[*at].id.as_str()).collect();
            let steps: Vec<&str> = result.steps.iter().map(|at| issue.steps[*at].id.as_str()).collect();
            let right = result.outcome() == expected.outcome
                && expected.step.is_none_or(|step| result.steps == [step])
                && expected.certainty.is_none_or(|certainty| result.certainty == Some(certainty));
            if !right {
                failed.push(format!(
                    "{} {}: {names:?} by {steps:?}, {:?}",
                    scenario.id,
                    issue.path(),
                    result.certainty
                ));
            }
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}
