//! Turns checked trees into the model. Nothing can fail here: whatever could was refused before.

mod condition;
mod law;

use std::collections::BTreeMap;

use crate::date::Date;
use crate::kind::Kind;
use crate::model::{
    About, Authority, Book, Card, Certainty, Choice, Citation, Code, Concept, FactId, Group, Nature, Place,
    Question, Section, Source, ValueId, Words,
};
use crate::order;
use crate::tree::Tree;

use super::names::Names;
use condition::condition;
use law::law;

/// The best certainty that a source file allows.
#[cfg(feature = "check")]
pub fn certainty_best(tree: &Tree) -> Certainty {
    source("", tree).certainty_best()
}

/// The whole book.
pub fn book(trees: &BTreeMap<String, Tree>, names: &Names) -> Book {
    let empty = Tree::Null;
    let root = trees.get("rulebook.json").unwrap_or(&empty);
    let places = trees.get("places.json").unwrap_or(&empty);
    let codes = trees.get("codes.json").unwrap_or(&empty);
    let of_kind = |kind: Kind| trees.iter().filter(move |(path, _)| Kind::of(path) == Some(kind));
    let sections = At::new("rulebook.json", root).each("sections").map(|at| section(&at)).collect();
    let groups = At::new("places.json", places).each("groups").map(|at| group(&at)).collect();
    let places: Vec<Place> = At::new("places.json", places).each("places").map(|at| place(&at)).collect();
    let questions = names.facts.iter().enumerate().map(|(at, (fact, _))| {
        let path = format!("questions/{fact}.json");
        question(index(at), &At::new(&path, trees.get(&path).unwrap_or(&empty)), &places)
    });
    let mut cards: Vec<Card> = of_kind(Kind::Card).map(|(path, tree)| card(&At::new(path, tree))).collect();
    // Files come in the order of their paths, so cards of equal order keep that of their names.
    order::sort_by_key(&mut cards, |card| card.order);
    let mut sources = BTreeMap::new();
    for (path, tree) in of_kind(Kind::Source) {
        sources.insert(tree.text("id").to_owned(), source(path, tree));
    }
    Book {
        id: root.text("id").to_owned(),
        version: root.text("version").to_owned(),
        reviewed: date(root, "reviewed"),
        review_by: date(root, "review-by"),
        languages: texts(root.list("languages")),
        sections,
        questions: questions.collect(),
        groups,
        codes: At::new("codes.json", codes).each("codes").map(|at| code(&at, names)).collect(),
        concepts: names
            .concepts
            .iter()
            .map(|id| {
                let path = format!("concepts/{id}.json");
                concept(&At::new(&path, trees.get(&path).unwrap_or(&empty)), names)
            })
            .collect(),
        sources,
        laws: texts(root.list("laws")).iter().map(|id| law(id, trees, names)).collect(),
        cards,
        places,
    }
}

/// A place inside a file, for building and for translation keys.
pub struct At<'a> {
    key: String,
    tree: &'a Tree,
}

impl<'a> At<'a> {
    /// The whole file.
    pub fn new(path: &str, tree: &'a Tree) -> Self {
        Self { key: format!("{}#", path.strip_suffix(".json").unwrap_or(path)), tree }
    }

    fn below(&self, name: &str, tree: &'a Tree) -> Self {
        Self { key: self.key_below(name), tree }
    }

    fn key_below(&self, name: &str) -> String {
        // Written without format, since a rulebook has thousands of keys.
        let mut key = String::with_capacity(self.key.len() + 1 + name.len());
        key.push_str(&self.key);
        if !key.ends_with('#') {
            key.push('/');
        }
        key.push_str(name);
        key
    }

    fn words(&self, name: &str) -> Words {
        self.words_maybe(name).unwrap_or_default()
    }

    fn words_maybe(&self, name: &str) -> Option<Words> {
        let Tree::Text(english) = self.tree.get(name)? else { return None };
        Some(Words { key: self.key_below(name), english: english.clone() })
    }

    fn words_list(&self, name: &str) -> Vec<Words> {
        let list = self.below(name, self.tree);
        let words = |(at, tree): (usize, &Tree)| {
            let Tree::Text(english) = tree else { return None };
            Some(Words { key: list.key_below(&at.to_string()), english: english.clone() })
        };
        self.tree.list(name).iter().enumerate().filter_map(words).collect()
    }

    fn each(&self, name: &str) -> impl Iterator<Item = At<'a>> {
        let list = self.below(name, self.tree);
        self.tree
            .list(name)
            .iter()
            .enumerate()
            .map(move |(at, element)| list.below(&element_name(element, at), element))
    }

    fn at(&self, name: &str) -> At<'a> {
        self.below(name, self.tree.get(name).unwrap_or(&Tree::Null))
    }
}

/// How a list element is named in a translation key.
pub fn element_name(element: &Tree, at: usize) -> String {
    ["id", "value", "pattern"]
        .iter()
        .find_map(|key| element.get(key).and_then(Tree::as_text))
        .map_or_else(|| at.to_string(), str::to_owned)
}

