//! The site for release: small, named after its content, and the same bytes on every computer.

use std::path::Path;

use crate::compile::{Profile, compile};
use crate::options::Options;
use crate::prepare::npm_packages;
use crate::run::{Outcome, empty, program, read, run, write};
use crate::sbom::{SBOM, sbom};
use crate::site::{Parts, Views, finish};
use crate::stage::stage;
use crate::workspace::{root, target};

/// What browsers know that run the Wasm. To allow wasm-opt everything makes files that Chromium refuses.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// `dist`: builds the site for release.
///
/// # Errors
/// When a tool is missing or fails.
pub fn command(words: &[String]) -> Outcome {
    let options = Options::read(words, &["--public-url", "--out"], &[])?;
    let root = root()?;
    let out = root.join(options.value("--out").unwrap_or("dist"));
    stage("build the site for release", || dist(&root, &out, options.value("--public-url").unwrap_or("/")))?;
    println!("\nThe site is in {}", out.display());
    Ok(())
}

/// Builds the site into `out` for the path `public_url`.
///
/// # Errors
/// As [`command`].
pub fn dist(root: &Path, out: &Path, public_url: &str) -> Outcome {
    let built = compile(root, Profile::Web)?;
    release(root, Parts::read(root, &built, Views::draw(root)?)?, out, public_url)
}

/// Makes the parts small and puts the site together in `out`, which is emptied first.
///
/// # Errors
/// When a tool is missing or fails, or a file cannot be written.
pub fn release(root: &Path, parts: Parts, out: &Path, public_url: &str) -> Outcome {
    npm_packages(root)?;
    let parts = shrink(root, parts)?;
    empty(out)?;
    write(&out.join(SBOM), sbom(root)?.as_bytes())?;
    finish(root, parts, out, public_url)
}

/// Makes the parts smaller without changing what they do.
fn shrink(root: &Path, parts: Parts) -> Outcome<Parts> {
    println!("making the files smaller (wasm-opt, esbuild)");
    let folder = target(root).join("shrink");
    empty(&folder)?;
    let classic = ["--minify", "--target=es2022"];
    let script = ["--minify", "--format=esm", "--target=es2022"];
    Ok(Parts {
        wasm: through(
            root,
            &folder,
            "wasm-opt",
            "deemed.wasm",
            &parts.wasm,
            &[&["-Oz"], &FEATURES[..]].concat(),
        )?,
        script: through(root, &folder, "esbuild", "deemed.js", &parts.script, &script)?,
        boot: through(root, &folder, "esbuild", "boot.js", &parts.boot, &classic)?,
        single: through(root, &folder, "esbuild", "single.js", &parts.single, &classic)?,
        style: through(root, &folder, "esbuild", "style.css", &parts.style, &["--minify"])?,
        views: parts.views,
    })
}

/// Sends the bytes through one of the npm tools, as a file named `name`.
fn through(
    root: &Path,
    folder: &Path,
    tool: &str,
    name: &str,
    bytes: &[u8],
    words: &[&str],
) -> Outcome<Vec<u8>> {
    let (before, after) = (folder.join(name), folder.join(format!("small-{name}")));
    write(&before, bytes)?;
    let mut command = program(root, root.join("node_modules/.bin").join(tool), words);
    command.arg(&before);
    match tool {
        "esbuild" => command.arg("--log-level=warning").arg(format!("--outfile={}", after.display())),
        _ => command.arg("-o").arg(&after),
    };
    run(&mut command)?;
    read(&after)
}
