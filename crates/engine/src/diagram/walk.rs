//! Ways down a diagram.

use super::{Arena, Node, NodeId};
use crate::order;

impl Arena {
    /// Calls `visit` once for every node that can be reached when each known level takes only its class.
    pub fn walk(&self, root: NodeId, known: &dyn Fn(u16) -> Option<usize>, visit: &mut dyn FnMut(&Node)) {
        let mut seen = Self::table(root, false);
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
        order::sort(&mut ends);
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
        // Mostly the first look tells, and spares the table.
        match self.level(root) {
            None => return false,
            Some(own) if own >= level => return own == level,
            Some(_) => {}
        }
        let mut seen = Self::table(root, false);
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
}