fn index(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

fn texts(list: &[Tree]) -> Vec<String> {
    list.iter().filter_map(Tree::as_text).map(str::to_owned).collect()
}

fn date(tree: &Tree, key: &str) -> Date {
    date_maybe(tree, key).unwrap_or(Date::EPOCH)
}

fn date_maybe(tree: &Tree, key: &str) -> Option<Date> {
    Date::parse(tree.text(key))
}

fn cites(tree: &Tree) -> Vec<Citation> {
    let cite =
        |cite: &Tree| Citation { source: cite.text("source").to_owned(), at: cite.text("at").to_owned() };
    tree.list("cites").iter().map(cite).collect()
}

fn section(at: &At) -> Section {
    Section { id: at.tree.text("id").to_owned(), title: at.words("title"), reason: at.words("reason") }
}

fn group(at: &At) -> Group {
    Group { id: at.tree.text("id").to_owned(), title: at.words("title"), cites: cites(at.tree) }
}

fn place(at: &At) -> Place {
    Place {
        id: at.tree.text("id").to_owned(),
        name: at.words("name"),
        groups: texts(at.tree.list("groups")),
        note: at.words_maybe("note"),
    }
}

fn code(at: &At, names: &Names) -> Code {
    let class = names.values("classification").iter().position(|value| value == at.tree.text("class"));
    Code {
        pattern: at.tree.text("pattern").to_owned(),
        class: ValueId(index(class.unwrap_or_default())),
        because: at.words("because"),
        cites: cites(at.tree),
    }
}

fn question(id: u16, at: &At, places: &[Place]) -> Question {
    let tree = at.tree;
    let law = at.at("law-says");
    let unknown = at.at("unknown");
    let is_places = tree.flag("places");
    let choice = |at: At| Choice {
        value: at.tree.text("value").to_owned(),
        label: at.words("label"),
        means: at.words("means"),
        example: at.words_maybe("example"),
    };
    let of_place = |place: &Place| Choice {
        value: place.id.clone(),
        label: place.name.clone(),
        means: place.note.clone().unwrap_or_default(),
        example: None,
    };
    Question {
        id: FactId(id),
        fact: tree.text("fact").to_owned(),
        section: tree.text("section").to_owned(),
        about: if tree.text("about") == "person" { About::Person } else { About::Item },
        nature: match tree.text("nature") {
            "changeable" => Nature::Changeable,
            "discoverable" => Nature::Discoverable,
            _ => Nature::Fixed,
        },
        heading: at.words("heading"),
        hint: at.words_maybe("hint"),
        why: at.words("why"),
        sensitive: at.words_maybe("sensitive"),
        law_says: law.words("text"),
        law_cites: cites(law.tree),
        who_knows: at.words("who-knows"),
        ask_words: at.words("ask-words"),
        unknown_label: unknown.words("label"),
        unknown_means: unknown.words("means"),
        choices: if is_places {
            places.iter().map(of_place).collect()
        } else {
            at.each("choices").map(choice).collect()
        },
        is_places,
        has_codes: tree.flag("codes"),
    }
}

fn concept(at: &At, names: &Names) -> Concept {
    Concept {
        id: at.tree.text("id").to_owned(),
        title: at.words("title"),
        says: at.words("says"),
        when: condition(at.tree.get("when").unwrap_or(&Tree::Null), names),
        certainty: Certainty::parse(at.tree.text("certainty")),
        because: at.words("because"),
        cites: cites(at.tree),
    }
}

fn source(path: &str, tree: &Tree) -> Source {
    let at = At::new(path, tree);
    Source {
        id: tree.text("id").to_owned(),
        title: at.words("title"),
        authority: match tree.text("authority") {
            "statute" => Authority::Statute,
            "regulation" => Authority::Regulation,
            "bill" => Authority::Bill,
            "form" => Authority::Form,
            "guidance" => Authority::Guidance,
            "report" => Authority::Report,
            _ => Authority::Secondary,
        },
        was_read: tree.text("evidence") == "read",
        citation: tree.text("citation").to_owned(),
        official: tree.text("official").to_owned(),
        dated: tree.get("dated").and_then(Tree::as_text).map(str::to_owned),
        text_date: date_maybe(tree, "text-date"),
        checked: date(tree, "checked"),
        note: at.words_maybe("note"),
    }
}

fn card(at: &At) -> Card {
    let tree = at.tree;
    Card {
        id: tree.text("id").to_owned(),
        deck: tree.text("deck").to_owned(),
        order: if let Some(Tree::Number(number)) = tree.get("order") {
            u32::try_from(*number).unwrap_or(u32::MAX)
        } else {
            0
        },
        title: at.words("title"),
        claimed: at.words_maybe("claimed"),
        says: at.words_list("says"),
        date: date_maybe(tree, "date"),
        date_words: at.words_maybe("date-words"),
        checked: date(tree, "checked"),
        expires: date_maybe(tree, "expires"),
        cites: cites(tree),
    }
}
