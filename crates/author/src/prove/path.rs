//! Shortest ways through a diagram: the smallest examples.

use deemed_engine::diagram::{Arena, Node, NodeId};
use deemed_engine::{Answer, Answers, FactId, Rulebook};
use rustc_hash::FxHashMap as HashMap;

/// The way to a wanted end that tests the fewest facts which are not already fixed by `known`.
/// Facts that are known and tested are part of the way.
pub fn shortest(
    arena: &Arena,
    root: NodeId,
    known: &dyn Fn(u16) -> Option<usize>,
    wanted: &dyn Fn(u64) -> bool,
) -> Option<Vec<(u16, usize)>> {
    let mut lengths = Lengths { arena, known, wanted, found: HashMap::default() };
    lengths.of(root)?;
    let mut way = Vec::new();
    let mut at = root;
    while let Node::Branch(level, children) = arena.node(at) {
        let (class, _) = lengths.best(level, children)?;
        way.push((level, class));
        at = children.get(class).copied()?;
    }
    Some(way)
}

struct Lengths<'a> {
    arena: &'a Arena,
    known: &'a dyn Fn(u16) -> Option<usize>,
    wanted: &'a dyn Fn(u64) -> bool,
    found: HashMap<NodeId, Option<usize>>,
}

impl Lengths<'_> {
    fn of(&mut self, id: NodeId) -> Option<usize> {
        if let Some(found) = self.found.get(&id) {
            return *found;
        }
        let length = match self.arena.node(id) {
            Node::Leaf(end) => (self.wanted)(end).then_some(0),
            Node::Branch(level, children) => self.best(level, children).map(|(_, length)| length),
        };
        self.found.insert(id, length);
        length
    }

    fn best(&mut self, level: u16, children: &[NodeId]) -> Option<(usize, usize)> {
        let fixed = (self.known)(level);
        let mut best: Option<(usize, usize)> = None;
        for (class, child) in children.iter().enumerate() {
            if fixed.is_some_and(|fixed| fixed != class) {
                continue;
            }
            let Some(below) = self.of(*child) else { continue };
            let length = below + usize::from(fixed.is_none());
            if best.is_none_or(|(_, least)| length < least) {
                best = Some((class, length));
            }
        }
        best
    }
}

/// A way as answers: the first value of each class.
pub fn answers(rulebook: &Rulebook, way: &[(u16, usize)]) -> Answers {
    let mut answers = Answers::new();
    for (level, class) in way {
        if let Some(value) = rulebook.compiled().classes.members(FactId(*level), *class).next() {
            answers.set(FactId(*level), Answer::Known(value));
        }
    }
    answers
}
