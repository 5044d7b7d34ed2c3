//! `diff`: what a change of the rulebook does to people.

use std::fmt::Write;

use deemed_engine::Rulebook;
use num_bigint::BigUint;
use serde_json::{Map, Value, json};

use crate::compare::version::Fit;
use crate::compare::{Difference, Group, IssueDifference, Names, Result};
use crate::report::{Format, Report};

/// Compares two rulebooks and reports.
///
/// With `release`, what is found is not a difference but a version that says less than the change does.
pub fn run(old: &Rulebook, new: &Rulebook, release: bool, format: Format) -> Report {
    let difference = Difference::between(old, new);
    let fit = Fit::of(&difference, old, new);
    let report = match format {
        Format::Json => Report::json(&value(&difference, old, new)),
        Format::Text if release => Report::text(format!("{}{}\n", text(&difference), fit.says())),
        Format::Text => Report::text(text(&difference)),
    };
    report.found(if release { !fit.is_fit() } else { !difference.is_empty() })
}

/// As the contract has it.
pub fn value(difference: &Difference, old: &Rulebook, new: &Rulebook) -> Value {
    let issue = |one: &IssueDifference| issue_value(one, old, new);
    let book = |rulebook: &Rulebook| json!({"id": rulebook.book().id, "version": rulebook.book().version});
    json!({
        "old": book(old),
        "new": book(new),
        "differs": !difference.is_empty(),
        "version-fits": Fit::of(difference, old, new).is_fit(),
        "issues": difference.issues.iter().map(issue).collect::<Vec<_>>(),
        "facts": names_value(&difference.facts, &["fact"]),
        "values": names_value(&difference.values, &["fact", "value"]),
        "outcomes": names_value(&difference.outcomes, &["law", "issue", "outcome"]),
    })
}

fn issue_value(issue: &IssueDifference, old: &Rulebook, new: &Rulebook) -> Value {
    let all = issue.groups.as_deref().unwrap_or_default();
    let outcomes = by_outcome(all);
    let differing: BigUint = outcomes.iter().map(|group| &group.profiles).sum();
    let reasons = all.iter().filter(|group| !group.is_outcome());
    let (certainties, reasons): (Vec<&Group>, Vec<&Group>) = reasons.partition(|group| group.is_certainty());
    let of = |groups: &[&Group], name: &dyn Fn(&Result) -> Value| -> Vec<Value> {
        groups.iter().map(|group| group_value(group, name, old, new)).collect()
    };
    let outcome_groups: Vec<&Group> = outcomes.iter().collect();
    json!({
        "law": issue.law,
        "issue": issue.issue,
        "profiles": issue.profiles.to_string(),
        "undecided": issue.groups.is_none(),
        "differing": differing.to_string(),
        "groups": of(&outcome_groups, &|result| result.outcome.clone().into()),
        "certainties": of(&certainties, &|result| {
            json!({"outcome": result.outcome, "certainty": result.certainty.letter()})
        }),
        "reasons": of(&reasons, &|result| json!({"outcome": result.outcome, "reason": result.reason})),
    })
}

/// Groups with another outcome, those with the same two outcomes made one; the shortest example stays.
pub fn by_outcome(groups: &[Group]) -> Vec<Group> {
    let mut found: Vec<Group> = Vec::new();
    let outcome = |result: &Option<Result>| result.as_ref().map(|result| result.outcome.clone());
    for group in groups.iter().filter(|group| group.is_outcome()) {
        let same = |known: &&mut Group| {
            outcome(&known.from) == outcome(&group.from) && outcome(&known.to) == outcome(&group.to)
        };
        match found.iter_mut().find(same) {
            Some(known) => {
                known.profiles += &group.profiles;
                if group.example.len() < known.example.len() {
                    known.example.clone_from(&group.example);
                }
            }
            None => found.push(group.clone()),
        }
    }
    found.sort_by(|one, other| other.profiles.cmp(&one.profiles));
    found
}

/// The example is a sheet for both books; where one of them does not know all of it, each gets its own.
fn group_value(group: &Group, name: &dyn Fn(&Result) -> Value, old: &Rulebook, new: &Rulebook) -> Value {
    let named = |result: &Option<Result>| result.as_ref().map(name);
    let mut value = json!({
        "from": named(&group.from),
        "to": named(&group.to),
        "profiles": group.profiles.to_string(),
        "example": {"facts": facts(group, None)},
    });
    for (key, book) in [("example-old", old), ("example-new", new)] {
        let own = facts(group, Some(book));
        if let (true, Some(entries)) = (own.len() < group.example.len(), value.as_object_mut()) {
            entries.insert(key.to_owned(), json!({ "facts": own }));
        }
    }
    value
}

fn facts(group: &Group, book: Option<&Rulebook>) -> Map<String, Value> {
    let is_known = |fact: &str, value: &str| {
        book.is_none_or(|book| {
            book.book().question(fact).is_some_and(|question| question.value(value).is_some())
        })
    };
    let known = group.example.iter().filter(|(fact, value)| is_known(fact, value));
    known.map(|(fact, value)| (fact.clone(), Value::from(value.clone()))).collect()
}

fn names_value(names: &Names, keys: &[&str]) -> Value {
    let one = |name: &Vec<String>| match keys {
        [_] => Value::from(name.first().cloned()),
        _ => keys.iter().zip(name).map(|(key, part)| ((*key).to_owned(), part.clone())).collect(),
    };
    let all = |list: &[Vec<String>]| -> Vec<Value> { list.iter().map(one).collect() };
    json!({"added": all(&names.added), "removed": all(&names.removed)})
}

fn text(difference: &Difference) -> String {
    let mut out = String::new();
    for (what, names) in
        [("fact", &difference.facts), ("value", &difference.values), ("outcome", &difference.outcomes)]
    {
        for (sign, list) in [('+', &names.added), ('-', &names.removed)] {
            for name in list {
                let _ = writeln!(out, "{sign} {what} `{}`", name.join("/"));
            }
        }
    }
    for issue in &difference.issues {
        issue_text(issue, &mut out);
    }
    if difference.is_empty() {
        let _ = writeln!(out, "No profile gets another result.");
    }
    out
}

fn issue_text(issue: &IssueDifference, out: &mut String) {
    let IssueDifference { law, issue, profiles, groups } = issue;
    let Some(groups) = groups else {
        let _ = writeln!(out, "{law}/{issue}: undecided, the comparison exceeds its budget");
        return;
    };
    if groups.is_empty() {
        return;
    }
    let _ = writeln!(out, "{law}/{issue}, of {profiles} profiles:");
    for group in by_outcome(groups) {
        let name = |result: &Option<Result>| {
            result.as_ref().map_or_else(|| "no result".to_owned(), |result| format!("`{}`", result.outcome))
        };
        let (from, to) = (name(&group.from), name(&group.to));
        let _ = writeln!(out, "  {} from {from} to {to}", group.profiles);
        let _ = writeln!(out, "    such as {}", Value::from(facts(&group, None)));
    }
    let kept = groups.iter().filter(|group| !group.is_outcome());
    let (certainty, reason): (Vec<&Group>, Vec<&Group>) = kept.partition(|group| group.is_certainty());
    for (what, groups) in [("certainty", certainty), ("reason", reason)] {
        let count: BigUint = groups.iter().map(|group| &group.profiles).sum();
        if let Some(first) = groups.first() {
            let _ = writeln!(out, "  {count} keep the outcome for another {what}");
            let _ = writeln!(out, "    such as {}", Value::from(facts(first, None)));
        }
    }
}
