//! `deemed-author diff`, run as people run it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "these are tests, though not all are test functions"
)]

mod common;

use std::collections::BTreeMap;
use std::path::Path;

use common::{author, clean, root, step, umbrella, write};
use serde_json::{Value, json};

#[track_caller]
fn diff(old: &Path, new: &Path) -> (i32, Value) {
    let run = author(&["diff", old.to_str().unwrap(), new.to_str().unwrap(), "--format", "json"], "");
    assert_eq!(run.errors, "");
    (run.status, run.json())
}

fn sky(values: &[&str]) -> Value {
    json!({"fact": "sky", "in": values})
}

#[test]
fn a_rulebook_does_not_differ_from_itself() {
    let folder = clean("diff-same", &[]);
    let (status, found) = diff(&folder, &folder);
    assert_eq!((status, &found["differs"]), (0, &json!(false)));
    assert_eq!(found["issues"][0]["groups"], json!([]));
    let text = author(&["diff", folder.to_str().unwrap(), folder.to_str().unwrap()], "");
    assert_eq!(text.output, "No profile gets another result.\n");
}

#[test]
fn a_swapped_outcome_is_counted_and_shown() {
    let steps = [step("blue-sky", "take", &sky(&["blue"])), step("else", "take", &Value::Null)];
    let issue = umbrella(&["leave", "take"], &steps, &[]);
    let old = clean("diff-swap-old", &[]);
    let (status, found) = diff(&old, &clean("diff-swap-new", &[("laws/weather/umbrella.json", &issue)]));
    assert_eq!(status, 1);
    assert_eq!(found["issues"][0]["differing"], "1");
    assert_eq!(
        found["issues"][0]["groups"],
        json!([{"from": "leave", "to": "take", "profiles": "1", "example": {"facts": {"sky": "blue"}}}])
    );
}

/// What `diff --release` says of a rulebook with this version and this outcome under a blue sky.
#[track_caller]
fn release(name: &str, version: &str, outcome: &str, because: &str) -> (i32, String) {
    let mut blue = step("blue-sky", outcome, &sky(&["blue"]));
    blue["because"] = because.into();
    let issue = umbrella(&["leave", "take"], &[blue, step("else", "take", &Value::Null)], &[]);
    let bundle: Value = serde_json::from_str(include_str!("../../engine/src/example.json")).unwrap();
    let mut book = bundle["rulebook.json"].clone();
    book["version"] = version.into();
    let book = book.to_string();
    let new = clean(name, &[("laws/weather/umbrella.json", &issue), ("rulebook.json", &book)]);
    let old = clean(&format!("{name}-old"), &[]);
    let run = author(&["diff", old.to_str().unwrap(), new.to_str().unwrap(), "--release"], "");
    (run.status, run.output.lines().last().unwrap().to_owned())
}

#[test]
fn a_patch_that_changes_an_outcome_is_refused() {
    // The example is version 0.1.0, and a blue sky says `leave`.
    assert_eq!(release("release-words", "0.1.1", "leave", "Other words.").0, 0);
    let (status, says) = release("release-patch", "0.1.1", "take", "So it is.");
    assert_eq!(status, 1);
    assert!(says.contains("must rise"), "{says}");
    assert_eq!(release("release-same", "0.1.0", "take", "So it is.").0, 1);
    assert_eq!(release("release-minor", "0.2.0", "take", "So it is.").0, 0);
    assert_eq!(release("release-major", "1.0.0", "take", "So it is.").0, 0);
    let (status, says) = release("release-older", "0.0.9", "leave", "So it is.");
    assert_eq!(status, 1);
    assert!(says.contains("older"), "{says}");
}

#[test]
fn certainty_and_reason_alone_are_differences_too() {
    let steps = [step("blue-sky", "leave", &sky(&["blue"])), step("otherwise", "take", &Value::Null)];
    let issue = umbrella(&["leave", "take"], &steps, &[step("dim", "", &sky(&["blue"]))]);
    let old = clean("diff-why-old", &[]);
    let (status, found) = diff(&old, &clean("diff-why-new", &[("laws/weather/umbrella.json", &issue)]));
    let issue = &found["issues"][0];
    assert_eq!((status, &issue["differing"], &issue["groups"]), (1, &json!("0"), &json!([])));
    assert_eq!(issue["certainties"][0]["to"], json!({"outcome": "leave", "certainty": "C"}));
    assert_eq!(issue["reasons"][0]["to"], json!({"outcome": "take", "reason": ["otherwise"]}));
}

