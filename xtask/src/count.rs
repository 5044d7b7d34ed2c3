//! How many tests passed and failed, as the test runners themselves say in their closing lines.

use std::io::{BufRead, BufReader, Read, Write};
use std::ops::AddAssign;
use std::process::{Command, Stdio};
use std::sync::Mutex;

use crate::run::{Outcome, describe};

/// Numbers of tests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tests that passed.
    pub passed: u32,
    /// Tests that failed.
    pub failed: u32,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Counts {
    /// What the line says if it is the closing line of cargo's, nextest's or Node's runner.
    fn in_line(line: &str) -> Self {
        let line = line.trim();
        let number = |text: &str| text.trim().parse().unwrap_or(0);
        let before = |word: &str| {
            let (ahead, _) = line.split_once(word).unwrap_or_default();
            ahead.rsplit([' ', '(']).find(|text| !text.is_empty()).map_or(0, number)
        };
        if line.starts_with("test result: ") || line.starts_with("Summary [") {
            Self { passed: before(" passed"), failed: before(" failed") + before(" timed out") }
        } else if let Some(passed) = line.strip_prefix("ℹ pass ") {
            Self { passed: number(passed), failed: 0 }
        } else if let Some(failed) = line.strip_prefix("ℹ fail ") {
            Self { passed: 0, failed: number(failed) }
        } else {
            Self::default()
        }
    }
}

/// Runs the command, passes on what it writes, and adds what its closing lines count.
///
/// # Errors
/// When it cannot be started or fails.
pub fn counted(command: &mut Command, total: &mut Counts) -> Outcome {
    let line = describe(command);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("could not start `{line}`: {error}"))?;
    let counts = Mutex::new(Counts::default());
    let (out, err) = (child.stdout.take(), child.stderr.take());
    std::thread::scope(|scope| {
        scope.spawn(|| pass_on(out, &mut std::io::stdout(), &counts));
        scope.spawn(|| pass_on(err, &mut std::io::stderr(), &counts));
    });
    let status = child.wait().map_err(|error| format!("could not wait for `{line}`: {error}"))?;
    *total += counts.into_inner().unwrap_or_default();
    if status.success() { Ok(()) } else { Err(format!("`{line}` failed ({status})")) }
}

fn pass_on(from: Option<impl Read>, to: &mut impl Write, counts: &Mutex<Counts>) {
    let Some(from) = from else { return };
    for line in BufReader::new(from).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line);
        if let Ok(mut counts) = counts.lock() {
            *counts += Counts::in_line(&line);
        }
        // Without a terminal there is nobody to tell.
        let _ = writeln!(to, "{line}");
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn closing_lines_of_all_runners_are_read() {
        let counts = |passed, failed| Counts { passed, failed };
        let cargo = "test result: FAILED. 3 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out";
        assert_eq!(Counts::in_line(cargo), counts(3, 2));
        let nextest =
            "     Summary [   0.012s] 14 tests run: 12 passed (1 slow), 1 failed, 1 timed out, 3 skipped";
        assert_eq!(Counts::in_line(nextest), counts(12, 2));
        let nextest = "     Summary [   0.012s] 1 test run: 1 passed, 0 skipped";
        assert_eq!(Counts::in_line(nextest), counts(1, 0));
        assert_eq!(Counts::in_line("ℹ pass 7"), counts(7, 0));
        assert_eq!(Counts::in_line("ℹ fail 4"), counts(0, 4));
        assert_eq!(Counts::in_line("3 passed, 4 failed in a story"), counts(0, 0));
    }
}
