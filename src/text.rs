//! The words of the page, in the language that the person chose.

use std::cell::RefCell;
use std::collections::BTreeSet;

use deemed_engine::Words;
use deemed_engine::date::Date;

pub use crate::language::Language;

thread_local! {
    /// English that was said in place of a missing text, until somebody takes it to mark it.
    static STAND_INS: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// The English that was said in place of missing texts since the last call.
pub fn take_stand_ins() -> BTreeSet<String> {
    STAND_INS.take()
}

/// Whether English was said in place of a missing text since they were taken.
pub fn has_stand_ins() -> bool {
    STAND_INS.with_borrow(|said| !said.is_empty())
}

fn note_stand_in(text: &str) {
    STAND_INS.with_borrow_mut(|said| said.insert(text.to_owned()));
}

fn is_noted(text: &str) -> bool {
    STAND_INS.with_borrow(|said| said.contains(text))
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

    /// The language.
    pub fn language(self) -> Language {
        self.language
    }

    fn find(self, key: &'static str) -> (&'static str, bool) {
        let own = self.language.find_text(key);
        let english = || Language::ENGLISH.find_text(key).unwrap_or(key);
        (own.unwrap_or_else(english), own.is_none())
    }

    /// The page's text under a key; in English where the language lacks it.
    pub fn say(self, key: &'static str) -> &'static str {
        let (text, is_stand_in) = self.find(key);
        if is_stand_in {
            note_stand_in(text);
        }
        text
    }

    /// The page's text under a key, with each `{name}` replaced.
    pub fn say_with(self, key: &'static str, parts: &[(&str, &str)]) -> String {
        let (text, is_stand_in) = self.find(key);
        let mut text = text.to_owned();
        // A text around an English part is marked as a whole.
        let is_stand_in = is_stand_in || parts.iter().any(|(_, part)| is_noted(part));
        for (name, part) in parts {
            text = text.replace(&format!("{{{name}}}"), &self.number(part));
        }
        if is_stand_in {
            note_stand_in(&text);
        }
        text
    }

    /// What stands between two sentences: nothing where signs are as wide as letters.
    pub fn gap(self) -> &'static str {
        if self.say("sign.stop").ends_with(' ') { " " } else { "" }
    }

    /// A text of the rulebook, and its language where that is not the page's.
    pub fn rule(self, words: &Words) -> (&str, Option<&'static str>) {
        if self.language == Language::ENGLISH {
            return (&words.english, None);
        }
        match self.language.find_text(&words.key) {
            Some(text) => (text, None),
            None if words.english.is_empty() => ("", None),
            None => {
                note_stand_in(&words.english);
                (&words.english, Some(Language::ENGLISH.tag()))
            }
        }
    }

    /// A text that is a number, in the language's digits; any other text as it is.
    pub fn number(self, text: &str) -> String {
        match self.language.digits() {
            Some(digits) if !text.is_empty() && text.bytes().all(|letter| letter.is_ascii_digit()) => {
                let digit = |letter: char| {
                    let value = letter.to_digit(10).and_then(|value| usize::try_from(value).ok());
                    value.and_then(|value| digits.chars().nth(value)).unwrap_or(letter)
                };
                text.chars().map(digit).collect()
            }
            _ => text.to_owned(),
        }
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