#[test]
fn facts_values_and_outcomes_that_come_and_go_are_named() {
    let bundle: Value = serde_json::from_str(include_str!("../../engine/src/example.json")).unwrap();
    let mut sky_question = bundle["questions/sky.json"].clone();
    sky_question["choices"][1]["value"] = "red".into();
    let mut wind = sky_question.clone();
    wind["fact"] = "wind".into();
    wind["heading"] = "Is it windy?".into();
    let mut book = bundle["rulebook.json"].clone();
    book["questions"] = json!(["wind", "sky"]);
    let mut stay = bundle["outcomes/weather/umbrella/take.json"].clone();
    stay["id"] = "stay".into();
    let windy = json!({"fact": "wind", "in": ["red"]});
    let steps = [
        step("windy", "stay", &windy),
        step("blue-sky", "leave", &sky(&["blue"])),
        step("else", "take", &Value::Null),
    ];
    let issue = umbrella(&["leave", "take", "stay"], &steps, &[]);
    let (sky_text, wind, book, stay) =
        (sky_question.to_string(), wind.to_string(), book.to_string(), stay.to_string());
    let files = [
        ("questions/sky.json", sky_text.as_str()),
        ("questions/wind.json", wind.as_str()),
        ("rulebook.json", book.as_str()),
        ("outcomes/weather/umbrella/stay.json", stay.as_str()),
        ("laws/weather/umbrella.json", issue.as_str()),
    ];
    let new = common::example("diff-names-new", &files);
    let (status, found) = diff(&common::example("diff-names-old", &[]), &new);
    assert_eq!(status, 1);
    assert_eq!(found["facts"], json!({"added": ["wind"], "removed": []}));
    assert_eq!(
        found["values"],
        json!({"added": [{"fact": "sky", "value": "red"}], "removed": [{"fact": "sky", "value": "grey"}]})
    );
    assert_eq!(
        found["outcomes"]["added"],
        json!([{"law": "weather", "issue": "umbrella", "outcome": "stay"}])
    );
    // Of sky (blue, red, grey) times wind (blue, red): in the old book `red` has no result, in the new `grey`.
    let issue = &found["issues"][0];
    assert_eq!(issue["profiles"], "6");
    let groups: BTreeMap<(Option<&str>, Option<&str>), &str> = issue["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| ((group["from"].as_str(), group["to"].as_str()), group["profiles"].as_str().unwrap()))
        .collect();
    let expected = [
        ((Some("leave"), Some("stay")), "1"),
        ((None, Some("take")), "1"),
        ((None, Some("stay")), "1"),
        ((Some("take"), None), "1"),
        ((Some("take"), Some("stay")), "1"),
    ];
    assert_eq!(groups, expected.into_iter().collect());
    let from_leave =
        issue["groups"].as_array().unwrap().iter().find(|group| group["from"] == "leave").unwrap();
    assert_eq!(from_leave["example-old"], json!({"facts": {"sky": "blue"}}));
}

/// A copy of the real rulebook with a text of one file replaced.
fn real(name: &str, path: &str, change: impl Fn(&mut Value)) -> std::path::PathBuf {
    let mut files = Vec::new();
    let mut folders = vec![root().join("rulebook")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap().path();
            if entry.is_dir() {
                folders.push(entry);
            } else {
                let below = entry.strip_prefix(root().join("rulebook")).unwrap().to_str().unwrap().to_owned();
                files.push((below, std::fs::read_to_string(entry).unwrap()));
            }
        }
    }
    let (_, text) = files.iter_mut().find(|(own, _)| own == path).unwrap();
    let mut value: Value = serde_json::from_str(text).unwrap();
    change(&mut value);
    *text = value.to_string();
    write(name, files.into_iter())
}

fn values(fact: &str) -> Vec<String> {
    let text = std::fs::read_to_string(root().join(format!("rulebook/questions/{fact}.json"))).unwrap();
    let question: Value = serde_json::from_str(&text).unwrap();
    let choices = question["choices"].as_array().unwrap();
    choices.iter().map(|choice| choice["value"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn counts_on_the_real_rulebook_are_those_of_enumeration() {
    let path = "laws/enforce-act/activity.json";
    let new = real("diff-real", path, |issue| {
        let first = issue["steps"][0]["outcome"].clone();
        issue["steps"][0]["outcome"] = issue["steps"][3]["outcome"].clone();
        issue["steps"][3]["outcome"] = first;
        issue["steps"].as_array_mut().unwrap().swap(1, 2);
    });
    let (status, found) = diff(&root().join("rulebook"), &new);
    assert_eq!(status, 1);
    let issue = found["issues"]
        .as_array()
        .unwrap()
        .iter()
        .find(|issue| issue["law"] == "enforce-act" && issue["issue"] == "activity");
    let mut sheets = Vec::new();
    for location in values("location") {
        for status in values("status") {
            for kind in values("ai-kind") {
                for role in values("ai-role") {
                    sheets.push(json!({"facts": {
                        "location": location, "status": status, "ai-kind": kind, "ai-role": role,
                    }}));
                }
            }
        }
    }
    let outcomes = |folder: &Path| -> Vec<Value> {
        let call = ["evaluate", "--rulebook", folder.to_str().unwrap(), "--answers", "-", "--format", "json"];
        let evaluated = author(&call, &Value::from(sheets.clone()).to_string()).json();
        let of = |sheet: &Value| {
            let results = sheet["results"].as_array().unwrap();
            results
                .iter()
                .find(|result| result["law"] == "enforce-act" && result["issue"] == "activity")
                .unwrap()["outcome"]
                .clone()
        };
        evaluated.as_array().unwrap().iter().map(of).collect()
    };
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (from, to) in outcomes(&root().join("rulebook")).into_iter().zip(outcomes(&new)) {
        if from != to {
            *counts.entry((from.to_string(), to.to_string())).or_default() += 1;
        }
    }
    let found: BTreeMap<(String, String), usize> = issue.unwrap()["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| {
            let count = group["profiles"].as_str().unwrap().parse().unwrap();
            ((group["from"].to_string(), group["to"].to_string()), count)
        })
        .collect();
    assert!(!counts.is_empty());
    assert_eq!(found, counts);
}
