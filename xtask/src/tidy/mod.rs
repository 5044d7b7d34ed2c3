//! House rules that the compiler and clippy do not see.

mod dependencies;
mod keys;
mod words;

use std::path::Path;

use crate::options::Options;
use crate::run::{Outcome, files_below, has_extension, read_text};
use crate::workspace::root;

/// A Rust file with more lines than this, apart from its tests, is named, and longer than [`LONGEST`] refused.
const LONG: usize = 300;
/// No Rust file is longer.
const LONGEST: usize = 500;
/// Folders whose text files the rules look at.
const FOLDERS: [&str; 4] = ["src", "crates", "xtask/src", "static"];

/// A file's path from the root, and its text.
#[derive(Debug)]
struct Source {
    path: String,
    text: String,
}

/// `tidy`: names every place where a house rule is broken.
///
/// # Errors
/// When an option is given, or as [`tidy`].
pub fn command(words: &[String]) -> Outcome {
    Options::read(words, &[], &[])?;
    tidy(&root()?)
}

/// Looks at all sources and prints what is not as it should be.
///
/// # Errors
/// When a rule is broken or a file cannot be read.
pub fn tidy(root: &Path) -> Outcome {
    let sources = sources(root)?;
    let mut problems = Vec::new();
    for source in &sources {
        problems.extend(length(source));
        problems.extend(words::problems(source));
    }
    problems.extend(keys::problems(root, &sources)?);
    problems.extend(dependencies::problems(root)?);
    for problem in &problems {
        println!("{problem}");
    }
    println!("{} files looked at", sources.len());
    if problems.is_empty() { Ok(()) } else { Err(format!("house rules broken: {}", problems.len())) }
}

fn sources(root: &Path) -> Outcome<Vec<Source>> {
    let mut sources = Vec::new();
    for folder in FOLDERS.iter().filter(|folder| root.join(folder).is_dir()) {
        for file in files_below(&root.join(folder))? {
            if ["rs", "js", "mjs", "html", "css"].iter().any(|extension| has_extension(&file, extension)) {
                let path = format!("{folder}/{file}");
                sources.push(Source { text: read_text(&root.join(&path))?, path });
            }
        }
    }
    Ok(sources)
}

fn length(source: &Source) -> Option<String> {
    let lines = source.text.lines().take_while(|line| line.trim() != "#[cfg(test)]").count();
    if !has_extension(&source.path, "rs") || lines <= LONG {
        return None;
    }
    if lines <= LONGEST {
        println!("{}: {lines} lines; think of a second file", source.path);
        return None;
    }
    Some(format!("{}: {lines} lines, and {LONGEST} is the most", source.path))
}
