//! A program that we did not write agrees: datalogic-rs runs the JSONLogic export of the real rulebook
//! on ten thousand random sheets.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "these are tests, though not all are test functions"
)]

use datalogic_rs::Engine;
use deemed_author::command::export::json_logic;
use deemed_author::files::Loaded;
use deemed_author::scenarios::Reached;
use deemed_engine::{Answer, Answers, ValueId};
use deemed_proving::Lot;
use serde_json::{Map, Value};

const SHEETS: usize = 10_000;

#[test]
fn datalogic_agrees_on_random_sheets() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulebook");
    let Loaded { rulebook, .. } = Loaded::read(&root).unwrap();
    let book = rulebook.book();
    let exported = json_logic(&rulebook);
    let engine = Engine::new();
    let rules: Vec<_> = book
        .issues()
        .map(|(_, issue)| {
            let rule = exported["issues"][issue.path()]["result"].to_string();
            engine.compile(rule.as_str()).unwrap()
        })
        .collect();
    let mut session = engine.session();
    let mut lot = Lot(11);
    for _ in 0..SHEETS {
        let mut answers = Answers::new();
        let mut sheet = Map::new();
        for question in &book.questions {
            let at = lot.below(question.choices.len());
            answers.set(question.id, Answer::Known(ValueId(u16::try_from(at).unwrap())));
            sheet.insert(question.fact.clone(), question.choices[at].value.clone().into());
        }
        let text = Value::from(sheet).to_string();
        for (((_, issue), compiled), rule) in book.issues().zip(&rulebook.compiled().issues).zip(&rules) {
            let theirs = session.eval_str(rule, &text).unwrap();
            let ours = Reached::of(&rulebook, compiled, &answers).outcomes;
            let ours: Vec<String> = ours.iter().map(|at| format!("\"{}\"", issue.outcomes[*at].id)).collect();
            assert_eq!(ours, [theirs], "{} {text}", issue.path());
        }
        session.reset();
    }
}
