//! Exact counts of profiles: the ways of filling in a set of facts.

use std::collections::{BTreeMap, BTreeSet};

use deemed_engine::FactId;
use deemed_engine::compile::Classes;
use deemed_engine::diagram::{Arena, Node, NodeId};
use num_bigint::BigUint;
use rustc_hash::FxHashMap as HashMap;

/// How many values each class of each fact has.
#[derive(Debug, Clone, Default)]
pub struct Space {
    weights: Vec<Vec<usize>>,
}

impl Space {
    /// A space from the number of values of each class of each level.
    pub fn new(weights: Vec<Vec<usize>>) -> Self {
        Self { weights }
    }

    /// The space of a rulebook's classes.
    pub fn of(classes: &Classes) -> Self {
        let of_level = |level: usize, width: usize| {
            let fact = FactId(u16::try_from(level).unwrap_or(u16::MAX));
            (0..width).map(|class| classes.members(fact, class).count()).collect()
        };
        Self::new(classes.widths().iter().enumerate().map(|(level, width)| of_level(level, *width)).collect())
    }

    /// How many values a fact has.
    pub fn values(&self, level: u16) -> usize {
        self.weights.get(usize::from(level)).map_or(0, |classes| classes.iter().sum())
    }

    /// How many values a class has.
    pub fn weight(&self, level: u16, class: usize) -> usize {
        self.weights.get(usize::from(level)).and_then(|classes| classes.get(class)).copied().unwrap_or(0)
    }

    /// How many ways there are to fill in these facts.
    pub fn profiles(&self, levels: &BTreeSet<u16>) -> BigUint {
        levels.iter().map(|level| BigUint::from(self.values(*level))).product()
    }

    /// For each end of a diagram, how many ways of filling in these facts lead there. Facts that the
    /// diagram tests and that are not among `levels` are counted as well.
    pub fn ends(&self, arena: &Arena, root: NodeId, levels: &BTreeSet<u16>) -> BTreeMap<u64, BigUint> {
        let levels: BTreeSet<u16> = levels.iter().copied().chain(arena.levels(root)).collect();
        let mut arrivals: HashMap<NodeId, BigUint> = HashMap::default();
        let mut waiting: BTreeSet<(Option<std::cmp::Reverse<u16>>, NodeId)> = BTreeSet::new();
        let mut found = BTreeMap::new();
        // Sorted so that the last is the one nearest to the root: every arrival at it is known by then.
        let key = |id: NodeId| (arena.level(id).map(std::cmp::Reverse), id);
        arrivals.insert(root, self.skipped(&levels, None, arena.level(root)));
        waiting.insert(key(root));
        while let Some((_, id)) = waiting.pop_last() {
            let ways = arrivals.remove(&id).unwrap_or_default();
            match arena.node(id) {
                Node::Leaf(end) => *found.entry(end).or_default() += ways,
                Node::Branch(level, children) => {
                    for (class, child) in children.iter().enumerate() {
                        let between = self.skipped(&levels, Some(level), arena.level(*child));
                        *arrivals.entry(*child).or_default() += &ways * self.weight(level, class) * between;
                        waiting.insert(key(*child));
                    }
                }
            }
        }
        found
    }

    /// The ways of filling in the facts strictly between two levels; none stands for before or after all.
    fn skipped(&self, levels: &BTreeSet<u16>, after: Option<u16>, before: Option<u16>) -> BigUint {
        use std::ops::Bound::{Excluded, Unbounded};
        if after.zip(before).is_some_and(|(after, before)| after >= before) {
            return BigUint::from(1_u8);
        }
        let between = levels.range((after.map_or(Unbounded, Excluded), before.map_or(Unbounded, Excluded)));
        between.map(|level| BigUint::from(self.values(*level))).product()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skipped_facts_are_counted() {
        let mut arena = Arena::new(100);
        let no = arena.leaf(0).unwrap();
        let yes = arena.leaf(1).unwrap();
        let root = arena.branch(1, vec![no, yes]).unwrap();
        let space = Space::new(vec![vec![2, 1], vec![1, 4], vec![7]]);
        let all: BTreeSet<u16> = [0, 1, 2].into();
        let ends = space.ends(&arena, root, &all);
        assert_eq!((ends[&0].to_string(), ends[&1].to_string()), ("21".to_owned(), "84".to_owned()));
        assert_eq!(space.profiles(&all).to_string(), "105");
        assert_eq!(space.ends(&arena, yes, &[2].into())[&1].to_string(), "7");
    }
}
