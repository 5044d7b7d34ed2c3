//! What is proved about one issue.

use std::collections::BTreeSet;

use deemed_engine::compile::CompiledIssue;
use deemed_engine::model::Issue;
use deemed_engine::{Answers, Certainty, FactId, Rulebook};
use num_bigint::BigUint;
use serde_json::{Value, json};

use super::{count::Space, path, reads};
use crate::names;

/// A finding about rules, with a sheet on which `evaluate` shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What it is about: the name of a step, an outcome or a fact.
    pub about: String,
    /// One sentence for people.
    pub says: &'static str,
    /// What stands on the sheet: numbers, which become names where somebody reads them.
    pub example: Answers,
}

impl Finding {
    fn value(&self, rulebook: &Rulebook, key: &str) -> Value {
        let mut value = json!({"says": self.says, "example": names::sheet(rulebook, &self.example)});
        if let Some(entries) = value.as_object_mut() {
            entries.insert(key.to_owned(), self.about.clone().into());
        }
        value
    }
}

/// What is proved about one issue.
#[derive(Debug, Clone)]
pub struct IssueProof {
    /// Its law.
    pub law: String,
    /// Its name.
    pub issue: String,
    /// The exact number of ways to fill in its facts.
    pub profiles: BigUint,
    /// Steps that can never decide.
    pub dead_steps: Vec<Finding>,
    /// Outcomes that nobody can reach.
    pub unreachable_outcomes: Vec<Finding>,
    /// Outcomes for which a step claims better than certainty C, and which nobody reaches with better.
    pub never_certain_outcomes: Vec<Finding>,
    /// Profiles for which no step applies.
    pub gaps: Vec<Finding>,
    /// Facts that conditions read and that never matter.
    pub needless_facts: Vec<Finding>,
}

impl IssueProof {
    /// Proves an issue, which stands at this place of the rulebook.
    pub fn of(rulebook: &Rulebook, space: &Space, at: usize, issue: &Issue) -> Option<Self> {
        let compiled = rulebook.compiled().issues.get(at)?;
        let levels = reads::of_issue(rulebook.book(), issue);
        Some(Self {
            law: issue.law.clone(),
            issue: issue.id.clone(),
            profiles: space.profiles(&levels),
            dead_steps: rulebook
                .compiled()
                .dead_steps(at)
                .into_iter()
                .map(|step| dead_step(rulebook, issue, compiled, step))
                .collect(),
            unreachable_outcomes: unreachable(rulebook, issue, compiled),
            never_certain_outcomes: never_certain(rulebook, issue, compiled),
            gaps: Vec::new(),
            needless_facts: needless(rulebook, &levels, compiled),
        })
    }

