//! Reduced, ordered, multi-valued decision diagrams.
//!
//! A node tests one fact and has one child for each class of its values; facts are tested in the order
//! in which the rulebook asks them. Equal nodes are one node and a node whose children are all the same
//! is left out, so two diagrams mean the same exactly when they are the same node
//! (Bryant 1986 for two values; Kam, Villa, Brayton, Sangiovanni-Vincentelli 1998 for many).

use rustc_hash::FxHashMap as HashMap;

/// A node of an [`Arena`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct NodeId(u32);

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Node {
    /// The end of a path, with a number whose meaning is the diagram's.
    Leaf(u64),
    /// A test of the fact at this level (its place in asking order), one child for each class.
    Branch(u16, Box<[NodeId]>),
}

/// The diagram would have more nodes than its budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

/// Holds nodes, each once.
#[derive(Debug, Clone, Default)]
pub struct Arena {
    nodes: Vec<Node>,
    places: HashMap<Node, NodeId>,
    nodes_max: usize,
}

/// The node given out when a budget is exceeded or an id is foreign: an end with no meaning.
static LOST: Node = Node::Leaf(u64::MAX);

impl Arena {
    /// An empty arena that refuses to hold more than `nodes_max` nodes.
    pub fn new(nodes_max: usize) -> Self {
        Self { nodes: Vec::new(), places: HashMap::default(), nodes_max }
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
    pub fn node(&self, id: NodeId) -> &Node {
        usize::try_from(id.0).ok().and_then(|at| self.nodes.get(at)).unwrap_or(&LOST)
    }

    /// The place of a node, for tables beside the arena.
    pub fn place(id: NodeId) -> usize {
        usize::try_from(id.0).unwrap_or(usize::MAX)
    }

    /// The level that a node tests; leaves come after every level.
    pub fn level(&self, id: NodeId) -> Option<u16> {
        match self.node(id) {
            Node::Leaf(_) => None,
            Node::Branch(level, _) => Some(*level),
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
    pub fn branch(&mut self, level: u16, children: Vec<NodeId>) -> Result<NodeId, TooLarge> {
        match children.split_first() {
            Some((first, rest)) if rest.iter().all(|child| child == first) => Ok(*first),
            _ => self.intern(Node::Branch(level, children.into_boxed_slice())),
        }
    }

    fn intern(&mut self, node: Node) -> Result<NodeId, TooLarge> {
        if let Some(id) = self.places.get(&node) {
            return Ok(*id);
        }
        if self.nodes.len() >= self.nodes_max {
            return Err(TooLarge);
        }
        let id = NodeId(u32::try_from(self.nodes.len()).map_err(|_| TooLarge)?);
        self.nodes.push(node.clone());
        self.places.insert(node, id);
        Ok(id)
    }

    /// The child for a class; a node that does not test this level stands for itself.
    pub fn child(&self, id: NodeId, level: u16, class: usize) -> NodeId {
        match self.node(id) {
            Node::Branch(own, children) if *own == level => children.get(class).copied().unwrap_or(id),
            Node::Branch(..) | Node::Leaf(_) => id,
        }
    }

    /// `test` decides: where it ends in 1 the result is `yes`, elsewhere `no`.
    ///
    /// `widths` holds the number of classes of each level.
    ///
    /// # Errors
    /// Where the budget is exceeded.
    pub fn choose(
        &mut self,
        widths: &[usize],
        test: NodeId,
        yes: NodeId,
        no: NodeId,
    ) -> Result<NodeId, TooLarge> {
        Chooser { arena: self, widths, known: HashMap::default() }.choose(test, yes, no)
    }

    /// The same diagram with other numbers at its ends.
    ///
    /// # Errors
    /// Where the budget is exceeded.
    pub fn relabel(&mut self, root: NodeId, label: &mut dyn FnMut(u64) -> u64) -> Result<NodeId, TooLarge> {
        self.relabel_known(root, label, &mut HashMap::default())
    }

    fn relabel_known(
        &mut self,
        id: NodeId,
        label: &mut dyn FnMut(u64) -> u64,
        known: &mut HashMap<NodeId, NodeId>,
    ) -> Result<NodeId, TooLarge> {
        if let Some(found) = known.get(&id) {
            return Ok(*found);
        }
        let made = match self.node(id).clone() {
            Node::Leaf(number) => self.leaf(label(number))?,
            Node::Branch(level, children) => {
                let children: Result<Vec<NodeId>, TooLarge> =
                    children.iter().map(|child| self.relabel_known(*child, label, known)).collect();
                self.branch(level, children?)?
            }
        };
        known.insert(id, made);
        Ok(made)
    }

    /// Calls `visit` once for every node that can be reached when each known level takes only its class.
    pub fn walk(&self, root: NodeId, known: &dyn Fn(u16) -> Option<usize>, visit: &mut dyn FnMut(&Node)) {
        let mut seen = vec![false; self.nodes.len()];
        let mut waiting = vec![root];
        while let Some(id) = waiting.pop() {
            match seen.get_mut(Self::place(id)) {
                Some(flag) if !*flag => *flag = true,
                _ => continue,
            }
            let node = self.node(id);
            visit(node);
            if let Node::Branch(level, children) = node {
                match known(*level) {
                    Some(class) => waiting.extend(children.get(class)),
                    None => waiting.extend(children.iter()),
                }
            }
        }
    }

    /// The ends that can be reached, sorted.
    pub fn ends(&self, root: NodeId, known: &dyn Fn(u16) -> Option<usize>) -> Vec<u64> {
        let mut ends = Vec::new();
        self.walk(root, known, &mut |node| {
            if let Node::Leaf(number) = node {
                ends.push(*number);
            }
        });
        ends.sort_unstable();
        ends
    }

    /// The levels that are tested somewhere below, sorted. In a reduced diagram each of them matters.
    pub fn levels(&self, root: NodeId) -> Vec<u16> {
        let mut tested = Vec::new();
        self.walk(root, &|_| None, &mut |node| {
            if let Node::Branch(level, _) = node {
                let place = usize::from(*level);
                if place >= tested.len() {
                    tested.resize(place + 1, false);
                }
                if let Some(flag) = tested.get_mut(place) {
                    *flag = true;
                }
            }
        });
        let levels = tested.iter().enumerate().filter(|(_, flag)| **flag);
        levels.filter_map(|(place, _)| u16::try_from(place).ok()).collect()
    }

    /// Whether a level is tested anywhere under `root`.
    pub fn tests(&self, root: NodeId, level: u16) -> bool {
        let mut seen = vec![false; self.nodes.len()];
        let mut waiting = vec![root];
        while let Some(id) = waiting.pop() {
            let Some(seen) = seen.get_mut(Self::place(id)).filter(|seen| !**seen) else { continue };
            *seen = true;
            match self.node(id) {
                Node::Branch(own, _) if *own == level => return true,
                Node::Branch(own, children) if *own < level => waiting.extend(children),
                Node::Branch(..) | Node::Leaf(_) => {}
            }
        }
        false
    }

    /// The diagram of `source` under `root`, with known levels fixed, copied into this arena.
    ///
    /// # Errors
    /// Where the budget is exceeded.
    pub fn restrict_from(
        &mut self,
        source: &Arena,
        root: NodeId,
        known: &dyn Fn(u16) -> Option<usize>,
        label: &dyn Fn(u64) -> u64,
    ) -> Result<NodeId, TooLarge> {
        self.restrict_known(source, root, known, label, &mut vec![None; source.len()])
    }

    fn restrict_known(
        &mut self,
        source: &Arena,
        id: NodeId,
        known: &dyn Fn(u16) -> Option<usize>,
        label: &dyn Fn(u64) -> u64,
        made: &mut Vec<Option<NodeId>>,
    ) -> Result<NodeId, TooLarge> {
        if let Some(Some(found)) = made.get(Self::place(id)) {
            return Ok(*found);
        }
        let node = match source.node(id) {
            Node::Leaf(number) => self.leaf(label(*number))?,
            Node::Branch(level, children) => {
                if let Some(child) = known(*level).and_then(|class| children.get(class)) {
                    self.restrict_known(source, *child, known, label, made)?
                } else {
                    let children: Result<Vec<NodeId>, TooLarge> = children
                        .iter()
                        .map(|child| self.restrict_known(source, *child, known, label, made))
                        .collect();
                    self.branch(*level, children?)?
                }
            }
        };
        if let Some(slot) = made.get_mut(Self::place(id)) {
            *slot = Some(node);
        }
        Ok(node)
    }

    /// Forgets a level whose answer will never be known: the ends, read as sets of bits, are united.
    ///
    /// # Errors
    /// Where the budget is exceeded.
    pub fn forget(&mut self, widths: &[usize], root: NodeId, level: u16) -> Result<NodeId, TooLarge> {
        self.forget_known(widths, root, level, &mut HashMap::default())
    }

    fn forget_known(
        &mut self,
        widths: &[usize],
        id: NodeId,
        level: u16,
        made: &mut HashMap<NodeId, NodeId>,
    ) -> Result<NodeId, TooLarge> {
        if let Some(found) = made.get(&id) {
            return Ok(*found);
        }
        let node = match self.node(id).clone() {
            Node::Leaf(_) => id,
            Node::Branch(own, _) if own > level => id,
            Node::Branch(own, children) if own == level => {
                let mut united = None;
                for child in children {
                    united = Some(match united {
                        None => child,
                        Some(other) => {
                            Uniter { arena: self, widths, known: HashMap::default() }.unite(other, child)?
                        }
                    });
                }
                united.unwrap_or(id)
            }
            Node::Branch(own, children) => {
                let children: Result<Vec<NodeId>, TooLarge> =
                    children.iter().map(|child| self.forget_known(widths, *child, level, made)).collect();
                self.branch(own, children?)?
            }
        };
        made.insert(id, node);
        Ok(node)
    }
}

struct Chooser<'a> {
    arena: &'a mut Arena,
    widths: &'a [usize],
    known: HashMap<(NodeId, NodeId, NodeId), NodeId>,
}

impl Chooser<'_> {
    fn choose(&mut self, test: NodeId, yes: NodeId, no: NodeId) -> Result<NodeId, TooLarge> {
        if let Node::Leaf(number) = self.arena.node(test) {
            return Ok(if *number == 1 { yes } else { no });
        }
        if yes == no {
            return Ok(yes);
        }
        if let Some(found) = self.known.get(&(test, yes, no)) {
            return Ok(*found);
        }
        let level = [test, yes, no].iter().filter_map(|id| self.arena.level(*id)).min().unwrap_or_default();
        let width = self.widths.get(usize::from(level)).copied().unwrap_or_default();
        let mut children = Vec::with_capacity(width);
        for class in 0..width {
            let part = |id| self.arena.child(id, level, class);
            let (test, yes, no) = (part(test), part(yes), part(no));
            children.push(self.choose(test, yes, no)?);
        }
        let made = self.arena.branch(level, children)?;
        self.known.insert((test, yes, no), made);
        Ok(made)
    }
}

struct Uniter<'a> {
    arena: &'a mut Arena,
    widths: &'a [usize],
    known: HashMap<(NodeId, NodeId), NodeId>,
}

