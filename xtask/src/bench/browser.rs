//! The build in `dist/` as a slow phone sees it, and as Lighthouse judges it. Node measures, prints, and
//! writes the tables into `docs/performance.md`.

use std::path::Path;

use super::row::Row;
use crate::prepare::{browsers, npm_packages};
use crate::run::{Outcome, program, run};
use crate::tools::built;

/// `--browser`: between a static twin and a SurveyJS page, in one run.
///
/// # Errors
/// When a tool is missing or there is no build.
pub fn rows(root: &Path, _words: &[String]) -> Outcome<Vec<Row>> {
    measure(root, "run.mjs")
}

/// `--lighthouse`: each language's page.
///
/// # Errors
/// As [`rows`].
pub fn lighthouse(root: &Path, _words: &[String]) -> Outcome<Vec<Row>> {
    measure(root, "lighthouse.mjs")
}

fn measure(root: &Path, script: &str) -> Outcome<Vec<Row>> {
    built(root)?;
    browsers(root)?;
    npm_packages(root)?;
    let folder = root.join("benches/browser");
    npm_packages(&folder)?;
    run(&mut program(&folder, "node", &[script]))?;
    Ok(Vec::new())
}
