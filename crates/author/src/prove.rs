//! The proof of a whole rulebook: every finding is read off the diagrams, so it holds for every person
//! and not for a sample of them.

pub mod count;
pub mod gap;
pub mod issue;
pub mod path;
pub mod reads;
pub mod unreached;

use std::collections::BTreeSet;

use deemed_engine::Rulebook;
use serde_json::{Value, json};

use crate::names;
use count::Space;
use issue::IssueProof;

/// Everything that is proved about a rulebook.
#[derive(Debug, Clone)]
pub struct Proof {
    /// One proof for each issue, in the rulebook's order.
    pub issues: Vec<IssueProof>,
    /// Names of the facts on which no outcome depends, so that their questions are never asked.
    pub questions_needless: Vec<String>,
}

/// A proof and the rulebook that it is about; of a refused one, with a stand-in for each missing last step.
#[derive(Debug, Clone)]
pub struct Proved {
    /// The rulebook.
    pub rulebook: Rulebook,
    /// What is proved about it.
    pub proof: Proof,
}

impl Proved {
    /// The issues as the contract has them.
    pub fn issue_values(&self) -> Vec<Value> {
        self.proof.issues.iter().map(|issue| issue.value(&self.rulebook)).collect()
    }
}

impl Proof {
    /// Proves a rulebook.
    pub fn of(rulebook: &Rulebook) -> Self {
        let compiled = rulebook.compiled();
        let book = rulebook.book();
        let space = Space::of(&compiled.classes);
        let asked: BTreeSet<u16> =
            compiled.issues.iter().flat_map(|issue| compiled.arena.levels(issue.outcomes_root)).collect();
        let needless = book.questions.iter().filter(|question| !asked.contains(&question.id.0));
        Self {
            issues: book
                .issues()
                .enumerate()
                .filter_map(|(at, (_, issue))| IssueProof::of(rulebook, &space, at, issue))
                .collect(),
            questions_needless: needless.map(|question| names::fact(book, question.id).to_owned()).collect(),
        }
    }

    /// Whether anything is wrong.
    pub fn is_clean(&self) -> bool {
        self.questions_needless.is_empty() && self.issues.iter().all(IssueProof::is_clean)
    }

    /// The needless questions as JSON. The empty sheet shows it: no issue's open facts hold the fact.
    pub fn questions_value(&self) -> Value {
        let one = |fact: &String| json!({"fact": fact, "example": {"facts": {}}});
        json!({"needless": self.questions_needless.iter().map(one).collect::<Vec<_>>()})
    }
}
