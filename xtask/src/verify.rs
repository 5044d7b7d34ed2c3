//! Whether a site, in a folder or on the web, is what this source builds.

use std::path::Path;

use crate::dist::dist;
use crate::options::Options;
use crate::run::{Outcome, bytes, empty, output, program, read, read_text, run};
use crate::site::{SUMS, sha256};
use crate::workspace::{root, target};

/// `verify`: compares a site with the sums of the build in `dist/`, or in another folder.
///
/// # Errors
/// When the site cannot be read or differs.
pub fn command(words: &[String]) -> Outcome {
    let options = Options::read(words, &["--build"], &[])?;
    let [site] = options.words() else {
        return Err("`verify` needs one folder or address to look at".into());
    };
    let build = root()?.join(options.value("--build").unwrap_or("dist"));
    if !build.join(SUMS).is_file() {
        return Err(format!(
            "there is no build in `{}`; make one first with `cargo xtask dist --public-url` and the site's path",
            build.display()
        ));
    }
    compare(&build, site)
}

/// Compares every file that the build's sums name with the site's.
///
/// # Errors
/// When a file is missing or differs.
fn compare(build: &Path, site: &str) -> Outcome {
    let sums = read_text(&build.join(SUMS))?;
    let mut differences = 0;
    for line in sums.lines() {
        let (sum, file) = line.split_once("  ").ok_or_else(|| format!("`{line}` is not a line of sums"))?;
        let found = match fetch(site, file) {
            Ok(bytes) if sha256(&bytes) == sum => "same",
            Ok(_) => "differs",
            Err(_) => "missing",
        };
        println!("{found:8} {file}");
        differences += usize::from(found != "same");
    }
    match differences {
        0 => Ok(()),
        _ => Err(format!("`{site}` differs from `{}` in files: {differences}", build.display())),
    }
}

fn fetch(site: &str, file: &str) -> Outcome<Vec<u8>> {
    if !site.starts_with("https://") && !site.starts_with("http://") {
        return read(&Path::new(site).join(file));
    }
    let address = format!("{}/{file}", site.trim_end_matches('/'));
    bytes(&mut program(
        Path::new("."),
        "curl",
        &["--fail", "--silent", "--show-error", "--location", &address],
    ))
}

/// Builds the commit once more in another folder and compares it with the site built here.
///
/// # Errors
/// When files are not committed, or the two builds differ.
pub fn reproduce(root: &Path, site: &Path, public_url: &str) -> Outcome {
    if !output(&mut program(root, "git", &["status", "--porcelain", "--untracked-files=no"]))?.is_empty() {
        return Err("only a commit can be built twice, and files differ from the last one".into());
    }
    let twin = target(root).join("twin").join("in another place");
    empty(&twin)?;
    let (from, to) = (root.display().to_string(), twin.display().to_string());
    run(&mut program(root, "git", &["clone", "--quiet", &from, &to]))?;
    let again = twin.join("dist");
    dist(&twin, &again, public_url)?;
    compare(site, &again.display().to_string())
}
