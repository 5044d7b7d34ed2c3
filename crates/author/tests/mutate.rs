//! `deemed-author mutate`: a sample of slips in the real rulebook is found, and a gap in the scenarios
//! is shown and can be closed.

mod common;

use std::process::Command;

use common::{author, clean, root, step, umbrella};
use serde_json::json;

#[test]
fn slips_in_the_real_rulebook_are_found() {
    let run = author(&["mutate", "--limit", "24", "--today", "2026-11-22", "--format", "json"], "");
    let found = run.json();
    assert_eq!(found["seeded"], 24);
    assert_eq!((run.status, &found["survivors"]), (0, &json!([])), "{found}");
}

/// Work of more than two seconds tells how far it is, but only people: `script` (bsdutils, on every Debian)
/// stands in for their terminal.
#[test]
fn long_work_shows_its_progress_on_a_terminal_only() {
    let call = format!("{} mutate --limit 200 --today 2026-11-22", env!("CARGO_BIN_EXE_deemed-author"));
    let shown =
        Command::new("script").args(["-qec", &call, "/dev/null"]).current_dir(root()).output().unwrap();
    let shown = String::from_utf8(shown.stdout).unwrap();
    assert!(shown.contains("\rseeding defects: ") && shown.contains(" of 200 "), "{shown}");
    let piped = author(&["mutate", "--limit", "200", "--today", "2026-11-22", "--format", "json"], "");
    assert_eq!(piped.errors, "");
    let found = piped.json();
    assert_eq!(
        (piped.status, &found["seeded"], &found["survivors"]),
        (0, &json!(200), &json!([])),
        "{found}"
    );
}

#[test]
fn what_nothing_finds_is_a_scenario_to_write() {
    let blue = json!({"fact": "sky", "in": ["blue"]});
    let steps = [step("blue-sky", "leave", &blue), step("else", "take", &json!(null))];
    let doubt = step("dim", "", &json!({"fact": "sky", "in": ["grey"]}));
    let issue = umbrella(&["leave", "take"], &steps, &[doubt]);
    let folder = clean("mutate", &[("laws/weather/umbrella.json", &issue)]);
    let call =
        ["mutate", "--rulebook", folder.to_str().unwrap(), "--today", "2026-11-22", "--format", "json"];
    let run = author(&call, "");
    let found = run.json();
    assert_eq!(run.status, 1);
    let survivors = found["survivors"].as_array().unwrap();
    assert!(survivors.iter().any(|one| one["defect"] == "drop the doubt `dim`"), "{found}");
    let expect = &found["scenarios-to-write"][0]["expect"]["weather/umbrella"];
    assert!(expect["doubts"].is_array(), "{found}");
    let written = author(&[call.as_slice(), &["--write"]].concat(), "");
    assert_eq!(written.status, 1);
    let after = author(&call, "");
    assert_eq!(after.status, 0, "{}", after.output);
}
