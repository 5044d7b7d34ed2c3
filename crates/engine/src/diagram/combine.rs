//! New diagrams from old ones.

use rustc_hash::FxHashMap as HashMap;

use super::{Arena, Node, NodeId, TooLarge, table::Table};

/// Places for known choices that stay from one diagram to the next: to empty more takes longer than to make them.
const CHOSEN_KEPT: usize = 4096;

/// What stands for a child.
type Each<'a> = &'a mut dyn FnMut(&mut Arena, NodeId) -> Result<NodeId, TooLarge>;

/// What stands for a node, made of its children.
type Replacement<'a> = &'a mut dyn FnMut(&mut Arena, &[NodeId]) -> Result<NodeId, TooLarge>;

impl Arena {
    /// `test` decides: where it ends in 1 the result is `yes`, elsewhere `no`.
    ///
    /// `widths` holds the number of classes of each level, the same for all nodes of an arena.
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
        self.choose_known(widths, [test, yes, no], &mut Chosen::default())
    }

    /// The same for test, yes and no, where something is known of earlier choices in this arena.
    ///
    /// # Errors
    /// Where the budget is exceeded.
    pub fn choose_known(
        &mut self,
        widths: &[usize],
        parts: [NodeId; 3],
        chosen: &mut Chosen,
    ) -> Result<NodeId, TooLarge> {
        chosen.children.clear();
        Chooser { arena: self, widths, chosen }.choose(parts)
    }

    /// The same diagram with other numbers at its ends.
    ///
    /// # Errors
    /// Where the budget is exceeded.
    pub fn relabel(&mut self, root: NodeId, label: &mut dyn FnMut(u64) -> u64) -> Result<NodeId, TooLarge> {
        self.relabel_known(root, label, &mut HashMap::default())
    }

    /// Where `test` ends in 1, the same diagram with other numbers at its ends; elsewhere itself.
    ///
    /// # Errors
    /// Where the budget is exceeded.
    pub fn relabel_where(
        &mut self,
        widths: &[usize],
        test: NodeId,
        root: NodeId,
        label: &mut dyn FnMut(u64) -> u64,
    ) -> Result<NodeId, TooLarge> {
        let mut relabeled = HashMap::default();
        self.pair(widths, test, root, |arena, test, root| match arena.node(test) {
            Node::Leaf(1) => arena.relabel_known(root, label, &mut relabeled).map(Some),
            Node::Leaf(_) => Ok(Some(root)),
            Node::Branch(..) => Ok(None),
        })
    }

    /// Walks two diagrams together: `end` says what two nodes come to, or nothing, where their branches are
    /// to be looked at.
    ///
    /// # Errors
    /// Where the budget is exceeded.
    pub fn pair(
        &mut self,
        widths: &[usize],
        one: NodeId,
        other: NodeId,
        end: impl FnMut(&mut Self, NodeId, NodeId) -> Result<Option<NodeId>, TooLarge>,
    ) -> Result<NodeId, TooLarge> {
        Pairing { arena: self, widths, end, known: HashMap::default() }.pair(one, other)
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
        let made = match self.node(id) {
            Node::Leaf(number) => self.leaf(label(number))?,
            Node::Branch(level, children) => {
                let children = children.to_vec();
                self.rebuild(level, children, &mut |arena, child| arena.relabel_known(child, label, known))?
            }
        };
        known.insert(id, made);
        Ok(made)
    }

    /// A branch like another one, with something else for each child.
    fn rebuild(&mut self, level: u16, mut children: Vec<NodeId>, each: Each<'_>) -> Result<NodeId, TooLarge> {
        for child in &mut children {
            *child = each(self, *child)?;
        }
        self.branch(level, children)
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
        self.restrict_known(source, root, known, label, &mut Table::new(root, None))
    }

    fn restrict_known(
        &mut self,
        source: &Arena,
        id: NodeId,
        known: &dyn Fn(u16) -> Option<usize>,
        label: &dyn Fn(u64) -> u64,
        made: &mut Table<Option<NodeId>>,
    ) -> Result<NodeId, TooLarge> {
        let node = match source.node(id) {
            Node::Leaf(number) => return self.leaf(label(number)),
            Node::Branch(level, children) => {
                if let Some(found) = made.get(id) {
                    return Ok(found);
                }
                if let Some(child) = known(level).and_then(|class| children.get(class)) {
                    self.restrict_known(source, *child, known, label, made)?
                } else {
                    self.rebuild(level, children.to_vec(), &mut |arena, child| {
                        arena.restrict_known(source, child, known, label, made)
                    })?
                }
            }
        };
        made.set(id, Some(node));
        Ok(node)
    }

    /// Copies a diagram of another arena, and nothing else of it. `copies` holds what was copied before.
    ///
    /// # Errors
    /// Where the budget is exceeded.
    pub fn copy(
        &mut self,
        source: &Arena,
        id: NodeId,
        copies: &mut HashMap<NodeId, NodeId>,
    ) -> Result<NodeId, TooLarge> {
        if let Some(found) = copies.get(&id) {
            return Ok(*found);
        }
        let made = match source.node(id) {
            Node::Leaf(number) => self.leaf(number)?,
            Node::Branch(level, children) => {
                self.rebuild(level, children.to_vec(), &mut |arena, child| arena.copy(source, child, copies))?
            }
        };
        copies.insert(id, made);
        Ok(made)
    }

    /// Forgets a level whose answer will never be known: the ends, read as sets of bits, are united.
    ///
    /// # Errors
    /// Where the budget is exceeded.
    pub fn forget(
        &mut self,
        widths: &[usize],
        root: NodeId,
        level: u16,
        united: &mut HashMap<(NodeId, NodeId), NodeId>,
    ) -> Result<NodeId, TooLarge> {
        self.replace(root, level, &mut HashMap::default(), &mut |arena, children| {
            let mut all: Option<NodeId> = None;
            for child in children {
                all = Some(match all {
                    None => *child,
                    Some(other) => arena.unite(widths, other, *child, united)?,
                });
            }
            Ok(all.unwrap_or_default())
        })
    }

    /// The same diagram with a level fixed to a class.
    ///
    /// # Errors
    /// Where the budget is exceeded.
    pub fn fix(&mut self, root: NodeId, level: u16, class: usize) -> Result<NodeId, TooLarge> {
        self.replace(root, level, &mut HashMap::default(), &mut |_, children| {
            Ok(children.get(class).copied().unwrap_or_default())
        })
    }

    /// Puts something else into the place of every node that tests a level, made of its children.
    fn replace(
        &mut self,
        id: NodeId,
        level: u16,
        made: &mut HashMap<NodeId, NodeId>,
        with: Replacement<'_>,
    ) -> Result<NodeId, TooLarge> {
        let (own, children) = match self.node(id) {
            Node::Branch(own, children) if own <= level => (own, children.to_vec()),
            Node::Branch(..) | Node::Leaf(_) => return Ok(id),
        };
        if own == level {
            return with(self, &children);
        }
        if let Some(found) = made.get(&id) {
            return Ok(*found);
        }
        let node =
            self.rebuild(own, children, &mut |arena, child| arena.replace(child, level, made, with))?;
        made.insert(id, node);
        Ok(node)
    }

    /// The ends of two diagrams, read as sets of bits, in one set. What is known of other pairs is kept.
    fn unite(
        &mut self,
        widths: &[usize],
        one: NodeId,
        other: NodeId,
        known: &mut HashMap<(NodeId, NodeId), NodeId>,
    ) -> Result<NodeId, TooLarge> {
        if one == other {
            return Ok(one);
        }
        let level = match (self.node(one), self.node(other)) {
            (Node::Leaf(bits), Node::Leaf(more)) => return self.leaf(bits | more),
            (Node::Branch(level, _), Node::Branch(below, _)) => level.min(below),
            (Node::Branch(level, _), Node::Leaf(_)) | (Node::Leaf(_), Node::Branch(level, _)) => level,
        };
        let pair = (one.min(other), one.max(other));
        if let Some(found) = known.get(&pair) {
            return Ok(*found);
        }
        let width = widths.get(usize::from(level)).copied().unwrap_or_default();
        let mut children = Vec::with_capacity(width);
        for class in 0..width {
            let (one, other) = (self.child(one, level, class), self.child(other, level, class));
            children.push(self.unite(widths, one, other, known)?);
        }
        let made = self.branch(level, children)?;
        known.insert(pair, made);
        Ok(made)
    }
}

