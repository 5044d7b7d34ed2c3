//! The step that makes a site of what wasm-bindgen wrote: hashed names, integrity, policy, manifest.

mod asset;
mod code;
mod embed;
mod gallery;
mod languages;
mod load;
mod manifest;
mod map;
mod page;
mod plain;
mod reach;
mod views;

use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::options::Options;
use crate::run::{Outcome, files_below, has_extension, read, read_text, write};
use crate::workspace::{Facts, root};
use asset::Asset;
pub use asset::sha256;
pub use gallery::write_gallery;
use languages::Common;
pub use manifest::SUMS;
use page::Words;
pub use page::texts;
pub use views::Views;

/// The policy of a page without a script.
const STILL: &str =
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";
/// The name of the single file.
const SINGLE: &str = "deemed.html";

/// The files that the page loads, before they get their names.
#[derive(Debug)]
pub struct Parts {
    /// The JavaScript that wasm-bindgen wrote, with the start behind it.
    pub script: Vec<u8>,
    /// The Wasm.
    pub wasm: Vec<u8>,
    /// All style sheets, one after the other.
    pub style: Vec<u8>,
    /// What runs first.
    pub boot: Vec<u8>,
    /// What runs first in the single file.
    pub single: Vec<u8>,
    /// What is seen before the program runs.
    pub views: Views,
}

impl Parts {
    /// Reads what wasm-bindgen wrote into the folder, and our own files beside it.
    ///
    /// # Errors
    /// When the folder does not hold exactly one script and one Wasm file, or they are not what we know.
    pub fn read(root: &Path, folder: &Path, views: Views) -> Outcome<Self> {
        let (script, wasm) = find(folder)?;
        let mut text = read_text(&folder.join(script))?;
        if !text.contains("__wbg_init as default") {
            return Err("wasm-bindgen's script has no `__wbg_init`; `static/start.js` must be adapted".into());
        }
        reach::check(&text)?;
        text.push_str(&read_text(&root.join("static/start.js"))?);
        let early = read(&root.join("static/early.js"))?;
        let first = |name: &str| -> Outcome<Vec<u8>> {
            Ok([early.clone(), read(&root.join("static").join(name))?].concat())
        };
        Ok(Self {
            script: text.into_bytes(),
            wasm: read(&folder.join(wasm))?,
            style: style(&root.join("static/css"))?.into_bytes(),
            boot: first("boot.js")?,
            single: first("single.js")?,
            views,
        })
    }
}

/// The names of the one script and the one Wasm file in the folder.
fn find(folder: &Path) -> Outcome<(String, String)> {
    let files = files_below(folder)?;
    if files.iter().any(|file| file.contains("snippets/")) {
        return Err(
            "a dependency brings its own JavaScript, which the page's integrity does not cover".into()
        );
    }
    let only = |extension: &str| -> Outcome<String> {
        let mut matching = files.iter().filter(|file| has_extension(file, extension));
        match (matching.next(), matching.next()) {
            (Some(file), None) => Ok(file.clone()),
            _ => Err(format!("expected one `.{extension}` file in `{}`", folder.display())),
        }
    };
    Ok((only("js")?, only("wasm")?))
}

/// Writes the site into `out`: pages, files with hashed names, manifest and sums.
///
/// # Errors
/// When a source is missing or a file cannot be written.
pub fn finish(root: &Path, parts: Parts, out: &Path, public_url: &str) -> Outcome {
    let (origin, path) = embed::split(public_url)?;
    let base = base(path)?;
    let facts = Facts::gather(root);
    let static_files = root.join("static");
    let style = Asset::new("style", "css", parts.style);
    let script = Asset::new("deemed", "js", parts.script);
    let wasm = Asset::new("deemed", "wasm", parts.wasm);
    let languages = languages::languages(root, &texts(root)?)?;
    let mut words = Words::new();
    let site = format!("{origin}{base}");
    add_facts(&mut words, &facts, &base, &site);
    words.insert("languages".into(), languages::list(&languages, &base));
    words.insert("icon".into(), icon(&static_files)?);
    for (name, asset) in [("style", &style), ("script", &script), ("wasm", &wasm)] {
        words.insert(name.into(), asset.name.clone());
        words.insert(format!("{name}.integrity"), asset.integrity.clone());
        write(&out.join(&asset.name), &asset.bytes)?;
    }
    for asset in languages.iter().filter_map(|language| language.words.as_ref()) {
        write(&out.join(&asset.name), &asset.bytes)?;
    }
    let inside = load::from_within(&parts.single, &style, &script, &wasm, &languages)?;
    let (base, site, views) = (base.as_str(), site.as_str(), &parts.views);
    let common = Common { root, all: &languages, facts: &words, base, site, views };
    let single = single(&inside, &common)?;
    write(&out.join(SINGLE), single.as_bytes())?;
    let mut beside = words.clone();
    beside.insert("single".into(), sha256(single.as_bytes()));
    let loading = load::beside(&parts.boot, &style.bytes, site, &words)?;
    beside.extend([("load".into(), loading.load), ("policy".into(), loading.policy)]);
    let common = Common { facts: &beside, ..common };
    write_pages(&common, out)?;
    embed::write_embed(&common, out, site)?;
    map::write_maps(&common, out)?;
    copy_public(&static_files.join("public"), out)?;
    write(&out.join(".nojekyll"), b"")?;
    manifest::write_manifest(out, &facts, base, site)
}

