//! Rulebooks and sheets that nobody should write: a clear refusal or an answer, never a hang or a panic.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test says what went wrong by panicking"
)]

use deemed_engine::{Answers, Problem, Rulebook, Tree, evaluate};
use deemed_proving::{Lot, Size, generate};
use serde_json::{Value, json};

fn load(files: &[(String, String)]) -> Result<Rulebook, Vec<Problem>> {
    Rulebook::load(files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

fn small() -> Vec<(String, String)> {
    generate::rulebook(&mut Lot(1), Size::small(5))
}

fn changed(path: &str, change: impl FnOnce(&mut Value)) -> Vec<(String, String)> {
    let mut files = small();
    let (_, text) = files.iter_mut().find(|(own, _)| own == path).unwrap();
    let mut value = serde_json::from_str(text).unwrap();
    change(&mut value);
    *text = value.to_string();
    files
}

/// Every problem, one a line.
fn said(files: &[(String, String)]) -> String {
    let problems = load(files).unwrap_err();
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join(
        "
",
    )
}

#[test]
fn ten_thousand_steps_are_answered() {
    let files = changed("laws/law/i0.json", |issue| {
        let steps = issue["steps"].as_array_mut().unwrap();
        let last = steps.pop().unwrap();
        for number in 0..10_000 {
            let mut step = last.clone();
            step["id"] = format!("more{number}").into();
            step["when"] = json!({"fact": format!("f{}", number % 5), "in": [format!("v{}", number % 2)]});
            steps.push(step);
        }
        steps.push(last);
    });
    let rulebook = load(&files).unwrap();
    assert!(rulebook.compiled().dead_steps(0).len() > 9_900);
    assert_eq!(evaluate(&rulebook, &Answers::new(), |_| true).results.len(), 2);
}

#[test]
fn deep_nesting_is_refused() {
    let mut when = json!({"fact": "f0", "in": ["v0"]}).to_string();
    for _ in 0..5_000 {
        when = format!("{{\"not\": {when}}}");
    }
    let mut files = small();
    let (_, text) = files.iter_mut().find(|(path, _)| path == "concepts/c0.json").unwrap();
    *text = format!("{{\"id\": \"c0\", \"when\": {when}}}");
    assert!(said(&files).contains("nested deeper than 128 levels"), "{}", said(&files));
}

#[test]
fn a_long_chain_of_concepts_is_answered() {
    let mut size = Size::small(5);
    size.concepts = 3_000;
    let mut files = generate::rulebook(&mut Lot(3), size);
    for number in 1..3_000 {
        let path = format!("concepts/c{number}.json");
        let (_, text) = files.iter_mut().find(|(own, _)| *own == path).unwrap();
        let mut value: Value = serde_json::from_str(text).unwrap();
        value["when"] = json!({"not": {"concept": format!("c{}", number - 1)}});
        *text = value.to_string();
    }
    assert!(load(&files).is_ok());
}

#[test]
fn keys_written_twice_wrong_unicode_and_endless_files_are_refused() {
    let mut files = small();
    files[0].1 = "{\"id\": \"a\", \"id\": \"b\"}".to_owned();
    assert!(said(&files).contains("the key `id` is written twice"));
    files[0].1 = "{\"id\": \"\\udc00\"}".to_owned();
    assert!(said(&files).contains("not readable as JSON"));
    files[0].1 = "[".repeat(50 * 1024 * 1024);
    assert!(said(&files).contains("at most"));
    let many: Vec<(String, String)> = (0..60_000).map(|at| (format!("x{at}.json"), String::new())).collect();
    assert!(said(&many).contains("more than"));
}

#[test]
fn a_rulebook_that_explodes_is_undecided_and_not_endless() {
    // Pairs of facts that must be equal, asked far apart: every diagram of it doubles with each pair.
    let mut size = Size::small(5);
    size.facts = 64;
    let mut files = generate::rulebook(&mut Lot(5), size);
    let (_, text) = files.iter_mut().find(|(path, _)| path == "laws/law/i0.json").unwrap();
    let mut issue: Value = serde_json::from_str(text).unwrap();
    let is = |fact: usize| json!({"fact": format!("f{fact}"), "in": ["v0"]});
    let same = |one: usize, other: usize| json!({"any": [{"all": [is(one), is(other)]}, {"all": [{"not": is(one)}, {"not": is(other)}]}]});
    issue["steps"][0]["when"] = json!({"all": (0..32).map(|at| same(at, at + 32)).collect::<Vec<_>>()});
    *text = issue.to_string();
    let problem = said(&files);
    assert!(problem.contains("undecided") && problem.contains("laws/law/i0.json"), "{problem}");
}

#[test]
fn sheets_that_are_none_are_refused() {
    let rulebook = load(&small()).unwrap();
    for text in ["[]", "7", "null", "{}", r#"{"facts": []}"#, r#"{"facts": {"f0": null}}"#, r#"{"fact": {}}"#]
    {
        let tree = Tree::parse("sheet", text).unwrap();
        assert!(!Answers::read(&rulebook, "sheet", "", &tree).unwrap_err().is_empty(), "{text}");
    }
}
