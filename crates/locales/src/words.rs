//! What the page gets of a language: one JSON file with every fresh text.

use serde_json::{Map, Value, json};

use crate::Locales;
use crate::english::PAGE;
use crate::translation::Translation;

/// The beginning of the keys of texts that stand in the static pages and not in the program.
const STATIC: &str = "site.";

/// Whether a key of the page's texts is for the static pages.
pub fn is_for_template(key: &str) -> bool {
    key.starts_with(STATIC)
}

/// The file of a language: `{"words": {key: text}, "places": {heading: [ids]}}`. Stale texts stay out.
/// Keys of the page's texts stand without the name of their file.
pub fn words(locales: &Locales, language: &Translation) -> String {
    let fresh = language.entries.iter().filter(|entry| locales.is_fresh(entry));
    let mut pairs: Vec<(&str, &str)> = fresh
        .map(|entry| {
            let page = entry.key.strip_prefix(PAGE).and_then(|rest| rest.strip_prefix('#'));
            (page.unwrap_or(&entry.key), entry.text.as_str())
        })
        .filter(|(key, _)| !is_for_template(key))
        .collect();
    pairs.sort_unstable();
    let words: Map<String, Value> =
        pairs.into_iter().map(|(key, text)| (key.to_owned(), Value::from(text))).collect();
    let places: Map<String, Value> =
        language.order.iter().map(|(heading, ids)| (heading.clone(), json!(ids))).collect();
    json!({"words": words, "places": places}).to_string()
}
