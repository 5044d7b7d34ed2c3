//! Every small slip that a hand could make in the steps, doubts and concepts of a rulebook.

use deemed_engine::formats::Kind;
use deemed_engine::shape::below;
use serde_json::Value;

use crate::files::Files;

/// One slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defect {
    /// The file.
    pub file: String,
    /// JSON pointer to the place.
    pub pointer: String,
    /// What sort of slip, for the tally.
    pub kind: &'static str,
    /// What was done, in words.
    pub says: String,
    /// The file's text with the slip in it.
    pub text: String,
}

/// Every slip in every issue and concept, in the order of the files.
pub fn all(files: &Files) -> Vec<Defect> {
    let mut found = Vec::new();
    for (path, text) in files.iter() {
        let (Some(kind), Ok(value)) = (Kind::of(path), serde_json::from_str::<Value>(text)) else { continue };
        let mut seeder = Seeder { files, path, whole: &value, found: &mut found };
        match kind {
            Kind::Issue => seeder.issue(),
            Kind::Concept => seeder.condition("/when"),
            Kind::Rulebook
            | Kind::Places
            | Kind::Codes
            | Kind::Question
            | Kind::Law
            | Kind::Outcome
            | Kind::Source
            | Kind::Card
            | Kind::Scenario => {}
        }
    }
    found
}

/// Every group that a place could lose, and every code that could be lost or stand for another answer.
/// No scenario can cover all of these; a second entry of both tables does, in the tests.
pub fn of_tables(files: &Files) -> Vec<Defect> {
    let mut found = Vec::new();
    for (path, list) in [("places.json", "/places"), ("codes.json", "/codes")] {
        let Ok(whole) = serde_json::from_str::<Value>(files.get(path).unwrap_or_default()) else { continue };
        let mut seeder = Seeder { files, path, whole: &whole, found: &mut found };
        for at in 0..seeder.list(list).len() {
            match list {
                "/places" => seeder.groups(&format!("{list}/{at}")),
                _ => seeder.code(list, at),
            }
        }
    }
    found
}

struct Seeder<'a> {
    files: &'a Files,
    path: &'a str,
    whole: &'a Value,
    found: &'a mut Vec<Defect>,
}

