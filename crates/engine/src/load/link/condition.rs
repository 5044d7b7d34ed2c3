//! The names in conditions.

use super::Linker;
use crate::place::below;
use crate::problem::Problem;
use crate::tree::Tree;

impl Linker<'_> {
    pub(super) fn condition(&mut self, path: &str, pointer: &str, when: &Tree) {
        for (key, value) in when.entries() {
            let place = below(pointer, key);
            match key.as_ref() {
                "fact" => self.fact(path, &place, when, pointer),
                "place" => self.place(path, &place, when, pointer),
                "concept" => {
                    let id = value.as_text().unwrap_or_default();
                    let known = self.names.concepts.iter().chain(&self.names.concepts_in_cycle);
                    if !self.trees.contains_key(&format!("concepts/{id}.json")) {
                        self.problems.push(Problem::unknown_word(
                            path,
                            &place,
                            "concept",
                            id,
                            known.map(String::as_str),
                        ));
                    }
                }
                "not" => self.condition(path, &place, value),
                "all" | "any" => {
                    for (number, part) in value.elements().iter().enumerate() {
                        self.condition(path, &below(&place, &number.to_string()), part);
                    }
                }
                _ => {}
            }
        }
    }

    fn fact(&mut self, path: &str, place: &str, when: &Tree, pointer: &str) {
        let fact = when.text("fact");
        if self.names.fact(fact).is_none() {
            let known = self.names.facts.iter().map(|(name, _)| name.as_str());
            self.problems.push(Problem::unknown_word(path, place, "fact", fact, known));
            return;
        }
        for (number, value) in when.list("in").iter().filter_map(Tree::as_text).enumerate() {
            self.value(path, &format!("{pointer}/in/{number}"), fact, value);
        }
    }

    pub(super) fn value(&mut self, path: &str, pointer: &str, fact: &str, value: &str) {
        let known = self.names.values(fact);
        if !known.iter().any(|name| name == value) {
            let what = format!("value of `{fact}`");
            self.problems.push(Problem::unknown_word(
                path,
                pointer,
                &what,
                value,
                known.iter().map(String::as_str),
            ));
        }
    }

    fn place(&mut self, path: &str, place: &str, when: &Tree, pointer: &str) {
        let fact = when.text("place");
        let question = self.trees.get(&format!("questions/{fact}.json"));
        if !question.is_some_and(|question| question.flag("places")) {
            self.push(path, place, format!("`{fact}` is not a fact whose values are places"));
            return;
        }
        for (number, code) in when.list("in").iter().filter_map(Tree::as_text).enumerate() {
            self.value(path, &format!("{pointer}/in/{number}"), fact, code);
        }
        for (number, group) in when.list("in-group").iter().filter_map(Tree::as_text).enumerate() {
            if !self.names.groups.contains_key(group) {
                let known = self.names.groups.keys().map(String::as_str);
                self.problems.push(Problem::unknown_word(
                    path,
                    &format!("{pointer}/in-group/{number}"),
                    "group",
                    group,
                    known,
                ));
            }
        }
    }
}
