//! Legal questions as decision diagrams.
//!
//! Each legal question (an *issue* of a *law*) is a function from facts to one outcome, written as an
//! ordered list of steps. Loading checks the rule files and turns every issue into a reduced, ordered,
//! multi-valued decision diagram; everything the product promises is a question put to that diagram.
//!
//! The engine reads no clock, no language and no environment, does no input or output, and cannot fail
//! once a [`Rulebook`] is there.

pub mod agenda;
pub mod answers;
pub mod compile;
pub mod condition;
pub mod date;
pub mod diagram;
pub mod evaluate;
pub mod explain;
#[cfg(feature = "check")]
pub mod formats;
pub mod kind;
pub mod load;
pub mod model;
pub mod order;
pub mod place;
mod plan;
pub mod problem;
pub mod profile;
#[cfg(feature = "check")]
pub mod shape;
pub mod tree;

pub use agenda::Agenda;
pub use answers::{Answer, Answers};
pub use evaluate::{Evaluation, IssueResult, evaluate};
pub use load::Rulebook;
#[cfg(feature = "check")]
pub use load::Scenario;
pub use model::{Book, Certainty, FactId, ValueId, Words};
pub use problem::Problem;
pub use profile::Profile;
pub use tree::Tree;

/// A rulebook of one question, for examples in the documentation.
///
/// # Panics
/// Never: the text is a constant that a test loads.
#[doc(hidden)]
pub fn example() -> Rulebook {
    loop {
        if let Ok(rulebook) = Rulebook::from_bundle(include_str!("example.json")) {
            return rulebook;
        }
    }
}
