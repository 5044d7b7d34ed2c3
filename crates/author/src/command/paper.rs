//! `paper`: the whole rulebook as one HTML page to print; what a lawyer reviews.

use deemed_engine::Rulebook;

use crate::paper;
use crate::report::Report;

/// Writes the page.
pub fn run(rulebook: &Rulebook) -> Report {
    Report::text(paper::page(rulebook))
}
