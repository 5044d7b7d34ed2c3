//! Ways down a diagram.

use super::{Arena, Node, NodeId, table::Table};

impl Arena {
    /// Calls `visit` for every node that can be reached when each known level takes only its class: once for
    /// a branch, and for an end as often as a branch leads to it.
    pub fn walk(&self, root: NodeId, known: &dyn Fn(u16) -> Option<usize>, visit: &mut dyn FnMut(Node<'_>)) {
        let mut seen = Table::new(root, false);
        let mut waiting = vec![root];
        while let Some(id) = waiting.pop() {
            let node = self.node(id);
            if let Node::Branch(level, children) = node {
                if seen.set(id, true) {
                    continue;
                }
                match known(level) {
                    Some(class) => waiting.extend(children.get(class)),
                    None => waiting.extend(children.iter()),
                }
            }
            visit(node);
        }
    }

    /// The ends that can be reached, each once and sorted.
    pub fn ends(&self, root: NodeId, known: &dyn Fn(u16) -> Option<usize>) -> Vec<u64> {
        let mut ends = Vec::new();
        self.walk(root, known, &mut |node| {
            if let Node::Leaf(number) = node
                && let Err(place) = ends.binary_search(&number)
            {
                ends.insert(place, number);
            }
        });
        ends
    }

    /// The levels that are tested somewhere below, sorted. In a reduced diagram each of them matters.
    pub fn levels(&self, root: NodeId) -> Vec<u16> {
        // No node below tests an earlier level than the root.
        let Some(first) = self.level(root) else { return Vec::new() };
        let mut tested = Vec::new();
        self.walk(root, &|_| None, &mut |node| {
            if let Node::Branch(level, _) = node {
                let place = usize::from(level.saturating_sub(first));
                if place >= tested.len() {
                    tested.resize(place + 1, false);
                }
                if let Some(flag) = tested.get_mut(place) {
                    *flag = true;
                }
            }
        });
        (first..).zip(tested).filter_map(|(level, is_tested)| is_tested.then_some(level)).collect()
    }

    /// Whether a level is tested anywhere under `root`.
    pub fn tests(&self, root: NodeId, level: u16) -> bool {
        // Mostly the first look tells, and spares the table.
        match self.level(root) {
            None => return false,
            Some(own) if own >= level => return own == level,
            Some(_) => {}
        }
        let mut seen = Table::new(root, false);
        let mut waiting = vec![root];
        while let Some(id) = waiting.pop() {
            match self.node(id) {
                Node::Branch(own, _) if own == level => return true,
                Node::Branch(own, children) if own < level && !seen.set(id, true) => waiting.extend(children),
                Node::Branch(..) | Node::Leaf(_) => {}
            }
        }
        false
    }
}
