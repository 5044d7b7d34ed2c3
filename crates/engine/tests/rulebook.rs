//! The real rulebook: it loads, and every scenario comes out as written. `wasm.rs` has the same in Wasm.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by panicking"
)]

#[path = "support/scenarios.rs"]
mod scenarios;

use deemed_proving::real;

#[test]
fn every_scenario_comes_out_as_written() {
    let (count, failed) = scenarios::run(&real::files());
    assert!(count >= 400, "only {count} scenarios were found");
    assert!(failed.is_empty(), "{failed:#?}");
}
