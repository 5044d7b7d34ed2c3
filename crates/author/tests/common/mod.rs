//! Running the real program, and rulebooks to run it on.
#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "these are tests, though not test functions")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// What a run of the program came to.
#[derive(Debug)]
pub struct Run {
    pub output: String,
    pub errors: String,
    pub status: i32,
}

impl Run {
    /// Standard output as one JSON value.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.output).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The call or a file was wrong: every problem on standard error, nothing on standard output.
    #[track_caller]
    pub fn refused(&self) -> Vec<&str> {
        assert_eq!((self.status, self.output.as_str()), (2, ""), "{}", self.errors);
        self.errors.lines().collect()
    }
}

/// The folder of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// Runs the program in the workspace's folder.
pub fn author(arguments: &[&str], input: &str) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_deemed-author"))
        .args(arguments)
        .current_dir(root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    // A program that refuses the call does not read its input; the broken pipe is no failure.
    let writer = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    let done = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Run {
        output: String::from_utf8(done.stdout).unwrap(),
        errors: String::from_utf8(done.stderr).unwrap(),
        status: done.status.code().unwrap(),
    }
}

/// Writes the example rulebook into a folder of its own, with some files put in or replaced.
pub fn example(name: &str, changes: &[(&str, &str)]) -> PathBuf {
    let bundle: Value = serde_json::from_str(include_str!("../../../engine/src/example.json")).unwrap();
    let files = bundle.as_object().unwrap().iter().map(|(path, file)| (path.clone(), file.to_string()));
    write(name, files.chain(changes.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))))
}

/// Writes files into a fresh folder.
pub fn write(name: &str, files: impl Iterator<Item = (String, String)>) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    for (path, text) in files {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

/// The example rulebook with all that makes a check find nothing, and with these changes.
pub fn clean(name: &str, changes: &[(&str, &str)]) -> PathBuf {
    let almanac = r#"{"id": "almanac", "title": "Almanac", "authority": "statute", "evidence": "read",
        "citation": "Almanac", "official": "https://example.gov/", "text-date": "2026-01-01", "checked": "2026-11-22"}"#;
    let scenario = |id: &str, sky: &str, outcome: &str| {
        serde_json::json!({
            "id": id, "person": "Somebody", "facts": {"sky": sky}, "citations": [], "certainty": "A",
            "expect": {"weather/umbrella": {"outcome": outcome}}, "why": "So it is.", "origin": "here",
        })
        .to_string()
    };
    let take = r#"{"id": "take", "law": "weather", "issue": "umbrella", "kind": "ask-first", "headline": "Take it.",
        "means": ["It may rain."], "not-means": [], "do-now": ["Take it."], "gather": [], "do-not": [],
        "ask": [{"who": "The doorman", "words": "Is it raining?"}], "checks": [],
        "cites": [{"source": "almanac", "at": "page 1"}]}"#;
    let (dry, wet) = (scenario("dry", "blue", "leave"), scenario("wet", "grey", "take"));
    let mut files = vec![
        ("sources/almanac.json", almanac),
        ("outcomes/weather/umbrella/take.json", take),
        ("scenarios/dry.json", dry.as_str()),
        ("scenarios/wet.json", wet.as_str()),
    ];
    files.extend(changes);
    example(name, &files)
}

/// The issue of the example, with these steps.
pub fn umbrella(outcomes: &[&str], steps: &[Value], doubts: &[Value]) -> String {
    serde_json::json!({
        "id": "umbrella", "law": "weather", "title": "Umbrella", "question": "Is an umbrella called for?",
        "outcomes": outcomes, "steps": steps, "doubts": doubts,
    })
    .to_string()
}

/// A step, or a doubt where the outcome is empty.
pub fn step(id: &str, outcome: &str, when: &Value) -> Value {
    let mut step = serde_json::json!({
        "id": id, "certainty": "A", "because": "So it is.",
        "cites": [{"source": "almanac", "at": "page 1"}],
    });
    let entries = step.as_object_mut().unwrap();
    if outcome.is_empty() {
        entries.insert("certainty".to_owned(), "C".into());
    } else {
        entries.insert("title".to_owned(), id.into());
        entries.insert("outcome".to_owned(), outcome.into());
    }
    if !when.is_null() {
        entries.insert("when".to_owned(), when.clone());
    }
    step
}
