//! A value beside each node of a diagram.

use super::{Arena, NodeId};

/// A value beside each node of one diagram, at first the same for all.
///
/// Children have lower ids than their parents and lie close to them, so the table counts downward from the
/// root and is as long as the diagram is, also in an arena that holds a thousand others. Only ends are
/// shared by all and lie far away: a table is for branches.
#[derive(Debug, Clone)]
pub struct Table<T> {
    root: usize,
    values: Vec<T>,
    value: T,
}

impl<T: Copy> Table<T> {
    /// A table for the nodes below a root, in which every node has this value.
    pub fn new(root: NodeId, value: T) -> Self {
        Self { root: Arena::place(root), values: Vec::new(), value }
    }

    /// Makes it like new, for another diagram; its memory stays.
    pub fn renew(&mut self, root: NodeId) {
        self.root = Arena::place(root);
        self.values.clear();
    }

    /// The value beside a node.
    pub fn get(&self, id: NodeId) -> T {
        self.values.get(self.place(id)).copied().unwrap_or(self.value)
    }

    /// Sets the value beside a node and returns the one before.
    pub fn set(&mut self, id: NodeId, value: T) -> T {
        let place = self.place(id);
        if place >= self.values.len() {
            self.values.resize(place.saturating_add(1), self.value);
        }
        self.values.get_mut(place).map_or(self.value, |own| std::mem::replace(own, value))
    }

    fn place(&self, id: NodeId) -> usize {
        self.root.saturating_sub(Arena::place(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_beside_their_nodes() {
        let mut arena = Arena::new(1000);
        let nodes: Vec<NodeId> = (0..400).map(|number| arena.leaf(number).unwrap()).collect();
        let mut table = Table::new(nodes[399], 7);
        assert_eq!(nodes.iter().map(|id| table.get(*id)).collect::<Vec<_>>(), [7; 400]);
        assert_eq!(table.set(nodes[300], 1), 7);
        assert_eq!(table.set(nodes[300], 2), 1);
        assert_eq!(table.set(nodes[5], 3), 7);
        let others = nodes.iter().enumerate().filter(|(place, _)| ![5, 300].contains(place));
        assert!(others.clone().all(|(_, id)| table.get(*id) == 7));
        assert_eq!((table.get(nodes[5]), table.get(nodes[300])), (3, 2));
        table.renew(nodes[301]);
        assert!(nodes.iter().take(302).all(|id| table.get(*id) == 7));
        assert_eq!(table.set(nodes[300], 4), 7);
        assert_eq!((table.get(nodes[300]), table.get(nodes[299])), (4, 7));
    }
}
