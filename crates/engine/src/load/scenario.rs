//! Scenarios: a person, facts, what must come out, and why.

use std::collections::BTreeMap;

use crate::answers::Answers;
use crate::kind::Kind;
use crate::load::Rulebook;
use crate::model::{Certainty, Issue};
use crate::problem::Problem;
use crate::tree::Tree;

/// A scenario, read and linked.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// Its name.
    pub id: String,
    /// Who it is about.
    pub person: String,
    /// What is known.
    pub answers: Answers,
    /// What must come out.
    pub expectations: Vec<Expectation>,
    /// How sure the expectation is.
    pub certainty: Certainty,
    /// The reason.
    pub why: String,
}

/// What must come out for one issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expectation {
    /// Place of the issue among all issues.
    pub issue: usize,
    /// The decided outcome's place; none where the result must be open.
    pub outcome: Option<usize>,
    /// The step that must decide, where the scenario names one.
    pub step: Option<usize>,
    /// The certainty that must come out, where the scenario names one.
    pub certainty: Option<Certainty>,
    /// Places of the doubts that must apply, sorted, where the scenario names them.
    pub doubts: Option<Vec<usize>>,
}

/// Reads the scenario files among `files`.
pub fn read<'a>(
    rulebook: &Rulebook,
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<Vec<Scenario>, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut scenarios = BTreeMap::new();
    for (path, text) in files.into_iter().filter(|(path, _)| Kind::of(path) == Some(Kind::Scenario)) {
        match Tree::parse(path, text) {
            Ok(tree) => {
                let before = problems.len();
                Kind::Scenario.shape().check(&tree, path, &crate::place::Place::Top, &mut problems);
                if problems.len() == before {
                    let scenario = scenario(rulebook, path, &tree, &mut problems);
                    scenarios.insert(scenario.id.clone(), scenario);
                }
            }
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(scenarios.into_values().collect()) } else { Err(problems) }
}

fn scenario(rulebook: &Rulebook, path: &str, tree: &Tree, problems: &mut Vec<Problem>) -> Scenario {
    let facts = Tree::Object(vec![("facts".into(), tree.get("facts").cloned().unwrap_or(Tree::Null))]);
    let answers = Answers::read(rulebook, path, "", &facts).unwrap_or_else(|found| {
        problems.extend(found);
        Answers::new()
    });
    let mut expectations = Vec::new();
    for (name, expected) in tree.get("expect").map(Tree::entries).unwrap_or_default() {
        let place = crate::place::below("/expect", name);
        let Some((at, issue)) = rulebook
            .book()
            .issues()
            .map(|(_, issue)| issue)
            .enumerate()
            .find(|(_, issue)| issue.path() == *name)
        else {
            let known: Vec<String> = rulebook.book().issues().map(|(_, issue)| issue.path()).collect();
            problems.push(Problem::unknown_word(
                path,
                &place,
                "issue",
                name,
                known.iter().map(String::as_str),
            ));
            continue;
        };
        expectations.push(expectation(at, issue, path, &place, expected, problems));
    }
    Scenario {
        id: tree.text("id").to_owned(),
        person: tree.text("person").to_owned(),
        answers,
        expectations,
        certainty: Certainty::parse(tree.text("certainty")),
        why: tree.text("why").to_owned(),
    }
}

fn expectation(
    at: usize,
    issue: &Issue,
    path: &str,
    place: &str,
    tree: &Tree,
    problems: &mut Vec<Problem>,
) -> Expectation {
    let mut look_up = |key: &str, names: Vec<&str>| {
        let name = tree.get(key)?.as_text()?;
        let found = names.iter().position(|known| *known == name);
        if found.is_none() {
            problems.push(Problem::unknown_word(path, &crate::place::below(place, key), key, name, names));
        }
        found
    };
    let outcome = look_up("outcome", issue.outcomes.iter().map(|outcome| outcome.id.as_str()).collect());
    let step = look_up("step", issue.steps.iter().map(|step| step.id.as_str()).collect());
    let is_open = tree.text("status") == "open";
    if is_open == tree.get("outcome").is_some() {
        problems.push(Problem::new(path, place, "either an `outcome` or the `status` `open` is expected"));
    }
    let certainty = tree.get("certainty").and_then(Tree::as_text).map(Certainty::parse);
    let doubts = tree.get("doubts").map(|list| doubts(issue, list, path, place, problems));
    Expectation { issue: at, outcome, step, certainty, doubts }
}

fn doubts(issue: &Issue, list: &Tree, path: &str, place: &str, problems: &mut Vec<Problem>) -> Vec<usize> {
    let mut doubts = Vec::new();
    for (number, name) in list.elements().iter().filter_map(Tree::as_text).enumerate() {
        if let Some(at) = issue.doubts.iter().position(|doubt| doubt.id == name) {
            doubts.push(at);
        } else {
            let known = issue.doubts.iter().map(|doubt| doubt.id.as_str());
            let pointer = format!("{place}/doubts/{number}");
            problems.push(Problem::unknown_word(path, &pointer, "doubt", name, known));
        }
    }
    doubts.sort_unstable();
    doubts
}