    /// Every finding, with its key in the contract.
    pub fn findings(&self) -> [(&'static str, &[Finding]); 5] {
        [
            ("dead-steps", &self.dead_steps),
            ("unreachable-outcomes", &self.unreachable_outcomes),
            ("never-certain-outcomes", &self.never_certain_outcomes),
            ("gaps", &self.gaps),
            ("needless-facts", &self.needless_facts),
        ]
    }

    /// Whether nothing was found.
    pub fn is_clean(&self) -> bool {
        self.findings().iter().all(|(_, found)| found.is_empty())
    }

    /// As the contract has it; with the rulebook that was proved.
    pub fn value(&self, rulebook: &Rulebook) -> Value {
        let all = |found: &[Finding], key: &str| -> Vec<Value> {
            found.iter().map(|one| one.value(rulebook, key)).collect()
        };
        json!({
            "law": self.law,
            "issue": self.issue,
            "profiles": self.profiles.to_string(),
            "dead-steps": all(&self.dead_steps, "step"),
            "unreachable-outcomes": all(&self.unreachable_outcomes, "outcome"),
            "never-certain-outcomes": all(&self.never_certain_outcomes, "outcome"),
            "gaps": all(&self.gaps, "profiles"),
            "needless-facts": all(&self.needless_facts, "fact"),
        })
    }
}

/// The example meets the step's own condition, and an earlier step decides; where nobody can meet it, the
/// empty sheet shows that it is not among the steps that can decide.
fn dead_step(rulebook: &Rulebook, issue: &Issue, compiled: &CompiledIssue, at: usize) -> Finding {
    let arena = &rulebook.compiled().arena;
    let guard = compiled.guards.get(at).copied().unwrap_or_default();
    let own = path::shortest(arena, guard, &|_| None, &|end| end == 1);
    let known =
        |level: u16| own.iter().flatten().find(|(tested, _)| *tested == level).map(|(_, class)| *class);
    let decided = path::shortest(arena, compiled.endings_root, &known, &|_| true);
    let way: BTreeSet<(u16, usize)> = own.iter().flatten().chain(decided.iter().flatten()).copied().collect();
    let way: Vec<(u16, usize)> = if own.is_some() { way.into_iter().collect() } else { Vec::new() };
    let says = match &own {
        Some(_) => "earlier steps take every case that meets its condition",
        None => "its condition contradicts itself",
    };
    Finding { about: names::step(issue, at).to_owned(), says, example: path::answers(rulebook, &way) }
}

fn unreachable(rulebook: &Rulebook, issue: &Issue, compiled: &CompiledIssue) -> Vec<Finding> {
    let ends = rulebook.compiled().arena.ends(compiled.outcomes_root, &|_| None);
    let is_reached = |at: usize| u64::try_from(at).is_ok_and(|at| ends.contains(&at));
    let of = |(at, outcome): (usize, &deemed_engine::model::Outcome)| {
        let given = issue.steps.iter().any(|step| step.outcome == at);
        let says = if given { "every step that gives it is dead" } else { "no step gives it" };
        Finding { about: outcome.id.clone(), says, example: Answers::new() }
    };
    issue.outcomes.iter().enumerate().filter(|(at, _)| !is_reached(*at)).map(of).collect()
}

/// An outcome for which a step claims more certainty than anybody ever gets.
fn never_certain(rulebook: &Rulebook, issue: &Issue, compiled: &CompiledIssue) -> Vec<Finding> {
    let arena = &rulebook.compiled().arena;
    let certainty_of = |end: u64, outcome: usize| {
        let ending = usize::try_from(end).ok().and_then(|end| compiled.endings.get(end))?;
        let step = issue.steps.get(ending.step)?;
        (step.outcome == outcome).then_some(ending.certainty)
    };
    let ends = arena.ends(compiled.endings_root, &|_| None);
    let mut found = Vec::new();
    for (at, outcome) in issue.outcomes.iter().enumerate() {
        let best = ends.iter().filter_map(|end| certainty_of(*end, at)).min();
        let claimed = issue.steps.iter().filter(|step| step.outcome == at).map(|step| step.certainty).min();
        if best != Some(Certainty::C) || claimed == best {
            continue;
        }
        let way =
            path::shortest(arena, compiled.endings_root, &|_| None, &|end| certainty_of(end, at).is_some());
        found.push(Finding {
            about: outcome.id.clone(),
            says: "a step claims better than certainty C for it, and doubts or earlier steps take that from everybody",
            example: path::answers(rulebook, &way.unwrap_or_default()),
        });
    }
    found
}

/// A fact that never matters is never open: the empty sheet shows it.
fn needless(rulebook: &Rulebook, levels: &BTreeSet<u16>, compiled: &CompiledIssue) -> Vec<Finding> {
    let tested = rulebook.compiled().arena.levels(compiled.endings_root);
    let needless = levels.iter().filter(|level| !tested.contains(level));
    needless
        .map(|level| FactId(*level))
        .map(|fact| Finding {
            about: names::fact(rulebook.book(), fact).to_owned(),
            says: "conditions read it, and no answer to it changes what decides",
            example: Answers::new(),
        })
        .collect()
}
