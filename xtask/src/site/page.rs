//! Pages made of a template: `{{name}}` stands for a text, which is escaped, and `{{=name}}` for markup.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::run::{Outcome, read_text};

/// What the names in a template stand for.
pub type Words = BTreeMap<String, String>;

/// Fills the template's names.
///
/// # Errors
/// When a name is not known or not closed.
pub fn fill(template: &str, words: &Words) -> Outcome<String> {
    let mut page = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, behind) =
            after.split_once("}}").ok_or_else(|| "a `{{` in a page template is not closed".to_owned())?;
        let (name, is_markup) = name.strip_prefix('=').map_or((name, false), |name| (name, true));
        let word = words.get(name).ok_or_else(|| format!("page template: there is no `{name}`"))?;
        page.push_str(before);
        page.push_str(&if is_markup { word.clone() } else { escape(word) });
        rest = behind;
    }
    page.push_str(rest);
    Ok(page)
}

/// Makes the text safe inside an element and inside a quoted attribute.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The texts of the page in English, `{"site.title": "…"}`.
///
/// # Errors
/// When the file is missing or is not a flat object of texts.
pub fn texts(root: &Path) -> Outcome<Words> {
    let path = root.join("locales/en/page.json");
    let file = read_text(&path)?;
    let tree: Value = serde_json::from_str(&file)
        .map_err(|error| format!("could not read `{}`: {error}", path.display()))?;
    let entries = tree.as_object().ok_or_else(|| format!("`{}` is not an object", path.display()))?;
    let pairs = entries.iter().map(|(key, value)| {
        let text = value.as_str().ok_or_else(|| format!("`{key}` in `{}` is not a text", path.display()))?;
        Ok((key.clone(), text.to_owned()))
    });
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use super::{Words, fill};

    #[test]
    fn words_are_escaped() {
        let words = Words::from([("name".to_owned(), "a<b & \"c\"".to_owned())]);
        assert_eq!(
            fill("<p title=\"{{name}}\">", &words),
            Ok("<p title=\"a&lt;b &amp; &quot;c&quot;\">".into())
        );
    }

    #[test]
    fn markup_is_not_escaped() {
        let words = Words::from([("name".to_owned(), "<b>".to_owned())]);
        assert_eq!(fill("{{=name}} {{name}}", &words), Ok("<b> &lt;b&gt;".into()));
    }

    #[test]
    fn unknown_and_open_names_are_refused() {
        assert!(fill("{{nobody}}", &Words::new()).is_err());
        assert!(fill("{{open", &Words::new()).is_err());
    }
}
