//! Conditions with every name resolved.

use super::index;
use crate::condition::Condition;
use crate::load::names::Names;
use crate::model::{FactId, ValueId};
use crate::order;
use crate::tree::Tree;

/// The condition that is written here.
pub fn condition(tree: &Tree, names: &Names) -> Condition {
    let parts = |key: &str| tree.list(key).iter().map(|part| condition(part, names)).collect();
    let positions = |fact: &str| {
        let known = names.values(fact);
        let listed = tree.list("in").iter().filter_map(Tree::as_text);
        listed.filter_map(|value| known.iter().position(|name| name == value)).collect::<Vec<usize>>()
    };
    let among = |fact: &str, positions: Vec<usize>| {
        let mut ids: Vec<ValueId> = positions.into_iter().map(|at| ValueId(index(at))).collect();
        order::sort(&mut ids);
        ids.dedup();
        Condition::Among(FactId(index(names.fact(fact).unwrap_or_default())), ids)
    };
    match tree.entries().iter().map(|(key, _)| key.as_ref()).find(|key| !matches!(*key, "in" | "in-group")) {
        Some("fact") => among(tree.text("fact"), positions(tree.text("fact"))),
        Some("place") => {
            let groups = tree.list("in-group").iter().filter_map(Tree::as_text);
            let mut found = positions(tree.text("place"));
            found.extend(groups.filter_map(|group| names.groups.get(group)).flatten());
            among(tree.text("place"), found)
        }
        Some("concept") => Condition::Concept(names.concept(tree.text("concept")).unwrap_or_default()),
        Some("any") => Condition::Any(parts("any")),
        Some("not") => Condition::Not(Box::new(condition(tree.get("not").unwrap_or(&Tree::Null), names))),
        _ => Condition::All(parts("all")),
    }
}
