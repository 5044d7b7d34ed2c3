//! A diagram library that we did not write agrees: biodivine-lib-bdd builds every step from the JSON of
//! the rule files, and finds the same counts, dead steps, unreachable outcomes and gaps.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "these are tests, though not all are test functions"
)]

use std::collections::BTreeMap;

use biodivine_lib_bdd::{Bdd, BddVariable, BddVariableSet};
use deemed_author::files::Files;
use deemed_author::prove::count::Space;
use deemed_author::prove::{Proof, gap, reads};
use deemed_engine::Rulebook;
use deemed_proving::{Lot, Size, generate, real};
use num_bigint::BigUint;
use serde_json::{Value, json};

type Texts = Vec<(String, String)>;

/// A rulebook in the other library's terms: the values of a fact are numbers, written in bits.
struct Other {
    files: BTreeMap<String, Value>,
    variables: BddVariableSet,
    /// For each fact its values and its bits.
    facts: BTreeMap<String, (Vec<String>, Vec<BddVariable>)>,
    /// Holds for the numbers that stand for values.
    valid: Bdd,
    concepts: BTreeMap<String, Bdd>,
}

impl Other {
    fn new(texts: &Texts) -> Self {
        let parse = |(path, text): &(String, String)| (path.clone(), serde_json::from_str(text).unwrap());
        let files: BTreeMap<String, Value> = texts.iter().map(parse).collect();
        let asked: Vec<String> = texts_of(&files["rulebook.json"]["questions"]);
        let values: Vec<Vec<String>> = asked.iter().map(|fact| values(&files, fact)).collect();
        let bits = |count: usize| usize::try_from(usize::BITS - (count - 1).leading_zeros()).unwrap();
        let total: usize = values.iter().map(|values| bits(values.len())).sum();
        let variables = BddVariableSet::new_anonymous(u16::try_from(total).unwrap());
        let mut rest = variables.variables().into_iter();
        let mut facts = BTreeMap::new();
        for (fact, values) in asked.into_iter().zip(values) {
            let bits = rest.by_ref().take(bits(values.len())).collect();
            facts.insert(fact, (values, bits));
        }
        let valid = variables.mk_true();
        let mut other = Self { files, variables, facts, valid, concepts: BTreeMap::new() };
        let facts: Vec<String> = other.facts.keys().cloned().collect();
        for fact in facts {
            let all: Vec<String> = other.facts[&fact].0.clone();
            other.valid = other.valid.and(&other.among(&fact, |value| all.contains(value)));
        }
        other
    }

    fn among(&self, fact: &str, wanted: impl Fn(&String) -> bool) -> Bdd {
        let (values, bits) = &self.facts[fact];
        let mut sum = self.variables.mk_false();
        for (number, _) in values.iter().enumerate().filter(|(_, value)| wanted(value)) {
            let mut one = self.variables.mk_true();
            for (place, bit) in bits.iter().enumerate() {
                let bit = self.variables.mk_var(*bit);
                one = if number >> place & 1 == 1 { one.and(&bit) } else { one.and_not(&bit) };
            }
            sum = sum.or(&one);
        }
        sum
    }

    fn condition(&mut self, when: &Value) -> Bdd {
        if let Some(concept) = when["concept"].as_str() {
            if let Some(known) = self.concepts.get(concept) {
                return known.clone();
            }
            let when = self.files[&format!("concepts/{concept}.json")]["when"].clone();
            let made = self.condition(&when);
            self.concepts.insert(concept.to_owned(), made.clone());
            return made;
        }
        if let Some(parts) = when["all"].as_array() {
            return parts.iter().fold(self.variables.mk_true(), |sum, part| sum.and(&self.condition(part)));
        }
        if let Some(parts) = when["any"].as_array() {
            return parts.iter().fold(self.variables.mk_false(), |sum, part| sum.or(&self.condition(part)));
        }
        if when.get("not").is_some() {
            return self.condition(&when["not"]).not();
        }
        let values = texts_of(&when["in"]);
        if let Some(fact) = when["fact"].as_str() {
            return self.among(fact, |value| values.contains(value));
        }
        let groups = texts_of(&when["in-group"]);
        let places = self.files["places.json"]["places"].as_array().unwrap();
        let in_group = |id: &str| {
            let place = places.iter().find(|place| place["id"] == id).unwrap();
            texts_of(&place["groups"]).iter().any(|group| groups.contains(group))
        };
        self.among(when["place"].as_str().unwrap(), |value| values.contains(value) || in_group(value))
    }

    /// The profiles that each step decides, and those that none does.
    fn regions(&mut self, path: &str) -> (Vec<Bdd>, Bdd) {
        let steps = self.files[&format!("laws/{path}.json")]["steps"].as_array().unwrap().clone();
        let mut left = self.valid.clone();
        let mut regions = Vec::new();
        for step in &steps {
            let when = match step.get("when") {
                Some(when) => self.condition(when),
                None => self.variables.mk_true(),
            };
            regions.push(left.and(&when));
            left = left.and_not(&when);
        }
        (regions, left)
    }
}

fn texts_of(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().map(|text| text.as_str().unwrap().to_owned()).collect()
}

fn values(files: &BTreeMap<String, Value>, fact: &str) -> Vec<String> {
    let question = &files[&format!("questions/{fact}.json")];
    let (list, key) = match question["places"].as_bool() {
        Some(true) => (&files["places.json"]["places"], "id"),
        _ => (&question["choices"], "value"),
    };
    list.as_array().unwrap().iter().map(|value| value[key].as_str().unwrap().to_owned()).collect()
}

fn load(texts: &Texts) -> Rulebook {
    Rulebook::load(texts.iter().map(|(path, text)| (path.as_str(), text.as_str()))).unwrap()
}

