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

/// Installs the npm packages that `package-lock.json` names, unless they are there.
///
/// # Errors
/// When Node is missing or too old, or npm fails.
pub fn npm_packages(root: &Path) -> Outcome {
    let version = output(&mut program(root, "node", &["--version"]))
        .map_err(|_| format!("there is no Node on this computer; install Node {NODE} or newer, with npm"))?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        return Err(format!("Node `{version}` is too old; install Node {NODE} or newer"));
    }
    let lock = read(&root.join("package-lock.json"))?;
    let mark = root.join("node_modules/.installed-lock");
    if read(&mark).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("installing the npm packages that package-lock.json names");
    run(&mut program(root, "npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    write(&mark, &lock)
}
