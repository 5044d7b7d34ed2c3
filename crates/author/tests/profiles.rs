//! `deemed-author check` goes over the profiles of institutions too.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "these are tests, though not all are test functions"
)]

mod common;

use common::{author, clean};
use serde_json::Value;

const DEMO: &str = include_str!("../../../profiles/demo.json");

/// The check of a clean rulebook beside this profile.
fn check(name: &str, profile: &str) -> (i32, Value) {
    let folder = clean(&format!("{name}/rulebook"), &[]);
    let profiles = folder.parent().unwrap().join("profiles");
    std::fs::create_dir_all(&profiles).unwrap();
    std::fs::write(profiles.join("demo.json"), profile).unwrap();
    let folder = folder.to_str().unwrap();
    let run = author(&["check", "--rulebook", folder, "--today", "2026-11-22", "--format", "json"], "");
    (run.status, run.json())
}

#[test]
fn a_sound_profile_gives_no_problem() {
    let (status, checked) = check("profile-sound", DEMO);
    assert_eq!((status, checked["problems"].as_array().map(Vec::len)), (0, Some(0)), "{checked}");
}

#[test]
fn a_profile_with_low_contrast_or_a_script_is_refused() {
    for (name, from, to) in [
        ("profile-contrast", "#0b5c4a", "#9adbc8"),
        ("profile-script", "Export Control Office", "<script>alert(1)</script>"),
        ("profile-address", "https://export.example.edu/", "https://evil.example/"),
    ] {
        let (status, checked) = check(name, &DEMO.replacen(from, to, 1));
        let problem = &checked["problems"][0];
        assert_eq!((status, problem["file"].as_str()), (1, Some("profiles/demo.json")), "{checked}");
    }
}
