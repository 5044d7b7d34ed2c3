//! What the map shows of the rule files, in the words of a language.

use std::path::Path;

use serde_json::Value;

use super::super::languages::Language;
use super::super::page::escape;
use super::said;
use crate::run::{Outcome, read_text};

/// A text, and whether it stands in for one that the language lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub text: String,
    pub is_stand_in: bool,
}

/// A law or a bill.
#[derive(Debug)]
pub struct Law {
    pub id: String,
    pub title: Said,
    pub short_title: Said,
    pub about: Said,
    /// The key of the text that says what kind of text it is.
    pub status: &'static str,
    pub is_binding: bool,
    pub issues: Vec<Issue>,
}

/// A question of a law, with the steps that settle it.
#[derive(Debug)]
pub struct Issue {
    pub id: String,
    pub title: Said,
    pub question: Said,
    pub steps: Vec<Step>,
    pub outcomes: Vec<End>,
}

impl Issue {
    /// Where a step leads.
    pub fn outcome(&self, step: &Step) -> Option<&End> {
        self.outcomes.iter().find(|end| end.id == step.end)
    }
}

/// One step of a review.
#[derive(Debug)]
pub struct Step {
    pub title: Said,
    pub because: Said,
    pub certainty: String,
    /// The id of the outcome on the page.
    pub end: String,
    pub cites: Vec<Cite>,
}

/// What can come out.
#[derive(Debug)]
pub struct End {
    pub id: String,
    pub headline: Said,
}

/// Where something is written, as markup.
#[derive(Debug)]
pub struct Cite {
    pub official: String,
    pub citation: String,
    pub at: String,
}

/// All laws and bills in the order of the rulebook.
pub fn laws(root: &Path, language: &Language) -> Outcome<Vec<Law>> {
    let book = file(root, "rulebook")?;
    ids(&book, "laws").map(|id| law(root, language, id)).collect()
}

fn law(root: &Path, language: &Language, id: &str) -> Outcome<Law> {
    let path = format!("laws/{id}/law");
    let tree = file(root, &path)?;
    let say = |key: &str| said(language, &format!("{path}#{key}"), text(&tree, key));
    let (status, is_binding) = match text(&tree, "status") {
        "in-force" => ("status.in-force", true),
        "codified-not-enforced" => ("status.not-enforced", true),
        "lapsed-bill" => ("status.lapsed-bill", false),
        "pending-bill" => ("status.pending-bill", false),
        other => return Err(format!("the map knows no status `{other}`")),
    };
    let issues: Outcome<Vec<Issue>> =
        ids(&tree, "issues").map(|issue_id| issue(root, language, id, issue_id)).collect();
    Ok(Law {
        id: id.to_owned(),
        title: say("title"),
        short_title: say("short-title"),
        about: say("about"),
        status,
        is_binding,
        issues: issues?,
    })
}

fn issue(root: &Path, language: &Language, law: &str, id: &str) -> Outcome<Issue> {
    let path = format!("laws/{law}/{id}");
    let tree = file(root, &path)?;
    let say = |key: &str| said(language, &format!("{path}#{key}"), text(&tree, key));
    let on_page = |end: &str| format!("{law}-{id}-{end}");
    let mut outcomes = Vec::new();
    for end in ids(&tree, "outcomes") {
        let path = format!("outcomes/{law}/{id}/{end}");
        let headline = said(language, &format!("{path}#headline"), text(&file(root, &path)?, "headline"));
        outcomes.push(End { id: on_page(end), headline });
    }
    let mut steps = Vec::new();
    for step in list(&tree, "steps") {
        let say =
            |key: &str| said(language, &format!("{path}#steps/{}/{key}", text(step, "id")), text(step, key));
        let cites: Outcome<Vec<Cite>> = list(step, "cites").map(|one| cite(root, one)).collect();
        steps.push(Step {
            title: say("title"),
            because: say("because"),
            certainty: text(step, "certainty").to_owned(),
            end: on_page(text(step, "outcome")),
            cites: cites?,
        });
    }
    Ok(Issue { id: format!("{law}-{id}"), title: say("title"), question: say("question"), steps, outcomes })
}

fn cite(root: &Path, tree: &Value) -> Outcome<Cite> {
    let source = file(root, &format!("sources/{}", text(tree, "source")))?;
    Ok(Cite {
        official: escape(text(&source, "official")),
        citation: escape(text(&source, "citation")),
        at: escape(text(tree, "at")),
    })
}

fn file(root: &Path, name: &str) -> Outcome<Value> {
    let text = read_text(&root.join("rulebook").join(format!("{name}.json")))?;
    serde_json::from_str(&text).map_err(|error| format!("could not read `rulebook/{name}.json`: {error}"))
}

fn list<'a>(tree: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    tree.get(key).and_then(Value::as_array).into_iter().flatten()
}

fn ids<'a>(tree: &'a Value, key: &str) -> impl Iterator<Item = &'a str> {
    list(tree, key).filter_map(Value::as_str)
}

fn text<'a>(tree: &'a Value, key: &str) -> &'a str {
    tree.get(key).and_then(Value::as_str).unwrap_or_default()
}
