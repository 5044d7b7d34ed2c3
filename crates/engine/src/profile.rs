//! Profiles of institutions: names, contacts, an accent color. A reviewed file for each, never an address.
//!
//! Whoever could set such texts by a link could show a false office under our name. So they stand in
//! files that `deemed-author check` goes over and people review, and an address can only name one of them.

#[cfg(feature = "check")]
mod check;
#[cfg(feature = "check")]
pub mod color;
#[cfg(feature = "check")]
mod format;

use crate::date::Date;
use crate::problem::Problem;
use crate::tree::Tree;

#[cfg(feature = "check")]
pub use check::check;

/// What a result can be for a contact: the kinds of outcomes of laws in force, and `open`.
pub const OCCASIONS: &[&str] =
    &["favorable", "exception", "ask-first", "stop", "unsettled", "not-applicable", "open"];

/// A text in one or more languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Texts(Vec<(String, String)>);

impl Texts {
    /// The text in a language, or else in English, and the language it is in.
    pub fn say(&self, language: &str) -> (&str, &str) {
        let find = |wanted: &str| self.0.iter().find(|(tag, _)| tag == wanted);
        let found = find(language).or_else(|| find("en")).or_else(|| self.0.first());
        found.map_or(("", "en"), |(tag, text)| (text, tag))
    }

    fn read(tree: Option<&Tree>) -> Self {
        let entries = tree.map(Tree::entries).unwrap_or_default().iter();
        Self(
            entries
                .filter_map(|(tag, text)| Some((tag.clone().into_owned(), text.as_text()?.to_owned())))
                .collect(),
        )
    }
}

/// Whom to ask at an institution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Its name in the file.
    pub id: String,
    /// The office.
    pub title: Texts,
    /// Its page.
    pub page: String,
    /// Its mailbox.
    pub email: Option<String>,
    /// What to say there, by kind of outcome.
    pub words: Vec<(String, Texts)>,
}

impl Contact {
    /// What to say there about a result of that kind; nothing where the contact is not for it.
    pub fn words_for(&self, occasion: &str) -> Option<&Texts> {
        self.words.iter().find(|(kind, _)| kind == occasion).map(|(_, texts)| texts)
    }
}

/// A page of the institution that is worth a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signpost {
    /// Its name in the file.
    pub id: String,
    /// What the page is.
    pub title: Texts,
    /// Why to look at it.
    pub says: Texts,
    /// The page.
    pub page: String,
    /// When it was last checked.
    pub checked: Date,
    /// When it may be out of date.
    pub expires: Date,
}

/// What an institution says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// What an address may call it.
    pub id: String,
    /// Its name.
    pub name: Texts,
    /// Whether there is no such institution.
    pub is_invented: bool,
    /// The languages that it wants offered.
    pub languages: Vec<String>,
    /// Its color on light and on dark paper.
    pub accent: Option<(String, String)>,
    /// When the institution confirmed this.
    pub reviewed: Date,
    /// When this may be out of date.
    pub review_by: Date,
    /// Whom to ask.
    pub contacts: Vec<Contact>,
    /// What else to look at.
    pub signposts: Vec<Signpost>,
}

impl Profile {
    /// Reads a profile in which the feature `check` found no problem. Of another one, what does not fit
    /// is left out.
    ///
    /// # Errors
    /// Where it is no JSON.
    pub fn read(file: &str, text: &str) -> Result<Self, Problem> {
        Ok(Self::of(&Tree::parse(file, text)?))
    }

    fn of(tree: &Tree) -> Self {
        let accent = tree.get("accent");
        Self {
            id: tree.text("id").to_owned(),
            name: Texts::read(tree.get("name")),
            is_invented: tree.flag("invented"),
            languages: tree.list("languages").iter().filter_map(Tree::as_text).map(str::to_owned).collect(),
            accent: accent.map(|accent| (accent.text("light").to_owned(), accent.text("dark").to_owned())),
            reviewed: date(tree, "reviewed"),
            review_by: date(tree, "review-by"),
            contacts: tree.list("contacts").iter().map(contact).collect(),
            signposts: tree.list("signposts").iter().map(signpost).collect(),
        }
    }
}

fn date(tree: &Tree, key: &str) -> Date {
    // A profile that was checked has a date; a day long past would only say that it is out of date.
    Date::parse(tree.text(key)).unwrap_or(Date::EPOCH)
}

fn contact(tree: &Tree) -> Contact {
    let words = tree.get("words").map(Tree::entries).unwrap_or_default().iter();
    Contact {
        id: tree.text("id").to_owned(),
        title: Texts::read(tree.get("title")),
        page: tree.text("page").to_owned(),
        email: tree.get("email").and_then(Tree::as_text).map(str::to_owned),
        words: words.map(|(kind, texts)| (kind.clone().into_owned(), Texts::read(Some(texts)))).collect(),
    }
}

fn signpost(tree: &Tree) -> Signpost {
    Signpost {
        id: tree.text("id").to_owned(),
        title: Texts::read(tree.get("title")),
        says: Texts::read(tree.get("says")),
        page: tree.text("page").to_owned(),
        checked: date(tree, "checked"),
        expires: date(tree, "expires"),
    }
}
