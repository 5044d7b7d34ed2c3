//! `evaluate`: what comes out for an answer sheet.

use std::fmt::Write;

use deemed_engine::evaluate::citations;
use deemed_engine::model::{Issue, Law};
use deemed_engine::{Answers, Evaluation, IssueResult, Problem, Rulebook, Tree, evaluate};
use serde_json::{Value, json};

use crate::files::{self, Loaded};
use crate::names;
use crate::report::{Format, Refusal, Report};

/// Reads answer sheets and writes what comes out.
///
/// # Errors
/// Everything that is wrong with the sheets.
pub fn run(loaded: &Loaded, answers: &str, format: Format) -> Result<Report, Refusal> {
    let tree = files::tree(answers)?;
    let sheets = read(&loaded.rulebook, answers, &tree)?;
    let evaluated = sheets.iter().map(|sheet| evaluate(&loaded.rulebook, sheet, |_| true));
    Ok(match format {
        Format::Text => {
            let texts: Vec<String> = evaluated.map(|one| text(&loaded.rulebook, &one)).collect();
            Report::text(texts.join("\n---\n\n"))
        }
        Format::Json => {
            let mut values = evaluated.map(|one| value(&loaded.rulebook, &one));
            match (&tree, values.next()) {
                (Tree::List(_), first) => Report::json(&first.into_iter().chain(values).collect()),
                (_, first) => Report::json(&first.unwrap_or_default()),
            }
        }
    })
}

/// Reads one sheet or a list of them, and tells all problems of all sheets.
///
/// # Errors
/// Everything that is wrong with them.
pub fn read(rulebook: &Rulebook, file: &str, tree: &Tree) -> Result<Vec<Answers>, Vec<Problem>> {
    let Tree::List(sheets) = tree else {
        return Answers::read(rulebook, file, "", tree).map(|sheet| vec![sheet]);
    };
    let mut answers = Vec::new();
    let mut problems = Vec::new();
    for (at, sheet) in sheets.iter().enumerate() {
        match Answers::read(rulebook, file, &format!("/{at}"), sheet) {
            Ok(read) => answers.push(read),
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() { Ok(answers) } else { Err(problems) }
}

/// An evaluation as the contract has it.
pub fn value(rulebook: &Rulebook, evaluation: &Evaluation) -> Value {
    let book = rulebook.book();
    let results: Vec<Value> = results(rulebook, evaluation)
        .map(|(law, issue, result)| value_of_issue(rulebook, law, issue, result))
        .collect();
    let agenda = &evaluation.agenda;
    json!({
        "rulebook": {
            "id": book.id,
            "version": book.version,
            "reviewed": book.reviewed.to_string(),
            "review-by": book.review_by.to_string(),
        },
        "results": results,
        "next-question": agenda.next.map(|fact| names::fact(book, fact)),
        "questions-left": {"least": agenda.least, "most": agenda.most},
    })
}

/// Each result with its law and issue.
pub fn results<'a>(
    rulebook: &'a Rulebook,
    evaluation: &'a Evaluation,
) -> impl Iterator<Item = (&'a Law, &'a Issue, &'a IssueResult)> {
    rulebook.book().issues().zip(&evaluation.results).map(|((law, issue), result)| (law, issue, result))
}

fn value_of_issue(rulebook: &Rulebook, law: &Law, issue: &Issue, result: &IssueResult) -> Value {
    let book = rulebook.book();
    let outcomes: Vec<&str> = result.possible.iter().map(|at| names::outcome(issue, *at)).collect();
    let steps: Vec<&str> = result.steps.iter().map(|at| names::step(issue, *at)).collect();
    let cites: Vec<Value> = citations(issue, result)
        .into_iter()
        .map(|(cite, certainty)| json!({"source": cite.source, "at": cite.at, "certainty": certainty.letter()}))
        .collect();
    json!({
        "law": law.id,
        "issue": issue.id,
        "status": if result.is_decided() { "decided" } else { "open" },
        "outcome": result.outcome().map(|at| names::outcome(issue, at)),
        "possible": outcomes,
        "open-facts": names::facts(book, &result.open_facts),
        "deciding": names::facts(book, &result.deciding),
        "steps": steps,
        "citations": cites,
        "certainty": result.certainty.map(deemed_engine::Certainty::letter),
    })
}

fn text(rulebook: &Rulebook, evaluation: &Evaluation) -> String {
    let book = rulebook.book();
    let mut out = String::new();
    for (law, issue, result) in results(rulebook, evaluation) {
        let kind = if law.status.is_law() { "" } else { " (a bill, not law)" };
        let _ = writeln!(out, "{} · {}{kind}", law.short_title.english, issue.title.english);
        let headline = |at: &usize| {
            issue.outcomes.get(*at).map_or("", |outcome| outcome.headline.english.as_ref()).to_owned()
        };
        if let (Some(at), Some(certainty)) = (result.outcome(), result.certainty) {
            let _ = writeln!(out, "  {} [{}]", headline(&at), certainty.letter());
            let _ = writeln!(out, "  decided by: {}", words(&names::facts(book, &result.deciding)));
        } else {
            let _ = writeln!(out, "  open; possible:");
            for at in &result.possible {
                let _ = writeln!(out, "  - {}", headline(at));
            }
            let _ = writeln!(out, "  depends on: {}", words(&names::facts(book, &result.open_facts)));
        }
    }
    let agenda = &evaluation.agenda;
    match agenda.next.and_then(|fact| book.question_of(fact)) {
        Some(question) => {
            let _ = writeln!(
                out,
                "Next: {} ({} to {} left)",
                question.heading.english, agenda.least, agenda.most
            );
        }
        None => {
            let _ = writeln!(out, "Nothing is left to ask.");
        }
    }
    out
}

fn words(list: &[&str]) -> String {
    if list.is_empty() { "nothing; every answer leads here".to_owned() } else { list.join(", ") }
}
