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

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> Outcome {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    for folder in ["rulebook", "locales", "profiles", "src/changelog"] {
        println!("cargo:rerun-if-changed={folder}");
    }
    fs::write(out.join("rulebook.json"), rulebook(&root.join("rulebook"))?)?;
    fs::write(out.join("locales.rs"), locales(&root.join("locales"))?)?;
    fs::write(out.join("changelog.rs"), changes(&root.join("rulebook/CHANGELOG.md"))?)?;
    fs::write(out.join("profiles.rs"), profiles(&root.join("profiles"))?)?;
    Ok(())
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
        let file = serde_json::from_str(&fs::read_to_string(&path)?)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        bundle.insert(name, file);
    }
    Ok(Value::Object(bundle).to_string())
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

/// A Rust table of every language's page texts, sorted by key; English comes first.
fn locales(folder: &Path) -> Outcome<String> {
    // Translations are kept in another form, with the digest of the English that they translate.
    let tags = ["en"];
    let mut table = String::from("&[\n");
    for tag in tags {
        let path = folder.join(tag).join("page.json");
        let texts: BTreeMap<String, String> = serde_json::from_str(&fs::read_to_string(&path)?)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        writeln!(table, "Locale {{ tag: {tag:?}, page: &[")?;
        for (key, text) in texts.iter().filter(|(key, _)| !key.starts_with("site.")) {
            writeln!(table, "({key:?}, {text:?}),")?;
        }
        table.push_str("] },\n");
    }
    table.push_str("]\n");
    Ok(table)
}
