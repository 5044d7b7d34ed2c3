//! Keys of the page's texts: every key that the program says exists, and every one that exists is said.

use std::collections::BTreeSet;
use std::path::Path;

use crate::run::Outcome;
use crate::site::texts;
use crate::tidy::Source;

/// How the program says a text by its key.
const CALLS: [&str; 4] = ["say(", "say!(", "say_with(", "say_count("];

/// Beginnings of keys that are said other than by a literal in `src`, and by whom.
const ELSEWHERE: [&str; 1] = [
    // The templates in static/.
    "site.",
];

/// Keys said and missing, and keys present and never said.
///
/// # Errors
/// When the texts cannot be read.
pub fn problems(root: &Path, sources: &[Source]) -> Outcome<Vec<String>> {
    let present: BTreeSet<String> = texts(root)?.into_keys().collect();
    let mut said = BTreeSet::new();
    let mut problems = Vec::new();
    for source in sources.iter().filter(|source| source.path.starts_with("src/")) {
        for key in keys_in(&source.text) {
            if !present.contains(key) {
                problems.push(format!("{}: says `{key}`, which locales/en/page.json lacks", source.path));
            }
            said.insert(key);
        }
    }
    // Until the program says anything there is nothing to compare with.
    if said.is_empty() {
        return Ok(problems);
    }
    for key in &present {
        if !said.contains(key.as_str()) && !ELSEWHERE.iter().any(|start| key.starts_with(start)) {
            problems.push(format!("locales/en/page.json: nobody says `{key}`"));
        }
    }
    Ok(problems)
}

/// The keys that stand as literals right behind a call.
fn keys_in(text: &str) -> Vec<&str> {
    let mut keys = Vec::new();
    for call in CALLS {
        for rest in text.split(call).skip(1) {
            if let Some((key, _)) = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split_once('"'))
            {
                keys.push(key);
            }
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::keys_in;

    #[test]
    fn literals_behind_calls_are_keys() {
        let text = r#"<p>{ say("start.lead") }</p> text.say_with(
            "start.count", 3); say(name); let essay = "say";"#;
        assert_eq!(keys_in(text), ["start.lead", "start.count"]);
    }
}
