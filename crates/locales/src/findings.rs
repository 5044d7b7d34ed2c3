//! What is wrong with a language, and how much of it there is.

use std::collections::{BTreeMap, BTreeSet};

use crate::translation::{Entry, Translation};
use crate::{Locales, digest, punctuation};

/// What sort of thing was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The English changed since.
    Stale,
    /// The English has no translation.
    Missing,
    /// There is no such English.
    Foreign,
    /// A wrong form of the glossary.
    Wrong,
    /// A half-width sign beside a Han letter.
    Sign,
    /// Other `{names}` than the English.
    Names,
    /// Places that the order lacks, has twice, or does not know.
    Order,
}

impl Kind {
    /// The kind in a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Stale => "stale",
            Self::Missing => "missing",
            Self::Foreign => "foreign",
            Self::Wrong => "wrong",
            Self::Sign => "sign",
            Self::Names => "names",
            Self::Order => "order",
        }
    }

    /// Whether it is expected while a language is being worked on: English stands in its place.
    fn is_gap(self) -> bool {
        match self {
            Self::Stale | Self::Missing | Self::Foreign => true,
            Self::Wrong | Self::Sign | Self::Names | Self::Order => false,
        }
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What sort.
    pub kind: Kind,
    /// The file, from the folder of all translations.
    pub file: String,
    /// The key.
    pub key: String,
    /// One sentence: lower case, no full stop.
    pub message: String,
    /// Whether the language may not be released so.
    pub fails: bool,
}

/// How many of the texts there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coverage {
    /// Translated, and the English is still the same.
    pub fresh: usize,
    /// Translated from another English.
    pub stale: usize,
    /// Not translated.
    pub missing: usize,
}

impl Coverage {
    /// All texts.
    pub fn all(self) -> usize {
        self.fresh + self.stale + self.missing
    }

    /// Fresh texts in a hundred, rounded down so that 100 means all.
    pub fn percent(self) -> usize {
        (self.fresh * 100).checked_div(self.all()).unwrap_or(100)
    }
}

impl Locales {
    /// Whether an entry translates the English of today.
    pub fn is_fresh(&self, entry: &Entry) -> bool {
        self.english.get(&entry.key).is_some_and(|text| digest(text) == entry.of)
    }

    /// How much of a language there is.
    pub fn coverage(&self, language: &Translation) -> Coverage {
        let by_key: BTreeMap<&str, &Entry> =
            language.entries.iter().map(|entry| (entry.key.as_str(), entry)).collect();
        let mut coverage = Coverage::default();
        for (key, _) in self.english.texts() {
            match by_key.get(key) {
                None => coverage.missing += 1,
                Some(entry) if self.is_fresh(entry) => coverage.fresh += 1,
                Some(_) => coverage.stale += 1,
            }
        }
        coverage
    }

    /// Everything that is wrong with a language.
    pub fn findings(&self, language: &Translation) -> Vec<Finding> {
        let about = &language.about;
        let mut findings = Vec::new();
        let mut add = |kind: Kind, file: &str, key: &str, message: String| {
            findings.push(Finding {
                kind,
                file: format!("{}/{file}.json", about.tag),
                key: key.to_owned(),
                message,
                fails: about.is_complete || !kind.is_gap(),
            });
        };
        let known: BTreeSet<&str> = language.entries.iter().map(|entry| entry.key.as_str()).collect();
        for (file, texts) in &self.english.files {
            for (key, _) in texts.iter().filter(|(key, _)| !known.contains(key.as_str())) {
                add(Kind::Missing, file, key, format!("`{key}` has no translation"));
            }
        }
        for entry in &language.entries {
            let Entry { file, key, text, .. } = entry;
            match self.english.get(key) {
                None => add(Kind::Foreign, file, key, format!("there is no English text `{key}`")),
                Some(english) if digest(english) != entry.of => {
                    add(Kind::Stale, file, key, format!("the English of `{key}` changed since"));
                }
                Some(english) if names(english) != names(text) => {
                    add(
                        Kind::Names,
                        file,
                        key,
                        format!("`{key}` has other names in braces than the English"),
                    );
                }
                Some(_) => {}
            }
            let english = self.english.get(key).unwrap_or_default();
            for wrong in self.glossary.wrong_in(&about.tag, english, text) {
                add(Kind::Wrong, file, key, wrong.message());
            }
            if let Some(pair) = punctuation::half_width(text) {
                add(Kind::Sign, file, key, format!("`{pair}` in `{key}` lacks a sign as wide as a letter"));
            }
        }
        for message in self.order_problems(language) {
            add(Kind::Order, "order", "places", message);
        }
        findings
    }

    fn order_problems(&self, language: &Translation) -> Vec<String> {
        if language.order.is_empty() {
            return Vec::new();
        }
        let mut times: BTreeMap<&str, usize> =
            self.english.places.iter().map(|id| (id.as_str(), 0)).collect();
        let mut problems = Vec::new();
        for id in language.order.iter().flat_map(|(_, ids)| ids) {
            match times.get_mut(id.as_str()) {
                Some(times) => *times += 1,
                None => problems.push(format!("there is no place `{id}`")),
            }
        }
        let others = times.iter().filter(|(_, times)| **times != 1);
        problems.extend(others.map(|(id, times)| format!("the place `{id}` stands there {times} times")));
        problems
    }
}

/// The names in braces that a text holds.
fn names(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}