impl Seeder<'_> {
    fn seed(
        &mut self,
        pointer: &str,
        kind: &'static str,
        says: String,
        change: impl FnOnce(&mut Value) -> Option<()>,
    ) {
        let mut whole = self.whole.clone();
        if whole.pointer_mut(pointer).and_then(change).is_some() {
            let (file, pointer, text) = (self.path.to_owned(), pointer.to_owned(), whole.to_string());
            self.found.push(Defect { file, pointer, kind, says, text });
        }
    }

    fn list(&self, pointer: &str) -> &[Value] {
        self.whole.pointer(pointer).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
    }

    fn groups(&mut self, place: &str) {
        let list = format!("{place}/groups");
        let name = self.name(place);
        for (at, group) in self.list(&list).to_vec().into_iter().enumerate() {
            self.remove(&list, at, "drop a group", format!("take `{name}` out of the group {group}"));
        }
    }

    fn code(&mut self, list: &str, at: usize) {
        let class = format!("{list}/{at}/class");
        let own = self.whole.pointer(&class).cloned().unwrap_or_default();
        self.remove(list, at, "drop a code", format!("drop a code for {own}"));
        let other = values_of(self.files, "classification").into_iter().find(|value| *value != own);
        let says = format!("let a code for {own} stand for another answer");
        self.seed(&class, "swap a code", says, |place| {
            *place = other?;
            Some(())
        });
    }

    fn issue(&mut self) {
        let steps = self.list("/steps").len();
        for at in 0..steps {
            let pointer = format!("/steps/{at}");
            let name = self.name(&pointer);
            if at + 1 < steps {
                self.remove("/steps", at, "drop a step", format!("drop the step `{name}`"));
                self.condition(&format!("{pointer}/when"));
            }
            if at + 2 < steps {
                let next = self.name(&format!("/steps/{}", at + 1));
                self.seed(
                    "/steps",
                    "swap two steps",
                    format!("swap the steps `{name}` and `{next}`"),
                    |steps| {
                        steps.as_array_mut()?.swap(at, at + 1);
                        Some(())
                    },
                );
            }
            self.other_outcomes(&pointer, &name);
        }
        for at in 0..self.list("/doubts").len() {
            let pointer = format!("/doubts/{at}");
            let name = self.name(&pointer);
            self.remove("/doubts", at, "drop a doubt", format!("drop the doubt `{name}`"));
            self.condition(&format!("{pointer}/when"));
        }
    }

    fn name(&self, pointer: &str) -> String {
        self.whole
            .pointer(pointer)
            .and_then(|part| part.get("id"))
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    }

    fn remove(&mut self, list: &str, at: usize, kind: &'static str, says: String) {
        self.seed(list, kind, says, |list| {
            let list = list.as_array_mut()?;
            (at < list.len()).then(|| drop(list.remove(at)))
        });
    }

    fn other_outcomes(&mut self, pointer: &str, name: &str) {
        let own = self.whole.pointer(&format!("{pointer}/outcome")).cloned().unwrap_or_default();
        let others: Vec<Value> =
            self.list("/outcomes").iter().filter(|other| **other != own).cloned().collect();
        for other in others {
            let says = format!("give the step `{name}` the outcome {other} for {own}");
            self.seed(&format!("{pointer}/outcome"), "swap an outcome", says, |place| {
                *place = other;
                Some(())
            });
        }
    }

    /// Slips inside a condition.
    fn condition(&mut self, pointer: &str) {
        let Some(Value::Object(condition)) = self.whole.pointer(pointer) else { return };
        let keys: Vec<String> = condition.keys().cloned().collect();
        for key in keys {
            let place = below(pointer, &key);
            match key.as_str() {
                "all" => self.parts(&place, "widen a condition"),
                "any" => self.parts(&place, "delete an exception"),
                "not" => {
                    self.seed(pointer, "flip a condition", "take `not` away".to_owned(), |condition| {
                        *condition = condition.get_mut("not")?.take();
                        Some(())
                    });
                    self.condition(&place);
                }
                "in" | "in-group" => self.values(pointer, &place),
                _ => {}
            }
        }
    }

    fn parts(&mut self, list: &str, kind: &'static str) {
        let parts = self.list(list).len();
        for at in 0..parts {
            let place = below(list, &at.to_string());
            if parts > 1 {
                let part = self.whole.pointer(&place).map(Value::to_string).unwrap_or_default();
                let is_exception = self.whole.pointer(&place).is_some_and(|part| part.get("not").is_some());
                let kind = if is_exception { "delete an exception" } else { kind };
                self.remove(list, at, kind, format!("drop the part {part}"));
            }
            self.condition(&place);
        }
    }

    fn values(&mut self, pointer: &str, list: &str) {
        let own: Vec<Value> = self.list(list).to_vec();
        for (at, value) in own.iter().enumerate().filter(|_| own.len() > 1) {
            self.remove(list, at, "drop a value", format!("drop the value {value}"));
        }
        let fact =
            self.whole.pointer(pointer).and_then(|condition| condition.get("fact")).and_then(Value::as_str);
        for value in fact.map(|fact| values_of(self.files, fact)).unwrap_or_default() {
            if !own.contains(&value) {
                let says = format!("add the value {value}");
                self.seed(list, "add a value", says, |list| {
                    list.as_array_mut()?.push(value);
                    Some(())
                });
            }
        }
    }
}

/// The values of a fact that has choices.
fn values_of(files: &Files, fact: &str) -> Vec<Value> {
    let text = files.get(&format!("questions/{fact}.json")).unwrap_or_default();
    let question: Value = serde_json::from_str(text).unwrap_or_default();
    let choices = question.get("choices").and_then(Value::as_array);
    choices.into_iter().flatten().filter_map(|choice| choice.get("value")).cloned().collect()
}
