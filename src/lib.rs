//! Deemed: a private self-check for visa holders in the United States who work or study in AI.
//!
//! Layers, each using only those above it: the engine's rulebook, [`session`], [`screen`], [`view`].
//! [`platform`] is the only module that knows the browser.

pub mod build;
pub mod bundle;
pub mod changelog;
pub mod freshness;
pub mod helper;
pub mod host;
pub mod language;
pub mod outgoing;
pub mod picture;
pub mod platform;
pub mod saved;
pub mod screen;
pub mod session;
pub mod text;
pub mod view;
