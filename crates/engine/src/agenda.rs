//! What to ask next, and how many questions are left.
//!
//! Each issue in view becomes a diagram over the questions that may still be asked: known facts are
//! fixed, facts answered with "I don't know" are forgotten (their ends united), and the ends are sets of
//! outcomes. A question is asked only while its fact is still tested in one of them, so no question is
//! asked that can no longer change anything.

use rustc_hash::FxHashMap as HashMap;

use crate::answers::{Answer, Answers};
use crate::diagram::{Arena, Node, NodeId, TooLarge};
use crate::evaluate::KnownClasses;
use crate::load::Rulebook;
use crate::model::{FactId, Law};
use crate::order;

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

/// How many joint positions are looked at before bounds stand in for the exact `least` and `most`.
/// The first few questions have thousands, which would take longer than a person notices.
const POSITIONS_MAX: usize = 400;
/// How many nodes the diagrams of the remaining questions may have together.
const NODES_MAX: usize = 1_000_000;

/// What is left of the diagrams of all issues once known facts are fixed. Their ends are sets of
/// outcomes, one bit each; an issue has at most 64.
#[derive(Debug)]
pub(crate) struct Remaining {
    arena: Arena,
    /// One for each issue, in the rulebook's order.
    roots: Vec<NodeId>,
}

impl Remaining {
    /// Fixes what is known.
    pub fn of(rulebook: &Rulebook, known: &KnownClasses) -> Self {
        let compiled = rulebook.compiled();
        // Fixing facts only shrinks diagrams, so that this never exceeds the budget; forgetting may.
        let mut arena = Arena::new(NODES_MAX.saturating_add(compiled.arena.len()));
        let as_set =
            |outcome: u64| 1_u64.checked_shl(u32::try_from(outcome).unwrap_or(63)).unwrap_or(1 << 63);
        let roots = compiled.issues.iter().map(|issue| {
            let root =
                arena.restrict_from(&compiled.arena, issue.outcomes_root, &|level| known.at(level), &as_set);
            root.unwrap_or_default()
        });
        let roots = roots.collect();
        Self { arena, roots }
    }

    /// The unknown facts on which an issue's outcome can still depend, in asking order. In a reduced
    /// diagram every fact that is tested matters.
    pub fn open_facts(&self, issue: usize) -> Vec<FactId> {
        let root = self.roots.get(issue).filter(|root| self.arena.level(**root).is_some());
        root.map(|root| self.arena.levels(*root).into_iter().map(FactId).collect()).unwrap_or_default()
    }

    /// Plans the rest of the questions over the laws in view.
    pub fn agenda(
        mut self,
        rulebook: &Rulebook,
        answers: &Answers,
        in_view: impl Fn(&Law) -> bool,
    ) -> Agenda {
        let of_laws = rulebook.book().issues().zip(&self.roots);
        let roots = of_laws.filter(|((law, _), _)| in_view(law)).map(|(_, root)| *root).collect();
        match self.forget(rulebook, answers, roots) {
            Ok(roots) => of_roots(rulebook, &mut self.arena, roots),
            Err(TooLarge) => Agenda::default(),
        }
    }

    /// Forgets the facts that were answered with "I don't know".
    fn forget(
        &mut self,
        rulebook: &Rulebook,
        answers: &Answers,
        mut roots: Vec<NodeId>,
    ) -> Result<Vec<NodeId>, TooLarge> {
        let widths = rulebook.compiled().classes.widths();
        for (fact, answer) in answers.iter() {
            if answer == Answer::DontKnow {
                for root in &mut roots {
                    *root = self.arena.forget(widths, *root, fact.0)?;
                }
            }
        }
        Ok(roots)
    }
}

fn of_roots(rulebook: &Rulebook, arena: &mut Arena, mut roots: Vec<NodeId>) -> Agenda {
    roots.retain(|root| arena.level(*root).is_some());
    order::sort(&mut roots);
    roots.dedup();
    let mut remaining: Vec<u16> = roots.iter().flat_map(|root| arena.levels(*root)).collect();
    order::sort(&mut remaining);
    remaining.dedup();
    let mut counter =
        Counter { arena, widths: rulebook.compiled().classes.widths(), known: HashMap::default() };
    // Beyond the budget, bounds that hold stand in: every remaining question may be asked.
    let (least, most) = match counter.count(roots.clone()) {
        Ok(found) => found,
        Err(TooLarge) => (counter.least(roots), remaining.len()),
    };
    Agenda {
        next: remaining.first().map(|level| FactId(*level)),
        least,
        most,
        remaining: remaining.into_iter().map(FactId).collect(),
    }
}

