//! Forms that a translation must not use: they mislead, or belong to another place's usage.

use std::path::Path;

use deemed_engine::Tree;

use crate::read;

/// One wrong form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The form.
    pub form: String,
    /// What to write instead.
    pub instead: String,
    /// Words beside which the form is right: a text that holds one of them is not a finding.
    pub unless: Vec<String>,
}

impl Wrong {
    /// The form of an entry, or each of its letters.
    fn of(entry: &Tree) -> Vec<Self> {
        let unless = entry.list("unless").iter().filter_map(Tree::as_text).map(str::to_owned);
        let unless: Vec<String> = unless.collect();
        let wrong =
            |form: String| Self { form, instead: entry.text("instead").to_owned(), unless: unless.clone() };
        match entry.get("letters").and_then(Tree::as_text) {
            Some(letters) => letters.chars().map(|letter| wrong(letter.to_string())).collect(),
            None => vec![wrong(entry.text("form").to_owned())],
        }
    }
}

/// Wrong forms by language.
#[derive(Debug, Clone, Default)]
pub struct Glossary {
    languages: Vec<(String, Vec<Wrong>)>,
}

impl Glossary {
    /// Reads `glossary.json`; a folder of translations without it has no wrong forms.
    pub fn read(locales: &Path, problems: &mut Vec<String>) -> Self {
        const FILE: &str = "glossary.json";
        if !locales.join(FILE).is_file() {
            return Self::default();
        }
        let tree = read::tree(locales, FILE, problems);
        let languages = tree
            .entries()
            .iter()
            .map(|(tag, list)| (tag.clone(), list.elements().iter().flat_map(Wrong::of).collect()));
        Self { languages: languages.collect() }
    }

    /// The wrong forms that a text of a language holds.
    pub fn wrong_in<'a>(&'a self, tag: &str, text: &'a str) -> impl Iterator<Item = &'a Wrong> {
        let list = self.languages.iter().find(|(own, _)| own == tag);
        let list = list.map(|(_, list)| list.as_slice()).unwrap_or_default();
        list.iter().filter(move |wrong| {
            text.contains(&wrong.form) && !wrong.unless.iter().any(|word| text.contains(word))
        })
    }
}
