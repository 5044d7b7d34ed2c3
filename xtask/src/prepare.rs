//! Set-up that a person would otherwise do by hand: the Wasm target, packages of Debian and npm.

use std::path::Path;

use crate::run::{Outcome, exists, output, program, read, run, write};

/// The target that browsers run.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds the Wasm target to the tool chain when it is missing.
///
/// # Errors
/// When it is missing and rustup cannot add it.
pub fn wasm_target(root: &Path) -> Outcome {
    let folder = output(&mut program(root, "rustc", &["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(&folder).is_dir() {
        return Ok(());
    }
    println!("adding the target {WASM} to the tool chain");
    if !exists("rustup") {
        return Err(format!("the target `{WASM}` is missing and there is no rustup to add it with"));
    }
    run(&mut program(root, "rustup", &["target", "add", WASM]))
}

/// The first version of Node whose test runner we use.
const NODE: u32 = 20;

/// Installs the npm packages that the folder's `package-lock.json` names, unless they are there.
///
/// # Errors
/// When Node is missing or too old, or npm fails.
pub fn npm_packages(folder: &Path) -> Outcome {
    let version = output(&mut program(folder, "node", &["--version"]))
        .map_err(|_| format!("there is no Node on this computer; install Node {NODE} or newer, with npm"))?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        return Err(format!("Node `{version}` is too old; install Node {NODE} or newer"));
    }
    let lock = read(&folder.join("package-lock.json"))?;
    let mark = folder.join("node_modules/.installed-lock");
    if read(&mark).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("installing the npm packages that package-lock.json names");
    run(&mut program(folder, "npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    write(&mark, &lock)
}

/// What each browser's tests need: the program to look for and Debian's package that brings it.
const BROWSERS: [(&str, &[(&str, &str)]); 3] = [
    ("chromium", &[("chromium", "chromium"), ("chromedriver", "chromium-driver")]),
    ("firefox", &[("firefox-esr", "firefox-esr")]),
    ("webkit", &[("WebKitWebDriver", "webkit2gtk-driver"), ("Xvfb", "xvfb"), ("xauth", "xauth")]),
];

/// Installs the browsers that the tests use, unless they are there. `DEEMED_BROWSERS` may name fewer.
///
/// # Errors
/// When one is missing and this is not a Debian where we may install it.
pub fn browsers(root: &Path) -> Outcome {
    let wanted = std::env::var("DEEMED_BROWSERS").ok();
    let wanted = |browser: &str| wanted.as_ref().is_none_or(|list| list.split(',').any(|one| one == browser));
    let mut missing: Vec<&str> = Vec::new();
    for (browser, needs) in BROWSERS {
        // Somebody who names the program, as in `CHROMIUM=/opt/chromium`, has it.
        if wanted(browser) && std::env::var_os(browser.to_uppercase()).is_none() {
            missing.extend(needs.iter().filter(|(name, _)| !exists(name)).map(|(_, package)| package));
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    println!("installing Debian's packages {list}");
    if !exists("apt-get") {
        return Err(format!(
            "the browser tests need `{list}` and there is no apt-get; install them, or set \
             `DEEMED_BROWSERS` to the browsers you have and `CHROMIUM` or `FIREFOX` to their programs"
        ));
    }
    apt_get(root, &["update", "--quiet"])?;
    apt_get(root, &[&["install", "--yes", "--quiet", "--no-install-recommends"], missing.as_slice()].concat())
}

fn apt_get(root: &Path, words: &[&str]) -> Outcome {
    let user = output(&mut program(root, "id", &["-u"])).unwrap_or_default();
    let mut command = if user == "0" {
        program(root, "apt-get", words)
    } else {
        program(root, "sudo", &[&["apt-get"], words].concat())
    };
    run(command.env("DEBIAN_FRONTEND", "noninteractive"))
}

/// Adds rustfmt and clippy to the tool chain when they are missing.
///
/// # Errors
/// When one is missing and rustup cannot add it.
pub fn components(root: &Path) -> Outcome {
    for (component, command) in [("rustfmt", "cargo-fmt"), ("clippy", "cargo-clippy")] {
        if output(&mut program(root, command, &["--version"])).is_err() {
            println!("adding {component} to the tool chain");
            run(&mut program(root, "rustup", &["component", "add", component]))?;
        }
    }
    Ok(())
}

/// The version of cargo-deny that the workflow uses too.
const CARGO_DENY: &str = "cargo-deny@0.20.2";

/// Installs cargo-deny when it is missing. It takes minutes to build, so that only slow stages ask for it.
///
/// # Errors
/// When it is missing and cargo cannot install it.
pub fn cargo_deny(root: &Path) -> Outcome {
    if exists("cargo-deny") {
        return Ok(());
    }
    println!("installing {CARGO_DENY}, which takes some minutes");
    run(&mut program(root, "cargo", &["install", "--locked", CARGO_DENY]))
}