/// Counts of every step, dead steps and unreachable outcomes of every issue; how many issues that were.
fn agree(name: &str, texts: &Texts) -> usize {
    let rulebook = load(texts);
    let mut other = Other::new(texts);
    let space = Space::of(&rulebook.compiled().classes);
    let all_levels = (0..u16::try_from(rulebook.book().questions.len()).unwrap()).collect();
    let proof = Proof::of(&rulebook);
    let issues = rulebook.book().issues().zip(&rulebook.compiled().issues).zip(&proof.issues);
    let mut looked_at = 0;
    for (((_, issue), compiled), proved) in issues {
        let path = issue.path();
        let (regions, left) = other.regions(&path);
        assert!(left.is_false(), "{name} {path}: the last step takes everybody");
        let mut ours = vec![BigUint::default(); issue.steps.len()];
        for (end, count) in space.ends(&rulebook.compiled().arena, compiled.endings_root, &all_levels) {
            ours[compiled.endings[usize::try_from(end).unwrap()].step] += count;
        }
        let theirs: Vec<String> =
            regions.iter().map(|region| region.exact_cardinality().to_string()).collect();
        let ours: Vec<String> = ours.iter().map(ToString::to_string).collect();
        assert_eq!(ours, theirs, "{name} {path}: profiles of each step");
        let dead = issue.steps.iter().zip(&regions).filter(|(_, region)| region.is_false());
        let dead: Vec<&str> = dead.map(|(step, _)| step.id.as_str()).collect();
        let found: Vec<&str> = proved.dead_steps.iter().map(|finding| finding.about.as_str()).collect();
        assert_eq!(found, dead, "{name} {path}: dead steps");
        let reached = |at: usize| {
            issue.steps.iter().zip(&regions).any(|(step, region)| step.outcome == at && !region.is_false())
        };
        let unreached = issue.outcomes.iter().enumerate().filter(|(at, _)| !reached(*at));
        let unreached: Vec<&str> = unreached.map(|(_, outcome)| outcome.id.as_str()).collect();
        let found: Vec<&str> =
            proved.unreachable_outcomes.iter().map(|finding| finding.about.as_str()).collect();
        assert_eq!(found, unreached, "{name} {path}: unreachable outcomes");
        looked_at += 1;
    }
    looked_at
}

#[test]
fn counts_of_rulebooks_drawn_by_lot_are_confirmed() {
    let mut issues = 0;
    for seed in 0..12 {
        for (name, size) in
            [("small", Size::small(3)), ("tangled small", Size::small(5)), ("local 1x", Size::local(1))]
        {
            let texts = generate::rulebook(&mut Lot(seed), size);
            issues += agree(&format!("{name}, seed {seed}"), &texts);
        }
    }
    issues += agree("local 10x", &generate::rulebook(&mut Lot(99), Size::local(10)));
    assert_eq!(issues, 12 * (2 + 2 + 10) + 100);
}

#[test]
fn counts_of_the_real_rulebook_are_confirmed() {
    let texts: Texts =
        real::files().into_iter().filter(|(path, _)| !path.starts_with("scenarios/")).collect();
    assert!(agree("the real rulebook", &texts) >= 4);
}

/// Every last step gets a condition: the profiles that it leaves without a result are the same.
#[test]
fn gaps_are_confirmed() {
    let mut gaps = 0;
    for seed in 0..12 {
        let mut lot = Lot(seed);
        let mut texts = generate::rulebook(&mut lot, Size::local(1));
        for (_, text) in texts.iter_mut().filter(|(path, _)| path.starts_with("laws/law/i")) {
            let mut issue: Value = serde_json::from_str(text).unwrap();
            let last = issue["steps"].as_array_mut().unwrap().last_mut().unwrap();
            last["when"] = json!({"fact": format!("f{}", lot.below(60)), "in": ["v0"]});
            *text = issue.to_string();
        }
        let proof = gap::proof(&Files::from_texts(texts.clone())).unwrap().proof;
        let mut other = Other::new(&texts);
        let all: BigUint = other.facts.values().map(|(values, _)| BigUint::from(values.len())).product();
        for proved in &proof.issues {
            let path = format!("{}/{}", proved.law, proved.issue);
            let (_, left) = other.regions(&path);
            // Ours counts only the facts that the issue reads.
            let times = &all / &proved.profiles;
            let ours: BigUint =
                proved.gaps.iter().map(|gap| gap.about.parse::<BigUint>().unwrap() * &times).sum();
            assert_eq!(ours.to_string(), left.exact_cardinality().to_string(), "seed {seed}, {path}");
            gaps += proved.gaps.len();
        }
    }
    assert!(gaps > 20, "{gaps}");
}

/// The judge is awake: a slip in one book is a difference to the other.
#[test]
fn a_slip_is_no_agreement() {
    let texts = generate::rulebook(&mut Lot(1), Size::small(5));
    let rulebook = load(&texts);
    let mut slipped = texts.clone();
    let (_, text) = slipped.iter_mut().find(|(path, _)| path == "laws/law/i0.json").unwrap();
    let mut issue: Value = serde_json::from_str(text).unwrap();
    let when = issue["steps"][0]["when"].take();
    issue["steps"][0]["when"] = json!({"not": when});
    *text = issue.to_string();
    let (ours, _) = Other::new(&texts).regions("law/i0");
    let (theirs, _) = Other::new(&slipped).regions("law/i0");
    assert_ne!(ours[0].exact_cardinality(), theirs[0].exact_cardinality());
    let (_, issue) = rulebook.book().issues().next().unwrap();
    assert!(!reads::of_issue(rulebook.book(), issue).is_empty());
}
