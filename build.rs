//! Packs the rulebook and the page's texts into the program, so that the page asks for nothing later.

#[path = "src/changelog/parse.rs"]
mod changelog;

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use changelog::Part;
use deemed_engine::{Rulebook, profile};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> Outcome {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    for folder in ["rulebook", "profiles", "src/changelog"] {
        println!("cargo:rerun-if-changed={folder}");
    }
    small_stack();
    fs::write(out.join("rulebook.json"), rulebook(&root.join("rulebook"))?)?;
    fs::write(out.join("fingerprint.txt"), fingerprint(&root.join("rulebook"))?)?;
    fs::write(out.join("locales.rs"), locales(&root.join("locales"), &languages(&root)?)?)?;
    fs::write(out.join("changelog.rs"), changes(&root.join("rulebook/CHANGELOG.md"))?)?;
    fs::write(out.join("profiles.rs"), profiles(&root.join("profiles"))?)?;
    Ok(())
}

/// A quarter of the usual stack for the program in the browser, whose memory a phone has to find. The deepest
/// recursion, over nested markup and diagrams, takes a tenth of it; a deeper one would stop the program, not
/// overwrite anything. Builds for development keep the usual one, since theirs are larger.
fn small_stack() {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    if is("CARGO_CFG_TARGET_ARCH", "wasm32") && is("PROFILE", "release") {
        println!("cargo:rustc-link-arg-bins=-zstack-size=262144");
    }
}

/// The rulebook's changelog as a Rust list. Its title is the page's, so it stays out.
fn changes(path: &Path) -> Outcome<String> {
    let mut list = String::from("&[\n");
    for part in changelog::parse(&fs::read_to_string(path)?) {
        match part {
            Part::Heading(1, _) => {}
            Part::Heading(level, words) => writeln!(list, "Block::Heading({level}, {words:?}),")?,
            Part::Paragraph(words) => writeln!(list, "Block::Paragraph({words:?}),")?,
            Part::List(items) => writeln!(list, "Block::List(&{items:?}),")?,
        }
    }
    list.push_str("]\n");
    Ok(list)
}

/// All rule files as one object, path to content. Scenarios are for tests and stay out.
fn rulebook(folder: &Path) -> Outcome<String> {
    let mut files = BTreeMap::new();
    collect(folder, "", &mut files)?;
    check(&files)?;
    let mut bundle = Map::new();
    for (name, path) in files {
        let mut file: Value = serde_json::from_str(&fs::read_to_string(&path)?)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        // For those who check the rules. It names people and companies, and the page names none.
        if let Some(source) = file.as_object_mut().filter(|_| name.starts_with("sources/")) {
            source.shift_remove("read-in");
        }
        bundle.insert(name, file);
    }
    Ok(Value::Object(bundle).to_string())
}

/// The fingerprint of the rules: SHA-256 of the list that `sha256sum` makes of the rule files. The page about
/// the build names the command, so that anybody can make it with the tools of their system.
fn fingerprint(folder: &Path) -> Outcome<String> {
    let mut files = BTreeMap::new();
    collect(folder, "", &mut files)?;
    let mut list = String::new();
    for (name, path) in files {
        writeln!(list, "{:x}  ./{name}", Sha256::digest(fs::read(path)?))?;
    }
    Ok(format!("{:x}", Sha256::digest(list)))
}

/// Stops the build with everything that is wrong with the rule files.
fn check(files: &BTreeMap<String, PathBuf>) -> Outcome {
    let mut texts = Vec::new();
    for (name, path) in files {
        texts.push((name.as_str(), fs::read_to_string(path)?));
    }
    match Rulebook::load(texts.iter().map(|(name, text)| (*name, text.as_str()))) {
        Ok(_) => Ok(()),
        Err(problems) => {
            let lines: Vec<String> = problems.iter().map(|problem| format!("rulebook/{problem}")).collect();
            Err(format!("the rulebook has problems:\n{}", lines.join("\n")).into())
        }
    }
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, PathBuf>) -> Outcome {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            if name != "scenarios" {
                collect(&entry.path(), &format!("{name}/"), files)?;
            }
        } else if entry.path().extension().is_some_and(|extension| extension == "json") {
            files.insert(name, entry.path());
        }
    }
    Ok(())
}

/// A Rust table of every institution's profile, sorted by name.
fn profiles(folder: &Path) -> Outcome<String> {
    let mut files = BTreeMap::new();
    collect(folder, "", &mut files)?;
    let mut table = String::from("&[\n");
    for (name, path) in files {
        let text = fs::read_to_string(&path)?;
        let problems = profile::check(&format!("profiles/{name}"), &text);
        if !problems.is_empty() {
            let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
            return Err(format!("the profiles have problems:\n{}", lines.join("\n")).into());
        }
        let file: Value = serde_json::from_str(&text)?;
        writeln!(table, "({:?}, {:?}),", name.trim_end_matches(".json"), file.to_string())?;
    }
    table.push_str("]\n");
    Ok(table)
}

/// Rust tables: the English texts of the page, sorted by key, and what is known of every language. The
/// words of the other languages come as files of their own, so that nobody waits for a language they
/// do not read.
fn locales(folder: &Path, tags: &[String]) -> Outcome<String> {
    let texts = object(&folder.join("en/page.json"))?;
    let texts: BTreeMap<&String, &Value> =
        texts.iter().filter(|(key, _)| !key.starts_with("site.")).collect();
    let mut table = format!("static ENGLISH: [(&str, &str); {}] = [\n", texts.len());
    for (key, text) in texts {
        writeln!(table, "({key:?}, {:?}),", text.as_str().unwrap_or_default())?;
    }
    writeln!(table, "];\nstatic LOCALES: [Locale; {}] = [", tags.len())?;
    for tag in tags {
        let about = object(&folder.join(tag).join("language.json"))?;
        let text = |key: &str| about.get(key).and_then(Value::as_str);
        writeln!(
            table,
            "Locale {{ tag: {tag:?}, name: {:?}, direction: {:?}, digits: {:?}, is_reviewed: {}, \
             reviewer: {:?}, date: {:?}, catalog: OnceLock::new() }},",
            text("name").unwrap_or(tag),
            text("direction").unwrap_or("ltr"),
            text("digits"),
            text("status") == Some("reviewed"),
            text("reviewer"),
            text("date").unwrap_or_default(),
        )?;
    }
    table.push_str("];\n");
    Ok(table)
}

/// The languages that the rulebook names and that have a folder; English first.
fn languages(root: &Path) -> Outcome<Vec<String>> {
    let rulebook = object(&root.join("rulebook/rulebook.json"))?;
    let named = rulebook.get("languages").and_then(Value::as_array).into_iter().flatten();
    let named = named.filter_map(Value::as_str).filter(|tag| *tag != "en").map(str::to_owned);
    let there = named.filter(|tag| root.join("locales").join(tag).join("language.json").is_file());
    Ok(std::iter::once("en".to_owned()).chain(there).collect())
}

fn object(path: &Path) -> Outcome<Map<String, Value>> {
    println!("cargo:rerun-if-changed={}", path.display());
    let object = serde_json::from_str(&fs::read_to_string(path)?)
        .map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(object)
}
