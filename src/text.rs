//! The words of the page, in the language that the person chose.

use deemed_engine::Words;
use deemed_engine::date::Date;

/// The texts of one language.
#[derive(Debug)]
struct Locale {
    tag: &'static str,
    /// Key and text, sorted by key.
    page: &'static [(&'static str, &'static str)],
}

impl Locale {
    fn find(&self, key: &str) -> Option<&'static str> {
        let at = self.page.binary_search_by_key(&key, |(known, _)| known).ok()?;
        self.page.get(at).map(|(_, text)| *text)
    }
}

/// English first.
static LOCALES: &[Locale] = include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// A language of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Language(usize);

impl Language {
    /// Every language that the page knows, English first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..LOCALES.len()).map(Self)
    }

    /// The language of that tag, if the page knows it.
    pub fn of(tag: &str) -> Option<Self> {
        Self::all().find(|language| language.tag() == tag)
    }

    /// The language tag, such as `en`.
    pub fn tag(self) -> &'static str {
        LOCALES.get(self.0).map_or("en", |locale| locale.tag)
    }
}

/// Looks texts up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Text {
    language: Language,
}

impl Text {
    /// Texts in a language.
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    /// The page's text under a key; in English where the language lacks it.
    pub fn say(self, key: &'static str) -> &'static str {
        let own = LOCALES.get(self.language.0).and_then(|locale| locale.find(key));
        own.or_else(|| LOCALES.first().and_then(|english| english.find(key))).unwrap_or(key)
    }

    /// The page's text under a key, with each `{name}` replaced.
    pub fn say_with(self, key: &'static str, parts: &[(&str, &str)]) -> String {
        let mut text = self.say(key).to_owned();
        for (name, part) in parts {
            text = text.replace(&format!("{{{name}}}"), part);
        }
        text
    }

    /// A text of the rulebook, and its language where that is not the page's.
    pub fn rule(self, words: &Words) -> (&str, Option<&'static str>) {
        let other = (self.language != Language::default()).then_some("en");
        (&words.english, other)
    }

    /// A day, written out.
    pub fn date(self, date: Date) -> String {
        let month = match date.month() {
            1 => self.say("date.january"),
            2 => self.say("date.february"),
            3 => self.say("date.march"),
            4 => self.say("date.april"),
            5 => self.say("date.may"),
            6 => self.say("date.june"),
            7 => self.say("date.july"),
            8 => self.say("date.august"),
            9 => self.say("date.september"),
            10 => self.say("date.october"),
            11 => self.say("date.november"),
            _ => self.say("date.december"),
        };
        let (year, day) = (date.year().to_string(), date.day().to_string());
        self.say_with("date.form", &[("month", month), ("day", &day), ("year", &year)])
    }
}
