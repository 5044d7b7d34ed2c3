//! Why a result is what it is: what decided it, what would change it, what to find out.
//!
//! "What decided it" is a smallest sufficient reason (Shih, Choi, Darwiche 2018; Darwiche and Ji 2022),
//! found by implicit hitting sets: a set of answers is sufficient exactly when it meets every set of
//! answers whose change could lead elsewhere (Ignatiev, Narodytska, Marques-Silva 2019).

use crate::answers::Answers;
use crate::diagram::table::Table;
use crate::diagram::{Arena, Node, NodeId};
use crate::evaluate::{IssueResult, KnownClasses};
use crate::load::Rulebook;
use crate::model::{FactId, Nature, ValueId};
use crate::order;

/// A way in which the outcome would be another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Place of the outcome that would come out.
    pub outcome: usize,
    /// Answers that would be different: the fact, and one value that leads there.
    pub differences: Vec<(FactId, ValueId)>,
    /// Facts still unknown that would have to turn out so as well.
    pub also: Vec<(FactId, ValueId)>,
}

/// What finding out one open fact would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindOut {
    /// The open fact.
    pub fact: FactId,
    /// Values after which the outcome is decided, with that outcome; one entry for each class of values.
    pub settles: Vec<(Vec<ValueId>, usize)>,
    /// Whether some value leaves the outcome open.
    pub may_stay_open: bool,
}

/// A smallest set of given facts that alone leaves no outcome beyond `possible`.
pub fn deciding(rulebook: &Rulebook, answers: &Answers, root: NodeId, possible: &[usize]) -> Vec<FactId> {
    deciding_of(&rulebook.compiled().arena, &KnownClasses::of(rulebook, answers), root, possible)
}

/// As [`deciding`].
pub(crate) fn deciding_of(
    arena: &Arena,
    known: &KnownClasses,
    root: NodeId,
    possible: &[usize],
) -> Vec<FactId> {
    let kept_out = |end: u64| !usize::try_from(end).is_ok_and(|end| possible.contains(&end));
    let mut differences: Vec<Vec<u16>> = Vec::new();
    let mut table = Table::new(NodeId::default(), Known::NotYet);
    loop {
        let chosen = smallest_hitting_set(&differences);
        let price = |level: u16| match known.at(level) {
            Some(given) if chosen.contains(&level) => Price::Fixed(given),
            Some(given) => Price::Given(given),
            None => Price::Free,
        };
        let Some(path) = cheapest(arena, root, &price, &kept_out, &mut table) else {
            let mut facts: Vec<FactId> = chosen.into_iter().map(FactId).collect();
            order::sort(&mut facts);
            return facts;
        };
        let differing =
            path.steps.iter().filter(|(level, class)| known.at(*level).is_some_and(|own| own != *class));
        let difference: Vec<u16> = differing.map(|(level, _)| *level).collect();
        // An empty difference would mean that the outcome is already possible; nothing could be kept out.
        if difference.is_empty() {
            return Vec::new();
        }
        differences.push(difference);
    }
}

/// For each other outcome, the fewest answers that a person could find out or change and that would
/// lead there. Status, nationality and the like are never touched.
///
/// Decided results only; for an open one see [`find_out`].
pub fn changes(rulebook: &Rulebook, answers: &Answers, result: &IssueResult) -> Vec<Change> {
    let compiled = rulebook.compiled();
    let (Some(own), Some(issue)) = (result.outcome(), compiled.issues.get(result.issue)) else {
        return Vec::new();
    };
    let touchable = |level: u16| {
        rulebook.book().question_of(FactId(level)).is_some_and(|question| question.nature != Nature::Fixed)
    };
    let known = KnownClasses::of(rulebook, answers);
    let price = |level: u16| match known.at(level) {
        Some(given) if touchable(level) => Price::Given(given),
        Some(given) => Price::Fixed(given),
        None => Price::Free,
    };
    let all = compiled.arena.ends(issue.outcomes_root, &|_| None);
    let others = all.into_iter().filter(|end| usize::try_from(*end) != Ok(own));
    let mut table = Table::new(NodeId::default(), Known::NotYet);
    let mut found: Vec<Change> = others
        .filter_map(|end| {
            let path =
                cheapest(&compiled.arena, issue.outcomes_root, &price, &|other| other == end, &mut table)?;
            Some(change_of(rulebook, &known, usize::try_from(end).ok()?, &path))
        })
        .collect();
    order::sort_by_key(&mut found, |change| (change.differences.len(), change.also.len(), change.outcome));
    found
}

fn change_of(rulebook: &Rulebook, known: &KnownClasses, outcome: usize, path: &Path) -> Change {
    let mut change = Change { outcome, differences: Vec::new(), also: Vec::new() };
    for (level, class) in &path.steps {
        let fact = FactId(*level);
        let Some(value) = rulebook.compiled().classes.members(fact, *class).next() else { continue };
        match known.at(*level) {
            Some(own) if own == *class => {}
            Some(_) => change.differences.push((fact, value)),
            None => change.also.push((fact, value)),
        }
    }
    change
}

