//! `deemed-author evaluate`, run as people run it.

mod common;

use common::{author, example};
use serde_json::json;

#[test]
fn a_decided_sheet_says_what_decided_it() {
    let folder = example("evaluate-decided", &[]);
    let run = author(
        &["evaluate", "--rulebook", folder.to_str().unwrap(), "--answers", "-", "--format", "json"],
        r#"{"facts": {"sky": "blue"}}"#,
    );
    assert_eq!((run.status, run.errors.as_str()), (0, ""));
    assert_eq!(
        run.json(),
        json!({
            "rulebook": {"id": "example", "version": "0.1.0", "reviewed": "2026-11-22", "review-by": "2027-05-21"},
            "results": [{
                "law": "weather", "issue": "umbrella", "status": "decided", "outcome": "leave",
                "possible": ["leave"], "open-facts": [], "deciding": ["sky"], "steps": ["blue-sky"],
                "citations": [{"source": "almanac", "at": "page 1", "certainty": "A"}], "certainty": "A",
            }],
            "next-question": null,
            "questions-left": {"least": 0, "most": 0},
        })
    );
}

#[test]
fn an_open_sheet_says_what_can_still_come_out() {
    let folder = example("evaluate-open", &[]);
    let run = author(
        &["evaluate", "--rulebook", folder.to_str().unwrap(), "--answers", "-", "--format=json"],
        r#"{"facts": {}}"#,
    );
    let value = run.json();
    assert_eq!(value["results"][0]["status"], "open");
    assert_eq!(value["results"][0]["outcome"], json!(null));
    assert_eq!(value["results"][0]["possible"], json!(["leave", "take"]));
    assert_eq!(value["results"][0]["open-facts"], json!(["sky"]));
    assert_eq!(value["results"][0]["certainty"], json!(null));
    assert_eq!(value["next-question"], "sky");
    assert_eq!(value["questions-left"], json!({"least": 1, "most": 1}));
}

#[test]
fn a_list_is_answered_by_a_list_and_text_is_for_people() {
    let folder = example("evaluate-list", &[]);
    let call = ["evaluate", "--rulebook", folder.to_str().unwrap(), "--answers", "-"];
    let json = [call.as_slice(), &["--format", "json"]].concat();
    assert_eq!(
        author(&json, r#"[{"facts": {}}, {"facts": {"sky": "grey"}}]"#).json().as_array().unwrap().len(),
        2
    );
    assert_eq!(author(&json, "[]").json(), json!([]));
    let text = author(&call, r#"{"facts": {"sky": "grey"}}"#);
    assert!(text.output.contains("Take it. [A]") && text.output.contains("decided by: sky"), "{text:?}");
}

#[test]
fn every_problem_of_every_sheet_is_told() {
    let folder = example("evaluate-refused", &[]);
    let run = author(
        &["evaluate", "--rulebook", folder.to_str().unwrap(), "--answers", "-", "--format", "json"],
        r#"[{"facts": {"sky": "blu", "sea": "x"}}, {"facts": {"sky": 3}}, 7]"#,
    );
    assert_eq!(
        run.refused(),
        [
            "-#/0/facts/sky: unknown value of `sky` `blu`; allowed: `blue`, `grey`; did you mean `blue`?",
            "-#/0/facts/sea: unknown fact `sea`; allowed: `sky`",
            "-#/1/facts/sky: a number stands here; a text is allowed",
            "-#/2: an answer sheet is an object with the key `facts`",
        ]
    );
}

#[test]
fn a_wrong_call_is_refused_whole() {
    let run = author(&["evalute", "--formt=json"], "");
    assert_eq!(run.refused().len(), 2);
    assert!(
        run.errors.contains("did you mean `evaluate`?") && run.errors.contains("did you mean `--format`?")
    );
    assert_eq!(author(&["evaluate"], "").refused(), ["the option `--answers FILE` is missing"]);
    assert_eq!(author(&[], "").refused().len(), 1);
    assert!(author(&["evaluate", "--answers", "no-such-file"], "").refused()[0].contains("no-such-file"));
}

#[test]
fn a_missing_or_broken_rulebook_is_refused() {
    let call =
        |folder: &str| author(&["evaluate", "--rulebook", folder, "--answers", "-"], r#"{"facts": {}}"#);
    assert!(call("no-such-folder").refused()[0].contains("`no-such-folder` does not exist"));
    let broken = [("laws/weather/umbrella.json", "{\"id\": 1,"), ("places.json", "[]"), ("x.json", "{}")];
    let folder = example("evaluate-broken", &broken);
    let run = call(folder.to_str().unwrap());
    for file in ["laws/weather/umbrella.json#", "places.json#", "x.json#"] {
        assert!(run.refused().iter().any(|line| line.starts_with(file)), "{file}: {}", run.errors);
    }
}

#[test]
fn every_scenario_of_the_real_rulebook_comes_out_as_written() {
    let mut sheets = Vec::new();
    let mut expected = Vec::new();
    for entry in std::fs::read_dir(common::root().join("rulebook/scenarios")).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let scenario: serde_json::Value = serde_json::from_str(&text).unwrap();
        sheets.push(json!({"facts": scenario["facts"]}));
        expected.push(scenario);
    }
    let input = serde_json::Value::from(sheets).to_string();
    let run = author(&["evaluate", "--answers", "-", "--format", "json"], &input);
    assert_eq!((run.status, run.errors.as_str()), (0, ""));
    let evaluated = run.json();
    for (scenario, sheet) in expected.iter().zip(evaluated.as_array().unwrap()) {
        for (path, expect) in scenario["expect"].as_object().unwrap() {
            let results = sheet["results"].as_array().unwrap();
            let of_path = |result: &&serde_json::Value| {
                format!("{}/{}", result["law"].as_str().unwrap(), result["issue"].as_str().unwrap()) == *path
            };
            let result = results.iter().find(of_path).unwrap();
            let id = &scenario["id"];
            match expect.get("outcome") {
                Some(outcome) => assert_eq!(&result["outcome"], outcome, "{id} {path}"),
                None => assert_eq!(result["status"], "open", "{id} {path}"),
            }
        }
    }
}
