//! The translations as files: what they cover, what is stale, and what the page gets of them.
//!
//! English stands beside the rules and in `locales/en/page.json`. A translation names the English that
//! it translates by its digest, so that a change of the English can never leave a wrong translation in view.

mod english;
mod findings;
mod glossary;
mod language;
mod pseudo;
mod punctuation;
mod read;
mod template;
mod translation;
mod words;

use std::path::Path;

use sha2::{Digest, Sha256};

pub use english::English;
pub use findings::{Coverage, Finding, Kind};
pub use glossary::Glossary;
pub use language::{About, Direction};
pub use pseudo::{Pseudo, pseudo};
pub use template::template;
pub use translation::{Entry, Order, Translation};
pub use words::{is_for_template, words};

/// How many digits of the digest stand beside a translation.
const DIGITS: usize = 12;

/// Every language with its texts, English apart.
#[derive(Debug, Clone, Default)]
pub struct Locales {
    /// The texts that are translated.
    pub english: English,
    /// The other languages, in the order of the rulebook; those it does not name come last.
    pub languages: Vec<Translation>,
    /// Wrong forms by language.
    pub glossary: Glossary,
}

impl Locales {
    /// Reads the English texts of a rulebook's folder and all languages of a folder of translations.
    ///
    /// # Errors
    /// Every file that cannot be read or is not in the form of `docs/locales.md`, one line each.
    pub fn read(rulebook: &Path, locales: &Path) -> Result<Self, Vec<String>> {
        let mut problems = Vec::new();
        let english = English::read(rulebook, locales, &mut problems);
        let glossary = Glossary::read(locales, &mut problems);
        let mut languages = Vec::new();
        for tag in read::folders(locales, &mut problems) {
            if tag != "en" {
                languages.extend(Translation::read(locales, &tag, &mut problems));
            }
        }
        let rank = |tag: &str| english.languages.iter().position(|known| known == tag).unwrap_or(usize::MAX);
        languages.sort_by_key(|language| (rank(&language.about.tag), language.about.tag.clone()));
        if problems.is_empty() { Ok(Self { english, languages, glossary }) } else { Err(problems) }
    }

    /// The language of that tag.
    pub fn language(&self, tag: &str) -> Option<&Translation> {
        self.languages.iter().find(|language| language.about.tag == tag)
    }
}

/// The beginning of the SHA-256 of a text, as translations name their English.
pub fn digest(text: &str) -> String {
    let bytes = Sha256::digest(text.as_bytes());
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.take(DIGITS).filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
}

#[cfg(test)]
mod tests {
    use super::digest;

    #[test]
    fn digests_are_the_published_ones() {
        assert_eq!(digest("abc"), "ba7816bf8f01");
    }
}
