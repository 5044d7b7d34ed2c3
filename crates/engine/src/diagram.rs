//! Reduced, ordered, multi-valued decision diagrams.
//!
//! A node tests one fact and has one child for each class of its values; facts are tested in the order
//! in which the rulebook asks them. Equal nodes are one node and a node whose children are all the same
//! is left out, so two diagrams mean the same exactly when they are the same node
//! (Bryant 1986 for two values; Kam, Villa, Brayton, Sangiovanni-Vincentelli 1998 for many).

mod combine;
pub mod table;
mod walk;

pub use self::combine::Chosen;

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

/// A node of an [`Arena`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct NodeId(u32);

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Node<'a> {
    /// The end of a path, with a number whose meaning is the diagram's.
    Leaf(u64),
    /// A test of the fact at this level (its place in asking order), one child for each class.
    Branch(u16, &'a [NodeId]),
}

/// The diagram would have more nodes than its budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

/// Holds nodes, each once. A node is made after its children, so theirs are the lower ids.
#[derive(Debug, Clone, Default)]
pub struct Arena {
    nodes: Vec<Stored>,
    /// The children of all branches, one branch after the other: a node has no memory of its own.
    children: Vec<NodeId>,
    /// Where to find a node by its hash: one more than its place, or 0 where no node is. Its length is a
    /// power of two; a node stands in the first free slot from the one that its hash names.
    slots: Vec<u32>,
    nodes_max: usize,
}

/// A node as the arena keeps it: a branch names its place among the children of all.
#[derive(Debug, Clone, Copy)]
enum Stored {
    Leaf(u64),
    Branch { level: u16, width: u16, start: u32 },
}

/// Slots that stay when an arena is emptied, a power of two: to empty more takes longer than to make them.
const SLOTS_KEPT: usize = 4096;

/// Where a node is, or belongs.
enum Found {
    Node(NodeId),
    Free(usize),
}

impl Arena {
    /// An empty arena that refuses to hold more than `nodes_max` nodes.
    pub fn new(nodes_max: usize) -> Self {
        Self { nodes_max, ..Self::default() }
    }

    /// Leaves out all nodes, for other ones; the memory of a diagram of common size stays.
    pub fn clear(&mut self) {
        self.nodes.clear();
        self.children.clear();
        self.slots.truncate(SLOTS_KEPT);
        self.slots.fill(0);
    }

    /// How many nodes it holds.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether it holds no node.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The node behind an id. An id of another arena reads as an end with no meaning.
    pub fn node(&self, id: NodeId) -> Node<'_> {
        match self.nodes.get(Self::place(id)) {
            None => Node::Leaf(u64::MAX),
            Some(Stored::Leaf(number)) => Node::Leaf(*number),
            Some(Stored::Branch { level, width, start }) => {
                let start = usize::try_from(*start).unwrap_or(usize::MAX);
                let children = self.children.get(start..).and_then(|all| all.get(..usize::from(*width)));
                Node::Branch(*level, children.unwrap_or_default())
            }
        }
    }

    /// The place of a node, for tables beside the arena.
    pub fn place(id: NodeId) -> usize {
        usize::try_from(id.0).unwrap_or(usize::MAX)
    }

    /// The level that a node tests; leaves come after every level.
    pub fn level(&self, id: NodeId) -> Option<u16> {
        match self.node(id) {
            Node::Leaf(_) => None,
            Node::Branch(level, _) => Some(level),
        }
    }

    /// An end.
    ///
    /// # Errors
    /// Where the budget is exceeded.
    pub fn leaf(&mut self, number: u64) -> Result<NodeId, TooLarge> {
        self.intern(Node::Leaf(number))
    }

    /// A test; left out where it decides nothing.
    ///
    /// # Errors
    /// Where the budget is exceeded.
    pub fn branch(&mut self, level: u16, children: impl AsRef<[NodeId]>) -> Result<NodeId, TooLarge> {
        self.branch_of(level, children.as_ref())
    }

    fn branch_of(&mut self, level: u16, children: &[NodeId]) -> Result<NodeId, TooLarge> {
        match children.split_first() {
            Some((first, rest)) if rest.iter().all(|child| child == first) => Ok(*first),
            _ => self.intern(Node::Branch(level, children)),
        }
    }

    fn intern(&mut self, wanted: Node<'_>) -> Result<NodeId, TooLarge> {
        if self.nodes.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = match self.find(wanted) {
            Found::Node(id) => return Ok(id),
            Found::Free(slot) => slot,
        };
        if self.nodes.len() >= self.nodes_max {
            return Err(TooLarge);
        }
        let id = NodeId(u32::try_from(self.nodes.len()).map_err(|_| TooLarge)?);
        self.nodes.push(match wanted {
            Node::Leaf(number) => Stored::Leaf(number),
            Node::Branch(level, children) => {
                let width = u16::try_from(children.len()).map_err(|_| TooLarge)?;
                let start = u32::try_from(self.children.len()).map_err(|_| TooLarge)?;
                self.children.extend_from_slice(children);
                Stored::Branch { level, width, start }
            }
        });
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = id.0.saturating_add(1);
        }
        Ok(id)
    }

    /// The node that is wanted, or the slot where it belongs.
    fn find(&self, wanted: Node<'_>) -> Found {
        let mut hasher = FxHasher::default();
        wanted.hash(&mut hasher);
        let last = self.slots.len().saturating_sub(1);
        let bits = hasher.finish() & u64::try_from(last).unwrap_or_default();
        let mut slot = usize::try_from(bits).unwrap_or_default();
        while let Some(place) = self.slots.get(slot).and_then(|own| own.checked_sub(1)) {
            let id = NodeId(place);
            if self.node(id) == wanted {
                return Found::Node(id);
            }
            slot = (slot + 1) & last;
        }
        Found::Free(slot)
    }

    fn grow(&mut self) {
        let length = (self.slots.len() * 2).max(64);
        self.slots = vec![0; length];
        for place in 0..self.nodes.len() {
            let Ok(number) = u32::try_from(place) else { return };
            if let Found::Free(slot) = self.find(self.node(NodeId(number)))
                && let Some(slot) = self.slots.get_mut(slot)
            {
                *slot = number.saturating_add(1);
            }
        }
    }

    /// The child for a class; a node that does not test this level stands for itself.
    pub fn child(&self, id: NodeId, level: u16, class: usize) -> NodeId {
        match self.node(id) {
            Node::Branch(own, children) if own == level => children.get(class).copied().unwrap_or(id),
            Node::Branch(..) | Node::Leaf(_) => id,
        }
    }
}

