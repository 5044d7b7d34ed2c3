//! Everything that must hold before a change is taken, in one command.

use std::path::{Path, PathBuf};

use crate::count::{Counts, counted};
use crate::dist::dist;
use crate::fuzz;
use crate::options::Options;
use crate::prepare::{WASM, browsers, cargo_deny, components, npm_packages, wasm_target};
use crate::release::release;
use crate::reproduce::reproduce;
use crate::run::{Outcome, exists, files_below, has_extension, program, run};
use crate::stage::stage;
use crate::tidy::tidy;
use crate::workspace::{root, target};

/// The path that the tested site is built for: as on a host that serves many sites.
const TESTED_URL: &str = "/deemed/";

/// What a stage does; it adds the tests that it ran.
type Work = fn(&Place, &mut Counts) -> Outcome;

/// The stages in order: name, heading, work.
const STAGES: [(&str, &str, Work); 13] = [
    ("tidy", "house rules", |place, _| tidy(&place.root)),
    ("format", "format", |place, _| run(&mut program(&place.root, "cargo", &["fmt", "--all", "--check"]))),
    ("lints", "lints", |place, _| lints(&place.root)),
    ("native", "native tests", native),
    ("rulebook", "the rulebook's proofs", |place, _| rulebook(&place.root)),
    ("release", "what changed for people since the last tag", |place, _| release(&place.root)),
    ("wasm", "tests in Wasm", wasm),
    ("site", "build the site for release", |place, _| dist(&place.root, &place.site, TESTED_URL)),
    ("bytes", "byte budgets", |place, counts| node(place, "tests/bytes", counts)),
    ("browsers", "tests in browsers", |place, counts| node(place, "tests/browser", counts)),
    ("twice", "the same bytes from another folder", |place, _| {
        reproduce(&place.root, &place.site, TESTED_URL)
    }),
    ("fuzz", "inputs that nobody should write", |place, _| fuzz::all(&place.root)),
    ("licenses", "licenses and origins of dependencies", |place, _| licenses(&place.root)),
];

/// The stages that take many minutes: they run when they are named, or with `--long`.
const SLOW: [&str; 3] = ["twice", "fuzz", "licenses"];

/// Where the tests take place.
#[derive(Debug)]
struct Place {
    root: PathBuf,
    site: PathBuf,
    long: bool,
}

/// `test`: sets up what is missing and runs all stages, or those that are named.
///
/// # Errors
/// When a stage fails; the others are run all the same.
pub fn command(words: &[String]) -> Outcome {
    let options = Options::read(words, &[], &["--long"])?;
    let named = options.words();
    if let Some(unknown) = named.iter().find(|name| STAGES.iter().all(|(known, ..)| known != name)) {
        let known: Vec<&str> = STAGES.iter().map(|(name, ..)| *name).collect();
        return Err(format!("there is no stage `{unknown}`; there are {}", known.join(", ")));
    }
    let root = root()?;
    let site = target(&root).join("tested-site");
    let place = Place { root, site, long: options.has("--long") };
    let chosen = |name: &str| match named {
        [] => place.long || !SLOW.contains(&name),
        _ => named.iter().any(|one| one == name),
    };
    stage("set up", || set_up(&place.root, chosen("browsers")))?;
    let mut counts = Counts::default();
    let mut failures = Vec::new();
    for (name, heading, work) in STAGES {
        if chosen(name)
            && let Err(problem) = stage(heading, || work(&place, &mut counts))
        {
            failures.push(problem);
        }
    }
    for failure in &failures {
        eprintln!("\nerror: {failure}");
    }
    println!("\n{} passed, {} failed", counts.passed, counts.failed);
    match failures.len() {
        0 => Ok(()),
        number => Err(format!("stages that failed: {number}")),
    }
}

fn set_up(root: &Path, with_browsers: bool) -> Outcome {
    wasm_target(root)?;
    components(root)?;
    if with_browsers {
        browsers(root)?;
    }
    npm_packages(root)
}

fn lints(root: &Path) -> Outcome {
    let strict = ["--", "-D", "warnings"];
    let native = ["clippy", "--locked", "--workspace", "--all-targets"];
    run(&mut program(root, "cargo", &[&native[..], &strict].concat()))?;
    let wasm = ["clippy", "--locked", "--package", "deemed", "--target", WASM];
    run(&mut program(root, "cargo", &[&wasm[..], &strict].concat()))
}

fn native(place: &Place, counts: &mut Counts) -> Outcome {
    let mut words = vec!["test", "--locked", "--workspace", "--all-targets", "--no-fail-fast"];
    if exists("cargo-nextest") {
        words = vec!["nextest", "run", "--locked", "--workspace", "--no-fail-fast"];
        if place.long {
            words.extend(["--run-ignored", "all"]);
        }
    } else if place.long {
        words.extend(["--", "--include-ignored"]);
    }
    let mut command = program(&place.root, "cargo", &words);
    let tests = counted(command.env("DEEMED_LONG", if place.long { "1" } else { "" }), counts);
    let examples = ["test", "--locked", "--workspace", "--doc"];
    tests.and(counted(&mut program(&place.root, "cargo", &examples), counts))
}

/// Checks against `deny.toml` what needs no network; the workflow asks for known defects as well.
fn licenses(root: &Path) -> Outcome {
    cargo_deny(root)?;
    run(&mut program(
        root,
        "cargo",
        &["deny", "--offline", "--locked", "check", "bans", "licenses", "sources"],
    ))
}

/// Has the rule author's program prove the rulebook, once it can.
fn rulebook(root: &Path) -> Outcome {
    if !root.join("crates/author/src/command/check.rs").is_file() {
        println!("the rule author's program cannot check yet");
        return Ok(());
    }
    let words = ["run", "--locked", "--quiet", "--package", "deemed-author", "--", "check"];
    run(&mut program(root, "cargo", &words))
}

/// Runs the tests named `wasm*` of the engine in Node, by the runner that is linked into this program.
fn wasm(place: &Place, counts: &mut Counts) -> Outcome {
    let folder = place.root.join("crates/engine/tests");
    let names = if folder.is_dir() { files_below(&folder)? } else { Vec::new() };
    let broom = std::env::current_exe().map_err(|error| format!("no path of this program: {error}"))?;
    let mut words = vec!["test", "--locked", "--package", "deemed-engine", "--target", WASM];
    let wanted =
        |name: &&String| name.starts_with("wasm") && has_extension(name, "rs") && !name.contains('/');
    let tests = words.len();
    for name in names.iter().filter(wanted) {
        words.extend(["--test", name.trim_end_matches(".rs")]);
    }
    if words.len() == tests {
        println!("there are no tests in Wasm yet");
        return Ok(());
    }
    let mut command = program(&place.root, "cargo", &words);
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", format!("{} run-wasm-tests", broom.display()));
    counted(&mut command, counts)
}

/// Runs the Node tests in the folder against the tested site.
fn node(place: &Place, folder: &str, counts: &mut Counts) -> Outcome {
    let below = place.root.join(folder);
    let files: Vec<String> = files_below(&below)?
        .into_iter()
        .filter(|file| file.ends_with(".test.mjs"))
        .map(|file| format!("{folder}/{file}"))
        .collect();
    if !place.site.join("index.html").is_file() {
        return Err("the site was not built".into());
    }
    let mut command = program(&place.root, "node", &["--test", "--test-reporter=spec"]);
    command.args(files).env("DEEMED_DIST", &place.site).env("DEEMED_LONG", if place.long { "1" } else { "" });
    counted(&mut command, counts)
}
