//! Seeded defects: what would a slip in the rules have to be like to go unseen?

pub mod defect;
pub mod guard;

use std::collections::BTreeSet;

use deemed_engine::date::Date;
use deemed_engine::{Problem, Rulebook, Scenario};

use crate::compare::{Difference, Group, Level};
use crate::files::{Files, Loaded};
use crate::lint;
use crate::progress::Progress;
use crate::prove::Proof;
use crate::scenarios;
use defect::Defect;
use guard::Guard;

/// What became of a defect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It changes nothing for anybody, so it is none.
    Harmless,
    /// A check found it: the first thing it says that it did not say before.
    Caught(String),
    /// Nothing found it; this scenario would.
    Survived(Guard),
}

/// A defect and what became of it.
#[derive(Debug, Clone)]
pub struct Trial {
    /// The defect.
    pub defect: Defect,
    /// What it changes; none where the rulebook no longer loads or where nothing changes.
    pub level: Option<Level>,
    /// What became of it.
    pub fate: Fate,
}

/// Seeds defects and looks whether a check finds them.
///
/// With a limit, that many defects are taken, evenly spread over all.
pub fn run(loaded: &Loaded, today: Date, limit: Option<usize>) -> Vec<Trial> {
    let defects = sample(defect::all(&loaded.files), limit);
    let before = said(&loaded.rulebook, &loaded.scenarios, today);
    let mut progress = Progress::new("seeding defects", defects.len());
    let mut guards: Vec<Guard> = Vec::new();
    let mut trials = Vec::new();
    for defect in defects {
        progress.step();
        let files = loaded.files.with(&defect.file, defect.text.clone());
        // Scenarios are read again by each mutant: they name steps, and a step may stand elsewhere now.
        let read = Rulebook::load(files.iter().filter(|(path, _)| !path.starts_with("scenarios/")))
            .and_then(|mutant| mutant.scenarios(files.iter()).map(|scenarios| (mutant, scenarios)));
        let trial = match read {
            Err(problems) => {
                let first = problems.first().map(Problem::to_string).unwrap_or_default();
                Trial { defect, level: None, fate: Fate::Caught(first) }
            }
            Ok((mutant, scenarios)) => {
                trial(loaded, (&mutant, &scenarios), defect, today, &before, &mut guards)
            }
        };
        trials.push(trial);
    }
    trials
}

fn sample(defects: Vec<Defect>, limit: Option<usize>) -> Vec<Defect> {
    let total = defects.len();
    let Some(limit) = limit.filter(|limit| *limit < total) else { return defects };
    let chosen: BTreeSet<usize> = (0..limit).map(|at| at * total / limit.max(1)).collect();
    defects.into_iter().enumerate().filter(|(at, _)| chosen.contains(at)).map(|(_, defect)| defect).collect()
}

fn trial(
    loaded: &Loaded,
    (mutant, scenarios): (&Rulebook, &[Scenario]),
    defect: Defect,
    today: Date,
    before: &BTreeSet<String>,
    guards: &mut Vec<Guard>,
) -> Trial {
    let difference = Difference::between(&loaded.rulebook, mutant);
    let groups = difference.issues.iter().flat_map(|issue| {
        let path = format!("{}/{}", issue.law, issue.issue);
        issue.groups.iter().flatten().map(move |group| (path.clone(), group))
    });
    let worst = groups.min_by_key(|(_, group): &(String, &Group)| (group.level(), group.example.len()));
    let Some((path, group)) = worst else {
        return Trial { defect, level: None, fate: Fate::Harmless };
    };
    let level = Some(group.level());
    if let Some(new) = said(mutant, scenarios, today).difference(before).next() {
        return Trial { defect, level, fate: Fate::Caught(new.clone()) };
    }
    let known = guards.iter().find(|guard| guard.catches(mutant)).cloned();
    let guard = known.or_else(|| {
        let guard = Guard::of(&loaded.rulebook, &path, &group.example)?;
        guards.push(guard.clone());
        Some(guard)
    });
    let fate = guard.map_or(Fate::Harmless, Fate::Survived);
    Trial { defect, level, fate }
}

/// Everything that a check says about rules and scenarios, one text each.
fn said(rulebook: &Rulebook, scenarios: &[Scenario], today: Date) -> BTreeSet<String> {
    let mut said = BTreeSet::new();
    let proof = Proof::of(rulebook);
    for issue in &proof.issues {
        for (key, found) in issue.findings() {
            said.extend(
                found.iter().map(|one| format!("{key}: {}/{}: {}", issue.law, issue.issue, one.about)),
            );
        }
    }
    said.extend(proof.questions_needless.iter().map(|fact| format!("needless question: {fact}")));
    for failed in scenarios::run(rulebook, scenarios).failed {
        said.insert(format!("failed scenario: {} {}", failed.scenario, failed.issue));
    }
    let context = lint::Context { rulebook, scenarios, texts: &[], today };
    said.extend(lint::all(&context).into_iter().map(|advice| {
        let lint::Advice { lint, file, message, .. } = advice;
        format!("{lint}: {file}: {message}")
    }));
    said
}

/// The scenarios that the survivors ask for, each once.
pub fn guards(trials: &[Trial]) -> Vec<Guard> {
    let mut guards: Vec<Guard> = Vec::new();
    for trial in trials {
        if let Fate::Survived(guard) = &trial.fate
            && !guards.contains(guard)
        {
            guards.push(guard.clone());
        }
    }
    guards
}

/// Scenarios for the steps that lack one on a side, as the lint `both-sides` has it.
pub fn missing_sides(loaded: &Loaded) -> Vec<Guard> {
    guard::missing_sides(&loaded.rulebook, &loaded.scenarios)
}

/// Names that no scenario of the rulebook has yet, for these guards.
pub fn named(files: &Files, guards: &[Guard]) -> Vec<(String, Guard)> {
    let mut taken: BTreeSet<String> = files.iter().map(|(path, _)| path.to_owned()).collect();
    let mut named = Vec::new();
    for guard in guards {
        let stem = guard.stem();
        let mut number = 1;
        let name = loop {
            let name = if number == 1 { stem.clone() } else { format!("{stem}-{number}") };
            if taken.insert(format!("scenarios/{name}.json")) {
                break name;
            }
            number += 1;
        };
        named.push((name, guard.clone()));
    }
    named
}
