//! Laws, issues and outcomes.

use std::collections::BTreeMap;

use super::condition::condition;
use super::{At, cites, date, texts};
use crate::load::names::Names;
use crate::model::{Ask, Certainty, Doubt, Issue, Law, LawStatus, Outcome, OutcomeKind, OutcomeMark, Step};
use crate::tree::Tree;

/// A law with its issues.
pub fn law(id: &str, trees: &BTreeMap<String, Tree>, names: &Names) -> Law {
    let empty = Tree::Null;
    let path = format!("laws/{id}/law.json");
    let tree = trees.get(&path).unwrap_or(&empty);
    let at = At::new(&path, tree);
    let action = at.at("last-action");
    Law {
        id: id.to_owned(),
        title: at.words("title"),
        short_title: at.words("short-title"),
        status: match tree.text("status") {
            "in-force" => LawStatus::InForce,
            "codified-not-enforced" => LawStatus::CodifiedNotEnforced,
            "lapsed-bill" => LawStatus::LapsedBill,
            _ => LawStatus::PendingBill,
        },
        about: at.words("about"),
        text_date: date(tree, "text-date"),
        reviewed: date(tree, "reviewed"),
        review_by: date(tree, "review-by"),
        withhold_after: date(tree, "withhold-after"),
        action_date: date(action.tree, "date"),
        action: action.words("text"),
        action_cites: cites(action.tree),
        notes: at.words_list("notes"),
        issues: texts(tree.list("issues"))
            .iter()
            .map(|issue_id| {
                let path = format!("laws/{id}/{issue_id}.json");
                issue(&At::new(&path, trees.get(&path).unwrap_or(&empty)), trees, names)
            })
            .collect(),
    }
}

fn issue(at: &At, trees: &BTreeMap<String, Tree>, names: &Names) -> Issue {
    let empty = Tree::Null;
    let tree = at.tree;
    let outcome_ids = texts(tree.list("outcomes"));
    let place_of = |id: &str| outcome_ids.iter().position(|outcome| outcome == id);
    let step = |at: At| Step {
        id: at.tree.text("id").to_owned(),
        title: at.words("title"),
        when: at.tree.get("when").map(|when| condition(when, names)),
        outcome: place_of(at.tree.text("outcome")).unwrap_or_default(),
        certainty: Certainty::parse(at.tree.text("certainty")),
        because: at.words("because"),
        cites: cites(at.tree),
    };
    let doubt = |at: At| Doubt {
        id: at.tree.text("id").to_owned(),
        when: condition(at.tree.get("when").unwrap_or(&Tree::Null), names),
        outcomes: at.tree.list("outcomes").iter().filter_map(Tree::as_text).filter_map(place_of).collect(),
        certainty: Certainty::parse(at.tree.text("certainty")),
        because: at.words("because"),
        cites: cites(at.tree),
    };
    Issue {
        id: tree.text("id").to_owned(),
        law: tree.text("law").to_owned(),
        title: at.words("title"),
        question: at.words("question"),
        outcomes: outcome_ids
            .iter()
            .map(|id| {
                let path = format!("outcomes/{}/{}/{id}.json", tree.text("law"), tree.text("id"));
                outcome(&At::new(&path, trees.get(&path).unwrap_or(&empty)))
            })
            .collect(),
        doubts: at.each("doubts").map(doubt).collect(),
        steps: at.each("steps").map(step).collect(),
    }
}

fn outcome(at: &At) -> Outcome {
    let ask = |at: At| Ask { who: at.words("who"), words: at.words("words") };
    Outcome {
        id: at.tree.text("id").to_owned(),
        kind: match at.tree.text("kind") {
            "favorable" => OutcomeKind::Favorable,
            "exception" => OutcomeKind::Exception,
            "ask-first" => OutcomeKind::AskFirst,
            "stop" => OutcomeKind::Stop,
            "not-applicable" => OutcomeKind::NotApplicable,
            "what-if" => OutcomeKind::WhatIf,
            _ => OutcomeKind::Unsettled,
        },
        mark: match at.tree.get("mark").and_then(Tree::as_text) {
            Some("not-enforced") => Some(OutcomeMark::NotEnforced),
            Some("adds-nothing") => Some(OutcomeMark::AddsNothing),
            Some(_) | None => None,
        },
        headline: at.words("headline"),
        means: at.words_list("means"),
        not_means: at.words_list("not-means"),
        do_now: at.words_list("do-now"),
        ask: at.each("ask").map(ask).collect(),
        gather: at.words_list("gather"),
        do_not: at.words_list("do-not"),
        checks: texts(at.tree.list("checks")),
        cites: cites(at.tree),
    }
}
