//! From steps to diagrams.
//!
//! Values that no condition of the rulebook tells apart are one class, so two hundred places become a
//! dozen. Each issue becomes two diagrams: one that ends in steps (with the doubts that apply), one that
//! ends in outcomes. All issues share one arena; each is put together apart, on a workbench.

mod workbench;

use rustc_hash::FxHashMap as HashMap;

use self::workbench::Workbench;
use crate::condition::Condition;
use crate::diagram::{Arena, NodeId, TooLarge};
use crate::model::{Book, Certainty, FactId, Issue, ValueId};
use crate::problem::Problem;

/// The most nodes that a rulebook's diagrams may have together; the real one has some thousands.
pub const NODES_MAX: usize = 2_000_000;

/// The values of every fact, sorted into classes.
#[derive(Debug, Clone, Default)]
pub struct Classes {
    class_of: Vec<Vec<usize>>,
    widths: Vec<usize>,
}

impl Classes {
    /// The class of a value.
    pub fn class(&self, fact: FactId, value: ValueId) -> Option<usize> {
        self.class_of.get(usize::from(fact.0))?.get(usize::from(value.0)).copied()
    }

    /// The values of a class, in order.
    pub fn members(&self, fact: FactId, class: usize) -> impl Iterator<Item = ValueId> {
        let classes = self.class_of.get(usize::from(fact.0)).map(Vec::as_slice).unwrap_or_default();
        let members = classes.iter().enumerate().filter(move |(_, own)| **own == class);
        members.filter_map(|(at, _)| u16::try_from(at).ok()).map(ValueId)
    }

    /// How many classes each fact has, in asking order.
    pub fn widths(&self) -> &[usize] {
        &self.widths
    }

    /// How many values a fact has.
    pub fn values_count(&self, fact: FactId) -> usize {
        self.class_of.get(usize::from(fact.0)).map_or(0, Vec::len)
    }

    fn of(book: &Book) -> Self {
        let mut signatures: Vec<Vec<Vec<u32>>> =
            book.questions.iter().map(|question| vec![Vec::new(); question.choices.len()]).collect();
        let mut atoms = 0;
        for condition in conditions(book) {
            mark(condition, &mut signatures, &mut atoms);
        }
        let mut classes = Self::default();
        for values in signatures {
            let mut known: HashMap<Vec<u32>, usize> = HashMap::default();
            let of_fact = values.into_iter().map(|signature| {
                let next = known.len();
                *known.entry(signature).or_insert(next)
            });
            classes.class_of.push(of_fact.collect());
            classes.widths.push(known.len());
        }
        classes
    }
}

fn conditions(book: &Book) -> impl Iterator<Item = &Condition> {
    let issues = book.issues().flat_map(|(_, issue)| {
        issue
            .steps
            .iter()
            .filter_map(|step| step.when.as_ref())
            .chain(issue.doubts.iter().map(|doubt| &doubt.when))
    });
    book.concepts.iter().map(|concept| &concept.when).chain(issues)
}

fn mark(condition: &Condition, signatures: &mut [Vec<Vec<u32>>], atoms: &mut u32) {
    match condition {
        Condition::Among(fact, values) => {
            *atoms += 1;
            for value in values {
                let fact = signatures.get_mut(usize::from(fact.0));
                if let Some(signature) = fact.and_then(|fact| fact.get_mut(usize::from(value.0))) {
                    signature.push(*atoms);
                }
            }
        }
        Condition::Concept(_) => {}
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                mark(part, signatures, atoms);
            }
        }
        Condition::Not(part) => mark(part, signatures, atoms),
    }
}

/// Where a path of an issue ends.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ending {
    /// Place of the step that decides.
    pub step: usize,
    /// Places of the doubts that apply.
    pub doubts: Vec<usize>,
    /// The certainty that remains.
    pub certainty: Certainty,
}

/// One issue, compiled.
#[derive(Debug, Clone)]
pub struct CompiledIssue {
    /// Ends in places of `endings`.
    pub endings_root: NodeId,
    /// Ends in places of the issue's outcomes.
    pub outcomes_root: NodeId,
    /// The condition of each step; ends in 1 or 0.
    pub guards: Vec<NodeId>,
    /// Every ending that some path has, and possibly some that none has.
    pub endings: Vec<Ending>,
}

/// All issues, compiled.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// The classes of values.
    pub classes: Classes,
    /// Holds every diagram.
    pub arena: Arena,
    /// The issues in the rulebook's order.
    pub issues: Vec<CompiledIssue>,
    /// The concepts in the book's order; each ends in 1 or 0.
    pub concepts: Vec<NodeId>,
}

impl Compiled {
    /// Places of the steps of an issue that no facts can reach: earlier steps take every case.
    pub fn dead_steps(&self, issue: usize) -> Vec<usize> {
        let Some(compiled) = self.issues.get(issue) else { return Vec::new() };
        let ends = self.arena.ends(compiled.endings_root, &|_| None);
        let endings = ends.into_iter().filter_map(|end| ending_at(&compiled.endings, end));
        let alive: Vec<usize> = endings.map(|ending| ending.step).collect();
        (0..compiled.guards.len()).filter(|step| !alive.contains(step)).collect()
    }
}

/// Compiles a linked book.
///
/// # Errors
/// A problem for each issue whose diagram exceeds the budget.
pub fn compile(book: &Book) -> Result<Compiled, Vec<Problem>> {
    let mut bench = Workbench::new(Classes::of(book));
    let mut problems = Vec::new();
    for concept in &book.concepts {
        if let Err(TooLarge) = bench.concept(concept) {
            problems.push(too_large(&format!("concepts/{}.json", concept.id)));
        }
    }
    let mut issues = Vec::new();
    for (_, issue) in book.issues() {
        match bench.issue(issue) {
            Ok(diagrams) => issues.push(diagrams),
            Err(TooLarge) => problems.push(too_large(&format!("laws/{}/{}.json", issue.law, issue.id))),
        }
    }
    if problems.is_empty() { Ok(bench.finish(issues)) } else { Err(problems) }
}

fn too_large(file: &str) -> Problem {
    Problem::new(
        file,
        "",
        format!(
            "undecided: the conditions are so entangled that the diagram exceeds its budget of {NODES_MAX} nodes"
        ),
    )
}

/// Where a doubt touches the outcome of an ending, the ending with that doubt; else the ending itself.
fn doubted_end(issue: &Issue, endings: &mut Vec<Ending>, doubt_at: usize, end: u64) -> u64 {
    let (Some(ending), Some(doubt)) = (ending_at(endings, end).cloned(), issue.doubts.get(doubt_at)) else {
        return end;
    };
    let outcome = issue.steps.get(ending.step).map(|step| step.outcome);
    if !doubt.outcomes.is_empty() && !doubt.outcomes.iter().any(|touched| Some(*touched) == outcome) {
        return end;
    }
    let mut doubts = ending.doubts;
    doubts.push(doubt_at);
    let made = Ending { step: ending.step, doubts, certainty: ending.certainty.max(doubt.certainty) };
    let place = endings.iter().position(|known| *known == made).unwrap_or_else(|| {
        endings.push(made);
        endings.len() - 1
    });
    as_end(place)
}

fn ending_at(endings: &[Ending], end: u64) -> Option<&Ending> {
    usize::try_from(end).ok().and_then(|at| endings.get(at))
}

fn as_end(at: usize) -> u64 {
    u64::try_from(at).unwrap_or(u64::MAX)
}
