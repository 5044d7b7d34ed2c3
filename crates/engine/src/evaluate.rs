//! The result of every issue, exact when answers are missing.
//!
//! With some facts unknown, an issue's result is what every way of filling them in agrees on: the ends
//! that can still be reached in its diagram. One end: decided. Several: open.

use crate::agenda::{Agenda, Remaining};
use crate::answers::{Answer, Answers};
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
    let known = KnownClasses::of(rulebook, answers);
    let remaining = Remaining::of(rulebook, &known);
    let issues = rulebook.book().issues().zip(&rulebook.compiled().issues).enumerate();
    let results = issues.map(|(at, ((_, issue), compiled))| {
        evaluate_issue(rulebook, &known, at, issue, compiled, remaining.open_facts(at))
    });
    Evaluation { results: results.collect(), agenda: remaining.agenda(rulebook, answers, in_view) }
}

/// The class of each fact that is known, by level, for walks of a diagram.
#[derive(Debug, Clone, Default)]
pub(crate) struct KnownClasses(Vec<Option<usize>>);

impl KnownClasses {
    /// The classes of the values that are known.
    pub fn of(rulebook: &Rulebook, answers: &Answers) -> Self {
        let classes = &rulebook.compiled().classes;
        let mut known = vec![None; classes.widths().len()];
        for (fact, answer) in answers.iter() {
            if let (Answer::Known(value), Some(slot)) = (answer, known.get_mut(usize::from(fact.0))) {
                *slot = classes.class(fact, value);
            }
        }
        Self(known)
    }

    /// The class at a level, where it is known.
    pub fn at(&self, level: u16) -> Option<usize> {
        self.0.get(usize::from(level)).copied().flatten()
    }
}

fn evaluate_issue(
    rulebook: &Rulebook,
    known: &KnownClasses,
    at: usize,
    issue: &Issue,
    compiled: &CompiledIssue,
    open_facts: Vec<FactId>,
) -> IssueResult {
    let arena = &rulebook.compiled().arena;
    let possible: Vec<usize> = ends(arena, compiled.outcomes_root, known);
    let endings: Vec<&Ending> = ends(arena, compiled.endings_root, known)
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
        open_facts,
        deciding: explain::deciding_of(arena, known, compiled.outcomes_root, &possible),
        possible,
        steps,
        doubts,
        certainty: decided.then_some(certainty),
    }
}

fn ends(arena: &Arena, root: NodeId, known: &KnownClasses) -> Vec<usize> {
    let ends = arena.ends(root, &|level| known.at(level));
    ends.into_iter().filter_map(|end| usize::try_from(end).ok()).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_cited_once_with_its_worst_certainty() {
        let rulebook = crate::example();
        let (_, issue) = rulebook.book().issues().next().unwrap();
        let result = evaluate(&rulebook, &Answers::new(), |_| true).results.remove(0);
        assert_eq!(result.steps.len(), 2);
        let mut issue = issue.clone();
        let cite = issue.steps[0].cites[0].clone();
        issue.steps[1].cites =
            vec![cite.clone(), Citation { source: "other".to_owned(), at: "1".to_owned() }];
        (issue.steps[0].certainty, issue.steps[1].certainty) = (Certainty::A, Certainty::C);
        let cited = citations(&issue, &result);
        assert_eq!(cited[0], (cite, Certainty::C));
        assert_eq!((cited[1].0.source.as_str(), cited[1].1, cited.len()), ("other", Certainty::C, 2));
    }
}