/// What finding out each open fact would do, the fact that settles most first.
///
/// Only all open facts together are sure to settle an open result: each of them can matter, so none can
/// be left out. A single one may still settle it, depending on its value; that is what is listed.
pub fn find_out(rulebook: &Rulebook, answers: &Answers, result: &IssueResult) -> Vec<FindOut> {
    let compiled = rulebook.compiled();
    let Some(issue) = compiled.issues.get(result.issue) else { return Vec::new() };
    let given = KnownClasses::of(rulebook, answers);
    let mut found: Vec<FindOut> = result
        .open_facts
        .iter()
        .map(|fact| {
            let width = compiled.classes.widths().get(usize::from(fact.0)).copied().unwrap_or_default();
            let mut settles = Vec::new();
            for class in 0..width {
                let known = |level: u16| if level == fact.0 { Some(class) } else { given.at(level) };
                if let [end] = compiled.arena.ends(issue.outcomes_root, &known).as_slice() {
                    let values = compiled.classes.members(*fact, class).collect();
                    settles.push((values, usize::try_from(*end).unwrap_or_default()));
                }
            }
            FindOut { fact: *fact, may_stay_open: settles.len() < width, settles }
        })
        .collect();
    order::sort_by_key(&mut found, |one| (one.may_stay_open, std::cmp::Reverse(one.settles.len()), one.fact));
    found
}

/// A way through a diagram.
struct Path {
    /// Each tested level with the class taken.
    steps: Vec<(u16, usize)>,
}

/// What it costs to take a class at a level.
#[derive(Debug, Clone, Copy)]
enum Price {
    /// Nothing, whichever class: the fact is unknown.
    Free,
    /// Nothing for the class that was given, one for another.
    Given(usize),
    /// Only the class that was given can be taken.
    Fixed(usize),
}

impl Price {
    fn of(self, class: usize) -> Option<u32> {
        match self {
            Self::Free => Some(0),
            Self::Given(given) => Some(u32::from(given != class)),
            Self::Fixed(given) => (given == class).then_some(0),
        }
    }
}

/// The cheapest way from `root` to an end that is wanted. The table is only lent, so that it is not made
/// anew each time.
fn cheapest(
    arena: &Arena,
    root: NodeId,
    price: &dyn Fn(u16) -> Price,
    wanted: &dyn Fn(u64) -> bool,
    table: &mut Table<Known>,
) -> Option<Path> {
    table.renew(root);
    let mut costs = Costs { arena, price, wanted, known: table };
    costs.of(root)?;
    let mut steps = Vec::new();
    let mut at = root;
    while let Node::Branch(level, children) = arena.node(at) {
        let (class, _) = costs.best(level, children)?;
        steps.push((level, class));
        at = children.get(class).copied()?;
    }
    Some(Path { steps })
}

/// What is known of the way from a node to a wanted end.
#[derive(Debug, Clone, Copy)]
enum Known {
    NotYet,
    NoWay,
    Costs(u32),
}

struct Costs<'a> {
    arena: &'a Arena,
    price: &'a dyn Fn(u16) -> Price,
    wanted: &'a dyn Fn(u64) -> bool,
    /// Beside each node what is known of it.
    known: &'a mut Table<Known>,
}

impl Costs<'_> {
    fn of(&mut self, id: NodeId) -> Option<u32> {
        let (level, children) = match self.arena.node(id) {
            Node::Leaf(end) => return (self.wanted)(end).then_some(0),
            Node::Branch(level, children) => (level, children),
        };
        match self.known.get(id) {
            Known::Costs(found) => return Some(found),
            Known::NoWay => return None,
            Known::NotYet => {}
        }
        let found = self.best(level, children).map(|(_, cost)| cost);
        self.known.set(id, found.map_or(Known::NoWay, Known::Costs));
        found
    }

    /// The class to take, and what the way costs from here.
    fn best(&mut self, level: u16, children: &[NodeId]) -> Option<(usize, u32)> {
        let mut best: Option<(usize, u32)> = None;
        let price = (self.price)(level);
        for (class, child) in children.iter().enumerate() {
            let Some(own) = price.of(class) else { continue };
            let Some(below) = self.of(*child) else { continue };
            let total = own.saturating_add(below);
            if best.is_none_or(|(_, least)| total < least) {
                best = Some((class, total));
            }
            // Nothing is cheaper than free.
            if total == 0 {
                break;
            }
        }
        best
    }
}

/// A smallest set that meets each of the given sets, by branch and bound.
fn smallest_hitting_set(sets: &[Vec<u16>]) -> Vec<u16> {
    let mut best: Option<Vec<u16>> = None;
    extend(sets, &mut Vec::new(), &mut best);
    best.unwrap_or_default()
}

fn extend(sets: &[Vec<u16>], chosen: &mut Vec<u16>, best: &mut Option<Vec<u16>>) {
    if best.as_ref().is_some_and(|best| chosen.len() >= best.len()) {
        return;
    }
    // The shortest set not yet met branches least.
    let unmet =
        sets.iter().filter(|set| !set.iter().any(|level| chosen.contains(level))).min_by_key(|set| set.len());
    match unmet {
        None => *best = Some(chosen.clone()),
        Some(set) => {
            for level in set {
                chosen.push(*level);
                extend(sets, chosen, best);
                chosen.pop();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_smallest_hitting_set_is_smallest() {
        let sets = vec![vec![1, 2], vec![2, 3], vec![3, 4]];
        assert_eq!(smallest_hitting_set(&sets).len(), 2);
        assert_eq!(smallest_hitting_set(&[]), Vec::<u16>::new());
        let star = vec![vec![1, 9], vec![2, 9], vec![3, 9]];
        assert_eq!(smallest_hitting_set(&star), vec![9]);
    }
}
