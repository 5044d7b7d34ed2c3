//! `bench`: measures what the program must reach and prints goals beside what this computer reaches.
//!
//! Every kind of measurement is one row of [`KINDS`]: a switch of the command line and what it does.
//! Timings are never tests; ratios to the yardsticks of the same run say more than single numbers.

mod browser;
mod native;
mod row;

use std::path::Path;

use crate::options::Options;
use crate::run::Outcome;
use crate::workspace::root;

/// What measures; the words name single benchmarks, none means all.
type Measure = fn(&Path, &[String]) -> Outcome<Vec<row::Row>>;

/// Every kind of measurement, by its switch.
const KINDS: [(&str, Measure); 3] =
    [("--native", native::rows), ("--browser", browser::rows), ("--lighthouse", browser::lighthouse)];

/// `bench`: runs the kinds that are switched on, or all.
///
/// # Errors
/// When an option is unknown or a benchmark fails; a goal that is missed is shown and is no error.
pub fn command(words: &[String]) -> Outcome {
    let options = Options::read(words, &[], &KINDS.map(|(switch, _)| switch))?;
    let root = root()?;
    let is_chosen = |switch: &str| options.has(switch) || KINDS.iter().all(|(other, _)| !options.has(other));
    let mut rows = Vec::new();
    for (_, measure) in KINDS.iter().filter(|(switch, _)| is_chosen(switch)) {
        rows.extend(measure(&root, options.words())?);
    }
    if !rows.is_empty() {
        print!("{}", row::table(&rows));
    }
    Ok(())
}
