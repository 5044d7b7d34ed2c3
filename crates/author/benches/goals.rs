//! The goals E1, E4 and V1 to V4 of the performance table, with datalogic-rs as the yardstick in the
//! same run. Ratios hold, single numbers do not.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a benchmark says what went wrong by panicking"
)]

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use deemed_author::command::export::json_logic;
use deemed_author::compare::Difference;
use deemed_author::files::Loaded;
use deemed_author::mutate;
use deemed_author::prove::Proof;
use deemed_engine::agenda::follow;
use deemed_engine::compile::compile;
use deemed_engine::date::Date;
use deemed_engine::diagram::Node;
use deemed_engine::{Answer, Answers, Rulebook, ValueId, evaluate};
use deemed_proving::{Lot, Size, generate};
use serde_json::{Map, Value};

fn real() -> Loaded {
    Loaded::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulebook")).unwrap()
}

fn load(files: &[(String, String)]) -> Result<Rulebook, usize> {
    let pairs = files.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    Rulebook::load(pairs).map_err(|problems| problems.len())
}

/// A sheet on which everything is known but some facts.
fn sheet(rulebook: &Rulebook, lot: &mut Lot) -> (Answers, String) {
    let mut answers = Answers::new();
    let mut sheet = Map::new();
    for question in &rulebook.book().questions {
        let at = lot.below(question.choices.len());
        if lot.once_in(4) {
            continue;
        }
        let value = ValueId(u16::try_from(at).unwrap());
        answers.set(question.id, Answer::Known(value));
        sheet.insert(question.fact.clone(), question.choice(value).unwrap().value.clone().into());
    }
    (answers, Value::from(sheet).to_string())
}

/// E1: answer, all results, next question and deciding answers; and all results of the yardstick.
fn answering(bench: &mut Criterion) {
    let loaded = real();
    let mut lot = Lot(3);
    let sheets: Vec<(Answers, String)> = (0..64).map(|_| sheet(&loaded.rulebook, &mut lot)).collect();
    let mut group = bench.benchmark_group("E1");
    let mut at = 0;
    group.bench_function("deemed", |bencher| {
        bencher.iter(|| {
            at = (at + 1) % sheets.len();
            sheets.get(at).map(|(answers, _)| black_box(evaluate(&loaded.rulebook, answers, |_| true)))
        });
    });
    let engine = datalogic_rs::Engine::new();
    let exported = json_logic(&loaded.rulebook);
    let issues = exported.get("issues").and_then(Value::as_object).unwrap();
    let rules: Vec<_> = issues
        .values()
        .map(|issue| engine.compile(issue.get("result").unwrap().to_string().as_str()).unwrap())
        .collect();
    group.bench_function("datalogic-rs", |bencher| {
        let mut session = engine.session();
        bencher.iter(|| {
            at = (at + 1) % sheets.len();
            if let Some((_, text)) = sheets.get(at) {
                for rule in &rules {
                    black_box(session.eval_str(rule, text).unwrap());
                }
            }
            session.reset();
        });
    });
    group.finish();
}

/// What an answer takes in generated rulebooks: all results, and the way to the next question with the count
/// of what is left, as the page does both.
fn growth(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("growth");
    group.sample_size(10).warm_up_time(Duration::from_millis(500));
    for times in [1, 10, 100] {
        let rulebook = load(&generate::rulebook(&mut Lot(1), Size::local(times))).unwrap();
        let mut lot = Lot(3);
        let sheets: Vec<Answers> = (0..16).map(|_| sheet(&rulebook, &mut lot).0).collect();
        let mut at = 0;
        group.bench_function(format!("results {times}x"), |bencher| {
            bencher.iter(|| {
                at = (at + 1) % sheets.len();
                black_box(evaluate(&rulebook, &sheets[at], |_| false))
            });
        });
        group.bench_function(format!("next question {times}x"), |bencher| {
            bencher.iter(|| {
                at = (at + 1) % sheets.len();
                black_box(follow(&rulebook, &sheets[at], |_| true))
            });
        });
    }
    group.finish();
}

/// E4 and V1: load the real rulebook as `check` does, prove it, compare it with another, and its laws with each
/// other.
fn real_rulebook(bench: &mut Criterion) {
    let loaded = real();
    let mut group = bench.benchmark_group("E4");
    let rules = || loaded.files.iter().filter(|(path, _)| !path.starts_with("scenarios/"));
    group.bench_function("files checked", |bencher| {
        bencher.iter(|| black_box(Rulebook::load(rules()).unwrap()));
    });
    group.bench_function("files and scenarios checked", |bencher| {
        bencher.iter(|| black_box(Rulebook::load(loaded.files.iter()).unwrap()));
    });
    group.finish();
    let mut group = bench.benchmark_group("V1");
    group.bench_function("prove", |bencher| {
        bencher.iter(|| black_box(Proof::of(&loaded.rulebook)));
    });
    group.bench_function("differences", |bencher| {
        bencher.iter(|| black_box(Difference::between(&loaded.rulebook, &loaded.rulebook)));
    });
    group.bench_function("laws beside each other", |bencher| {
        bencher.iter(|| black_box(beside(&loaded.rulebook)));
    });
    group.finish();
}

