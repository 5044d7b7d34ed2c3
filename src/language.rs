//! The languages of the page. English is built in; the words of the others come as files.

use std::cell::RefCell;
use std::sync::OnceLock;

use deemed_engine::tree::Piece;
use deemed_engine::{Tree, order};

/// What is known of a language at build time, and its words once they came.
#[derive(Debug)]
struct Locale {
    tag: &'static str,
    name: &'static str,
    direction: &'static str,
    digits: Option<&'static str>,
    is_reviewed: bool,
    reviewer: Option<&'static str>,
    date: &'static str,
    /// Its words; none where they did not come.
    catalog: OnceLock<Option<Catalog>>,
}

/// The words of a language.
#[derive(Debug, Default)]
struct Catalog {
    /// Key and text, sorted by key.
    words: Vec<(Piece, Piece)>,
    /// Places in the language's order, under headings.
    places: Vec<(String, Vec<String>)>,
}

// The English texts by key, and the languages, English first.
include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// Whether the words of a language are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// They are on their way.
    Coming,
    /// They are there.
    Ready,
    /// They did not come and will not: the page asks for nothing any more.
    Unavailable,
}

/// A language of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Language(usize);

impl Language {
    /// English, in which everything is there.
    pub const ENGLISH: Self = Self(0);

    /// Every language that the page knows, English first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..LOCALES.len()).map(Self)
    }

    /// The language of that tag.
    pub fn find(tag: &str) -> Option<Self> {
        Self::all().find(|language| language.tag() == tag)
    }

    fn locale(self) -> Option<&'static Locale> {
        LOCALES.get(self.0)
    }

    fn catalog(self) -> Option<&'static Catalog> {
        self.locale()?.catalog.get()?.as_ref()
    }

    /// The language tag, such as `en`.
    pub fn tag(self) -> &'static str {
        self.locale().map_or("en", |locale| locale.tag)
    }

    /// Its name in itself.
    pub fn name(self) -> &'static str {
        self.locale().map_or("", |locale| locale.name)
    }

    /// Which way it is written, as the `dir` attribute has it.
    pub fn direction(self) -> &'static str {
        self.locale().map_or("ltr", |locale| locale.direction)
    }

    /// Its ten digits, where they are not 0 to 9.
    pub fn digits(self) -> Option<&'static str> {
        self.locale()?.digits
    }

    /// Whether a person has reviewed all of it, and who.
    pub fn reviewer(self) -> Option<&'static str> {
        self.locale().filter(|locale| locale.is_reviewed)?.reviewer
    }

    /// The day of the last work on its words, as `YYYY-MM-DD`.
    pub fn date(self) -> &'static str {
        self.locale().map_or("", |locale| locale.date)
    }

    /// Whether its words are there.
    pub fn state(self) -> State {
        if self == Self::ENGLISH {
            return State::Ready;
        }
        match self.locale().and_then(|locale| locale.catalog.get()) {
            None => State::Coming,
            Some(Some(_)) => State::Ready,
            Some(None) => State::Unavailable,
        }
    }

    /// The language to speak while this one's words may still be on their way.
    #[must_use]
    pub fn or_english(self) -> Self {
        match self.state() {
            State::Ready => self,
            State::Coming | State::Unavailable => Self::ENGLISH,
        }
    }

    /// Its text under a key.
    pub fn find_text(self, key: &str) -> Option<&'static str> {
        if self == Self::ENGLISH {
            let at = ENGLISH.binary_search_by_key(&key, |(known, _)| known).ok()?;
            return ENGLISH.get(at).map(|(_, text)| *text);
        }
        let words = &self.catalog()?.words;
        let at = words.binary_search_by(|(known, _)| known.as_ref().cmp(key)).ok()?;
        words.get(at).map(|(_, text)| text.as_ref())
    }

    /// Ids of places in the order in which people of the language look for them, under headings.
    pub fn places(self) -> &'static [(String, Vec<String>)] {
        self.catalog().map(|catalog| catalog.places.as_slice()).unwrap_or_default()
    }
}

/// Takes the words of a language, from the file that the build made. What cannot be read counts as not
/// there. Words that are there already stay.
///
/// A language stays as long as the page, so its words are pieces of the file, which is kept as it came.
pub fn learn(tag: &str, file: impl Into<Box<str>>) {
    let file: &'static str = Box::leak(file.into());
    let catalog = Tree::parse_built_in(tag, file).ok().map(Catalog::of);
    settle(tag, catalog.filter(|catalog| !catalog.words.is_empty()));
}

/// Notes that the words of a language will not come.
pub fn give_up(tag: &str) {
    settle(tag, None);
}

fn settle(tag: &str, catalog: Option<Catalog>) {
    if let Some(locale) = Language::find(tag).and_then(Language::locale) {
        locale.catalog.set(catalog).ok();
        LISTENER.with_borrow(|listener| listener.iter().for_each(|call| call()));
    }
}

type Listener = Box<dyn Fn()>;

thread_local! {
    static LISTENER: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Calls back whenever a language came or failed to come.
pub fn on_change(call: impl Fn() + 'static) {
    LISTENER.set(Some(Box::new(call)));
}

impl Catalog {
    /// Takes the file apart, so that its texts are not copied.
    fn of(tree: Tree) -> Self {
        let (mut words, mut places) = (Vec::new(), Vec::new());
        let Tree::Object(parts) = tree else { return Self::default() };
        for (part, tree) in parts {
            let Tree::Object(entries) = tree else { continue };
            for (key, value) in entries {
                match (part.as_ref(), value) {
                    ("words", Tree::Text(text)) => words.push((key, text)),
                    ("places", Tree::List(ids)) => {
                        let ids = ids.iter().filter_map(Tree::as_text).map(str::to_owned).collect();
                        places.push((key.into_owned(), ids));
                    }
                    _ => {}
                }
            }
        }
        // The build wrote them sorted, which this sort sees in one look.
        order::sort(&mut words);
        Self { words, places }
    }
}
