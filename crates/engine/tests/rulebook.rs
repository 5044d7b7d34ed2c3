//! The real rulebook: it loads, and every scenario comes out as written. `wasm.rs` has the same in Wasm.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by panicking"
)]

#[path = "support/scenarios.rs"]
mod scenarios;

use deemed_engine::{Rulebook, ValueId};
use deemed_proving::real;

#[test]
fn every_scenario_comes_out_as_written() {
    let (count, failed) = scenarios::run(&real::files());
    assert!(count >= 400, "only {count} scenarios were found");
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn every_value_is_in_one_class_and_all_are_counted() {
    let files = real::files();
    let rulebook = Rulebook::load(files.iter().map(|(path, text)| (path.as_str(), text.as_str()))).unwrap();
    let classes = &rulebook.compiled().classes;
    for question in &rulebook.book().questions {
        let count = question.choices.len();
        assert_eq!(classes.values_count(question.id), count, "{}", question.fact);
        let width = classes.widths()[usize::from(question.id.0)];
        let mut members: Vec<ValueId> =
            (0..width).flat_map(|class| classes.members(question.id, class)).collect();
        members.sort_unstable();
        assert_eq!(members, (0..u16::try_from(count).unwrap()).map(ValueId).collect::<Vec<_>>());
        for value in members {
            let class = classes.class(question.id, value).unwrap();
            assert!(classes.members(question.id, class).any(|member| member == value));
        }
    }
}
