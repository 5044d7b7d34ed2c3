//! Rulebooks and sheets that nobody should write, as files and on standard input: one line for each thing
//! that is wrong, or an answer; and what takes long says so on a terminal only.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "these are tests, though not all are test functions"
)]

mod common;

use std::path::Path;
use std::process::Command;

use common::{author, clean, step, umbrella};
use serde_json::{Value, json};

const SHEET: &str = r#"{"facts": {}}"#;

/// What is said of a rulebook with this file in it.
#[track_caller]
fn refused(name: &str, path: &str, bytes: &[u8]) -> String {
    let folder = clean(name, &[]);
    std::fs::write(folder.join(path), bytes).unwrap();
    let call = ["evaluate", "--rulebook", folder.to_str().unwrap(), "--answers", "-"];
    let run = author(&call, SHEET);
    run.refused();
    assert!(run.errors.len() < 4_000, "{}", run.errors.len());
    run.errors
}

#[test]
fn ten_thousand_steps_are_checked() {
    let sky = |value: &str| json!({"fact": "sky", "in": [value]});
    let mut steps: Vec<Value> =
        (0..10_000).map(|at| step(&format!("s{at}"), "leave", &sky("blue"))).collect();
    steps.push(step("else", "take", &Value::Null));
    let issue = umbrella(&["leave", "take"], &steps, &[]);
    let folder = clean("bad-steps", &[("laws/weather/umbrella.json", &issue)]);
    let run = author(
        &["check", "--rulebook", folder.to_str().unwrap(), "--today", "2026-11-22", "--format", "json"],
        "",
    );
    assert_eq!(run.status, 1);
    assert_eq!(run.json()["issues"][0]["dead-steps"].as_array().unwrap().len(), 9_999);
}

#[test]
fn deep_nesting_is_refused() {
    let nested = format!("{}7{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(refused("bad-nesting", "places.json", nested.as_bytes()).contains("nested deeper than"));
    let run = author(&["evaluate", "--answers", "-"], &nested);
    assert!(run.refused()[0].contains("nested deeper than"));
}

#[test]
fn a_key_written_twice_is_refused() {
    let twice = br#"{"id": "almanac", "id": "almanac"}"#;
    assert!(refused("bad-twice", "sources/almanac.json", twice).contains("the key `id` is written twice"));
    let run = author(&["evaluate", "--answers", "-"], r#"{"facts": {"status": "h-1b", "status": "f-1"}}"#);
    assert!(run.refused()[0].contains("the key `status` is written twice"));
}

#[test]
fn wrong_unicode_is_refused_with_its_place() {
    let wrong = refused("bad-unicode", "places.json", b"{\"id\": \"\xff\"}");
    assert!(wrong.contains("not UTF-8") && wrong.contains("at place 8"), "{wrong}");
    assert!(refused("bad-half", "places.json", br#"{"id": "\ud800"}"#).contains("not readable as JSON"));
}

#[test]
fn fifty_megabytes_are_refused() {
    let large = vec![b' '; 50 * 1024 * 1024];
    assert!(refused("bad-large", "places.json", &large).contains("too large"));
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("large-sheet.json");
    std::fs::write(&path, &large).unwrap();
    let run = author(&["evaluate", "--answers", path.to_str().unwrap()], "");
    assert!(run.refused()[0].contains("too large"));
    std::fs::remove_file(path).unwrap();
}

/// Writes the sheet into a pipe of the file system, three seconds late.
fn slow_writer(pipe: &Path) -> std::thread::JoinHandle<()> {
    let pipe = pipe.to_owned();
    std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_secs(3));
        std::fs::write(pipe, SHEET).unwrap();
    })
}

#[test]
fn what_takes_long_says_so_on_a_terminal_and_not_in_a_pipe() {
    let pipe = Path::new(env!("CARGO_TARGET_TMPDIR")).join("slow-sheet");
    let _ = std::fs::remove_file(&pipe);
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let program = env!("CARGO_BIN_EXE_deemed-author");
    let call = ["evaluate", "--answers", pipe.to_str().unwrap()];
    let writer = slow_writer(&pipe);
    let piped = author(&call, "");
    writer.join().unwrap();
    assert_eq!((piped.status, piped.errors.as_str()), (0, ""));
    // `script` runs a command on a terminal of its own.
    let line = format!("{program} {} > /dev/null", call.join(" "));
    let writer = slow_writer(&pipe);
    let shown = Command::new("script").args(["--quiet", "--command", &line, "/dev/null"]).output().unwrap();
    writer.join().unwrap();
    let shown = String::from_utf8_lossy(&shown.stdout).into_owned();
    assert!(shown.contains("evaluate: working for 2 seconds"), "{shown}");
    std::fs::remove_file(pipe).unwrap();
}
