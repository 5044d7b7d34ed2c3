//! `deemed-author explain` and `export --jsonlogic`, run as people run them.

mod common;

use common::{author, clean};
use serde_json::json;

#[test]
fn an_explanation_says_what_decided_and_what_would_change_it() {
    let folder = clean("explain", &[]);
    let call = ["explain", "--rulebook", folder.to_str().unwrap(), "--answers", "-"];
    let run = author(&[call.as_slice(), &["--format", "json"]].concat(), r#"{"facts": {"sky": "grey"}}"#);
    let issue = run.json()["issues"][0].clone();
    assert_eq!(issue["outcome"], "take");
    assert_eq!(issue["passed-over"], json!([{"step": "blue-sky", "facts": ["sky"]}]));
    assert_eq!(
        issue["changes"],
        json!([{"outcome": "leave", "differences": [{"fact": "sky", "value": "blue"}], "also": []}])
    );
    let text = author(&call, r#"{"facts": {}}"#).output;
    assert!(text.contains("Ask: “Is it blue?”") && text.contains("“Blue” settles it: Leave it."), "{text}");
    assert!(text.contains("Next question: ") && text.contains("it can separate: leave, take"), "{text}");
    let asked = author(&[call.as_slice(), &["--format", "json"]].concat(), r#"{"facts": {}}"#).json();
    let issues = json!([{"law": "weather", "issue": "umbrella", "separates": ["leave", "take"]}]);
    assert_eq!(asked["why-asked"], json!({"fact": "sky", "issues": issues}));
}

#[test]
fn an_explanation_of_a_real_sheet_names_law_and_way_on() {
    let sheet = r#"{"facts": {"status": "h-1b"}}"#;
    let run = author(&["explain", "--answers", "-"], sheet);
    assert_eq!((run.status, run.errors.as_str()), (0, ""));
    assert!(run.output.contains("(a bill, not law)") && run.output.contains("https://"), "{}", run.output);
}

#[test]
fn an_export_reads_as_the_steps_do() {
    let folder = clean("export", &[]);
    let run = author(&["export", "--jsonlogic", "--rulebook", folder.to_str().unwrap()], "");
    let issue = &run.json()["issues"]["weather/umbrella"];
    let blue = json!({"in": [{"var": "sky"}, ["blue"]]});
    assert_eq!(issue["facts"], json!(["sky"]));
    assert_eq!(issue["result"], json!({"if": [blue, "leave", "take"]}));
    assert_eq!(issue["outcomes"]["take"], json!({"if": [blue, false, true]}));
    assert_eq!(author(&["export"], "").refused().len(), 1);
}
