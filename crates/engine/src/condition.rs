//! When a step, a doubt or a concept holds.

use crate::model::{FactId, ValueId};

/// A condition over facts, with every name resolved.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Condition {
    /// The fact has one of these values (sorted, without repetition).
    Among(FactId, Vec<ValueId>),
    /// The concept at this place of the rulebook's list holds. Concepts refer to earlier ones only.
    Concept(usize),
    /// All hold.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
}