impl Uniter<'_> {
    fn unite(&mut self, one: NodeId, other: NodeId) -> Result<NodeId, TooLarge> {
        if one == other {
            return Ok(one);
        }
        if let (Node::Leaf(bits), Node::Leaf(more)) = (self.arena.node(one), self.arena.node(other)) {
            let united = bits | more;
            return self.arena.leaf(united);
        }
        if let Some(found) = self.known.get(&(one, other)) {
            return Ok(*found);
        }
        let level = [one, other].iter().filter_map(|id| self.arena.level(*id)).min().unwrap_or_default();
        let width = self.widths.get(usize::from(level)).copied().unwrap_or_default();
        let mut children = Vec::with_capacity(width);
        for class in 0..width {
            let (one, other) = (self.arena.child(one, level, class), self.arena.child(other, level, class));
            children.push(self.unite(one, other)?);
        }
        let made = self.arena.branch(level, children)?;
        self.known.insert((one, other), made);
        Ok(made)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDTHS: [usize; 3] = [2, 3, 2];

    fn test_of(arena: &mut Arena, level: u16, classes: &[usize]) -> NodeId {
        let no = arena.leaf(0).unwrap();
        let yes = arena.leaf(1).unwrap();
        let children =
            (0..WIDTHS[usize::from(level)]).map(|class| if classes.contains(&class) { yes } else { no });
        let children = children.collect();
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
    fn forgetting_unites_the_ends() {
        let mut arena = Arena::new(1000);
        let ends: Vec<NodeId> = [1, 2, 1].iter().map(|bits| arena.leaf(*bits).unwrap()).collect();
        let root = arena.branch(1, ends).unwrap();
        let forgotten = arena.forget(&WIDTHS, root, 1).unwrap();
        assert_eq!(*arena.node(forgotten), Node::Leaf(3));
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
