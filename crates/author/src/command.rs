//! The commands, one file each.

pub mod check;
pub mod diff;
pub mod evaluate;
pub mod explain;
pub mod export;
pub mod mutate;
pub mod paper;
pub mod schema;
