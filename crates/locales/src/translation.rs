//! The files of one language.

use std::path::Path;

use deemed_engine::Tree;
use deemed_engine::tree::Piece;

use crate::language::About;
use crate::read;

/// The file that says about the language.
const LANGUAGE: &str = "language.json";
/// The file with the order of places.
const ORDER: &str = "order.json";

/// One text in the language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The file below the language's folder, without `.json`.
    pub file: String,
    /// The translation key.
    pub key: String,
    /// Digest of the English that is translated.
    pub of: String,
    /// The text.
    pub text: String,
}

/// Places in the order in which people of the language look for them: a heading, and ids below it.
pub type Order = Vec<(String, Vec<String>)>;

/// One language.
#[derive(Debug, Clone, Default)]
pub struct Translation {
    /// What it is.
    pub about: About,
    /// Its texts, in the order of its files.
    pub entries: Vec<Entry>,
    /// Its order of places; empty where the language needs none of its own.
    pub order: Order,
}

impl Translation {
    /// Reads the folder of a language.
    pub fn read(locales: &Path, tag: &str, problems: &mut Vec<String>) -> Option<Self> {
        let folder = locales.join(tag);
        let files = read::files(&folder, problems);
        if !files.iter().any(|file| file == LANGUAGE) {
            problems.push(format!("locales/{tag}: there is no `{LANGUAGE}`"));
            return None;
        }
        let about = About::of(tag, &read::tree(&folder, LANGUAGE, problems), problems);
        let mut own = Self { about, ..Self::default() };
        for file in files.iter().filter(|file| *file != LANGUAGE) {
            let tree = read::tree(&folder, file, problems);
            if file == ORDER {
                own.order = order(&tree);
            } else {
                own.add(file.trim_end_matches(".json"), &tree, problems);
            }
        }
        Some(own)
    }

    fn add(&mut self, file: &str, tree: &Tree, problems: &mut Vec<String>) {
        for (key, entry) in tree.entries() {
            let (of, text) = (entry.text("of"), entry.text("text"));
            // An empty text is one that is still to be translated.
            if text.is_empty() && entry.get("text").is_some() {
                continue;
            }
            if of.is_empty() || text.is_empty() {
                problems
                    .push(format!("locales/{}/{file}.json: `{key}` lacks `of` or `text`", self.about.tag));
                continue;
            }
            let (of, text) = (of.to_owned(), text.to_owned());
            self.entries.push(Entry { file: file.to_owned(), key: key.to_string(), of, text });
        }
    }
}

fn order(tree: &Tree) -> Order {
    let ids = |list: &Tree| list.elements().iter().filter_map(Tree::as_text).map(str::to_owned).collect();
    let group = |(heading, list): &(Piece, Tree)| (heading.to_string(), ids(list));
    tree.get("places").map(Tree::entries).unwrap_or_default().iter().map(group).collect()
}
