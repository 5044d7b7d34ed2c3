//! E4: reading and compiling the real rulebook from one bundle, as the page does at its start; a plain
//! reader of JSON is the yardstick in the same run.
//!
//! `cargo bench -p deemed-engine --no-default-features --bench load` leaves the checking of rule files
//! out, as the page does; with it, the checking is measured too.
#![allow(clippy::unwrap_used, missing_docs, reason = "a benchmark says what went wrong by panicking")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use deemed_engine::compile::compile;
use deemed_engine::{Rulebook, Tree};
use deemed_proving::real;
use serde_json::{Map, Value};

/// All rule files but the scenarios as one text, as the page's build script packs them.
fn bundle() -> String {
    let mut bundle = Map::new();
    for (path, text) in real::files() {
        if !path.starts_with("scenarios/") {
            bundle.insert(path, serde_json::from_str(&text).unwrap());
        }
    }
    Value::Object(bundle).to_string()
}

fn load(bench: &mut Criterion) {
    // It lives as long as the program, as the one that is built into the page does.
    let bundle: &'static str = bundle().leak();
    let mut group = bench.benchmark_group("E4");
    group.bench_function("bundle", |bencher| {
        bencher.iter(|| black_box(Rulebook::from_bundle(bundle).unwrap()));
    });
    group.bench_function("tree", |bencher| {
        bencher.iter(|| black_box(Tree::parse_built_in("bundle", bundle).unwrap()));
    });
    let rulebook = Rulebook::from_bundle(bundle).unwrap();
    group.bench_function("compile", |bencher| {
        bencher.iter(|| black_box(compile(rulebook.book()).unwrap()));
    });
    group.bench_function("serde_json", |bencher| {
        bencher.iter(|| black_box(serde_json::from_str::<Value>(bundle).unwrap()));
    });
    group.finish();
}

criterion_group!(goals, load);
criterion_main!(goals);