/// Every pair of outcomes that one person can meet under two laws, over all pairs of issues of different
/// laws: how many pairs there are.
fn beside(rulebook: &Rulebook) -> usize {
    let compiled = rulebook.compiled();
    let widths = compiled.classes.widths();
    let of_laws: Vec<_> = rulebook.book().issues().map(|(law, _)| &law.id).zip(&compiled.issues).collect();
    let mut arena = compiled.arena.clone();
    let mut pairs = 0;
    for (place, (law, issue)) in of_laws.iter().enumerate() {
        for (_, other) in of_laws.iter().skip(place + 1).filter(|(other, _)| other != law) {
            let joint = arena
                .pair(widths, issue.outcomes_root, other.outcomes_root, |arena, one, other| {
                    match (arena.node(one), arena.node(other)) {
                        (Node::Leaf(one), Node::Leaf(other)) => {
                            let end = (one << 32) | other;
                            arena.leaf(end).map(Some)
                        }
                        (Node::Leaf(_) | Node::Branch(..), Node::Leaf(_) | Node::Branch(..)) => Ok(None),
                    }
                })
                .unwrap();
            pairs += arena.ends(joint, &|_| None).len();
        }
    }
    pairs
}

/// Compiles and proves a rulebook.
fn prove(rulebook: &Rulebook) {
    let compiled = compile(rulebook.book()).map(|compiled| compiled.arena.len());
    black_box((compiled.is_ok(), Proof::of(rulebook)));
}

/// V2: compile and prove generated rulebooks: a hundred small ones, each in its turn, ten larger ones, and one
/// that is a hundred times as large. One small rulebook proved over and over would be in the processor's
/// nearest memory, its branches known by heart, and no rulebook that somebody checks is.
fn growth_of_proof(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("V2");
    group.sample_size(10).warm_up_time(Duration::from_millis(500));
    for times in [1, 10, 100] {
        let seeds = 1..=100 / u64::try_from(times).unwrap();
        let rulebooks: Vec<Rulebook> = seeds
            .map(|seed| load(&generate::rulebook(&mut Lot(seed), Size::local(times))).unwrap())
            .collect();
        let mut next = rulebooks.iter().cycle();
        group.bench_function(format!("local {times}x"), |bencher| {
            bencher.iter(|| next.next().map(prove));
        });
        let files = generate::rulebook(&mut Lot(1), Size::local(times));
        group.bench_function(format!("local {times}x, reading the files too"), |bencher| {
            bencher.iter(|| black_box(load(&files).map(|rulebook| Proof::of(&rulebook))));
        });
    }
    group.finish();
}

/// V3: compile and prove tangled rulebooks, which may be refused as undecided. Reading their files is
/// measured apart.
fn tangled(bench: &mut Criterion) {
    for (goal, name, size) in
        [("V3", "tangled 1x", Size::tangled(1)), ("V3", "tangled 10x", Size::tangled(10))]
    {
        let mut group = bench.benchmark_group(goal);
        group.sample_size(10).warm_up_time(Duration::from_millis(500));
        group.bench_function(name, |bencher| {
            let files = generate::rulebook(&mut Lot(1), size);
            match load(&files) {
                Ok(rulebook) => bencher.iter(|| prove(&rulebook)),
                Err(undecided) => {
                    println!("{name}: {undecided} problems, each naming what is undecided");
                    bencher.iter(|| black_box(load(&files).is_err()));
                }
            }
        });
        group.bench_function(format!("{name}, reading the files too"), |bencher| {
            let files = generate::rulebook(&mut Lot(1), size);
            bencher.iter(|| black_box(load(&files).map(|rulebook| Proof::of(&rulebook))));
        });
        group.finish();
    }
}

/// V4: seeded defects, from the slip to the verdict.
fn defects(bench: &mut Criterion) {
    let loaded = real();
    let today = Date::parse("2026-11-22").unwrap();
    let mut group = bench.benchmark_group("V4");
    group.sample_size(10);
    group.bench_function("20 defects", |bencher| {
        bencher.iter(|| black_box(mutate::run(&loaded, today, Some(20))));
    });
    group.finish();
}

criterion_group!(goals, answering, growth, real_rulebook, growth_of_proof, tangled, defects);
criterion_main!(goals);
