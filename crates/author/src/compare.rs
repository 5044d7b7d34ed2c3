//! What a change does to people: two rulebooks compared profile by profile, and exactly.

pub mod pairs;
pub mod space;
pub mod version;

use std::collections::{BTreeMap, BTreeSet};

use deemed_engine::compile::{CompiledIssue, Ending};
use deemed_engine::diagram::{NodeId, TooLarge};
use deemed_engine::model::Issue;
use deemed_engine::{Certainty, Rulebook};
use num_bigint::BigUint;

use crate::names;
use crate::prove::{path, reads};
use pairs::Side;
use space::Merged;

/// What comes out for a profile, by names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Result {
    /// The outcome.
    pub outcome: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// The step that decides, and the doubts that apply.
    pub reason: Vec<String>,
}

impl Result {
    fn of(issue: &Issue, ending: &Ending) -> Self {
        let doubts = ending.doubts.iter().filter_map(|at| issue.doubts.get(*at));
        let step = issue.steps.get(ending.step);
        Self {
            outcome: step.map(|step| names::outcome(issue, step.outcome).to_owned()).unwrap_or_default(),
            certainty: ending.certainty,
            reason: std::iter::once(names::step(issue, ending.step).to_owned())
                .chain(doubts.map(|doubt| doubt.id.clone()))
                .collect(),
        }
    }
}

/// Profiles that go from one result to another. None stands for no result: the old or new book has no
/// such issue, or does not know one of the values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What came out.
    pub from: Option<Result>,
    /// What comes out.
    pub to: Option<Result>,
    /// How many profiles.
    pub profiles: BigUint,
    /// One of them: values by fact, as few facts as possible.
    pub example: Vec<(String, String)>,
}

/// How much of a result differs; the least is the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The outcome.
    Outcome,
    /// The certainty of the same outcome.
    Certainty,
    /// The steps or doubts behind the same outcome and certainty.
    Reason,
}

impl Group {
    /// How much differs.
    pub fn level(&self) -> Level {
        if self.is_outcome() {
            Level::Outcome
        } else if self.is_certainty() {
            Level::Certainty
        } else {
            Level::Reason
        }
    }

    /// Whether the outcome differs.
    pub fn is_outcome(&self) -> bool {
        let outcome = |result: &Option<Result>| result.as_ref().map(|result| result.outcome.clone());
        outcome(&self.from) != outcome(&self.to)
    }

    /// Whether the outcome is the same and its certainty differs.
    pub fn is_certainty(&self) -> bool {
        let certainty = |result: &Option<Result>| result.as_ref().map(|result| result.certainty);
        !self.is_outcome() && certainty(&self.from) != certainty(&self.to)
    }
}

/// How one issue differs.
#[derive(Debug, Clone)]
pub struct IssueDifference {
    /// Its law.
    pub law: String,
    /// Its name.
    pub issue: String,
    /// The exact number of ways to fill in the facts that either book reads for it.
    pub profiles: BigUint,
    /// Every group of profiles with another result; none where the comparison exceeds its budget.
    pub groups: Option<Vec<Group>>,
}

/// Names that one book has and the other has not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Only the new book has them.
    pub added: Vec<Vec<String>>,
    /// Only the old book has them.
    pub removed: Vec<Vec<String>>,
}

impl Names {
    fn between(old: &BTreeSet<Vec<String>>, new: &BTreeSet<Vec<String>>) -> Self {
        Self {
            added: new.difference(old).cloned().collect(),
            removed: old.difference(new).cloned().collect(),
        }
    }

    /// Whether both books have the same names.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty()
    }
}

/// How two rulebooks differ.
#[derive(Debug, Clone)]
pub struct Difference {
    /// Every issue of either, the new book's first.
    pub issues: Vec<IssueDifference>,
    /// Facts.
    pub facts: Names,
    /// Values, as fact and value.
    pub values: Names,
    /// Outcomes, as law, issue and outcome.
    pub outcomes: Names,
}

impl Difference {
    /// Compares two rulebooks.
    pub fn between(old: &Rulebook, new: &Rulebook) -> Self {
        let mut merged = Merged::of(old, new);
        let mut paths: Vec<String> = new.book().issues().map(|(_, issue)| issue.path()).collect();
        for (_, issue) in old.book().issues() {
            if !paths.contains(&issue.path()) {
                paths.push(issue.path());
            }
        }
        let facts = Names::between(&facts(old), &facts(new));
        let known = |name: &Vec<String>, book: &Rulebook| {
            name.first().is_some_and(|fact| book.book().question(fact).is_some())
        };
        // The values of a fact that came or went as a whole are no news of their own.
        let mut values = Names::between(&values(old), &values(new));
        values.added.retain(|name| known(name, old));
        values.removed.retain(|name| known(name, new));
        Self {
            issues: paths.iter().map(|path| issue_difference(&mut merged, old, new, path)).collect(),
            facts,
            values,
            outcomes: Names::between(&outcomes(old), &outcomes(new)),
        }
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        let same = |issue: &IssueDifference| issue.groups.as_ref().is_some_and(Vec::is_empty);
        self.issues.iter().all(same)
            && self.facts.is_empty()
            && self.values.is_empty()
            && self.outcomes.is_empty()
    }
}

