//! The result of every issue, exact when answers are missing.
//!
//! With some facts unknown, an issue's result is what every way of filling them in agrees on: the ends
//! that can still be reached in its diagram. One end: decided. Several: open.

use crate::agenda::{self, Agenda};
use crate::answers::Answers;
use crate::compile::{CompiledIssue, Ending};
use crate::diagram::{Arena, NodeId};
use crate::explain;
use crate::load::Rulebook;
use crate::model::{Certainty, Citation, FactId, Issue, Law};
use crate::order;

/// What comes out for one issue.
#[derive(Debug, Clone, PartialEq)]
pub struct IssueResult {
    /// Place of the issue among all issues of the rulebook.
    pub issue: usize,
    /// Places of the outcomes that can still be reached, in the issue's order. Never empty.
    pub possible: Vec<usize>,
    /// Unknown facts on which the outcome can still depend, in asking order.
    pub open_facts: Vec<FactId>,
    /// A smallest set of given facts that alone leaves exactly these outcomes, in asking order.
    pub deciding: Vec<FactId>,
    /// Places of the steps that can still decide, in order.
    pub steps: Vec<usize>,
    /// Places of the doubts that can still apply, in order.
    pub doubts: Vec<usize>,
    /// The worst certainty of any way on; none while open.
    pub certainty: Option<Certainty>,
}

impl IssueResult {
    /// The outcome's place, if every way of filling in the unknown facts gives the same one.
    pub fn outcome(&self) -> Option<usize> {
        match self.possible.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// Whether it is decided.
    pub fn is_decided(&self) -> bool {
        self.outcome().is_some()
    }
}

/// What comes out for all issues.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// One result for each issue, in the rulebook's order.
    pub results: Vec<IssueResult>,
    /// What to ask next, and how much is left.
    pub agenda: Agenda,
}

/// Evaluates every issue and plans the next question over the laws in view.
///
/// ```
/// use deemed_engine::{Answer, Answers, evaluate};
/// let rulebook = deemed_engine::example();
/// let sky = rulebook.book().question("sky").unwrap();
/// let mut answers = Answers::new();
/// answers.set(sky.id, Answer::Known(sky.value("blue").unwrap()));
/// let evaluation = evaluate(&rulebook, &answers, |_| true);
/// assert!(evaluation.results[0].is_decided());
/// ```
pub fn evaluate(rulebook: &Rulebook, answers: &Answers, in_view: impl Fn(&Law) -> bool) -> Evaluation {
    let issues = rulebook.book().issues().zip(&rulebook.compiled().issues).enumerate();
    let results =
        issues.map(|(at, ((_, issue), compiled))| evaluate_issue(rulebook, answers, at, issue, compiled));
    Evaluation { results: results.collect(), agenda: agenda::plan(rulebook, answers, in_view) }
}

/// The class of each fact that is known, for walks of a diagram.
pub(crate) fn known_class(rulebook: &Rulebook, answers: &Answers, level: u16) -> Option<usize> {
    let fact = FactId(level);
    rulebook.compiled().classes.class(fact, answers.known(fact)?)
}

fn evaluate_issue(
    rulebook: &Rulebook,
    answers: &Answers,
    at: usize,
    issue: &Issue,
    compiled: &CompiledIssue,
) -> IssueResult {
    let arena = &rulebook.compiled().arena;
    let known = |level| known_class(rulebook, answers, level);
    let possible: Vec<usize> = ends(arena, compiled.outcomes_root, &known);
    let endings: Vec<&Ending> = ends(arena, compiled.endings_root, &known)
        .into_iter()
        .filter_map(|end| compiled.endings.get(end))
        .collect();
    let mut steps: Vec<usize> = endings.iter().map(|ending| ending.step).collect();
    let mut doubts: Vec<usize> = endings.iter().flat_map(|ending| ending.doubts.iter().copied()).collect();
    order::sort(&mut steps);
    steps.dedup();
    order::sort(&mut doubts);
    doubts.dedup();
    // Should nothing be reached, which no sound rulebook allows, the last step stands: it promises least.
    if steps.is_empty() {
        steps.push(issue.steps.len().saturating_sub(1));
    }
    let decided = possible.len() == 1;
    let certainty = endings.iter().map(|ending| ending.certainty).max().unwrap_or(Certainty::C);
    IssueResult {
        issue: at,
        open_facts: if decided { Vec::new() } else { open_facts(arena, compiled.outcomes_root, &known) },
        deciding: explain::deciding(rulebook, answers, compiled.outcomes_root, &possible),
        possible,
        steps,
        doubts,
        certainty: decided.then_some(certainty),
    }
}

fn ends(arena: &Arena, root: NodeId, known: &dyn Fn(u16) -> Option<usize>) -> Vec<usize> {
    arena.ends(root, known).into_iter().filter_map(|end| usize::try_from(end).ok()).collect()
}

fn open_facts(arena: &Arena, root: NodeId, known: &dyn Fn(u16) -> Option<usize>) -> Vec<FactId> {
    // Restricting can only shrink a diagram, so the arena's own size is budget enough.
    let mut scratch = Arena::new(arena.len());
    match scratch.restrict_from(arena, root, known, &|end| end) {
        Ok(root) => scratch.levels(root).into_iter().map(FactId).collect(),
        Err(_) => Vec::new(),
    }
}

/// The citations of a result: those of its steps, then of its doubts; each with the worst certainty
/// with which it is cited.
pub fn citations(issue: &Issue, result: &IssueResult) -> Vec<(Citation, Certainty)> {
    let of_steps =
        result.steps.iter().filter_map(|at| issue.steps.get(*at)).map(|step| (&step.cites, step.certainty));
    let of_doubts = result
        .doubts
        .iter()
        .filter_map(|at| issue.doubts.get(*at))
        .map(|doubt| (&doubt.cites, doubt.certainty));
    let mut found: Vec<(Citation, Certainty)> = Vec::new();
    for (cites, certainty) in of_steps.chain(of_doubts) {
        for cite in cites {
            match found.iter_mut().find(|(known, _)| known == cite) {
                Some((_, worst)) => *worst = (*worst).max(certainty),
                None => found.push((cite.clone(), certainty)),
            }
        }
    }
    found
}
