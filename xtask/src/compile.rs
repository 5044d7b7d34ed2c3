//! From Rust to what a browser loads: cargo, then wasm-bindgen, linked as a library.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::prepare::{WASM, wasm_target};
use crate::run::{Outcome, empty, program, run};
use crate::workspace::target;

/// Which of cargo's profiles to build with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Quick to build.
    Development,
    /// What the browser gets.
    Web,
}

impl Profile {
    /// The profile's name in `Cargo.toml`.
    const fn name(self) -> &'static str {
        match self {
            Self::Development => "dev",
            Self::Web => "web",
        }
    }

    /// The folder that cargo builds into for this profile.
    const fn folder(self) -> &'static str {
        match self {
            Self::Development => "debug",
            Self::Web => "web",
        }
    }
}

/// Builds the page's program and returns the folder with `deemed.js` and `deemed_bg.wasm`.
///
/// # Errors
/// When the target cannot be added, cargo fails or wasm-bindgen fails.
pub fn compile(root: &Path, profile: Profile) -> Outcome<PathBuf> {
    wasm_target(root)?;
    println!("building the page's program for {WASM} with the profile `{}`", profile.name());
    run(&mut cargo(root, profile))?;
    let built = target(root).join(WASM).join(profile.folder()).join("deemed.wasm");
    let folder = target(root).join("bindgen").join(profile.folder());
    empty(&folder)?;
    bind(&built, &folder, profile)?;
    Ok(folder)
}

fn cargo(root: &Path, profile: Profile) -> Command {
    let words =
        ["build", "--locked", "--package", "deemed", "--bin", "deemed", "--target", WASM, "--profile"];
    let mut command = program(root, "cargo", &words);
    command.arg(profile.name());
    if profile == Profile::Web {
        command.env("CARGO_ENCODED_RUSTFLAGS", remapped(root).join("\u{1f}"));
    }
    command
}

/// Flags that keep this computer's paths out of the program, so that two computers build the same bytes.
fn remapped(root: &Path) -> Vec<String> {
    let home = |name: &str, below: &str| {
        std::env::var_os(name)
            .map(PathBuf::from)
            .or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(below)))
    };
    let mut flags = vec![format!("--remap-path-prefix={}=/deemed", root.display())];
    for (folder, stand_in) in
        [(home("CARGO_HOME", ".cargo"), "/cargo"), (home("RUSTUP_HOME", ".rustup"), "/rustup")]
    {
        flags.extend(folder.map(|folder| format!("--remap-path-prefix={}={stand_in}", folder.display())));
    }
    flags
}

fn bind(built: &Path, folder: &Path, profile: Profile) -> Outcome {
    println!("writing the JavaScript that loads it (wasm-bindgen)");
    let mut words = vec![
        "wasm-bindgen".into(),
        built.as_os_str().to_owned(),
        "--out-dir".into(),
        folder.as_os_str().to_owned(),
    ];
    words.extend(["--out-name", "deemed", "--target", "web"].map(Into::into));
    words.extend(["--no-typescript", "--omit-default-module-path"].map(Into::into));
    if profile == Profile::Web {
        words.extend(["--remove-name-section", "--remove-producers-section"].map(Into::into));
    }
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(words)
        .map_err(|error| format!("wasm-bindgen failed: {error:#}"))
}
