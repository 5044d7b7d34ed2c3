//! One space of facts and values for two rulebooks, by names.

use deemed_engine::compile::Classes;
use deemed_engine::diagram::Arena;
use deemed_engine::{FactId, Rulebook, ValueId};

use super::pairs::Side;
use crate::prove::count::Space;

/// The most nodes that a comparison may have.
const NODES_MAX: usize = 4_000_000;

/// Values that neither book tells apart, or that only one of them has.
#[derive(Debug, Clone)]
pub struct Class {
    /// The class in the old book; none where it does not know the values.
    pub old: Option<usize>,
    /// The class in the new book.
    pub new: Option<usize>,
    /// The values' names.
    pub values: Vec<String>,
}

impl Class {
    /// The class in one book.
    pub fn of(&self, side: Side) -> Option<usize> {
        match side {
            Side::Old => self.old,
            Side::New => self.new,
        }
    }
}

/// A fact of either book.
#[derive(Debug, Clone)]
pub struct Fact {
    /// Its name.
    pub name: String,
    /// Its values, in classes.
    pub classes: Vec<Class>,
}

/// The merged space, and the diagrams over it.
#[derive(Debug)]
pub struct Merged {
    pub(super) facts: Vec<Fact>,
    /// For each side, the merged level of each of its levels.
    levels: [Vec<u16>; 2],
    space: Space,
    pub(super) widths: Vec<usize>,
    pub(super) arena: Arena,
}

impl Merged {
    /// Merges the facts of two books: the new book's in its order, then what only the old one has.
    pub fn of(old: &Rulebook, new: &Rulebook) -> Self {
        let mut names: Vec<&str> =
            new.book().questions.iter().map(|question| question.fact.as_str()).collect();
        for question in &old.book().questions {
            if !names.contains(&question.fact.as_str()) {
                names.push(&question.fact);
            }
        }
        let facts: Vec<Fact> = names.iter().map(|name| fact(old, new, name)).collect();
        let levels = |book: &Rulebook| {
            let place = |fact: &str| names.iter().position(|name| *name == fact);
            let level = |fact: &str| place(fact).and_then(|at| u16::try_from(at).ok()).unwrap_or(u16::MAX);
            book.book().questions.iter().map(|question| level(&question.fact)).collect()
        };
        let weights = |fact: &Fact| fact.classes.iter().map(|class| class.values.len()).collect();
        Self {
            levels: [levels(old), levels(new)],
            space: Space::new(facts.iter().map(weights).collect()),
            widths: facts.iter().map(|fact| fact.classes.len()).collect(),
            facts,
            arena: Arena::new(NODES_MAX),
        }
    }

    /// The number of values of each class.
    pub fn space(&self) -> &Space {
        &self.space
    }

    /// Holds the diagrams.
    pub fn arena(&self) -> &Arena {
        &self.arena
    }

    /// The merged level of a level of one book.
    pub fn level(&self, side: Side, level: u16) -> Option<u16> {
        let [old, new] = &self.levels;
        match side {
            Side::Old => old.get(usize::from(level)).copied(),
            Side::New => new.get(usize::from(level)).copied(),
        }
    }

    /// A way as values by fact.
    pub fn example(&self, way: &[(u16, usize)]) -> Vec<(String, String)> {
        let name = |(level, class): &(u16, usize)| {
            let fact = self.facts.get(usize::from(*level))?;
            let value = fact.classes.get(*class)?.values.first()?;
            Some((fact.name.clone(), value.clone()))
        };
        way.iter().filter_map(name).collect()
    }
}

fn fact(old: &Rulebook, new: &Rulebook, name: &str) -> Fact {
    let mut fact = Fact { name: name.to_owned(), classes: Vec::new() };
    for book in [new, old] {
        let Some(question) = book.book().question(name) else { continue };
        for choice in &question.choices {
            let in_old = class_of(old, name, &choice.value);
            let in_new = class_of(new, name, &choice.value);
            match fact.classes.iter_mut().find(|class| (class.old, class.new) == (in_old, in_new)) {
                Some(class) if class.values.contains(&choice.value) => {}
                Some(class) => class.values.push(choice.value.clone()),
                None => {
                    let values = vec![choice.value.clone()];
                    fact.classes.push(Class { old: in_old, new: in_new, values });
                }
            }
        }
    }
    fact
}

fn class_of(book: &Rulebook, fact: &str, value: &str) -> Option<usize> {
    let question = book.book().question(fact)?;
    let value: ValueId = question.value(value)?;
    let classes: &Classes = &book.compiled().classes;
    classes.class(FactId(question.id.0), value)
}
