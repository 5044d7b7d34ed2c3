//! The table of goals and measurements.

use std::fmt::Write;

/// One line: a goal and what was measured, or a yardstick.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The goal's letter and number, such as `E1`.
    pub goal: &'static str,
    /// What was measured.
    pub what: String,
    /// What was reached, with its unit.
    pub measured: String,
    /// What must be reached; nothing for a yardstick.
    pub limit: String,
    /// Whether it was reached; nothing for a yardstick.
    pub is_met: Option<bool>,
}

impl Row {
    /// A measured time against a limit, in seconds; a yardstick has none.
    pub fn time(goal: &'static str, what: impl Into<String>, seconds: f64, limit: Option<f64>) -> Self {
        Self {
            goal,
            what: what.into(),
            measured: duration(seconds),
            limit: limit.map(duration).unwrap_or_default(),
            is_met: limit.map(|limit| seconds <= limit),
        }
    }

    /// How many times as long something takes.
    pub fn ratio(goal: &'static str, what: impl Into<String>, times: f64, limit: f64) -> Self {
        let (measured, allowed) = (format!("{times:.1} x"), format!("{limit:.0} x"));
        Self { goal, what: what.into(), measured, limit: allowed, is_met: Some(times <= limit) }
    }
}

/// Seconds in the unit that reads best.
pub fn duration(seconds: f64) -> String {
    match seconds {
        at_least if at_least >= 1.0 => format!("{seconds:.2} s"),
        at_least if at_least >= 0.001 => format!("{:.1} ms", seconds * 1e3),
        _ => format!("{:.1} µs", seconds * 1e6),
    }
}

/// All rows, one a line, in columns.
pub fn table(rows: &[Row]) -> String {
    let width = rows.iter().map(|row| row.what.chars().count()).max().unwrap_or_default();
    let mut out = format!("\n{:<4} {:<width$} {:>12} {:>10}\n", "", "", "measured", "goal");
    for row in rows {
        let Row { goal, what, measured, limit, is_met } = row;
        let verdict = match is_met {
            Some(true) => "met",
            Some(false) => "MISSED",
            None => "yardstick",
        };
        let _ = writeln!(out, "{goal:<4} {what:<width$} {measured:>12} {limit:>10}  {verdict}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Row, table};

    #[test]
    fn goals_are_met_missed_or_none() {
        let rows = [
            Row::time("E1", "one sheet", 0.000_150, Some(0.0002)),
            Row::time("E1", "another engine", 0.5, None),
            Row::ratio("V2", "growth", 16.04, 15.0),
        ];
        let lines: Vec<String> = table(&rows).lines().map(str::to_owned).collect();
        let at = |line: usize| lines.get(line).map(String::as_str).unwrap_or_default();
        assert_eq!(at(2), "E1   one sheet          150.0 µs   200.0 µs  met");
        assert_eq!(at(3), "E1   another engine     500.0 ms             yardstick");
        assert_eq!(at(4), "V2   growth               16.0 x       15 x  MISSED");
    }
}
