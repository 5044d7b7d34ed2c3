//! `deemed-author schema` and `new`: what editors are told, and files to fill in.

mod common;

use common::{author, clean, root};

#[test]
fn the_schemas_in_the_repository_are_fresh() {
    for (path, text) in deemed_author::schema::files() {
        let stored = std::fs::read_to_string(root().join(&path)).unwrap_or_default();
        assert!(stored == text, "{path} is stale; run `deemed-author schema --write`");
    }
}

#[test]
fn a_schema_names_every_required_key() {
    let schemas = author(&["schema"], "").json();
    assert_eq!(schemas["concept"]["properties"]["when"]["$ref"], "#/$defs/condition");
    assert_eq!(schemas["concept"]["$defs"]["condition"]["oneOf"].as_array().unwrap().len(), 7);
    assert!(schemas["scenario"]["required"].as_array().unwrap().iter().any(|key| key == "expect"));
}

#[test]
fn a_new_step_comes_with_scenarios_and_says_what_is_to_be_filled_in() {
    let folder = clean("new-step", &[]);
    let path = folder.to_str().unwrap();
    let made = author(&["new", "step", "weather/umbrella", "windy", "--rulebook", path], "");
    assert_eq!(made.status, 0, "{}", made.errors);
    assert_eq!(made.output.lines().count(), 3);
    let checked = author(&["check", "--rulebook", path, "--format", "json"], "").json();
    let problems = checked["problems"].as_array().unwrap();
    assert!(
        problems.iter().all(|problem| !problem["message"].as_str().unwrap().contains("missing")),
        "{checked}"
    );
    assert!(problems.iter().any(|problem| problem["pointer"] == "/steps/1/when/fact"), "{checked}");
    assert!(problems.iter().any(|problem| problem["pointer"] == "/steps/1/cites/0/source"), "{checked}");
}

#[test]
fn new_files_never_replace_old_ones() {
    let folder = clean("new-files", &[]);
    let path = folder.to_str().unwrap();
    for (what, name) in [("question", "wind"), ("concept", "storm"), ("law", "tides"), ("scenario", "sam")] {
        assert_eq!(author(&["new", what, name, "--rulebook", path], "").status, 0, "{what}");
        let again = author(&["new", what, name, "--rulebook", path], "");
        assert!(again.refused().iter().all(|line| line.ends_with("is there already")), "{again:?}");
    }
    let checked = author(&["check", "--rulebook", path, "--format", "json"], "").json();
    let missing = |problem: &&serde_json::Value| problem["message"].as_str().unwrap().contains("missing");
    assert_eq!(checked["problems"].as_array().unwrap().iter().filter(missing).count(), 0, "{checked}");
    assert!(
        author(&["new", "questoin", "x", "--rulebook", path], "").refused()[0]
            .contains("did you mean `question`?")
    );
}
