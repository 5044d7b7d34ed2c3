//! The place of the repository and the facts of this build.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::run::{Outcome, output, program, read_text};

/// The repository's folder.
///
/// # Errors
/// When the program was not started from inside the repository.
pub fn root() -> Outcome<PathBuf> {
    if let Some(folder) = std::env::var_os("CARGO_MANIFEST_DIR")
        && let Some(root) = Path::new(&folder).parent()
    {
        return Ok(root.to_owned());
    }
    let here = std::env::current_dir().map_err(|error| format!("no current folder: {error}"))?;
    here.ancestors()
        .find(|folder| folder.join("xtask/Cargo.toml").is_file())
        .map(Path::to_owned)
        .ok_or_else(|| format!("`{}` is not inside the repository", here.display()))
}

/// The folder that cargo builds into.
pub fn target(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder))
}

/// What the page says about the build it came from. Nothing here is read from the clock.
#[derive(Debug, Clone)]
pub struct Facts {
    /// Version of the program.
    pub version: String,
    /// Commit, with `-changed` behind it when files differ from that commit.
    pub commit: String,
    /// Date of the commit.
    pub built: String,
    /// Version of the rulebook.
    pub rulebook: String,
}

impl Facts {
    /// Gathers the facts from the repository.
    pub fn gather(root: &Path) -> Self {
        let git = |words: &[&str]| output(&mut program(root, "git", words)).unwrap_or_default();
        let or_unknown = |text: String| if text.is_empty() { "unknown".to_owned() } else { text };
        let mut commit = or_unknown(git(&["rev-parse", "HEAD"]));
        if !git(&["status", "--porcelain", "--untracked-files=no"]).is_empty() {
            commit.push_str("-changed");
        }
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            commit,
            built: or_unknown(git(&["log", "-1", "--format=%cs"])),
            rulebook: or_unknown(rulebook_version(root).unwrap_or_default()),
        }
    }
}

fn rulebook_version(root: &Path) -> Option<String> {
    let text = read_text(&root.join("rulebook/rulebook.json")).ok()?;
    let book: Value = serde_json::from_str(&text).ok()?;
    book.get("version").and_then(Value::as_str).map(str::to_owned)
}
