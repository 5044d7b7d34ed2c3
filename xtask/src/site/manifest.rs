//! The list of every file of the site with its digest, for people and for `sha256sum --check`.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::{Map, Value, json};

use crate::run::{Outcome, files_below, read, write};
use crate::site::sha256;
use crate::workspace::Facts;

/// The list for `sha256sum --check`.
pub const SUMS: &str = "SHA256SUMS";

/// The files that visitors can ask for; what starts with a dot speaks to the host.
fn published(out: &Path) -> Outcome<Vec<String>> {
    Ok(files_below(out)?.into_iter().filter(|file| !file.starts_with('.')).collect())
}

/// Writes `manifest.json` and `SHA256SUMS`, which names every file but itself.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write_manifest(out: &Path, facts: &Facts, base: &str, site: &str) -> Outcome {
    let mut files = Map::new();
    for file in published(out)? {
        let bytes = read(&out.join(&file))?;
        files.insert(file, json!({ "sha256": sha256(&bytes), "size": bytes.len() }));
    }
    let manifest = json!({
        "version": facts.version,
        "commit": facts.commit,
        "built": facts.built,
        "rulebook": facts.rulebook,
        "base": base,
        "site": site,
        "files": Value::Object(files),
    });
    write(&out.join("manifest.json"), format!("{manifest:#}\n").as_bytes())?;
    let mut sums = String::new();
    for file in published(out)? {
        let _ = writeln!(sums, "{}  {file}", sha256(&read(&out.join(&file))?));
    }
    write(&out.join(SUMS), sums.as_bytes())
}
