//! `diff` finds every seeded defect that changes a result for any profile, with examples on which the
//! evaluator and the slow judge see exactly the change that it names; where it says that nothing
//! changes, the slow judge finds nothing either.
//!
//! The ordinary run takes defects evenly from all of the real rulebook; `cargo xtask test --long`, which
//! sets `DEEMED_LONG`, takes all of them.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "these are tests, though not all are test functions"
)]

use std::collections::BTreeMap;
use std::path::Path;

use deemed_author::compare::{Difference, Result};
use deemed_author::files::{Files, Loaded};
use deemed_author::mutate::defect::{self, Defect};
use deemed_engine::{Answer, Answers, Rulebook, evaluate};
use deemed_proving::{Judge, Lot, Sheet, Size, Verdict, generate};

/// One in so many defects of the real rulebook in the ordinary run.
const SAMPLE: usize = 24;
/// Profiles drawn by lot on which a defect is looked for.
const SHEETS: usize = 12;

/// What became of the defects.
#[derive(Debug, Default)]
struct Tally {
    /// Files that are no rulebook any more.
    refused: usize,
    /// Defects that give some profile another outcome, certainty or reason; all found by `diff`.
    found: usize,
    /// Those of them that give some profile another outcome.
    outcomes: usize,
    /// Defects that change no result of any profile.
    harmless: usize,
}

fn rules(files: &Files) -> Vec<(String, String)> {
    let rules = files.iter().filter(|(path, _)| !path.starts_with("scenarios/"));
    rules.map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
}

fn load(texts: &[(String, String)]) -> Option<Rulebook> {
    Rulebook::load(texts.iter().map(|(path, text)| (path.as_str(), text.as_str()))).ok()
}

/// What the evaluator says: outcome, certainty, steps and doubts by name.
fn evaluated(rulebook: &Rulebook, path: &str, facts: &[(String, String)]) -> Result {
    let mut answers = Answers::new();
    for (fact, value) in facts {
        let question = rulebook.book().question(fact).unwrap();
        answers.set(question.id, Answer::Known(question.value(value).unwrap()));
    }
    let evaluation = evaluate(rulebook, &answers, |_| false);
    let mut issues = rulebook.book().issues().zip(evaluation.results);
    let ((_, issue), result) = issues.find(|((_, issue), _)| issue.path() == path).unwrap();
    let steps = result.steps.iter().map(|at| issue.steps[*at].id.clone());
    let doubts = result.doubts.iter().map(|at| issue.doubts[*at].id.clone());
    Result {
        outcome: issue.outcomes[result.outcome().unwrap()].id.clone(),
        certainty: result.certainty.unwrap(),
        reason: steps.chain(doubts).collect(),
    }
}

fn judged(verdict: Verdict) -> (String, String, Vec<String>) {
    (verdict.outcome, verdict.certainty, std::iter::once(verdict.step).chain(verdict.doubts).collect())
}

fn named(result: &Result) -> (String, String, Vec<String>) {
    (result.outcome.clone(), result.certainty.letter().to_owned(), result.reason.clone())
}

/// Seeds the defects into a good book, and looks at what `diff` says of each.
fn tried(files: &Files, defects: &[Defect], seed: u64) -> Tally {
    let good_texts = rules(files);
    let good = load(&good_texts).unwrap();
    let judge = Judge::new(&good_texts);
    let mut lot = Lot(seed);
    let mut tally = Tally::default();
    for defect in defects {
        let says = format!("{}{}: {}", defect.file, defect.pointer, defect.says);
        let mut texts = good_texts.clone();
        texts.iter_mut().find(|(path, _)| *path == defect.file).unwrap().1.clone_from(&defect.text);
        let Some(bad) = load(&texts) else {
            tally.refused += 1;
            continue;
        };
        let bad_judge = judge.with(&defect.file, &defect.text);
        let difference = Difference::between(&good, &bad);
        let mut is_found = false;
        let mut is_outcome = false;
        for issue in &difference.issues {
            let path = format!("{}/{}", issue.law, issue.issue);
            let groups = issue.groups.as_ref().unwrap_or_else(|| panic!("{says}: undecided"));
            let mut profile: Sheet = judge.sheet(&mut lot, usize::MAX);
            for group in groups {
                let (from, to) = (group.from.as_ref().unwrap(), group.to.as_ref().unwrap());
                assert_ne!(from, to, "{says}");
                assert_eq!(evaluated(&good, &path, &group.example), *from, "{says}");
                assert_eq!(evaluated(&bad, &path, &group.example), *to, "{says}");
                // What the example leaves open does not matter: any profile that agrees with it will do.
                profile.extend(group.example.iter().cloned());
                assert_eq!(judged(judge.verdict(&path, &profile)), named(from), "{says}");
                assert_eq!(judged(bad_judge.verdict(&path, &profile)), named(to), "{says}");
                is_found = true;
                is_outcome |= group.is_outcome();
            }
            looked_for(&says, &path, (&judge, &bad_judge), groups, &mut lot);
        }
        assert_eq!(difference.is_empty(), !is_found, "{says}");
        tally.found += usize::from(is_found);
        tally.outcomes += usize::from(is_outcome);
        tally.harmless += usize::from(!is_found);
    }
    tally
}

