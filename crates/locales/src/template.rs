//! The files with which a new language begins.

use serde_json::{Map, Value, json};

use crate::{Locales, digest};

/// File names below `locales/` and their texts for a new language: `language.json`, and every text with
/// its English beside it and an empty translation, which counts as missing.
///
/// # Errors
/// Where the tag is not one, or is taken.
pub fn template(locales: &Locales, tag: &str, date: &str) -> Result<Vec<(String, String)>, String> {
    let plain = |part: &str| !part.is_empty() && part.chars().all(|letter| letter.is_ascii_alphanumeric());
    if !tag.split('-').all(plain) || !tag.starts_with(|first: char| first.is_ascii_lowercase()) {
        return Err(format!("`{tag}` is no language tag such as `fa` or `zh-Hant`"));
    }
    if tag == "en" || locales.language(tag).is_some() {
        return Err(format!("the language `{tag}` is there already"));
    }
    let about = json!({
        "tag": tag,
        "name": tag,
        "english-name": tag,
        "direction": "ltr",
        "status": "machine-assisted",
        "reviewer": null,
        "date": date,
        "complete": false,
    });
    let mut files = vec![(format!("{tag}/language.json"), format!("{about:#}\n"))];
    for (file, texts) in locales.english.files.iter().filter(|(_, texts)| !texts.is_empty()) {
        let entry = |(key, english): &(String, String)| {
            (key.clone(), json!({"of": digest(english), "english": english, "text": ""}))
        };
        let entries: Map<String, Value> = texts.iter().map(entry).collect();
        files.push((format!("{tag}/{file}.json"), format!("{:#}\n", Value::Object(entries))));
    }
    Ok(files)
}
