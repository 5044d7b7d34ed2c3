//! Joint positions of several diagrams: where all issues in view stand together, and where the answers
//! to the next question lead from there.
//!
//! What was found once is kept, since each answer of a person leads to a position that was looked at
//! before. Nothing that is kept changes a result: with an empty plan the same comes out, only later.

use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashMap as HashMap;

use crate::compile::Compiled;
use crate::diagram::{Arena, Node, NodeId, TooLarge};
use crate::order;

/// How many joint positions are looked at before bounds stand in for the exact number of questions.
/// The first few questions have thousands, which would take longer than a person notices.
const POSITIONS_MAX: usize = 400;
/// How many nodes the diagrams of the remaining questions may have together.
const NODES_MAX: usize = 1_000_000;
/// How many nodes are kept from one call to the next: what two or three questions need. A page's memory
/// never shrinks.
const KEPT_NODES_MAX: usize = 4_500;
/// How many joint positions are.
const KEPT_POSITIONS_MAX: usize = 1_000;

/// Diagrams whose ends are sets of outcomes, and the joint positions that were met in them.
#[derive(Debug)]
pub(crate) struct Plan {
    /// Holds the diagrams.
    pub arena: Arena,
    united: HashMap<(NodeId, NodeId), NodeId>,
    positions: Vec<Position>,
    places: HashMap<Vec<NodeId>, usize>,
}

/// Where several diagrams stand together.
#[derive(Debug)]
struct Position {
    /// Their nodes that are no ends, sorted, each once.
    roots: Vec<NodeId>,
    /// Where each class of the next answer leads, and last "I don't know"; empty until it was asked for.
    below: Vec<usize>,
}

/// An outcome's place as a set that holds it alone.
fn as_set(outcome: u64) -> u64 {
    1_u64.checked_shl(u32::try_from(outcome).unwrap_or(63)).unwrap_or(1 << 63)
}

impl Plan {
    /// A plan of what is left of all issues once known levels are fixed, and their diagrams in it, in the
    /// rulebook's order.
    pub fn of(compiled: &Compiled, known: &dyn Fn(u16) -> Option<usize>) -> (Self, Vec<NodeId>) {
        // Fixing facts only shrinks diagrams, so that this never exceeds the budget; forgetting may.
        let mut arena = Arena::new(NODES_MAX.saturating_add(compiled.arena.len()));
        let roots = compiled.issues.iter().map(|issue| {
            arena.restrict_from(&compiled.arena, issue.outcomes_root, known, &as_set).unwrap_or_default()
        });
        let roots = roots.collect();
        (Self::new(arena), roots)
    }

    /// A plan of the diagrams in an arena.
    fn new(arena: Arena) -> Self {
        Self { arena, united: HashMap::default(), positions: Vec::new(), places: HashMap::default() }
    }

    /// Goes on to where an answer leads; no class means "I don't know".
    ///
    /// # Errors
    /// Where the arena's budget is exceeded.
    pub fn answer(
        &mut self,
        widths: &[usize],
        roots: &mut [NodeId],
        level: u16,
        class: Option<usize>,
    ) -> Result<(), TooLarge> {
        for root in roots {
            *root = match class {
                Some(class) => self.arena.fix(*root, level, class)?,
                None => self.arena.forget(widths, *root, level, &mut self.united)?,
            };
        }
        Ok(())
    }

    /// The fewest and the most questions that can be left, "I don't know" being an answer like the
    /// others. Beyond the budget, `most` is what is given, and `least` as far as one can look ahead.
    pub fn questions_left(&mut self, widths: &[usize], roots: Vec<NodeId>, most: usize) -> (usize, usize) {
        let start = self.position(roots);
        let mut count = Count::default();
        match self.count(widths, start, &mut count) {
            Ok(found) => found,
            Err(TooLarge) => (self.least(widths, start), most),
        }
    }

    /// The place of the position in which these diagrams stand.
    fn position(&mut self, mut roots: Vec<NodeId>) -> usize {
        roots.retain(|root| matches!(self.arena.node(*root), Node::Branch(..)));
        order::sort(&mut roots);
        roots.dedup();
        if let Some(found) = self.places.get(&roots) {
            return *found;
        }
        let place = self.positions.len();
        self.places.insert(roots.clone(), place);
        self.positions.push(Position { roots, below: Vec::new() });
        place
    }