/// Whatever the slow judge finds on profiles drawn by lot, `diff` has named.
fn looked_for(
    says: &str,
    path: &str,
    (good, bad): (&Judge, &Judge),
    groups: &[deemed_author::compare::Group],
    lot: &mut Lot,
) {
    for _ in 0..SHEETS {
        let profile = good.sheet(lot, usize::MAX);
        let (from, to) = (judged(good.verdict(path, &profile)), judged(bad.verdict(path, &profile)));
        let is_named = groups.iter().any(|group| {
            group.from.as_ref().map(named).as_ref() == Some(&from)
                && group.to.as_ref().map(named).as_ref() == Some(&to)
        });
        assert!(from == to || is_named, "{says}: {path} goes from {from:?} to {to:?} for {profile:?}");
    }
}

#[test]
fn diff_finds_every_defect_of_the_real_rulebook_that_changes_a_result() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulebook");
    let Loaded { files, .. } = Loaded::read(&folder).unwrap();
    let all = defect::all(&files);
    assert!(all.len() > 1_000, "{}", all.len());
    let step = if is_long() { 1 } else { SAMPLE };
    let defects: Vec<Defect> = all.into_iter().step_by(step).collect();
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for defect in &defects {
        *kinds.entry(defect.kind).or_default() += 1;
    }
    let tally = tried(&files, &defects, 5);
    println!("{} defects of {} kinds: {tally:?}", defects.len(), kinds.len());
    assert_eq!(tally.refused + tally.found + tally.harmless, defects.len());
    // Most slips do something; those that do nothing were looked for by lot all the same.
    assert!(tally.found * 5 >= defects.len() * 4, "{tally:?}");
    assert!(tally.outcomes * 2 >= defects.len(), "{tally:?}");
}

/// Groups of places and codes as `groups and codes: members`, from the files or from their second entry.
type Table = BTreeMap<String, Vec<String>>;

fn table(files: &Files) -> Table {
    let value = |path: &str| -> serde_json::Value { serde_json::from_str(files.get(path).unwrap()).unwrap() };
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let mut table = Table::new();
    for place in value("places.json")["places"].as_array().unwrap() {
        for group in place["groups"].as_array().unwrap() {
            table.entry(format!("group {}", text(group))).or_default().push(text(&place["id"]));
        }
    }
    for code in value("codes.json")["codes"].as_array().unwrap() {
        table.entry(format!("code {}", text(&code["pattern"]))).or_default().push(text(&code["class"]));
    }
    for members in table.values_mut() {
        members.sort();
    }
    table
}

fn second_entry() -> Table {
    let mut table = Table::new();
    let mut name = String::new();
    for line in include_str!("second_entry.txt").lines().filter(|line| !line.starts_with('#')) {
        let members = match line.strip_prefix("  ") {
            Some(more) => more,
            None => match line.split_once(": ") {
                Some((own, members)) => {
                    own.clone_into(&mut name);
                    members
                }
                None => continue,
            },
        };
        table.entry(name.clone()).or_default().extend(members.split_whitespace().map(str::to_owned));
    }
    table
}

#[test]
fn places_and_codes_are_entered_twice_so_that_every_slip_in_them_is_found() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulebook");
    let files = Files::read(&folder).unwrap();
    let entry = second_entry();
    let own = table(&files);
    for (name, members) in &own {
        assert_eq!(Some(members), entry.get(name), "{name}: the file, and its second entry");
    }
    assert_eq!(own.len(), entry.len());
    let defects = defect::of_tables(&files);
    assert!(defects.len() > 1_000, "{}", defects.len());
    for defect in defects.iter().step_by(if is_long() { 1 } else { SAMPLE }) {
        let says = format!("{}{}: {}", defect.file, defect.pointer, defect.says);
        assert_ne!(table(&files.with(&defect.file, defect.text.clone())), entry, "{says}");
    }
    // A sample of them through `diff`: a place that leaves a group which rules name changes results.
    let places = defects.into_iter().filter(|defect| defect.file == "places.json");
    let sample: Vec<Defect> = places.step_by(if is_long() { 4 } else { 80 }).collect();
    let tally = tried(&files, &sample, 9);
    assert!(tally.refused == 0 && tally.outcomes > 0, "{tally:?}");
}

fn is_long() -> bool {
    std::env::var("DEEMED_LONG").is_ok_and(|value| value == "1")
}

#[test]
fn diff_finds_every_defect_of_rulebooks_drawn_by_lot_that_changes_a_result() {
    let mut found = 0;
    for (seed, size) in [(1, Size::small(3)), (2, Size::small(5)), (3, Size::small(3)), (4, Size::small(5))] {
        let files = Files::from_texts(generate::rulebook(&mut Lot(seed), size));
        let defects = defect::all(&files);
        let tally = tried(&files, &defects, seed);
        assert_eq!(tally.refused + tally.found + tally.harmless, defects.len());
        found += tally.found;
    }
    assert!(found > 100, "{found}");
}
