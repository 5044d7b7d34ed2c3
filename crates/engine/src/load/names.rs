//! Every name that the files define, gathered before anything is linked.

use std::collections::{BTreeMap, BTreeSet};

use crate::kind::Kind;
use crate::tree::Tree;

/// The names defined by the files. Broken files contribute what can be read of them,
/// so that one slip does not make every reference to the file look wrong.
#[derive(Debug, Default)]
pub struct Names {
    /// Facts in asking order, with their values in order.
    pub facts: Vec<(String, Vec<String>)>,
    /// Place codes.
    pub places: Vec<String>,
    /// Groups, with the positions in `places` of those in them.
    pub groups: BTreeMap<String, Vec<usize>>,
    /// Concepts, each after those that it refers to; those in a cycle are left out.
    pub concepts: Vec<String>,
    /// Places in `facts` and `concepts` by name, each a list of one: the type that `groups` has, so that
    /// the browser's program carries one kind of map.
    places_of: BTreeMap<String, Vec<usize>>,
    /// Concepts that refer to themselves, directly or through others.
    pub concepts_in_cycle: Vec<String>,
    /// Sources.
    pub sources: BTreeSet<String>,
    /// Sections.
    pub sections: BTreeSet<String>,
    /// Check cards.
    pub checks: BTreeSet<String>,
}

impl Names {
    /// Gathers the names.
    pub fn collect(trees: &BTreeMap<String, Tree>) -> Self {
        let mut names = Self::default();
        let places = trees.get("places.json").map(|tree| tree.list("places")).unwrap_or_default();
        for (at, place) in places.iter().enumerate() {
            names.places.push(place.text("id").to_owned());
            for group in place.list("groups").iter().filter_map(Tree::as_text) {
                names.groups.entry(group.to_owned()).or_default().push(at);
            }
        }
        let rulebook = trees.get("rulebook.json");
        names.sections = ids(rulebook.map(|tree| tree.list("sections")).unwrap_or_default());
        let asked = rulebook.map(|tree| tree.list("questions")).unwrap_or_default();
        for fact in asked.iter().filter_map(Tree::as_text) {
            let values = match trees.get(&format!("questions/{fact}.json")) {
                Some(question) if question.flag("places") => names.places.clone(),
                Some(question) => {
                    question.list("choices").iter().map(|choice| choice.text("value").to_owned()).collect()
                }
                None => Vec::new(),
            };
            names.facts.push((fact.to_owned(), values));
        }
        for path in trees.keys() {
            let stem = stem(path).to_owned();
            match Kind::of(path) {
                Some(Kind::Source) => drop(names.sources.insert(stem)),
                Some(Kind::Card) if path.starts_with("cards/checks/") => drop(names.checks.insert(stem)),
                _ => {}
            }
        }
        names.order_concepts(trees);
        let facts = names.facts.iter().enumerate().map(|(at, (fact, _))| (format!("fact {fact}"), at));
        let concepts = names.concepts.iter().enumerate().map(|(at, id)| (format!("concept {id}"), at));
        for (name, at) in facts.chain(concepts) {
            names.places_of.entry(name).or_default().push(at);
        }
        names
    }

    /// The place of a fact in asking order.
    pub fn fact(&self, fact: &str) -> Option<usize> {
        self.place_of("fact", fact)
    }

    /// The values of a fact.
    pub fn values(&self, fact: &str) -> &[String] {
        let found = self.fact(fact).and_then(|at| self.facts.get(at));
        found.map(|(_, values)| values.as_slice()).unwrap_or_default()
    }

    /// The place of a concept, after those that it refers to.
    pub fn concept(&self, id: &str) -> Option<usize> {
        self.place_of("concept", id)
    }

    fn place_of(&self, what: &str, name: &str) -> Option<usize> {
        self.places_of.get(&format!("{what} {name}")).and_then(|places| places.first()).copied()
    }

    fn order_concepts(&mut self, trees: &BTreeMap<String, Tree>) {
        let mut waiting: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (path, tree) in trees {
            if Kind::of(path) == Some(Kind::Concept) {
                let mut uses = BTreeSet::new();
                if let Some(when) = tree.get("when") {
                    concepts_in(when, &mut uses);
                }
                waiting.insert(stem(path).to_owned(), uses);
            }
        }
        loop {
            let ready: Vec<String> = waiting
                .iter()
                .filter(|(_, uses)| !uses.iter().any(|used| waiting.contains_key(used)))
                .map(|(id, _)| id.clone())
                .collect();
            if ready.is_empty() {
                break;
            }
            for id in ready {
                waiting.remove(&id);
                self.concepts.push(id);
            }
        }
        self.concepts_in_cycle = waiting.into_keys().collect();
    }
}

/// The file's name without folder and ending.
pub fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".json").unwrap_or(name)
}

/// The ids of a list of objects.
pub fn ids(list: &[Tree]) -> BTreeSet<String> {
    // Collecting would sort first, by a sort of the library; see `order`.
    let mut ids = BTreeSet::new();
    for element in list {
        ids.insert(element.text("id").to_owned());
    }
    ids
}

fn concepts_in(when: &Tree, found: &mut BTreeSet<String>) {
    for (key, value) in when.entries() {
        match key.as_ref() {
            "concept" => drop(value.as_text().map(|id| found.insert(id.to_owned()))),
            "not" => concepts_in(value, found),
            "all" | "any" => value.elements().iter().for_each(|part| concepts_in(part, found)),
            _ => {}
        }
    }
}
