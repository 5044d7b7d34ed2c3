//! Set-up that a person would otherwise do by hand: the Wasm target, packages of Debian and npm.

use std::path::Path;

use crate::run::{Outcome, exists, output, program, run};

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
