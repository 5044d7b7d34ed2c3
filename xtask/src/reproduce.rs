//! Whether two builds of one commit, in different folders and cargo homes, give the same files.

use std::path::Path;

use crate::dist::dist;
use crate::options::Options;
use crate::run::{Outcome, empty, output, program, run};
use crate::stage::stage;
use crate::verify::compare;
use crate::workspace::{root, target};

/// `reproduce`: builds the site twice and compares all files.
///
/// # Errors
/// When files are not committed, a build fails, or the two differ.
pub fn command(words: &[String]) -> Outcome {
    let options = Options::read(words, &["--public-url"], &[])?;
    let public_url = options.value("--public-url").unwrap_or("/deemed/");
    let root = root()?;
    let site = target(&root).join("reproduced-site");
    committed(&root)?;
    stage("build the site here", || dist(&root, &site, public_url))?;
    stage("build it again elsewhere and compare", || reproduce(&root, &site, public_url))
}

fn committed(root: &Path) -> Outcome {
    let changed = output(&mut program(root, "git", &["status", "--porcelain", "--untracked-files=no"]))?;
    if changed.is_empty() {
        return Ok(());
    }
    Err("only a commit can be built twice, and files differ from the last one".into())
}

/// Builds the commit once more, in another folder and with another cargo home, and compares it with the
/// site built here.
///
/// # Errors
/// When files are not committed, or the two builds differ.
pub fn reproduce(root: &Path, site: &Path, public_url: &str) -> Outcome {
    committed(root)?;
    let place = target(root).join("twin");
    empty(&place)?;
    let (twin, home) = (place.join("in another place"), place.join("another cargo home"));
    let (from, to) = (root.display().to_string(), twin.display().to_string());
    run(&mut program(root, "git", &["clone", "--quiet", &from, &to]))?;
    another_home(root, &home)?;
    let broom = std::env::current_exe().map_err(|error| format!("no path of this program: {error}"))?;
    let mut again = program(&twin, broom, &["dist", "--public-url", public_url]);
    again.env("CARGO_MANIFEST_DIR", twin.join("xtask")).env("CARGO_HOME", &home);
    run(again.env_remove("CARGO_TARGET_DIR"))?;
    compare(site, &twin.join("dist").display().to_string())
}

/// A cargo home that unpacks all sources anew. Archives that are here are not loaded a second time.
fn another_home(root: &Path, home: &Path) -> Outcome {
    empty(&home.join("registry"))?;
    let here =
        std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")));
    let Ok(here) = here else { return Ok(()) };
    for part in ["registry/cache", "registry/index", "config.toml"] {
        let from = Path::new(&here).join(part);
        if from.exists() {
            let (from, to) = (from.display().to_string(), home.join(part).display().to_string());
            run(&mut program(root, "cp", &["-R", &from, &to]))?;
        }
    }
    Ok(())
}