    /// The positions to which the answers to a position's question lead; none where nothing is asked.
    fn below(&mut self, widths: &[usize], place: usize) -> Result<Vec<usize>, TooLarge> {
        let Some(Position { roots, below }) = self.positions.get(place) else { return Ok(Vec::new()) };
        if !below.is_empty() {
            return Ok(below.clone());
        }
        let Some(level) = roots.iter().filter_map(|root| self.arena.level(*root)).min() else {
            return Ok(Vec::new());
        };
        let roots = roots.clone();
        let width = widths.get(usize::from(level)).copied().unwrap_or_default();
        let mut found = Vec::with_capacity(width + 1);
        for class in (0..width).map(Some).chain([None]) {
            let mut below = roots.clone();
            self.answer(widths, &mut below, level, class)?;
            found.push(self.position(below));
        }
        if let Some(position) = self.positions.get_mut(place) {
            position.below.clone_from(&found);
        }
        Ok(found)
    }

    fn count(
        &mut self,
        widths: &[usize],
        place: usize,
        count: &mut Count,
    ) -> Result<(usize, usize), TooLarge> {
        if let Some(Some(found)) = count.known.get(place) {
            return Ok(*found);
        }
        if self.positions.get(place).is_none_or(|position| position.roots.is_empty()) {
            return Ok((0, 0));
        }
        if count.looked_at >= POSITIONS_MAX {
            return Err(TooLarge);
        }
        let (mut least, mut most) = (usize::MAX, 0);
        for below in self.below(widths, place)? {
            let (fewest, greatest) = self.count(widths, below, count)?;
            least = least.min(fewest + 1);
            most = most.max(greatest + 1);
        }
        count.looked_at += 1;
        if place >= count.known.len() {
            count.known.resize(place + 1, None);
        }
        if let Some(slot) = count.known.get_mut(place) {
            *slot = Some((least, most));
        }
        Ok((least, most))
    }

    /// A number of questions than which there are never fewer: as far as one can look ahead by breadth.
    fn least(&mut self, widths: &[usize], start: usize) -> usize {
        let mut seen = vec![false; start + 1];
        let mut front = vec![start];
        let (mut depth, mut looked_at) = (0, 0);
        while !front.is_empty() {
            let mut next = Vec::new();
            for place in front {
                if self.positions.get(place).is_none_or(|position| position.roots.is_empty()) {
                    return depth;
                }
                looked_at += 1;
                let Ok(below) = self.below(widths, place) else { return depth + 1 };
                if looked_at >= POSITIONS_MAX {
                    return depth + 1;
                }
                for place in below {
                    if place >= seen.len() {
                        seen.resize(place + 1, false);
                    }
                    if let Some(seen) = seen.get_mut(place).filter(|seen| !**seen) {
                        *seen = true;
                        next.push(place);
                    }
                }
            }
            depth += 1;
            front = next;
        }
        depth
    }
}

/// What was counted in one call.
#[derive(Default)]
struct Count {
    /// Beside each position the fewest and the most questions.
    known: Vec<Option<(usize, usize)>>,
    looked_at: usize,
}

/// The plan of a rulebook, which lives from one call to the next until it grows too large.
#[derive(Debug, Default)]
pub(crate) struct Kept(Mutex<Option<(Plan, Vec<NodeId>)>>);

impl Kept {
    /// Lends the plan and the diagrams of all issues in it.
    pub fn with<Found>(
        &self,
        compiled: &Compiled,
        work: impl FnOnce(&mut Plan, &[NodeId]) -> Found,
    ) -> Found {
        // Whoever panicked while holding it left nothing half done that could be read.
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_small =
            |plan: &Plan| plan.arena.len() <= KEPT_NODES_MAX && plan.positions.len() <= KEPT_POSITIONS_MAX;
        let (mut plan, roots) =
            kept.take().filter(|(plan, _)| is_small(plan)).unwrap_or_else(|| Plan::of(compiled, &|_| None));
        let found = work(&mut plan, &roots);
        *kept = Some((plan, roots));
        found
    }
}

