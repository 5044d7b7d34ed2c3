//! Small commands that have Node look at a built site.

use std::path::Path;

use crate::options::Options;
use crate::prepare::{browsers, npm_packages};
use crate::run::{Outcome, program, run};
use crate::workspace::root;

/// `size`: prints what each file of the build in `dist/` costs.
///
/// # Errors
/// When Node is missing or there is no build.
pub fn size(words: &[String]) -> Outcome {
    node(words, "tests/bytes/costs.mjs")
}

/// `shots`: takes pictures of the build in `dist/`, into `shots/`.
///
/// # Errors
/// When a tool is missing or there is no build.
pub fn shots(words: &[String]) -> Outcome {
    browsers(&root()?)?;
    node(words, "tests/browser/tools/shots.mjs")
}

fn node(words: &[String], script: &str) -> Outcome {
    Options::read(words, &[], &[])?;
    let root = root()?;
    built(&root)?;
    npm_packages(&root)?;
    run(&mut program(&root, "node", &[script]))
}

/// Fails when there is no build in `dist/`.
///
/// # Errors
/// Says how to make one.
pub fn built(root: &Path) -> Outcome {
    if root.join("dist/manifest.json").is_file() {
        return Ok(());
    }
    Err("there is no build in `dist`; make one first with `cargo xtask dist`".into())
}
