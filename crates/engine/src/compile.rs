//! From steps to diagrams.
//!
//! Values that no condition of the rulebook tells apart are one class, so two hundred places become a
//! dozen. Each issue becomes two diagrams: one that ends in steps (with the doubts that apply), one that
//! ends in outcomes. All issues share one arena.

use rustc_hash::FxHashMap as HashMap;

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
    let classes = Classes::of(book);
    let mut compiler = Compiler { arena: Arena::new(NODES_MAX), classes, concepts: Vec::new() };
    let mut problems = Vec::new();
    for concept in &book.concepts {
        let node = compiler.condition(&concept.when).unwrap_or_else(|TooLarge| {
            problems.push(too_large(&format!("concepts/{}.json", concept.id)));
            compiler.concepts.last().copied().unwrap_or_else(|| compiler.nothing())
        });
        compiler.concepts.push(node);
    }
    let mut issues = Vec::new();
    for (_, issue) in book.issues() {
        let file = format!("laws/{}/{}.json", issue.law, issue.id);
        match compiler.issue(issue) {
            Ok(diagrams) => issues.push(diagrams),
            Err(TooLarge) => problems.push(too_large(&file)),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    compiler.finish(issues).map_err(|TooLarge| vec![too_large("rulebook.json")])
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

struct Compiler {
    arena: Arena,
    classes: Classes,
    concepts: Vec<NodeId>,
}

impl Compiler {
    /// Leaves out every node that only helped to make others. What answers need most comes first, so that
    /// tables beside the nodes stay short.
    fn finish(self, mut issues: Vec<CompiledIssue>) -> Result<Compiled, TooLarge> {
        let Self { arena, classes, mut concepts } = self;
        let mut kept = Arena::new(NODES_MAX);
        let mut roots: Vec<&mut NodeId> = Vec::new();
        let mut guards: Vec<&mut NodeId> = Vec::new();
        let mut endings: Vec<&mut NodeId> = Vec::new();
        for issue in &mut issues {
            roots.push(&mut issue.outcomes_root);
            endings.push(&mut issue.endings_root);
            guards.extend(&mut issue.guards);
        }
        let all = roots.into_iter().chain(endings).chain(guards).chain(&mut concepts);
        // A copy of part of an arena keeps within the budget that the arena kept within.
        kept.copy_from(&arena, all)?;
        Ok(Compiled { classes, arena: kept, issues, concepts })
    }

    fn nothing(&mut self) -> NodeId {
        // An arena that is full still knows its first leaf, made with the first condition.
        self.arena.leaf(0).unwrap_or_else(|TooLarge| self.concepts.first().copied().unwrap_or_default())
    }

    fn condition(&mut self, condition: &Condition) -> Result<NodeId, TooLarge> {
        let no = self.arena.leaf(0)?;
        let yes = self.arena.leaf(1)?;
        match condition {
            Condition::Among(fact, values) => {
                let width = self.classes.widths.get(usize::from(fact.0)).copied().unwrap_or_default();
                let mut children = vec![no; width];
                for class in values.iter().filter_map(|value| self.classes.class(*fact, *value)) {
                    if let Some(child) = children.get_mut(class) {
                        *child = yes;
                    }
                }
                if children.is_empty() { Ok(no) } else { self.arena.branch(fact.0, children) }
            }
            Condition::Concept(at) => Ok(self.concepts.get(*at).copied().unwrap_or(no)),
            Condition::All(parts) => parts.iter().try_fold(yes, |sum, part| {
                let part = self.condition(part)?;
                self.arena.choose(&self.classes.widths, sum, part, no)
            }),
            Condition::Any(parts) => parts.iter().try_fold(no, |sum, part| {
                let part = self.condition(part)?;
                self.arena.choose(&self.classes.widths, sum, yes, part)
            }),
            Condition::Not(part) => {
                let part = self.condition(part)?;
                self.arena.choose(&self.classes.widths, part, no, yes)
            }
        }
    }

    fn issue(&mut self, issue: &Issue) -> Result<CompiledIssue, TooLarge> {
        let mut endings: Vec<Ending> = issue
            .steps
            .iter()
            .enumerate()
            .map(|(step, own)| Ending { step, doubts: Vec::new(), certainty: own.certainty })
            .collect();
        let mut guards = Vec::new();
        for step in &issue.steps {
            guards.push(match &step.when {
                Some(when) => self.condition(when)?,
                None => self.arena.leaf(1)?,
            });
        }
        let mut root = self.arena.leaf(as_end(issue.steps.len().saturating_sub(1)))?;
        for (at, guard) in guards.iter().enumerate().rev() {
            let end = self.arena.leaf(as_end(at))?;
            root = self.arena.choose(&self.classes.widths, *guard, end, root)?;
        }
        for (at, doubt) in issue.doubts.iter().enumerate() {
            let when = self.condition(&doubt.when)?;
            let mut label = |end| doubted_end(issue, &mut endings, at, end);
            root = self.arena.relabel_where(&self.classes.widths, when, root, &mut label)?;
        }
        let outcome_of = |end: u64| {
            ending_at(&endings, end)
                .and_then(|ending| issue.steps.get(ending.step))
                .map_or(0, |step| as_end(step.outcome))
        };
        let outcomes_root = self.arena.relabel(root, &mut |end| outcome_of(end))?;
        Ok(CompiledIssue { endings_root: root, outcomes_root, guards, endings })
    }
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
