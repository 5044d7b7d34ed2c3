//! `deemed-author paper`: the whole rulebook is on it, and nothing that runs.

mod common;

use common::{author, clean};

#[test]
fn every_question_step_and_source_is_on_paper() {
    let paper = author(&["paper"], "").output;
    for folder in ["questions", "sources", "concepts"] {
        for entry in std::fs::read_dir(common::root().join("rulebook").join(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            assert!(paper.contains(name.trim_end_matches(".json")), "{folder}/{name}");
        }
    }
    assert!(!paper.contains("<script") && !paper.contains("javascript:"), "nothing runs on paper");
    assert_eq!(paper.matches("<svg").count(), 7);
}

#[test]
fn a_small_diagram_is_drawn_as_it_is() {
    let folder = clean("paper", &[]);
    let paper = author(&["paper", "--rulebook", folder.to_str().unwrap()], "").output;
    assert!(
        paper.contains("aria-label=\"Flow chart: Umbrella\"") && paper.contains(">blue</text>"),
        "{paper}"
    );
    assert!(!paper.contains("order of review"));
}

#[test]
fn words_are_escaped() {
    let outcome = r#"{"id": "leave", "law": "weather", "issue": "umbrella", "kind": "favorable",
        "headline": "<b>Leave</b> & go.", "means": ["It is dry."], "not-means": [], "do-now": ["Go."], "ask": [],
        "gather": [], "do-not": [], "checks": [], "cites": [{"source": "almanac", "at": "page \"1\""}]}"#;
    let folder = clean("paper-escaped", &[("outcomes/weather/umbrella/leave.json", outcome)]);
    let paper = author(&["paper", "--rulebook", folder.to_str().unwrap()], "").output;
    assert!(paper.contains("&lt;b&gt;Leave&lt;/b&gt; &amp; go."), "{paper}");
}