fn facts(rulebook: &Rulebook) -> BTreeSet<Vec<String>> {
    rulebook.book().questions.iter().map(|question| vec![question.fact.clone()]).collect()
}

fn values(rulebook: &Rulebook) -> BTreeSet<Vec<String>> {
    let of = |question: &deemed_engine::model::Question| {
        let fact = question.fact.clone();
        let values: Vec<String> = question.choices.iter().map(|choice| choice.value.clone()).collect();
        values.into_iter().map(move |value| vec![fact.clone(), value])
    };
    rulebook.book().questions.iter().flat_map(of).collect()
}

fn outcomes(rulebook: &Rulebook) -> BTreeSet<Vec<String>> {
    let mut found = BTreeSet::new();
    for (_, issue) in rulebook.book().issues() {
        for outcome in &issue.outcomes {
            found.insert(vec![issue.law.clone(), issue.id.clone(), outcome.id.clone()]);
        }
    }
    found
}

/// One issue of one book.
fn of_book<'a>(rulebook: &'a Rulebook, path: &str) -> Option<(&'a Issue, &'a CompiledIssue)> {
    let issues = rulebook.book().issues().map(|(_, issue)| issue).zip(&rulebook.compiled().issues);
    issues.into_iter().find(|(issue, _)| issue.path() == path)
}

fn issue_difference(merged: &mut Merged, old: &Rulebook, new: &Rulebook, path: &str) -> IssueDifference {
    let (law, issue) = path.split_once('/').unwrap_or((path, ""));
    let mut levels = BTreeSet::new();
    for (side, book) in [(Side::Old, old), (Side::New, new)] {
        let read = of_book(book, path).map(|(issue, _)| reads::of_issue(book.book(), issue));
        levels.extend(read.into_iter().flatten().filter_map(|level| merged.level(side, level)));
    }
    IssueDifference {
        law: law.to_owned(),
        issue: issue.to_owned(),
        profiles: merged.space().profiles(&levels),
        groups: groups(merged, old, new, path, &levels).ok(),
    }
}

fn groups(
    merged: &mut Merged,
    old: &Rulebook,
    new: &Rulebook,
    path: &str,
    levels: &BTreeSet<u16>,
) -> std::result::Result<Vec<Group>, TooLarge> {
    let mut results: Vec<Option<Result>> = vec![None];
    let mut roots = Vec::new();
    for (side, book) in [(Side::Old, old), (Side::New, new)] {
        roots.push(root_of(merged, side, book, path, &mut results)?);
    }
    let [from, to] = roots.as_slice() else { return Ok(Vec::new()) };
    let root = merged.pair(*from, *to)?;
    let result = |at: u64| usize::try_from(at).ok().and_then(|at| results.get(at)).cloned().flatten();
    let counts: BTreeMap<u64, BigUint> = merged.space().ends(merged.arena(), root, levels);
    let mut groups = Vec::new();
    for (end, profiles) in counts {
        let Some((from, to)) = pairs::ends_of(end) else { continue };
        let way = path::shortest(merged.arena(), root, &|_| None, &|other| other == end).unwrap_or_default();
        groups.push(Group { from: result(from), to: result(to), profiles, example: merged.example(&way) });
    }
    groups.sort_by(|one, other| other.profiles.cmp(&one.profiles));
    Ok(groups)
}

fn root_of(
    merged: &mut Merged,
    side: Side,
    book: &Rulebook,
    path: &str,
    results: &mut Vec<Option<Result>>,
) -> std::result::Result<NodeId, TooLarge> {
    let Some((issue, compiled)) = of_book(book, path) else { return merged.nothing() };
    let mut label = |end: u64| {
        let ending = usize::try_from(end).ok().and_then(|end| compiled.endings.get(end));
        let result = ending.map(|ending| Result::of(issue, ending));
        let place = results.iter().position(|known| *known == result).unwrap_or_else(|| {
            results.push(result);
            results.len() - 1
        });
        u64::try_from(place).unwrap_or_default()
    };
    merged.import(side, &book.compiled().arena, compiled.endings_root, &mut label)
}
