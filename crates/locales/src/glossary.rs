//! Forms that a translation must not use, as they mislead or belong to another place's usage, and terms of
//! the English that it must say in one way.

use std::path::Path;

use deemed_engine::Tree;

use crate::read;

/// One wrong form, or one term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The form; for a term, the English, in small letters.
    pub form: String,
    /// Whether it is a term.
    pub is_term: bool,
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
        let english = entry.get("english").and_then(Tree::as_text);
        let wrong = |form: String| Self {
            form,
            is_term: english.is_some(),
            instead: entry.text("instead").to_owned(),
            unless: unless.clone(),
        };
        match entry.get("letters").and_then(Tree::as_text) {
            Some(letters) => letters.chars().map(|letter| wrong(letter.to_string())).collect(),
            None => vec![wrong(english.unwrap_or_else(|| entry.text("form")).to_owned())],
        }
    }

    /// What is to be said about it.
    pub fn message(&self) -> String {
        if self.is_term {
            format!("`{}` is not said as `{}`", self.form, self.instead)
        } else {
            format!("`{}` is wrong; `{}` is meant", self.form, self.instead)
        }
    }

    fn is_in(&self, english: &str, text: &str) -> bool {
        let is_found = if self.is_term {
            english.contains(&self.form) && !text.contains(&self.instead)
        } else {
            text.contains(&self.form)
        };
        is_found && !self.unless.iter().any(|word| text.contains(word))
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
            .map(|(tag, list)| (tag.to_string(), list.elements().iter().flat_map(Wrong::of).collect()));
        Self { languages: languages.collect() }
    }

    /// What is wrong in a text of a language, with the English that it translates.
    pub fn wrong_in(&self, tag: &str, english: &str, text: &str) -> Vec<&Wrong> {
        let list = self.languages.iter().find(|(own, _)| own == tag);
        let list = list.map(|(_, list)| list.as_slice()).unwrap_or_default();
        let english = english.to_lowercase();
        list.iter().filter(|wrong| wrong.is_in(&english, text)).collect()
    }
}
