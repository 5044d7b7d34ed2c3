//! Profiles of institutions: names, contacts, an accent color. A reviewed file for each, never an address.
//!
//! Whoever could set such texts by a link could show a false office under our name. So they stand in
//! files that `deemed-author check` goes over and people review, and an address can only name one of them.

mod check;
pub mod color;

use crate::date::Date;
use crate::place::Place;
use crate::problem::Problem;
use crate::shape::{Field, Shape, may, must};
use crate::tree::Tree;

pub use check::check;

/// What a result can be for a contact: the kinds of outcomes of laws in force, and `open`.
pub const OCCASIONS: &[&str] =
    &["favorable", "exception", "ask-first", "stop", "unsettled", "not-applicable", "open"];

/// A text by language tag; English is always there.
const TEXTS: Shape = Shape::Map(&Shape::Words);

const PROFILE: &[Field] = &[
    must("id", Shape::Id, "name of the file, and what an address may say after `?for=`"),
    must("name", TEXTS, "name of the institution, by language"),
    may("invented", Shape::Flag, "true for one that does not exist"),
    must("domains", Shape::Some(&Shape::Text), "domains on which its pages and mailboxes are"),
    must("languages", Shape::Some(&Shape::Text), "language tags that it wants offered, the first first"),
    may("accent", Shape::Object(ACCENT), "a color of its own for links and buttons"),
    must("reviewed", Shape::Date, "day on which the institution confirmed this"),
    must("review-by", Shape::Date, "day after which the page says that this may be out of date"),
    must("contacts", Shape::Some(&Shape::Object(CONTACT)), "whom to ask there"),
    may("signposts", Shape::List(&Shape::Object(SIGNPOST)), "its own pages worth a look"),
];
const ACCENT: &[Field] = &[
    must("light", Shape::Text, "#rrggbb on light paper"),
    must("dark", Shape::Text, "#rrggbb on dark paper"),
];
const CONTACT: &[Field] = &[
    must("id", Shape::Id, "name of the contact"),
    must("title", TEXTS, "the office, by language"),
    must("page", Shape::Address, "its page"),
    may("email", Shape::Text, "its mailbox"),
    must("words", Shape::Map(&TEXTS), "what to say there, by kind of outcome and language"),
];
const SIGNPOST: &[Field] = &[
    must("id", Shape::Id, "name of the signpost"),
    must("title", TEXTS, "what the page is, by language"),
    must("says", TEXTS, "why to look at it, by language"),
    must("page", Shape::Address, "the page"),
    must("checked", Shape::Date, "day on which it was last checked"),
    must("expires", Shape::Date, "day after which it says that it may be out of date"),
];

/// The shape of a profile's file.
pub const SHAPE: Shape = Shape::Object(PROFILE);

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
        Self(entries.filter_map(|(tag, text)| Some((tag.clone(), text.as_text()?.to_owned()))).collect())
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
    /// Reads a profile. Only its shape is looked at; [`check()`] looks at everything.
    ///
    /// # Errors
    /// Everything that is not of the shape.
    pub fn read(file: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let tree = Tree::parse(file, text).map_err(|problem| vec![problem])?;
        let mut problems = Vec::new();
        SHAPE.check(&tree, file, &Place::Top, &mut problems);
        if problems.is_empty() { Ok(Self::of(&tree)) } else { Err(problems) }
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
    // The shape holds, so there is a date; a day long past would only say that it is out of date.
    Date::parse(tree.text(key)).unwrap_or(Date::EPOCH)
}

fn contact(tree: &Tree) -> Contact {
    let words = tree.get("words").map(Tree::entries).unwrap_or_default().iter();
    Contact {
        id: tree.text("id").to_owned(),
        title: Texts::read(tree.get("title")),
        page: tree.text("page").to_owned(),
        email: tree.get("email").and_then(Tree::as_text).map(str::to_owned),
        words: words.map(|(kind, texts)| (kind.clone(), Texts::read(Some(texts)))).collect(),
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
