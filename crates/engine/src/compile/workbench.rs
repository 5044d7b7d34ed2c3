//! Where the diagrams of one issue are put together.
//!
//! Each is made in an arena of its own, and only what is needed is copied into the one that stays. What
//! helped to make it is left behind, and the work stays within a processor's nearest memory however large
//! the rulebook is.

use rustc_hash::FxHashMap as HashMap;

use super::{Classes, Compiled, CompiledIssue, Ending, NODES_MAX, as_end, doubted_end, ending_at};
use crate::condition::Condition;
use crate::diagram::{Arena, Chosen, NodeId, TooLarge};
use crate::model::{Concept, Issue};

/// Makes all diagrams of a rulebook, one concept or issue after the other.
pub struct Workbench {
    classes: Classes,
    /// What stays.
    kept: Arena,
    /// The concepts so far, in `kept`.
    concepts: Vec<NodeId>,
    /// Holds the one that is being made; empty between two.
    arena: Arena,
    /// Which node of `arena` is a copy of which in `kept`.
    brought: HashMap<NodeId, NodeId>,
    /// Which node of `kept` is a copy of which in `arena`.
    taken: HashMap<NodeId, NodeId>,
    chosen: Chosen,
}

impl Workbench {
    /// One on which nothing was made.
    pub fn new(classes: Classes) -> Self {
        Self {
            classes,
            kept: Arena::new(NODES_MAX),
            concepts: Vec::new(),
            arena: Arena::new(NODES_MAX),
            brought: HashMap::default(),
            taken: HashMap::default(),
            chosen: Chosen::default(),
        }
    }

    /// Makes the next concept. One that is too large reads as a condition that nobody meets, so that the
    /// next ones can be looked at.
    ///
    /// # Errors
    /// Where the budget is exceeded.
    pub fn concept(&mut self, concept: &Concept) -> Result<(), TooLarge> {
        self.clear();
        let made = self.condition(&concept.when).and_then(|node| self.take(node));
        self.concepts.push(made.or_else(|_| self.kept.leaf(0)).unwrap_or_default());
        made.map(drop)
    }

    /// Makes an issue. What answers need most is kept first.
    ///
    /// # Errors
    /// Where the budget is exceeded.
    pub fn issue(&mut self, issue: &Issue) -> Result<CompiledIssue, TooLarge> {
        self.clear();
        let mut made = self.make(issue)?;
        made.outcomes_root = self.take(made.outcomes_root)?;
        made.endings_root = self.take(made.endings_root)?;
        for guard in &mut made.guards {
            *guard = self.take(*guard)?;
        }
        Ok(made)
    }

    /// All that was made.
    pub fn finish(self, issues: Vec<CompiledIssue>) -> Compiled {
        Compiled { classes: self.classes, arena: self.kept, issues, concepts: self.concepts }
    }

    fn clear(&mut self) {
        self.arena.clear();
        self.brought.clear();
        self.taken.clear();
        self.chosen.clear();
    }

    fn take(&mut self, node: NodeId) -> Result<NodeId, TooLarge> {
        self.kept.copy(&self.arena, node, &mut self.taken)
    }

    fn choose(&mut self, test: NodeId, yes: NodeId, no: NodeId) -> Result<NodeId, TooLarge> {
        self.arena.choose_known(&self.classes.widths, [test, yes, no], &mut self.chosen)
    }

    fn condition(&mut self, condition: &Condition) -> Result<NodeId, TooLarge> {
        let no = self.arena.leaf(0)?;
        let yes = self.arena.leaf(1)?;
        match condition {
            Condition::Among(fact, values) => {
                let width = self.classes.widths.get(usize::from(fact.0)).copied().unwrap_or_default();
                let mut children = vec![no; width];
                for class in values.iter().filter_map(|value| self.classes.class(*fact, *value)) {
                    if let Some(child) = children.get_mut(class) {
                        *child = yes;
                    }
                }
                if children.is_empty() { Ok(no) } else { self.arena.branch(fact.0, children) }
            }
            Condition::Concept(at) => match self.concepts.get(*at) {
                Some(concept) => self.arena.copy(&self.kept, *concept, &mut self.brought),
                None => Ok(no),
            },
            Condition::All(parts) => parts.iter().try_fold(yes, |sum, part| {
                let part = self.condition(part)?;
                self.choose(sum, part, no)
            }),
            Condition::Any(parts) => parts.iter().try_fold(no, |sum, part| {
                let part = self.condition(part)?;
                self.choose(sum, yes, part)
            }),
            Condition::Not(part) => {
                let part = self.condition(part)?;
                self.choose(part, no, yes)
            }
        }
    }

    fn make(&mut self, issue: &Issue) -> Result<CompiledIssue, TooLarge> {
        let mut endings: Vec<Ending> = issue
            .steps
            .iter()
            .enumerate()
            .map(|(step, own)| Ending { step, doubts: Vec::new(), certainty: own.certainty })
            .collect();
        let mut guards = Vec::with_capacity(issue.steps.len());
        for step in &issue.steps {
            guards.push(match &step.when {
                Some(when) => self.condition(when)?,
                None => self.arena.leaf(1)?,
            });
        }
        let mut root = self.arena.leaf(as_end(issue.steps.len().saturating_sub(1)))?;
        for (at, guard) in guards.iter().enumerate().rev() {
            let end = self.arena.leaf(as_end(at))?;
            root = self.choose(*guard, end, root)?;
        }
        for (at, doubt) in issue.doubts.iter().enumerate() {
            let when = self.condition(&doubt.when)?;
            let mut label = |end| doubted_end(issue, &mut endings, at, end);
            root = self.arena.relabel_where(&self.classes.widths, when, root, &mut label)?;
        }
        let outcome_of = |end: u64| {
            ending_at(&endings, end)
                .and_then(|ending| issue.steps.get(ending.step))
                .map_or(0, |step| as_end(step.outcome))
        };
        let outcomes_root = self.arena.relabel(root, &mut |end| outcome_of(end))?;
        Ok(CompiledIssue { endings_root: root, outcomes_root, guards, endings })
    }
}