/// Writes the page of each language, and the one for addresses that lead nowhere.
fn write_pages(common: &Common, out: &Path) -> Outcome {
    let from = common.root.join("static");
    let template = read_text(&from.join("page.html"))?;
    for language in common.all.iter().filter(|language| language.has_page) {
        let page = languages::page(&template, language, common)?;
        write(&out.join(format!("{}index.html", language.folder())), page.as_bytes())?;
    }
    let template = read_text(&from.join("missing.html"))?;
    let english = common.all.first().ok_or("there is no English")?;
    write(&out.join("404.html"), languages::page(&template, english, common)?.as_bytes())
}

/// The whole check in one file. It cannot hold its own digest; the page beside it does.
fn single(inside: &load::Loading, common: &Common) -> Outcome<String> {
    let mut facts = common.facts.clone();
    for (name, word) in [("load", &inside.load), ("policy", &inside.policy), ("single", &String::new())] {
        facts.insert(name.into(), word.clone());
    }
    let english = common.all.first().ok_or("there is no English")?;
    // A file on somebody's disk has no address to be found at.
    let page = read_text(&common.root.join("static/page.html"))?;
    let lines = page.lines().filter(|line| !line.contains("{{oembed}}"));
    let template: String = lines.flat_map(|line| [line, "\n"]).collect();
    languages::page(&template, english, &Common { all: &[], facts: &facts, ..*common })
}

/// The public path with a slash at both ends.
fn base(public_url: &str) -> Outcome<String> {
    let inner = public_url.trim_matches('/');
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-._~/".contains(letter);
    if !inner.chars().all(plain) {
        return Err(format!("`{public_url}` is not a path such as `/deemed/`"));
    }
    Ok(if inner.is_empty() { "/".into() } else { format!("/{inner}/") })
}

fn add_facts(words: &mut Words, facts: &Facts, base: &str, site: &str) {
    let pairs = [
        ("policy.still", STILL),
        ("base", base),
        ("site", site),
        ("version", facts.version.as_str()),
        ("commit", facts.commit.as_str()),
        ("built", facts.built.as_str()),
        ("rulebook", facts.rulebook.as_str()),
    ];
    words.extend(pairs.map(|(name, word)| (name.to_owned(), word.to_owned())));
    // What the page says of itself to other websites; pages of institutions say something else.
    words.insert("profile".into(), String::new());
    words.insert("oembed".into(), format!("{site}oembed.json"));
}

/// The icon as a `data:` address, so that it asks for nothing.
fn icon(static_files: &Path) -> Outcome<String> {
    let bytes = read(&static_files.join("icon.svg"))?;
    Ok(format!("data:image/svg+xml;base64,{}", STANDARD.encode(bytes)))
}

/// All sheets in the order of `order.txt`, one after the other.
fn style(folder: &Path) -> Outcome<String> {
    let order = read_text(&folder.join("order.txt"))?;
    let names: Vec<&str> = order.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    for file in files_below(folder)?.iter().filter(|file| has_extension(file, "css")) {
        if !names.contains(&file.as_str()) {
            return Err(format!("`static/css/{file}` is not listed in `static/css/order.txt`"));
        }
    }
    let mut sheet = String::new();
    for name in names {
        let text = read_text(&folder.join(name))?;
        if text.contains("url(") || text.contains("@import") {
            return Err(format!("`static/css/{name}` asks for another file with `url(` or `@import`"));
        }
        sheet.push_str(&text);
    }
    Ok(sheet)
}

/// Copies the files whose names others rely on, such as the loader for embedding.
fn copy_public(from: &Path, out: &Path) -> Outcome {
    if from.is_dir() {
        for file in files_below(from)? {
            write(&out.join(&file), &read(&from.join(&file))?)?;
        }
    }
    Ok(())
}

/// `finish`: turns the folder that Trunk staged, or another one, into a site in place.
///
/// # Errors
/// When an option is wrong, or as [`finish`].
pub fn command(words: &[String]) -> Outcome {
    let options = Options::read(words, &["--from", "--public-url"], &[])?;
    let staged = std::env::var("TRUNK_STAGING_DIR").ok();
    let folder = options
        .value("--from")
        .or(staged.as_deref())
        .map(PathBuf::from)
        .ok_or("`finish` needs `--from` with the folder that holds the script and the Wasm")?;
    let trunk_url = std::env::var("TRUNK_PUBLIC_URL").ok();
    let public_url = options.value("--public-url").or(trunk_url.as_deref()).unwrap_or("/").to_owned();
    let root = root()?;
    let parts = Parts::read(&root, &folder, Views::draw(&root)?)?;
    if std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        return crate::dist::release(&root, parts, &folder, &public_url);
    }
    crate::run::empty(&folder)?;
    finish(&root, parts, &folder, &public_url)
}

#[cfg(test)]
mod tests;
