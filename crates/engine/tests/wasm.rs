//! The engine compiled to Wasm, as the browser runs it. `cargo xtask test` has Node run this.
#![cfg(target_family = "wasm")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by panicking"
)]

#[path = "support/scenarios.rs"]
mod scenarios;

use deemed_engine::{Answer, Answers, evaluate, example};
use include_dir::{Dir, include_dir};
use wasm_bindgen_test::wasm_bindgen_test;

/// There are no files to read in Wasm, so that the rulebook is part of the test.
static RULEBOOK: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../rulebook");

fn files(folder: &Dir<'static>) -> Vec<(String, String)> {
    let mut found: Vec<_> = folder
        .files()
        .filter(|file| file.path().extension().is_some_and(|ending| ending == "json"))
        .map(|file| (file.path().to_str().unwrap().to_owned(), file.contents_utf8().unwrap().to_owned()))
        .collect();
    found.extend(folder.dirs().flat_map(files));
    found.sort();
    found
}

#[wasm_bindgen_test]
fn every_scenario_comes_out_as_written() {
    let (count, failed) = scenarios::run(&files(&RULEBOOK));
    assert!(count >= 400, "only {count} scenarios were found");
    assert!(failed.is_empty(), "{failed:#?}");
}

#[wasm_bindgen_test]
fn a_rulebook_loads_is_open_and_decides() {
    let rulebook = example();
    let sky = rulebook.book().question("sky").expect("the example asks about the sky");
    let mut answers = Answers::new();
    assert!(evaluate(&rulebook, &answers, |_| true).results.iter().all(|result| !result.is_decided()));
    answers.set(sky.id, Answer::Known(sky.value("blue").expect("it may be blue")));
    assert!(
        evaluate(&rulebook, &answers, |_| true)
            .results
            .iter()
            .all(deemed_engine::evaluate::IssueResult::is_decided)
    );
}
