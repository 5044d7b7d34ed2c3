//! The engine compiled to Wasm, as the browser runs it. `cargo xtask test` has Node run this.
#![cfg(target_family = "wasm")]

use deemed_engine::{Answer, Answers, evaluate, example};
use wasm_bindgen_test::wasm_bindgen_test;

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