impl Clone for Kept {
    fn clone(&self) -> Self {
        Self::default()
    }
}

#[cfg(test)]
mod tests {
    use deemed_proving::{Lot, real};

    use super::*;
    use crate::agenda::follow;
    use crate::{Answer, Answers, Rulebook, ValueId};

    fn rulebook() -> Rulebook {
        let files = real::files();
        Rulebook::load(files.iter().map(|(path, text)| (path.as_str(), text.as_str()))).unwrap()
    }

    fn sheet(rulebook: &Rulebook, lot: &mut Lot) -> Answers {
        let mut answers = Answers::new();
        for question in &rulebook.book().questions {
            let value = u16::try_from(lot.below(question.choices.len())).unwrap();
            match lot.below(4) {
                0 => {}
                1 => answers.set(question.id, Answer::DontKnow),
                _ => answers.set(question.id, Answer::Known(ValueId(value))),
            }
        }
        answers
    }

    #[test]
    fn what_is_kept_changes_nothing_and_stays_small() {
        let rulebook = rulebook();
        let mut lot = Lot(7);
        let mut largest = 0;
        for _ in 0..60 {
            let answers = sheet(&rulebook, &mut lot);
            // A clone begins with an empty plan.
            let fresh = follow(&rulebook.clone(), &answers, |_| true);
            assert_eq!(follow(&rulebook, &answers, |_| true), fresh);
            assert_eq!(follow(&rulebook, &answers, |_| true), fresh);
            rulebook.with_plan(|plan, _| {
                assert!(plan.arena.len() <= KEPT_NODES_MAX && plan.positions.len() <= KEPT_POSITIONS_MAX);
                largest = largest.max(plan.positions.len());
            });
        }
        assert!(largest > 0, "nothing was kept");
    }

    #[test]
    fn the_start_of_the_real_rulebook_is_beyond_the_budget_and_bounded_all_the_same() {
        let rulebook = rulebook();
        let agenda = follow(&rulebook, &Answers::new(), |_| true).agenda;
        assert_eq!(agenda.most, agenda.remaining.len());
        assert!(agenda.least >= 1 && agenda.least < agenda.most);
        let widths = rulebook.compiled().classes.widths().to_vec();
        rulebook.with_plan(|plan, roots| {
            let start = plan.position(roots.to_vec());
            assert_eq!(plan.count(&widths, start, &mut Count::default()), Err(TooLarge));
            let below = plan.below(&widths, start).unwrap();
            assert_eq!(below, plan.below(&widths, start).unwrap());
            assert_eq!(below.len(), widths[0] + 1);
            // Looking ahead ends at the budget, with what was seen until then.
            let before = plan.positions.len();
            assert!(plan.least(&widths, start) >= 2);
            assert!(plan.positions.len() - before < POSITIONS_MAX * 30);
        });
    }

    #[test]
    fn outcomes_are_sets_of_one_and_the_last_bit_stands_for_all_beyond() {
        assert_eq!([as_set(0), as_set(5), as_set(63), as_set(64)], [1, 32, 1 << 63, 1 << 63]);
        assert_eq!(as_set(u64::MAX), 1 << 63);
    }

    #[test]
    fn an_end_asks_nothing_and_a_diagram_asks_at_least_once() {
        let mut arena = Arena::new(100);
        let leaves: Vec<NodeId> = (0..3).map(|number| arena.leaf(as_set(number)).unwrap()).collect();
        let below = arena.branch(1, [leaves[0], leaves[1]]).unwrap();
        let root = arena.branch(0, [below, leaves[2]]).unwrap();
        let widths = [2, 2];
        let mut plan = Plan::new(arena);
        assert_eq!(plan.questions_left(&widths, vec![leaves[0]], 9), (0, 0));
        assert_eq!(plan.questions_left(&widths, vec![below], 9), (1, 1));
        assert_eq!(plan.questions_left(&widths, vec![root], 9), (1, 2));
        let start = plan.position(vec![root]);
        assert_eq!(plan.least(&widths, start), 1);
        let deeper = plan.position(vec![below, root]);
        assert_eq!(plan.least(&widths, deeper), 2);
        let end = plan.position(Vec::new());
        assert_eq!(plan.least(&widths, end), 0);
    }
}
