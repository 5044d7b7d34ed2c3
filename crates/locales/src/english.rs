//! The English texts, by key, in the order of their files.

use std::collections::BTreeMap;
use std::path::Path;

use deemed_engine::Tree;
use deemed_engine::formats::Kind;
use deemed_engine::shape::Shape;

use crate::read;

/// The file of the page's texts, without its ending; its keys begin with it.
pub const PAGE: &str = "page";

/// The beginning of the keys of the page that helps offices to embed the check; it is in English only.
const FOR_OFFICES: &str = "site.embed.";

/// Every English text that is translated.
#[derive(Debug, Clone, Default)]
pub struct English {
    /// File without `.json`, and its texts by key.
    pub files: Vec<(String, Vec<(String, String)>)>,
    /// The languages that the rulebook names, in its order.
    pub languages: Vec<String>,
    /// The ids of all places.
    pub places: Vec<String>,
    by_key: BTreeMap<String, String>,
}

impl English {
    /// Reads the rule files and the page's texts.
    pub fn read(rulebook: &Path, locales: &Path, problems: &mut Vec<String>) -> Self {
        let mut english = Self::default();
        for file in read::files(rulebook, problems) {
            // Titles and notes of sources stay English; scenarios are for tests.
            let Some(kind) = Kind::of(&file).filter(|kind| !matches!(kind, Kind::Source | Kind::Scenario))
            else {
                continue;
            };
            let tree = read::tree(rulebook, &file, problems);
            let stem = file.trim_end_matches(".json").to_owned();
            let mut texts = Vec::new();
            gather(kind.shape(), &tree, &format!("{stem}#"), &mut texts);
            match kind {
                Kind::Rulebook => english.languages = list(&tree, "languages"),
                Kind::Places => {
                    let ids = tree.list("places").iter().map(|place| place.text("id").to_owned());
                    english.places = ids.collect();
                }
                Kind::Codes
                | Kind::Question
                | Kind::Concept
                | Kind::Law
                | Kind::Issue
                | Kind::Outcome
                | Kind::Source
                | Kind::Card
                | Kind::Scenario => {}
            }
            english.files.push((stem, texts));
        }
        let page = read::tree(&locales.join("en"), &format!("{PAGE}.json"), problems);
        let texts = page
            .entries()
            .iter()
            .filter(|(key, _)| !key.starts_with(FOR_OFFICES))
            .filter_map(|(key, text)| Some((format!("{PAGE}#{key}"), text.as_text()?.to_owned())));
        english.files.push((PAGE.to_owned(), texts.collect()));
        english.by_key = english.texts().map(|(key, text)| (key.to_owned(), text.to_owned())).collect();
        english
    }

    /// Key and text of each.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().flat_map(|(_, texts)| texts).map(|(key, text)| (key.as_str(), text.as_str()))
    }

    /// The text under a key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.by_key.get(key).map(String::as_str)
    }
}

fn list(tree: &Tree, key: &str) -> Vec<String> {
    tree.list(key).iter().filter_map(Tree::as_text).map(str::to_owned).collect()
}

fn gather(shape: Shape, tree: &Tree, key: &str, texts: &mut Vec<(String, String)>) {
    match shape {
        Shape::Words => texts.extend(tree.as_text().map(|text| (key.to_owned(), text.to_owned()))),
        Shape::List(inner) | Shape::Some(inner) => {
            for (at, element) in tree.elements().iter().enumerate() {
                gather(*inner, element, &below(key, &element_name(element, at)), texts);
            }
        }
        Shape::Object(fields) => {
            for field in fields {
                if let Some(value) = tree.get(field.key) {
                    gather(field.shape, value, &below(key, field.key), texts);
                }
            }
        }
        Shape::Map(inner) => {
            for (name, value) in tree.entries() {
                gather(*inner, value, &below(key, name), texts);
            }
        }
        Shape::Text
        | Shape::Id
        | Shape::Date
        | Shape::Address
        | Shape::Flag
        | Shape::Number
        | Shape::OneOf(_)
        | Shape::Condition => {}
    }
}

fn below(key: &str, name: &str) -> String {
    let slash = if key.ends_with('#') { "" } else { "/" };
    format!("{key}{slash}{name}")
}

/// As `docs/rule-files.md` has it: by id, value or pattern, else by number.
fn element_name(element: &Tree, at: usize) -> String {
    let named = ["id", "value", "pattern"].iter().find_map(|key| element.get(key).and_then(Tree::as_text));
    named.map_or_else(|| at.to_string(), str::to_owned)
}