struct Counter<'a> {
    arena: &'a mut Arena,
    widths: &'a [usize],
    known: HashMap<Vec<NodeId>, (usize, usize)>,
}

impl Counter<'_> {
    /// The fewest and the most questions from a joint position of all issues, "I don't know" being an
    /// answer like the others.
    fn count(&mut self, roots: Vec<NodeId>) -> Result<(usize, usize), TooLarge> {
        let Some(level) = roots.iter().filter_map(|root| self.arena.level(*root)).min() else {
            return Ok((0, 0));
        };
        if let Some(found) = self.known.get(&roots) {
            return Ok(*found);
        }
        if self.known.len() >= POSITIONS_MAX {
            return Err(TooLarge);
        }
        let mut least = usize::MAX;
        let mut most = 0;
        for below in self.below(&roots, level)? {
            let (fewest, greatest) = self.count(below)?;
            least = least.min(fewest + 1);
            most = most.max(greatest + 1);
        }
        let found = (least, most);
        self.known.insert(roots, found);
        Ok(found)
    }

    /// The positions to which the answers to one question lead.
    fn below(&mut self, roots: &[NodeId], level: u16) -> Result<Vec<Vec<NodeId>>, TooLarge> {
        let width = self.widths.get(usize::from(level)).copied().unwrap_or_default();
        let mut positions = Vec::with_capacity(width + 1);
        for class in 0..=width {
            let mut below = Vec::with_capacity(roots.len());
            for root in roots {
                below.push(if class < width {
                    self.arena.child(*root, level, class)
                } else {
                    self.arena.forget(self.widths, *root, level)?
                });
            }
            below.retain(|root| matches!(self.arena.node(*root), Node::Branch(..)));
            order::sort(&mut below);
            below.dedup();
            positions.push(below);
        }
        Ok(positions)
    }

    /// A number of questions than which there are never fewer: as far as one can look ahead by breadth.
    fn least(&mut self, roots: Vec<NodeId>) -> usize {
        let mut front = vec![roots];
        let mut depth = 0;
        let mut looked_at = 0;
        while !front.iter().any(Vec::is_empty) {
            let mut next = Vec::new();
            depth += 1;
            for position in &front {
                let level = position.iter().filter_map(|root| self.arena.level(*root)).min();
                looked_at += 1;
                match level.map(|level| self.below(position, level)) {
                    Some(Ok(below)) if looked_at < POSITIONS_MAX => next.extend(below),
                    _ => return depth,
                }
            }
            order::sort(&mut next);
            next.dedup();
            front = next;
        }
        depth
    }
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
    let mut used = Answers::new();
    match follow_diagrams(rulebook, answers, in_view, &mut used) {
        Ok((mut arena, roots)) => Course { agenda: of_roots(rulebook, &mut arena, roots), used },
        Err(TooLarge) => Course { used, agenda: Agenda::default() },
    }
}

fn follow_diagrams(
    rulebook: &Rulebook,
    answers: &Answers,
    in_view: impl Fn(&Law) -> bool,
    used: &mut Answers,
) -> Result<(Arena, Vec<NodeId>), TooLarge> {
    let widths = rulebook.compiled().classes.widths();
    let Remaining { mut arena, roots } = Remaining::of(rulebook, &KnownClasses::default());
    let of_laws = rulebook.book().issues().zip(roots);
    let mut roots: Vec<NodeId> = of_laws.filter(|((law, _), _)| in_view(law)).map(|(_, root)| root).collect();
    let given = KnownClasses::of(rulebook, answers);
    for (fact, answer) in answers.iter() {
        if !roots.iter().any(|root| arena.tests(*root, fact.0)) {
            continue;
        }
        used.set(fact, answer);
        let class = given.at(fact.0);
        let known = |level| if level == fact.0 { class } else { None };
        // A fresh arena at each step holds only what can still be reached.
        let mut next = Arena::new(NODES_MAX);
        for root in &mut roots {
            *root = next.restrict_from(&arena, *root, &known, &|end| end)?;
            if answer == Answer::DontKnow {
                *root = next.forget(widths, *root, fact.0)?;
            }
        }
        arena = next;
    }
    Ok((arena, roots))
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
