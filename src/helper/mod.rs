//! Help with hard questions: estimates from a few numbers, compared with the lines that the texts draw.
//!
//! All sums are done in whole numbers, so they are exact. The lines themselves stand in `limits.json`,
//! each with its citation. Nothing here gives an answer; a person may take one over.

mod amount;
mod compare;
mod computer;
mod inputs;
mod limits;
mod processor;
mod training;

pub use amount::{Amount, DIGITS, Scientific};
pub use compare::{Comparison, times};
pub use computer::Computer;
pub use inputs::{Field, Inputs};
pub use limits::{Bounds, ComputerLimits, Limits, LineLimits, ProcessorLimits};
pub use processor::{Chip, Processor};
pub use training::{Training, estimate};
