//! The commands, one file each.

pub mod check;
pub mod diff;
pub mod evaluate;
pub mod mutate;
