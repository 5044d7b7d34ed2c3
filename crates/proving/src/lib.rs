//! What tests and benchmarks share: rulebooks drawn by lot, the real rulebook's files, and a slow judge
//! that tries every way of filling in what is unknown.
//!
//! Nothing here knows the engine, so that nothing here can repeat its mistakes.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "only tests and benchmarks use it, and they say what went wrong by panicking"
)]

pub mod generate;
pub mod judge;
pub mod real;

pub use generate::{Lot, Size};
pub use judge::{Judge, Sheet, Verdict};
