//! What the page says without its program: the law in short, where it is written, and whom to ask.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

use super::page::{Words, escape};
use crate::run::{Outcome, read_text};

/// Sources that a reader without the program is led to.
const SOURCES: [&str; 3] = ["cfr-15-734-13", "cfr-15-734-3", "form-i-129-instructions"];

/// The markup.
///
/// # Errors
/// When a rule file or a text is missing.
pub fn plain(root: &Path, words: &Words) -> Outcome<String> {
    let say =
        |key: &str| words.get(key).map(|text| escape(text)).ok_or_else(|| format!("there is no `{key}`"));
    let mut page = format!("<h2>{}</h2>\n<p>{}</p>\n", say("site.plain.title")?, say("site.plain.deemed")?);
    for law in laws_in_force(root)? {
        let id = law.get("id").and_then(Value::as_str).unwrap_or_default();
        let said = |key: &str| say(&format!("laws/{id}/law#{key}")).unwrap_or_else(|_| text(&law, key));
        let _ = writeln!(page, "<h3>{}</h3>\n<p>{}</p>", said("title"), said("about"));
    }
    let _ =
        writeln!(page, "<p>{}</p>\n<h2>{}</h2>\n<ul>", say("site.plain.unknown")?, say("site.plain.read")?);
    for id in SOURCES {
        let source = rule_file(root, &format!("sources/{id}.json"))?;
        let _ = writeln!(
            page,
            "<li lang=\"en\"><a href=\"{}\" rel=\"noreferrer noopener\">{}</a></li>",
            text(&source, "official"),
            text(&source, "citation")
        );
    }
    let _ = writeln!(page, "</ul>\n<h2>{}</h2>\n<ul>", say("site.plain.ask")?);
    for contact in ["office", "international", "lawyer"] {
        let _ = writeln!(page, "<li>{}</li>", say(&format!("site.plain.ask-{contact}"))?);
    }
    page.push_str("</ul>");
    Ok(page)
}

fn laws_in_force(root: &Path) -> Outcome<Vec<Value>> {
    let book = rule_file(root, "rulebook.json")?;
    let mut found = Vec::new();
    for id in book.get("laws").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str) {
        let law = rule_file(root, &format!("laws/{id}/law.json"))?;
        if text(&law, "status") == "in-force" {
            found.push(law);
        }
    }
    Ok(found)
}

fn rule_file(root: &Path, name: &str) -> Outcome<Value> {
    let file = read_text(&root.join("rulebook").join(name))?;
    serde_json::from_str(&file).map_err(|error| format!("could not read `rulebook/{name}`: {error}"))
}

fn text(file: &Value, key: &str) -> String {
    escape(file.get(key).and_then(Value::as_str).unwrap_or_default())
}
