//! `deemed-author check`, run as people run it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "these are tests, though not all are test functions"
)]

mod common;

use std::path::Path;

use common::{author, clean, example, step, umbrella};
use serde_json::{Value, json};

const DAY: &str = "2026-11-22";

#[track_caller]
fn check(folder: &Path) -> (i32, Value) {
    let run =
        author(&["check", "--rulebook", folder.to_str().unwrap(), "--today", DAY, "--format", "json"], "");
    assert_eq!(run.errors, "");
    (run.status, run.json())
}

fn sky(values: &[&str]) -> Value {
    json!({"fact": "sky", "in": values})
}

/// The issue's findings under a key, and the evaluation of the first one's example.
#[track_caller]
fn finding(folder: &Path, key: &str) -> (Value, Value) {
    let (status, checked) = check(folder);
    assert_eq!(status, 1, "{checked}");
    let found = &checked["issues"][0][key];
    assert_eq!(found.as_array().map(Vec::len), Some(1), "{checked}");
    let sheet = found[0]["example"].to_string();
    let call = ["evaluate", "--rulebook", folder.to_str().unwrap(), "--answers", "-", "--format", "json"];
    (found[0].clone(), author(&call, &sheet).json()["results"][0].clone())
}

/// A grade is only a reason to look again, so none fails alone; that there are more or harder ones does.
#[test]
fn the_real_questions_and_headlines_get_no_harder_to_read() {
    let (_, checked) = check(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulebook"));
    let reading = &checked["reading"];
    let hard = reading["hard"].as_array().unwrap();
    assert!(reading["texts"].as_u64().unwrap() >= 90, "{reading}");
    assert!(reading["mean"].as_f64().unwrap() <= 6.0, "{reading}");
    assert!(hard.len() <= 27, "{reading}");
    assert!(hard[0]["grade"].as_f64().unwrap() <= 16.0, "{reading}");
}

#[test]
fn a_clean_rulebook_gives_no_finding() {
    let (status, checked) = check(&clean("check-clean", &[]));
    assert_eq!(status, 0, "{checked}");
    assert_eq!(checked["problems"], json!([]));
    assert_eq!(checked["lints"], json!([]));
    assert_eq!(checked["scenarios"], json!({"passed": 2, "failed": []}));
    assert_eq!(checked["questions"], json!({"needless": []}));
    assert!(checked["seconds"].is_f64());
    assert_eq!(
        checked["issues"],
        json!([{
            "law": "weather", "issue": "umbrella", "profiles": "2", "dead-steps": [],
            "unreachable-outcomes": [], "never-certain-outcomes": [], "gaps": [], "needless-facts": [],
        }])
    );
}

#[test]
fn a_dead_step_is_shown_by_a_sheet_that_meets_its_condition() {
    let steps = [
        step("a", "leave", &sky(&["blue"])),
        step("b", "take", &sky(&["blue"])),
        step("c", "take", &Value::Null),
    ];
    let issue = umbrella(&["leave", "take"], &steps, &[]);
    let folder = clean("check-dead", &[("laws/weather/umbrella.json", &issue)]);
    let (found, result) = finding(&folder, "dead-steps");
    assert_eq!(found["step"], "b");
    assert_eq!(found["example"], json!({"facts": {"sky": "blue"}}));
    assert_eq!(result["steps"], json!(["a"]));
}

#[test]
fn an_unreachable_outcome_is_possible_for_nobody() {
    let steps = [step("a", "leave", &sky(&["blue"])), step("b", "leave", &Value::Null)];
    let issue = umbrella(&["leave", "take"], &steps, &[]);
    let folder = clean("check-unreachable", &[("laws/weather/umbrella.json", &issue)]);
    let (found, result) = finding(&folder, "unreachable-outcomes");
    assert_eq!(found["outcome"], "take");
    assert_eq!(result["possible"], json!(["leave"]));
}

#[test]
fn an_outcome_that_is_never_certain_is_shown_by_its_certainty() {
    let steps = [step("a", "leave", &sky(&["blue"])), step("b", "take", &Value::Null)];
    let issue = umbrella(&["leave", "take"], &steps, &[step("dim", "", &sky(&["grey"]))]);
    let folder = clean("check-uncertain", &[("laws/weather/umbrella.json", &issue)]);
    let (found, result) = finding(&folder, "never-certain-outcomes");
    assert_eq!((&found["outcome"], &result["certainty"]), (&json!("take"), &json!("C")));
}

#[test]
fn a_needless_fact_and_question_are_open_for_nobody() {
    let either = json!({"any": [sky(&["blue"]), {"not": sky(&["blue"])}]});
    let steps = [step("a", "leave", &either), step("b", "take", &Value::Null)];
    let issue = umbrella(&["leave", "take"], &steps, &[]);
    let folder = clean("check-needless", &[("laws/weather/umbrella.json", &issue)]);
    let (found, result) = finding(&folder, "needless-facts");
    assert_eq!((&found["fact"], &result["open-facts"]), (&json!("sky"), &json!([])));
    let (_, checked) = check(&folder);
    assert_eq!(checked["questions"]["needless"][0]["fact"], "sky");
    assert_eq!(checked["issues"][0]["dead-steps"][0]["step"], "b");
}

#[test]
fn a_gap_is_counted_and_shown() {
    let steps = [step("a", "leave", &sky(&["blue"]))];
    let issue = umbrella(&["leave"], &steps, &[]);
    let folder = example("check-gap", &[("laws/weather/umbrella.json", &issue)]);
    std::fs::remove_file(folder.join("outcomes/weather/umbrella/take.json")).unwrap();
    let (status, checked) = check(&folder);
    assert_eq!(status, 1);
    assert_eq!(checked["problems"][0]["pointer"], "/steps/0/when");
    let gap = &checked["issues"][0]["gaps"][0];
    assert_eq!((&gap["profiles"], &gap["example"]), (&json!("1"), &json!({"facts": {"sky": "grey"}})));
}

#[test]
fn problems_and_failed_scenarios_are_listed() {
    let broken = clean("check-broken", &[("laws/weather/umbrella.json", "{"), ("places.json", "[]")]);
    let (status, checked) = check(&broken);
    assert_eq!(status, 1);
    assert!(checked["problems"].as_array().unwrap().len() >= 2, "{checked}");
    let swapped = umbrella(
        &["leave", "take"],
        &[step("a", "take", &sky(&["blue"])), step("b", "leave", &Value::Null)],
        &[],
    );
    let (status, checked) = check(&clean("check-failed", &[("laws/weather/umbrella.json", &swapped)]));
    assert_eq!((status, checked["scenarios"]["passed"].as_u64()), (1, Some(0)));
    let failed = &checked["scenarios"]["failed"][0];
    assert_eq!((&failed["scenario"], &failed["issue"]), (&json!("dry"), &json!("weather/umbrella")));
    assert_eq!(
        (&failed["expected"], &failed["got"]),
        (&json!("`leave`"), &json!("`take` by `a`, certainty A"))
    );
    assert_eq!(author(&["check", "--rulebook", "no-such-folder"], "").refused().len(), 1);
}

/// One file of the example with a text replaced.
fn replaced(path: &str, from: &str, to: &str) -> String {
    let bundle: Value = serde_json::from_str(include_str!("../../engine/src/example.json")).unwrap();
    let text = bundle[path].to_string();
    assert!(text.contains(from), "{text}");
    text.replace(from, to)
}

#[test]
fn every_lint_fires_on_its_example() {
    let long = vec!["word"; 26].join(" ");
    let source = r#""official":"https://example.org/""#;
    let cases = [
        ("jargon", "laws/weather/law.json", "It is about weather.", "It is pursuant to weather."),
        ("jargon", "laws/weather/law.json", "It is about weather.", "It is about the WXYZ."),
        ("link-pattern", "sources/almanac.json", "\"id\"", "\"id\""),
        ("long-sentence", "laws/weather/law.json", "It is about weather.", long.as_str()),
        ("long-hint", "questions/sky.json", "\"why\"", &format!("\"hint\":\"{}. {long}\",\"why\"", "One")),
        ("next-step", "outcomes/weather/umbrella/take.json", "\"means\"", "\"means\""),
        ("review-due", "rulebook.json", "2027-05-21", "2026-11-21"),
        ("source-due", "sources/almanac.json", "2026-11-22", "2026-05-25"),
    ];
    assert!(replaced("sources/almanac.json", source, source).contains(source));
    for (number, (lint, path, from, to)) in cases.into_iter().enumerate() {
        let text = replaced(path, from, to);
        let folder = clean(&format!("check-lint-{number}"), &[(path, &text)]);
        let (_, checked) = check(&folder);
        let found: Vec<&Value> =
            checked["lints"].as_array().unwrap().iter().filter(|found| found["lint"] == lint).collect();
        assert!(found.iter().any(|found| found["file"] == path), "{lint}: {checked}");
    }
}

#[test]
fn what_only_the_calendar_brings_fails_no_build() {
    let folder = clean("check-due", &[]);
    let run = author(
        &["check", "--rulebook", folder.to_str().unwrap(), "--today", "2031-01-01", "--format", "json"],
        "",
    );
    let checked = run.json();
    assert_eq!((run.status, checked["lints"].as_array().unwrap().len()), (0, 3), "{checked}");
    assert_eq!(author(&["check", "--today", "soon"], "").refused().len(), 1);
}

#[test]
fn a_step_without_a_scenario_on_both_sides_is_named() {
    let folder = clean("check-sides", &[]);
    std::fs::remove_file(folder.join("scenarios/wet.json")).unwrap();
    let (status, checked) = check(&folder);
    let said: Vec<&str> =
        checked["lints"].as_array().unwrap().iter().filter_map(|found| found["message"].as_str()).collect();
    assert_eq!(status, 1);
    assert_eq!(
        said,
        ["no scenario of the step `blue-sky` passes it by", "no scenario of the step `else` ends at it"]
    );
}

#[test]
fn the_page_is_read_as_the_rules_are_and_grades_are_told_without_failing() {
    let book = clean("check-page/rulebook", &[]);
    let beside = book.parent().unwrap();
    let page = |words: &str| {
        std::fs::create_dir_all(beside.join("locales/en")).unwrap();
        std::fs::write(beside.join("locales/en/page.json"), json!({"start.lead": words}).to_string())
            .unwrap();
        check(&book)
    };
    let (status, checked) = page("Multilateral organizations necessitate considerable authorization.");
    assert_eq!(status, 0, "{checked}");
    assert_eq!(checked["reading"]["hard"][0]["pointer"], "/start.lead");
    let (status, checked) = page("We ask this so that you can see it now.");
    assert_eq!((status, &checked["reading"]["hard"]), (0, &json!([])), "{checked}");
    let (status, checked) = page(&format!("It is {} long.", "very ".repeat(26)));
    assert_eq!(status, 1, "{checked}");
    assert_eq!(checked["lints"][0]["lint"], "long-sentence");
    assert_eq!(checked["lints"][0]["file"], "locales/en/page.json");
}

#[test]
fn outcomes_that_a_status_never_meets_are_those_that_evaluate_rules_out() {
    let run = author(&["check", "--today", DAY, "--format", "json"], "");
    let checked = run.json();
    let question = std::fs::read_to_string(common::root().join("rulebook/questions/status.json")).unwrap();
    let question: Value = serde_json::from_str(&question).unwrap();
    let statuses = question["choices"].as_array().unwrap().iter().map(|choice| choice["value"].clone());
    let statuses: Vec<Value> = statuses.collect();
    let sheets: Vec<Value> = statuses.iter().map(|status| json!({"facts": {"status": status}})).collect();
    let evaluated = author(&["evaluate", "--answers", "-", "--format", "json"], &json!(sheets).to_string());
    let mut looked_at = 0;
    for (status, sheet) in statuses.iter().zip(evaluated.json().as_array().unwrap()) {
        for result in sheet["results"].as_array().unwrap() {
            let (law, issue) = (result["law"].as_str().unwrap(), result["issue"].as_str().unwrap());
            let path = common::root().join(format!("rulebook/laws/{law}/{issue}.json"));
            let file: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
            let possible = result["possible"].as_array().unwrap();
            let all = file["outcomes"].as_array().unwrap();
            let never: Vec<&Value> = all.iter().filter(|outcome| !possible.contains(outcome)).collect();
            let row = checked["unreached"].as_array().unwrap().iter().find(|row| {
                row["law"] == law
                    && row["issue"] == issue
                    && row["status"].as_array().unwrap().contains(status)
            });
            let said: Vec<&Value> =
                row.into_iter().flat_map(|row| row["outcomes"].as_array().unwrap()).collect();
            assert_eq!(said, never, "{status} {law}/{issue}");
            looked_at += never.len();
        }
    }
    assert!(looked_at > 0);
}