/// What is known of earlier choices in an arena.
#[derive(Debug, Clone, Default)]
pub struct Chosen {
    known: HashMap<[NodeId; 3], NodeId>,
    /// Children of the nodes that are being made, the innermost last.
    children: Vec<NodeId>,
}

impl Chosen {
    /// Forgets all, as for another arena.
    pub fn clear(&mut self) {
        self.known.clear();
        self.known.shrink_to(CHOSEN_KEPT);
    }
}

struct Chooser<'a> {
    arena: &'a mut Arena,
    widths: &'a [usize],
    chosen: &'a mut Chosen,
}

impl Chooser<'_> {
    fn choose(&mut self, parts: [NodeId; 3]) -> Result<NodeId, TooLarge> {
        let [test, yes, no] = parts;
        if let Node::Leaf(number) = self.arena.node(test) {
            return Ok(if number == 1 { yes } else { no });
        }
        if yes == no {
            return Ok(yes);
        }
        if let Some(found) = self.chosen.known.get(&parts) {
            return Ok(*found);
        }
        let level = parts.iter().filter_map(|id| self.arena.level(*id)).min().unwrap_or_default();
        let width = self.widths.get(usize::from(level)).copied().unwrap_or_default();
        let start = self.chosen.children.len();
        for class in 0..width {
            let child = self.choose(parts.map(|id| self.arena.child(id, level, class)))?;
            self.chosen.children.push(child);
        }
        let made = self.arena.branch(level, self.chosen.children.get(start..).unwrap_or_default())?;
        self.chosen.children.truncate(start);
        self.chosen.known.insert(parts, made);
        Ok(made)
    }
}

struct Pairing<'a, End> {
    arena: &'a mut Arena,
    widths: &'a [usize],
    /// What two nodes come to together, where that is known without going into their branches.
    end: End,
    known: HashMap<(NodeId, NodeId), NodeId>,
}

impl<End> Pairing<'_, End>
where
    End: FnMut(&mut Arena, NodeId, NodeId) -> Result<Option<NodeId>, TooLarge>,
{
    fn pair(&mut self, one: NodeId, other: NodeId) -> Result<NodeId, TooLarge> {
        if let Some(end) = (self.end)(self.arena, one, other)? {
            return Ok(end);
        }
        if let Some(found) = self.known.get(&(one, other)) {
            return Ok(*found);
        }
        let level = [one, other].iter().filter_map(|id| self.arena.level(*id)).min().unwrap_or_default();
        let width = self.widths.get(usize::from(level)).copied().unwrap_or_default();
        let mut children = Vec::with_capacity(width);
        for class in 0..width {
            let (one, other) = (self.arena.child(one, level, class), self.arena.child(other, level, class));
            children.push(self.pair(one, other)?);
        }
        let made = self.arena.branch(level, children)?;
        self.known.insert((one, other), made);
        Ok(made)
    }
}