#[cfg(test)]
mod tests {
    use rustc_hash::FxHashMap as HashMap;

    use super::*;

    const WIDTHS: [usize; 3] = [2, 3, 2];

    fn test_of(arena: &mut Arena, level: u16, classes: &[usize]) -> NodeId {
        let no = arena.leaf(0).unwrap();
        let yes = arena.leaf(1).unwrap();
        let children =
            (0..WIDTHS[usize::from(level)]).map(|class| if classes.contains(&class) { yes } else { no });
        let children: Vec<NodeId> = children.collect();
        arena.branch(level, children).unwrap()
    }

    #[test]
    fn equal_meaning_is_the_same_node() {
        let mut arena = Arena::new(1000);
        let a = test_of(&mut arena, 0, &[1]);
        let b = test_of(&mut arena, 1, &[0, 2]);
        let no = arena.leaf(0).unwrap();
        let yes = arena.leaf(1).unwrap();
        let both = arena.choose(&WIDTHS, a, b, no).unwrap();
        let swapped = arena.choose(&WIDTHS, b, a, no).unwrap();
        assert_eq!(both, swapped);
        // a or not a is always true: no test is left.
        let not_a = arena.choose(&WIDTHS, a, no, yes).unwrap();
        assert_eq!(arena.choose(&WIDTHS, a, yes, not_a).unwrap(), yes);
    }

    #[test]
    fn many_nodes_are_each_kept_once() {
        let mut arena = Arena::new(100_000);
        assert!(arena.is_empty());
        let mut made = Vec::new();
        for number in 0..20_000 {
            let leaf = arena.leaf(number).unwrap();
            let other = arena.leaf(number / 2).unwrap();
            made.push((leaf, arena.branch(1, [other, leaf, leaf]).unwrap()));
        }
        // Each leaf, and each branch but the first, whose children are all the same.
        let length = 2 * made.len() - 1;
        assert_eq!(arena.len(), length);
        assert!(!arena.is_empty());
        for (number, (leaf, branch)) in (0..).zip(&made) {
            let other = arena.leaf(number / 2).unwrap();
            assert_eq!(arena.leaf(number), Ok(*leaf));
            assert_eq!(arena.branch(1, [other, *leaf, *leaf]), Ok(*branch));
        }
        assert_eq!(arena.len(), length);
    }

    #[test]
    fn an_emptied_arena_is_like_a_new_one() {
        for count in [3, 5_000] {
            let mut arena = Arena::new(100_000);
            let made: Vec<NodeId> = (0..count).map(|number| arena.leaf(number).unwrap()).collect();
            arena.branch(0, &made).unwrap();
            arena.clear();
            assert!(arena.is_empty());
            let again: Vec<NodeId> = (0..count).map(|number| arena.leaf(count - number).unwrap()).collect();
            assert_eq!(again, made, "the same places, with other nodes");
            let root = arena.branch(1, &again).unwrap();
            assert_eq!(arena.node(root), Node::Branch(1, &again));
            assert_eq!(arena.branch(1, &again), Ok(root));
        }
    }

    #[test]
    fn forgetting_unites_the_ends() {
        let mut arena = Arena::new(1000);
        let ends: Vec<NodeId> = [1, 2, 1].iter().map(|bits| arena.leaf(*bits).unwrap()).collect();
        let root = arena.branch(1, ends).unwrap();
        let forgotten = arena.forget(&WIDTHS, root, 1, &mut HashMap::default()).unwrap();
        assert_eq!(arena.node(forgotten), Node::Leaf(3));
    }

    #[test]
    fn a_budget_is_kept() {
        let mut arena = Arena::new(2);
        arena.leaf(0).unwrap();
        arena.leaf(1).unwrap();
        assert_eq!(arena.leaf(2), Err(TooLarge));
        assert!(arena.leaf(1).is_ok());
    }
}
