//! The slow judge: reads the JSON itself, and tries every way of filling in what is unknown.
//! It shares no code with the engine.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use serde_json::Value;

use crate::generate::Lot;

/// Values by fact.
pub type Sheet = BTreeMap<String, String>;

/// A rulebook as the judge reads it.
#[derive(Debug, Clone)]
pub struct Judge {
    files: BTreeMap<String, Rc<Value>>,
}

/// What comes out for one profile.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Verdict {
    /// The outcome.
    pub outcome: String,
    /// The step that decides.
    pub step: String,
    /// The doubts that apply, in the issue's order.
    pub doubts: Vec<String>,
    /// How sure it is: a letter.
    pub certainty: String,
}

impl Judge {
    /// Reads every file.
    pub fn new(files: &[(String, String)]) -> Self {
        let parse =
            |(path, text): &(String, String)| (path.clone(), Rc::new(serde_json::from_str(text).unwrap()));
        Self { files: files.iter().map(parse).collect() }
    }

    /// The same rulebook with one file put in or replaced.
    #[must_use]
    pub fn with(&self, path: &str, text: &str) -> Self {
        let mut files = self.files.clone();
        files.insert(path.to_owned(), Rc::new(serde_json::from_str(text).unwrap()));
        Self { files }
    }

    /// A sheet on which one fact in `times` is unknown.
    pub fn sheet(&self, lot: &mut Lot, times: usize) -> Sheet {
        let mut sheet = Sheet::new();
        for fact in self.facts() {
            let values = self.values(&fact);
            if !lot.once_in(times) {
                let value = values[lot.below(values.len())].clone();
                sheet.insert(fact, value);
            }
        }
        sheet
    }

    /// Every fact, in asking order.
    pub fn facts(&self) -> Vec<String> {
        let asked = self.files["rulebook.json"]["questions"].as_array().unwrap();
        asked.iter().map(|fact| fact.as_str().unwrap().to_owned()).collect()
    }

    /// The values of a fact.
    pub fn values(&self, fact: &str) -> Vec<String> {
        let question = &self.files[&format!("questions/{fact}.json")];
        let (list, key) = if question["places"] == true {
            (&self.files["places.json"]["places"], "id")
        } else {
            (&question["choices"], "value")
        };
        list.as_array().unwrap().iter().map(|value| value[key].as_str().unwrap().to_owned()).collect()
    }

    /// Whether a person may be told to change a fact or find it out.
    pub fn is_fixed(&self, fact: &str) -> bool {
        self.files[&format!("questions/{fact}.json")]["nature"] == "fixed"
    }

    /// What comes out for a profile that holds every fact that the issue reads.
    pub fn verdict(&self, path: &str, sheet: &Sheet) -> Verdict {
        let issue = &self.files[&format!("laws/{path}.json")];
        let steps = issue["steps"].as_array().unwrap();
        let holds = |step: &&Value| step.get("when").is_none_or(|when| self.holds(when, sheet));
        let step = steps.iter().find(holds).unwrap();
        let outcome = step["outcome"].as_str().unwrap();
        let mut certainty = step["certainty"].as_str().unwrap();
        let mut doubts = Vec::new();
        for doubt in issue["doubts"].as_array().into_iter().flatten() {
            let touched = doubt["outcomes"]
                .as_array()
                .is_none_or(|list| list.is_empty() || list.iter().any(|one| one == outcome));
            if touched && self.holds(&doubt["when"], sheet) {
                doubts.push(doubt["id"].as_str().unwrap().to_owned());
                certainty = certainty.max(doubt["certainty"].as_str().unwrap());
            }
        }
        Verdict {
            outcome: outcome.to_owned(),
            step: step["id"].as_str().unwrap().to_owned(),
            doubts,
            certainty: certainty.to_owned(),
        }
    }

    fn holds(&self, when: &Value, sheet: &Sheet) -> bool {
        let parts = |key: &str| when[key].as_array().into_iter().flatten();
        let names = |key: &str, name: &str| parts(key).any(|one| one == name);
        if let Some(concept) = when["concept"].as_str() {
            self.holds(&self.files[&format!("concepts/{concept}.json")]["when"], sheet)
        } else if when.get("all").is_some() {
            parts("all").all(|part| self.holds(part, sheet))
        } else if when.get("any").is_some() {
            parts("any").any(|part| self.holds(part, sheet))
        } else if when.get("not").is_some() {
            !self.holds(&when["not"], sheet)
        } else if let Some(fact) = when["fact"].as_str() {
            names("in", &sheet[fact])
        } else {
            let value = &sheet[when["place"].as_str().unwrap()];
            let places = self.files["places.json"]["places"].as_array().unwrap();
            let place = places.iter().find(|place| place["id"] == value.as_str()).unwrap();
            let groups = place["groups"].as_array().unwrap();
            names("in", value) || groups.iter().any(|group| names("in-group", group.as_str().unwrap()))
        }
    }

    /// Every way of filling in these facts beside what is known.
    pub fn completions(&self, known: &Sheet, facts: &[String]) -> Vec<Sheet> {
        let mut sheets = vec![known.clone()];
        for fact in facts.iter().filter(|fact| !known.contains_key(*fact)) {
            let values = self.values(fact);
            let with = |sheet: Sheet| {
                values.iter().map(move |value| {
                    let mut sheet = sheet.clone();
                    sheet.insert(fact.clone(), value.clone());
                    sheet
                })
            };
            sheets = sheets.into_iter().flat_map(with).collect();
        }
        sheets
    }

    /// Everything that can still come out.
    pub fn verdicts(&self, path: &str, known: &Sheet, facts: &[String]) -> BTreeSet<Verdict> {
        self.completions(known, facts).iter().map(|sheet| self.verdict(path, sheet)).collect()
    }

    /// Every outcome that can still come out.
    pub fn outcomes(&self, path: &str, known: &Sheet, facts: &[String]) -> BTreeSet<String> {
        self.verdicts(path, known, facts).into_iter().map(|verdict| verdict.outcome).collect()
    }
}
