//! Whether a site, in a folder or on the web, is what this source builds.

use std::path::Path;

use crate::options::Options;
use crate::run::{Outcome, bytes, program, read, read_text};
use crate::site::{SUMS, sha256};
use crate::workspace::root;

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
pub fn compare(build: &Path, site: &str) -> Outcome {
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
