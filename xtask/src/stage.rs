//! Headings of stages, each with the seconds it took.

use std::time::Instant;

use crate::run::Outcome;

/// Runs one stage under its heading and says how long it took.
///
/// # Errors
/// Whatever the stage's work gives, with the stage's name before it.
pub fn stage<T>(heading: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    println!("\n== {heading}");
    let start = Instant::now();
    let result = work();
    let seconds = start.elapsed().as_secs_f64();
    match result {
        Ok(value) => {
            println!("-- {heading}: done in {seconds:.1} s");
            Ok(value)
        }
        Err(problem) => {
            println!("-- {heading}: failed after {seconds:.1} s");
            Err(format!("{heading}: {problem}"))
        }
    }
}
