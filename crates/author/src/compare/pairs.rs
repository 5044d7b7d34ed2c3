//! Bringing two diagrams into one space, and pairing their ends.

use std::collections::HashMap;

use deemed_engine::diagram::{Arena, Node, NodeId, TooLarge};

use super::space::Merged;

/// Which book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The old one.
    Old,
    /// The new one.
    New,
}

/// The end of profiles without a result.
const NOTHING: u64 = 0;
/// The end of profiles whose result is the same.
const SAME: u64 = u64::MAX;
/// Ends are paired by this shift; a book has far fewer results.
const SHIFT: u32 = 32;

/// The two ends of a pair; none for equal ones.
pub fn ends_of(end: u64) -> Option<(u64, u64)> {
    (end != SAME).then_some((end >> SHIFT, end & ((1 << SHIFT) - 1)))
}

impl Merged {
    /// The diagram of a book that has no such issue.
    ///
    /// # Errors
    /// Where the budget is exceeded.
    pub fn nothing(&mut self) -> Result<NodeId, TooLarge> {
        self.arena.leaf(NOTHING)
    }

    /// Copies a diagram of one book, with other numbers at its ends; values that the book does not know
    /// lead to nothing.
    ///
    /// # Errors
    /// Where the budget is exceeded.
    pub fn import(
        &mut self,
        side: Side,
        source: &Arena,
        root: NodeId,
        label: &mut dyn FnMut(u64) -> u64,
    ) -> Result<NodeId, TooLarge> {
        Import { merged: self, side, source, label, known: HashMap::new() }.node(root)
    }

    /// The diagram whose ends are the pairs of the ends of two.
    ///
    /// # Errors
    /// Where the budget is exceeded.
    pub fn pair(&mut self, from: NodeId, to: NodeId) -> Result<NodeId, TooLarge> {
        self.arena.pair(&self.widths, from, to, |arena, from, to| {
            if from == to {
                return arena.leaf(SAME).map(Some);
            }
            let end = match (arena.node(from), arena.node(to)) {
                (Node::Leaf(from), Node::Leaf(to)) => (from << SHIFT) | to,
                (Node::Leaf(_) | Node::Branch(..), Node::Leaf(_) | Node::Branch(..)) => return Ok(None),
            };
            arena.leaf(end).map(Some)
        })
    }
}

struct Import<'a> {
    merged: &'a mut Merged,
    side: Side,
    source: &'a Arena,
    label: &'a mut dyn FnMut(u64) -> u64,
    known: HashMap<NodeId, NodeId>,
}

impl Import<'_> {
    fn node(&mut self, id: NodeId) -> Result<NodeId, TooLarge> {
        if let Some(found) = self.known.get(&id) {
            return Ok(*found);
        }
        let made = match self.source.node(id) {
            Node::Leaf(end) => {
                let end = (self.label)(end);
                self.merged.arena.leaf(end)?
            }
            Node::Branch(level, children) => self.branch(level, children)?,
        };
        self.known.insert(id, made);
        Ok(made)
    }

    fn branch(&mut self, level: u16, children: &[NodeId]) -> Result<NodeId, TooLarge> {
        let made: Result<Vec<NodeId>, TooLarge> = children.iter().map(|child| self.node(*child)).collect();
        let made = made?;
        let nothing = self.merged.nothing()?;
        let merged_level = self.merged.level(self.side, level).unwrap_or(u16::MAX);
        let classes = self.merged.facts.get(usize::from(merged_level)).map(|fact| fact.classes.clone());
        let of_class = |class: Option<usize>| class.and_then(|class| made.get(class)).copied();
        let below: Vec<NodeId> = classes
            .unwrap_or_default()
            .iter()
            .map(|class| of_class(class.of(self.side)).unwrap_or(nothing))
            .collect();
        let in_order =
            |child: &NodeId| self.merged.arena.level(*child).is_none_or(|level| level > merged_level);
        if below.iter().all(in_order) {
            return self.merged.arena.branch(merged_level, below);
        }
        self.reordered(merged_level, &below)
    }

    /// The books ask in another order: the test is pushed down to its new place.
    fn reordered(&mut self, level: u16, below: &[NodeId]) -> Result<NodeId, TooLarge> {
        let arena = &mut self.merged.arena;
        let no = arena.leaf(0)?;
        let yes = arena.leaf(1)?;
        let mut sum = self.merged.arena.leaf(NOTHING)?;
        for (class, child) in below.iter().enumerate() {
            let tests: Vec<NodeId> =
                (0..below.len()).map(|other| if other == class { yes } else { no }).collect();
            let test = self.merged.arena.branch(level, tests)?;
            sum = self.merged.arena.choose(&self.merged.widths, test, *child, sum)?;
        }
        Ok(sum)
    }
}
