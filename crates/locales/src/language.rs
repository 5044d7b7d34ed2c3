//! What `language.json` says about a language.

use deemed_engine::Tree;
use deemed_engine::date::Date;

/// Which way a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// From left to right.
    #[default]
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Direction {
    /// As the `dir` attribute has it.
    pub fn word(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// What `language.json` says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// The tag, such as `zh-Hans`.
    pub tag: String,
    /// Its name in itself.
    pub name: String,
    /// Its name in English.
    pub english_name: String,
    /// Which way it is written.
    pub direction: Direction,
    /// Whether a person who knows the law and the language has read all of it.
    pub is_reviewed: bool,
    /// Who that was.
    pub reviewer: Option<String>,
    /// The day of the last work on it, as `YYYY-MM-DD`.
    pub date: String,
    /// Whether every text must be there and fresh.
    pub is_complete: bool,
    /// The ten digits, where they are not 0 to 9.
    pub digits: Option<String>,
}

const KEYS: [&str; 9] =
    ["tag", "name", "english-name", "direction", "status", "reviewer", "date", "complete", "digits"];

impl About {
    /// Reads it, and adds what is wrong with it.
    pub fn of(tag: &str, tree: &Tree, problems: &mut Vec<String>) -> Self {
        let mut wrong = |what: &str| problems.push(format!("locales/{tag}/language.json: {what}"));
        for (key, _) in tree.entries() {
            if !KEYS.contains(&key.as_ref()) {
                wrong(&format!("unknown key `{key}`"));
            }
        }
        if tree.text("tag") != tag {
            wrong("`tag` is not the folder's name");
        }
        if tree.text("name").is_empty() || tree.text("english-name").is_empty() {
            wrong("`name` or `english-name` is missing");
        }
        if Date::parse(tree.text("date")).is_none() {
            wrong("`date` is no date as YYYY-MM-DD");
        }
        let direction = match tree.text("direction") {
            "rtl" => Direction::RightToLeft,
            "ltr" => Direction::LeftToRight,
            _ => {
                wrong("`direction` is neither `ltr` nor `rtl`");
                Direction::LeftToRight
            }
        };
        let is_reviewed = tree.text("status") == "reviewed";
        if !is_reviewed && tree.text("status") != "machine-assisted" {
            wrong("`status` is neither `machine-assisted` nor `reviewed`");
        }
        let reviewer = tree.get("reviewer").and_then(Tree::as_text).map(str::to_owned);
        if is_reviewed != reviewer.is_some() {
            wrong("a reviewed language, and only it, names its reviewer");
        }
        let digits = tree.get("digits").and_then(Tree::as_text).map(str::to_owned);
        if digits.as_ref().is_some_and(|digits| digits.chars().count() != 10) {
            wrong("`digits` is not ten letters");
        }
        Self {
            tag: tag.to_owned(),
            name: tree.text("name").to_owned(),
            english_name: tree.text("english-name").to_owned(),
            direction,
            is_reviewed,
            reviewer,
            date: tree.text("date").to_owned(),
            is_complete: tree.flag("complete"),
            digits,
        }
    }
}
