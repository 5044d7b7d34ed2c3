//! The goals E1, E4 and V1 to V4: the engine and the rule author's program, by criterion.

use std::path::Path;

use serde_json::Value;

use super::row::{Row, duration};
use crate::run::{Outcome, files_below, program, read_text, run};
use crate::workspace::target;

/// One goal in time: its name, what it is, criterion's name of the benchmark, the limit in seconds.
type Goal = (&'static str, &'static str, &'static str, Option<f64>);

/// The limits stand in `docs/performance.md` with what was measured when.
const GOALS: [Goal; 17] = [
    ("E1", "answer, all results, next question, deciding answers", "E1/deemed", Some(200e-6)),
    ("E1", "datalogic-rs, results only, unknown read as false", "E1/datalogic-rs", None),
    ("E4", "load and compile the real rulebook, as the page does", "E4/bundle", Some(5e-3)),
    ("E4", "of which: diagrams", "E4/compile", None),
    ("E4", "serde_json reads the same text", "E4/serde_json", None),
    ("E4", "load, check and compile its files, as `check` does", "E4/files checked", None),
    ("V1", "prove the real rulebook", "V1/prove", Some(0.1)),
    ("V1", "compare it with another, profile by profile", "V1/differences", Some(0.1)),
    ("V1", "compare all its laws with each other", "V1/laws beside each other", Some(0.1)),
    ("V2", "compile and prove 1x", "V2/local 1x", None),
    ("V2", "compile and prove 10x", "V2/local 10x", None),
    ("V2", "compile and prove 100x", "V2/local 100x", Some(5.0)),
    ("V2", "the same with reading its files", "V2/local 100x, reading the files too", None),
    ("V3", "tangled 1x, or saying what is undecided", "V3/tangled 1x", Some(6.0)),
    ("V3", "tangled 10x, or saying what is undecided", "V3/tangled 10x", Some(6.0)),
    ("V3", "the same with reading its files", "V3/tangled 10x, reading the files too", None),
    ("V4", "20 seeded defects, from the slip to the verdict", "V4/20 defects", None),
];

/// Growth against `V2/local 1x`: what, criterion's name, at most so many times.
const GROWTH: [(&str, &str, f64); 2] =
    [("growth of 10x", "V2/local 10x", 15.0), ("growth of 100x", "V2/local 100x", 200.0)];

/// Runs the benchmarks whose names hold one of the words, and reads what criterion found.
///
/// # Errors
/// When a benchmark cannot be built or fails.
pub fn rows(root: &Path, words: &[String]) -> Outcome<Vec<Row>> {
    let is_chosen = |name: &str| words.is_empty() || words.iter().any(|word| name.contains(word.as_str()));
    // One at a time, since criterion takes one pattern; without the checking of rule files, as in the page.
    let patterns: Vec<&str> =
        if words.is_empty() { vec![""] } else { words.iter().map(String::as_str).collect() };
    for pattern in patterns {
        let engine = ["bench", "--locked", "-p", "deemed-engine", "--no-default-features", "--bench", "load"];
        let author = ["bench", "--locked", "-p", "deemed-author", "--bench", "goals"];
        for bench in [&engine[..], &author[..]] {
            let mut command = program(root, "cargo", &[bench, &["--", pattern]].concat());
            run(command.env("CRITERION_HOME", target(root).join("criterion")))?;
        }
    }
    let found = found(&target(root).join("criterion"))?;
    let of = |name: &str| found.iter().find(|one| one.name == name);
    let seconds = |name: &str| of(name).map(|one| one.median);
    let mut rows: Vec<Row> = GOALS
        .iter()
        .filter(|(.., name, _)| is_chosen(name))
        .filter_map(|(goal, what, name, limit)| {
            let one = of(name)?;
            // On a computer that others use, the fastest sample says more than the median.
            let what = format!("{what}; fastest {}", duration(one.fastest));
            Some(Row::time(goal, what, one.median, *limit))
        })
        .collect();
    for (what, name, limit) in GROWTH.iter().filter(|(_, name, _)| is_chosen(name)) {
        if let Some((large, small)) = seconds(name).zip(seconds("V2/local 1x")) {
            rows.push(Row::ratio("V2", *what, large / small, *limit));
        }
    }
    if is_chosen("V4/defects") {
        rows.push(defects(root)?);
    }
    Ok(rows)
}

/// What criterion found for one benchmark, in seconds.
#[derive(Debug, PartialEq)]
struct Found {
    name: String,
    median: f64,
    fastest: f64,
}

/// Everything that criterion measured last.
fn found(folder: &Path) -> Outcome<Vec<Found>> {
    let mut found = Vec::new();
    for file in files_below(folder)?.iter().filter(|file| file.ends_with("new/benchmark.json")) {
        let estimates = folder.join(file.replace("benchmark.json", "estimates.json"));
        let (about, estimates) = (json(&folder.join(file))?, json(&estimates)?);
        let name = about.get("full_id").and_then(Value::as_str);
        let median = estimates.pointer("/median/point_estimate").and_then(Value::as_f64);
        if let Some((name, median)) = name.zip(median) {
            let fastest = fastest(&json(&folder.join(file.replace("benchmark.json", "sample.json")))?);
            let (name, median) = (name.to_owned(), median / 1e9);
            found.push(Found { name, median, fastest: fastest.map_or(median, |fastest| fastest / 1e9) });
        }
    }
    Ok(found)
}

/// The least time of one iteration in any sample, in nanoseconds.
fn fastest(sample: &Value) -> Option<f64> {
    let numbers = |key: &str| sample.get(key).and_then(Value::as_array).into_iter().flatten();
    let each = numbers("times").zip(numbers("iters"));
    let each = each.filter_map(|(time, count)| Some(time.as_f64()? / count.as_f64()?));
    each.reduce(f64::min)
}

fn json(path: &Path) -> Outcome<Value> {
    serde_json::from_str(&read_text(path)?)
        .map_err(|error| format!("could not read `{}`: {error}", path.display()))
}

/// V4: two hundred slips in the real rulebook, found by its check or its scenarios.
fn defects(root: &Path) -> Outcome<Row> {
    let words = ["run", "--locked", "--quiet", "--release", "-p", "deemed-author", "--", "mutate"];
    let mut command = program(root, "cargo", &[&words[..], &["--limit", "200", "--format", "json"]].concat());
    // Survivors make it end with 1; what counts is what it printed.
    let printed = command.output().map_err(|error| format!("could not start cargo: {error}"))?;
    let report: Value = serde_json::from_slice(&printed.stdout)
        .map_err(|error| format!("could not read what `mutate` printed: {error}"))?;
    Ok(score(&report))
}

/// The share of found defects among those that change anything for anybody.
fn score(report: &Value) -> Row {
    let count = |key: &str| report.pointer(&format!("/score/{key}")).and_then(Value::as_u64).unwrap_or(0);
    let (caught, survived) = (count("caught"), count("survived"));
    Row {
        goal: "V4",
        what: "seeded defects found by the check or a scenario".to_owned(),
        measured: format!("{caught} of {}", caught + survived),
        limit: "all".to_owned(),
        is_met: Some(caught > 0 && survived == 0),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Found, found, score};
    use crate::run::{empty, write};

    #[test]
    fn what_criterion_wrote_is_read_by_name() {
        let folder = std::env::temp_dir().join(format!("deemed-bench-{}", std::process::id()));
        empty(&folder).expect("a folder");
        let about = br#"{"full_id": "E1/deemed"}"#;
        write(&folder.join("E1/deemed/new/benchmark.json"), about).expect("a file");
        let estimates = br#"{"median": {"point_estimate": 150000.0}}"#;
        write(&folder.join("E1/deemed/new/estimates.json"), estimates).expect("a file");
        let sample = br#"{"iters": [10.0, 20.0], "times": [1500000.0, 2000000.0]}"#;
        write(&folder.join("E1/deemed/new/sample.json"), sample).expect("a file");
        let found = found(&folder).expect("all are JSON");
        let (median, fastest) = (150_000.0 / 1e9, 100_000.0 / 1e9);
        assert_eq!(found, [Found { name: "E1/deemed".to_owned(), median, fastest }]);
        std::fs::remove_dir_all(&folder).expect("it is ours");
    }

    #[test]
    fn one_survivor_misses_the_goal() {
        let row = |survived: u64| score(&json!({"score": {"caught": 199, "survived": survived}}));
        assert_eq!((row(1).measured.as_str(), row(1).is_met), ("199 of 200", Some(false)));
        assert_eq!(row(0).is_met, Some(true));
        assert_eq!(score(&json!({})).is_met, Some(false));
    }
}
