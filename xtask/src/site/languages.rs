//! The languages of the site: a page in each, and a file with the words of each but English.

use std::path::Path;

use deemed_locales::{Direction, Locales, Translation, words};
use serde_json::json;

use crate::run::Outcome;
use crate::site::asset::Asset;
use crate::site::page::{Words, escape, fill};
use crate::site::plain::plain;
use crate::site::views::Views;

/// A language of the site.
#[derive(Debug)]
pub struct Language {
    /// The tag.
    pub tag: String,
    /// Its name in itself.
    pub name: String,
    /// Which way it is written.
    pub direction: Direction,
    /// Its words; English is built into the program.
    pub words: Option<Asset>,
    /// Texts of the static pages; English where the language lacks one.
    texts: Words,
    /// Whether it has a page of its own: its title is translated.
    pub has_page: bool,
}

impl Language {
    fn english(texts: &Words) -> Self {
        Self {
            tag: "en".into(),
            name: "English".into(),
            direction: Direction::LeftToRight,
            words: None,
            texts: texts.clone(),
            has_page: true,
        }
    }

    fn of(locales: &Locales, language: &Translation, english: &Words) -> Self {
        let mut texts = english.clone();
        let mut has_page = false;
        for entry in language.entries.iter().filter(|entry| locales.is_fresh(entry)) {
            // Keys of the page's own texts stand without their file's name, those of rules as they are.
            let key = entry.key.strip_prefix("page#").unwrap_or(&entry.key);
            has_page |= key == "site.title";
            texts.insert(key.to_owned(), entry.text.clone());
        }
        Self {
            tag: language.about.tag.clone(),
            name: language.about.name.clone(),
            direction: language.about.direction,
            words: Some(Asset::new(
                &format!("words-{}", language.about.tag),
                "json",
                words(locales, language).into_bytes(),
            )),
            texts,
            has_page,
        }
    }

    /// The folder of its page below the site's, with a slash behind; empty for English.
    pub fn folder(&self) -> String {
        if self.words.is_none() { String::new() } else { format!("{}/", self.tag.to_lowercase()) }
    }

    /// A text of the static pages.
    pub fn text(&self, key: &str) -> &str {
        self.texts.get(key).map_or("", String::as_str)
    }

    fn attributes(&self) -> String {
        format!("lang=\"{}\" dir=\"{}\"", escape(&self.tag), self.direction.word())
    }
}

/// Every language that the rulebook names, English first.
///
/// # Errors
/// Every file of a language that is not in order.
pub fn languages(root: &Path, english: &Words) -> Outcome<Vec<Language>> {
    let locales = Locales::read(&root.join("rulebook"), &root.join("locales"))
        .map_err(|problems| problems.join("\n"))?;
    let named = |language: &&Translation| locales.english.languages.contains(&language.about.tag);
    let others =
        locales.languages.iter().filter(named).map(|language| Language::of(&locales, language, english));
    Ok(std::iter::once(Language::english(english)).chain(others).collect())
}

/// What the script that runs first is told: tag, address and digest of each file of words.
pub fn list(languages: &[Language], base: &str) -> String {
    let entry = |language: &Language| {
        let words = language.words.as_ref()?;
        Some(json!([language.tag, format!("{base}{}", words.name), words.integrity]))
    };
    languages.iter().filter_map(entry).collect::<serde_json::Value>().to_string()
}

/// What stands in every page of a site.
#[derive(Debug, Clone, Copy)]
pub struct Common<'a> {
    /// The repository.
    pub root: &'a Path,
    /// All languages that have a page beside this one.
    pub all: &'a [Language],
    /// Names that stand for the same in all languages.
    pub facts: &'a Words,
    /// The path of the site.
    pub base: &'a str,
    /// The address of the site.
    pub site: &'a str,
    /// What is seen before the program runs.
    pub views: &'a Views,
}

/// The page of a language.
///
/// # Errors
/// When the template has a name that nobody knows, or a rule file cannot be read.
pub fn page(template: &str, language: &Language, common: &Common) -> Outcome<String> {
    let mut words = language.texts.clone();
    words.extend(common.facts.clone());
    words.insert("plain".into(), plain(common.root, &words)?);
    words.insert("lang".into(), language.tag.clone());
    words.insert("dir".into(), language.direction.word().into());
    words.insert("alternates".into(), alternates(common.all, common.site));
    common.views.add(language, common.all, common.base, &mut words);
    words.insert("missing".into(), missing(common.all, common.base));
    fill(template, &words)
}

/// The languages that have a page.
pub fn with_page(all: &[Language]) -> impl Iterator<Item = &Language> {
    all.iter().filter(|language| language.has_page)
}

/// For search engines, which want whole addresses: the same page in other languages.
fn alternates(all: &[Language], site: &str) -> String {
    let link = |tag: &str, folder: &str| {
        format!(
            "<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\">\n",
            escape(tag),
            escape(&format!("{site}{folder}"))
        )
    };
    if all.is_empty() {
        return String::new();
    }
    with_page(all).map(|one| link(&one.tag, &one.folder())).collect::<String>()
        + link("x-default", "").trim_end()
}

/// What the page for addresses that lead nowhere says, in every language, each with a link to its page.
fn missing(all: &[Language], base: &str) -> String {
    let part = |one: &Language| {
        let text = |key: &str| escape(one.texts.get(key).map_or("", String::as_str));
        let address = escape(&format!("{base}{}", one.folder()));
        let level = if one.words.is_none() { "h1" } else { "h2" };
        format!(
            "<section {}>\n<{level}>{}</{level}>\n<p><a href=\"{address}\">{}</a></p>\n</section>\n",
            one.attributes(),
            text("site.missing"),
            text("site.title"),
        )
    };
    with_page(all).map(part).collect()
}
