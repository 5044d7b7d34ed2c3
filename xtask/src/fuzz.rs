//! Inputs that nobody should write, made by libFuzzer for a bounded time.
//!
//! The targets stand in `fuzz/`, apart from the workspace: they are built by the nightly tool chain with
//! instruments in it. `cargo fuzz run TARGET` works there too.

use std::path::Path;

use crate::options::Options;
use crate::run::{Outcome, exists, output, program, run};
use crate::workspace::{root, target};

/// What is fed: rule files, answer sheets, saved files, and what stands in the address.
const TARGETS: [&str; 4] = ["rule_files", "answer_sheets", "saved_files", "fragments"];
/// How long each target runs unless it is said.
const SECONDS: &str = "60";
/// The machine that the targets are built for, named so that build scripts get no instruments.
const MACHINE: &str = "x86_64-unknown-linux-gnu";
/// The instruments, as `cargo fuzz` sets them.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 --cfg fuzzing";

/// `fuzz`: runs the named targets, or all, each for so many seconds.
///
/// # Errors
/// When a target is unknown, cannot be built, or finds an input that it fails on.
pub fn command(words: &[String]) -> Outcome {
    let options = Options::read(words, &["--seconds"], &[])?;
    if let Some(unknown) = options.words().iter().find(|name| !TARGETS.contains(&name.as_str())) {
        return Err(format!("there is no target `{unknown}`; there are {}", TARGETS.join(", ")));
    }
    let is_chosen = |name: &str| options.words().is_empty() || options.words().iter().any(|one| one == name);
    let chosen: Vec<&str> = TARGETS.into_iter().filter(|name| is_chosen(name)).collect();
    feed(&root()?, &chosen, options.value("--seconds").unwrap_or(SECONDS))
}

/// Runs every target for a minute.
///
/// # Errors
/// As [`command`].
pub fn all(root: &Path) -> Outcome {
    feed(root, &TARGETS, SECONDS)
}

fn feed(root: &Path, targets: &[&str], seconds: &str) -> Outcome {
    if !exists("rustup") || !output(&mut program(root, "rustup", &["toolchain", "list"]))?.contains("nightly")
    {
        return Err("the nightly tool chain is missing; add it with `rustup toolchain add nightly`".into());
    }
    let folder = target(root).join("fuzz");
    let place = folder.display().to_string();
    // Not locked: the targets follow the versions of the workspace, whose lock file is not theirs.
    let build = ["run", "nightly", "cargo", "build", "--release", "--bins", "--target", MACHINE];
    let of_fuzz = ["--manifest-path", "fuzz/Cargo.toml", "--target-dir", &place];
    run(program(root, "rustup", &[&build[..], &of_fuzz].concat()).env("RUSTFLAGS", FLAGS))?;
    for name in targets {
        let grown = folder.join("corpus").join(name);
        std::fs::create_dir_all(&grown)
            .map_err(|error| format!("could not make the folder `{}`: {error}", grown.display()))?;
        let limit = format!("-max_total_time={seconds}");
        let limits = [limit.as_str(), "-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=1"];
        let found = format!("-artifact_prefix={}/found-{name}-", folder.display());
        let binary = folder.join(MACHINE).join("release").join(name);
        run(program(root, binary, &limits)
            .arg("-verbosity=0")
            .arg(found)
            .arg(grown)
            .arg(format!("fuzz/seeds/{name}")))?;
    }
    Ok(())
}
