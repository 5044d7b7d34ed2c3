//! What to ask next, and how many questions are left.
//!
//! Each issue in view becomes a diagram over the questions that may still be asked: known facts are
//! fixed, facts answered with "I don't know" are forgotten (their ends united), and the ends are sets of
//! outcomes. A question is asked only while its fact is still tested in one of them, so no question is
//! asked that can no longer change anything.

use crate::answers::{Answer, Answers};
use crate::diagram::{NodeId, TooLarge};
use crate::evaluate::KnownClasses;
use crate::load::Rulebook;
use crate::model::{FactId, Law};
use crate::order;
use crate::plan::Plan;

/// What is left to ask.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agenda {
    /// The next question; none when nothing more can change a result.
    pub next: Option<FactId>,
    /// The fewest questions that can be left.
    pub least: usize,
    /// The most questions that can be left.
    pub most: usize,
    /// Facts that may still be asked, in asking order.
    pub remaining: Vec<FactId>,
}

/// What is left of the diagrams of all issues once known facts are fixed. Their ends are sets of
/// outcomes, one bit each; an issue has at most 64.
#[derive(Debug)]
pub(crate) struct Remaining {
    plan: Plan,
    /// One for each issue, in the rulebook's order.
    roots: Vec<NodeId>,
}

impl Remaining {
    /// Fixes what is known.
    pub fn of(rulebook: &Rulebook, known: &KnownClasses) -> Self {
        let (plan, roots) = Plan::of(rulebook.compiled(), &|level| known.at(level));
        Self { plan, roots }
    }

    /// The unknown facts on which an issue's outcome can still depend, in asking order. In a reduced
    /// diagram every fact that is tested matters.
    pub fn open_facts(&self, issue: usize) -> Vec<FactId> {
        let root = self.roots.get(issue).filter(|root| self.plan.arena.level(**root).is_some());
        root.map(|root| self.plan.arena.levels(*root).into_iter().map(FactId).collect()).unwrap_or_default()
    }

    /// Plans the rest of the questions over the laws in view.
    pub fn agenda(
        mut self,
        rulebook: &Rulebook,
        answers: &Answers,
        in_view: impl Fn(&Law) -> bool,
    ) -> Agenda {
        let widths = rulebook.compiled().classes.widths();
        let of_laws = rulebook.book().issues().zip(&self.roots);
        let mut roots: Vec<NodeId> =
            of_laws.filter(|((law, _), _)| in_view(law)).map(|(_, root)| *root).collect();
        let unknown = answers.iter().filter(|(_, answer)| *answer == Answer::DontKnow);
        for (fact, _) in unknown {
            if self.plan.answer(widths, &mut roots, fact.0, None).is_err() {
                return Agenda::default();
            }
        }
        of_roots(&mut self.plan, widths, roots)
    }
}

/// The facts that may still be asked, in asking order.
fn remaining(plan: &Plan, roots: &[NodeId]) -> Vec<FactId> {
    let mut levels: Vec<u16> = roots.iter().flat_map(|root| plan.arena.levels(*root)).collect();
    order::sort(&mut levels);
    levels.dedup();
    levels.into_iter().map(FactId).collect()
}

fn of_roots(plan: &mut Plan, widths: &[usize], roots: Vec<NodeId>) -> Agenda {
    let remaining = remaining(plan, &roots);
    // Beyond the budget, bounds that hold stand in: every remaining question may be asked.
    let (least, most) = plan.questions_left(widths, roots, remaining.len());
    Agenda { next: remaining.first().copied(), least, most, remaining }
}

/// What a person's answers lead to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Course {
    /// The answers that count: those to questions that the answers before them, in asking order, lead
    /// to. The rest was given on another way and can change nothing now.
    pub used: Answers,
    /// What is left to ask.
    pub agenda: Agenda,
}

/// Follows the answers in asking order over the laws in view.
pub fn follow(rulebook: &Rulebook, answers: &Answers, in_view: impl Fn(&Law) -> bool) -> Course {
    let widths = rulebook.compiled().classes.widths();
    walk(rulebook, answers, in_view, |plan, used, roots| {
        let agenda = roots.map(|roots| of_roots(plan, widths, roots)).unwrap_or_default();
        Course { used, agenda }
    })
}

/// The way so far, without a count of what is left.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Way {
    /// The answers that count, as in [`Course`].
    pub used: Answers,
    /// The next question, as in [`Agenda`].
    pub next: Option<FactId>,
}

/// As [`follow`], without counting what is left, which takes longer than all the rest.
pub fn way(rulebook: &Rulebook, answers: &Answers, in_view: impl Fn(&Law) -> bool) -> Way {
    walk(rulebook, answers, in_view, |plan, used, roots| {
        let levels = roots.unwrap_or_default().into_iter().filter_map(|root| plan.arena.level(root));
        Way { used, next: levels.min().map(FactId) }
    })
}

/// Walks down the diagrams of the laws in view, answer by answer, and hands over the answers that were
/// met and where that led.
fn walk<Found>(
    rulebook: &Rulebook,
    answers: &Answers,
    in_view: impl Fn(&Law) -> bool,
    then: impl FnOnce(&mut Plan, Answers, Result<Vec<NodeId>, TooLarge>) -> Found,
) -> Found {
    let widths = rulebook.compiled().classes.widths();
    let given = KnownClasses::of(rulebook, answers);
    let are_in_view: Vec<bool> = rulebook.book().issues().map(|(law, _)| in_view(law)).collect();
    rulebook.with_plan(|plan, all| {
        let of_issues = all.iter().zip(&are_in_view);
        let mut roots: Vec<NodeId> = of_issues.filter(|(_, is)| **is).map(|(root, _)| *root).collect();
        let mut used = Answers::new();
        for (fact, answer) in answers.iter() {
            if !roots.iter().any(|root| plan.arena.tests(*root, fact.0)) {
                continue;
            }
            used.set(fact, answer);
            if let Err(too_large) = plan.answer(widths, &mut roots, fact.0, given.at(fact.0)) {
                return then(plan, used, Err(too_large));
            }
        }
        then(plan, used, Ok(roots))
    })
}

/// What the answer to a question can still separate: for each issue, the outcomes that some answer
/// leaves possible and another rules out. Issues on which it has no bearing are left out.
pub fn separates(rulebook: &Rulebook, answers: &Answers, fact: FactId) -> Vec<(usize, Vec<usize>)> {
    let compiled = rulebook.compiled();
    let given = KnownClasses::of(rulebook, answers);
    let mut found = Vec::new();
    for (at, issue) in compiled.issues.iter().enumerate() {
        let width = compiled.classes.widths().get(usize::from(fact.0)).copied().unwrap_or_default();
        let of_class = |class: usize| {
            compiled.arena.ends(issue.outcomes_root, &|level| {
                if level == fact.0 { Some(class) } else { given.at(level) }
            })
        };
        let sets: Vec<Vec<u64>> = (0..width).map(of_class).collect();
        let mut all: Vec<u64> = Vec::new();
        for outcome in sets.iter().flatten() {
            if !all.contains(outcome) {
                all.push(*outcome);
            }
        }
        order::sort(&mut all);
        all.retain(|outcome| !sets.iter().all(|set| set.contains(outcome)));
        if !all.is_empty() {
            found.push((at, all.into_iter().filter_map(|outcome| usize::try_from(outcome).ok()).collect()));
        }
    }
    found
}
