//! `explain`: why a result is what it is, for people.

use std::fmt::Write;

use deemed_engine::agenda::separates;
use deemed_engine::evaluate::citations;
use deemed_engine::explain::{Change, FindOut, changes, deciding, find_out};
use deemed_engine::model::{Issue, Law};
use deemed_engine::{Answers, FactId, IssueResult, Rulebook, Tree, ValueId, evaluate};
use serde_json::{Value, json};

use super::evaluate as sheets;
use crate::files::{self, Loaded};
use crate::names;
use crate::report::{Format, Refusal, Report};

/// How many other outcomes and values are listed.
const LISTED_MAX: usize = 3;

/// Reads answer sheets and explains what comes out.
///
/// # Errors
/// Everything that is wrong with the sheets.
pub fn run(loaded: &Loaded, file: &str, format: Format) -> Result<Report, Refusal> {
    let tree = files::tree(file)?;
    let read = sheets::read(&loaded.rulebook, file, &tree)?;
    let explained = read.iter().map(|answers| Explained::of(&loaded.rulebook, answers));
    Ok(match format {
        Format::Text => Report::text(explained.map(|one| one.text()).collect::<Vec<_>>().join("\n---\n\n")),
        Format::Json => {
            let mut values = explained.map(|one| one.value());
            if let Tree::List(_) = &tree {
                Report::json(&values.collect())
            } else {
                Report::json(&values.next().unwrap_or_default())
            }
        }
    })
}

/// One sheet, explained.
struct Explained<'a> {
    rulebook: &'a Rulebook,
    answers: &'a Answers,
    results: Vec<(&'a Law, &'a Issue, Reasons)>,
}

/// Why one issue's result is what it is.
struct Reasons {
    result: IssueResult,
    passed_over: Vec<(usize, Vec<FactId>)>,
    without_bearing: Vec<FactId>,
    changes: Vec<Change>,
    find_out: Vec<FindOut>,
}

impl<'a> Explained<'a> {
    fn of(rulebook: &'a Rulebook, answers: &'a Answers) -> Self {
        let results = evaluate(rulebook, answers, |_| true).results;
        let issues = rulebook.book().issues().zip(results);
        let results = issues.map(|((law, issue), result)| (law, issue, reasons(rulebook, answers, result)));
        Self { rulebook, answers, results: results.collect() }
    }

    fn value(&self) -> Value {
        let book = self.rulebook.book();
        let issue = |(law, issue, reasons): &(&Law, &Issue, Reasons)| {
            let passed: Vec<Value> = reasons
                .passed_over
                .iter()
                .map(|(at, facts)| json!({"step": names::step(issue, *at), "facts": names::facts(book, facts)}))
                .collect();
            json!({
                "law": law.id,
                "issue": issue.id,
                "outcome": reasons.result.outcome().map(|at| names::outcome(issue, at)),
                "deciding": names::facts(book, &reasons.result.deciding),
                "without-bearing": names::facts(book, &reasons.without_bearing),
                "passed-over": passed,
                "changes": reasons.changes.iter().map(|one| self.change_value(issue, one)).collect::<Vec<_>>(),
                "find-out": reasons.find_out.iter().map(|one| self.find_value(issue, one)).collect::<Vec<_>>(),
            })
        };
        let evaluation = evaluate(self.rulebook, self.answers, |_| true);
        json!({
            "evaluation": sheets::value(self.rulebook, &evaluation),
            "why-asked": self.why_asked(evaluation.agenda.next),
            "issues": self.results.iter().map(issue).collect::<Vec<_>>(),
        })
    }

    /// What the next question can still separate; nothing where none is left.
    fn why_asked(&self, next: Option<FactId>) -> Value {
        let book = self.rulebook.book();
        let issues: Vec<(&Law, &Issue)> = book.issues().collect();
        let one = |(at, outcomes): (usize, Vec<usize>)| {
            let (_, issue) = issues.get(at)?;
            let names: Vec<&str> = outcomes.iter().map(|at| names::outcome(issue, *at)).collect();
            Some(json!({"law": issue.law, "issue": issue.id, "separates": names}))
        };
        next.map_or(Value::Null, |fact| {
            let separated = separates(self.rulebook, self.answers, fact).into_iter();
            json!({"fact": names::fact(book, fact), "issues": separated.filter_map(one).collect::<Vec<_>>()})
        })
    }

    fn next_text(&self, out: &mut String) {
        let book = self.rulebook.book();
        let next = evaluate(self.rulebook, self.answers, |_| true).agenda.next;
        let Some(question) = next.and_then(|fact| book.question_of(fact)) else { return };
        let _ = writeln!(out, "Next question: {}", question.heading.english);
        let issues: Vec<(&Law, &Issue)> = book.issues().collect();
        for (at, outcomes) in separates(self.rulebook, self.answers, question.id) {
            let Some((law, issue)) = issues.get(at) else { continue };
            let names: Vec<&str> = outcomes.iter().map(|at| names::outcome(issue, *at)).collect();
            let (law, issue) = (&law.short_title.english, &issue.title.english);
            let _ = writeln!(out, "  Asked since, in {law} · {issue}, it can separate: {}", names.join(", "));
        }
    }

    fn pairs(&self, pairs: &[(FactId, ValueId)]) -> Value {
        let book = self.rulebook.book();
        let one = |(fact, value): &(FactId, ValueId)| json!({"fact": names::fact(book, *fact), "value": names::value(book, *fact, *value)});
        pairs.iter().map(one).collect()
    }

    fn change_value(&self, issue: &Issue, change: &Change) -> Value {
        json!({
            "outcome": names::outcome(issue, change.outcome),
            "differences": self.pairs(&change.differences),
            "also": self.pairs(&change.also),
        })
    }

    fn find_value(&self, issue: &Issue, find: &FindOut) -> Value {
        let book = self.rulebook.book();
        let settles = |(values, outcome): &(Vec<ValueId>, usize)| {
            let values: Vec<&str> =
                values.iter().map(|value| names::value(book, find.fact, *value)).collect();
            json!({"values": values, "outcome": names::outcome(issue, *outcome)})
        };
        let question = book.question_of(find.fact);
        json!({
            "fact": names::fact(book, find.fact),
            "who": question.map(|question| question.who_knows.english.clone()),
            "words": question.map(|question| question.ask_words.english.clone()),
            "settles": find.settles.iter().map(settles).collect::<Vec<_>>(),
            "may-stay-open": find.may_stay_open,
        })
    }

    fn text(&self) -> String {
        let mut out = String::new();
        for (law, issue, reasons) in &self.results {
            let kind = if law.status.is_law() { "" } else { " (a bill, not law)" };
            let _ = writeln!(out, "{} · {}{kind}", law.short_title.english, issue.title.english);
            self.result_text(issue, reasons, &mut out);
            self.steps_text(issue, reasons, &mut out);
            self.way_on_text(issue, reasons, &mut out);
            let _ = writeln!(out);
        }
        self.next_text(&mut out);
        out
    }

    fn result_text(&self, issue: &Issue, reasons: &Reasons, out: &mut String) {
        let headline = |at: usize| issue.outcomes.get(at).map_or("", |one| one.headline.english.as_ref());
        if let Some(at) = reasons.result.outcome() {
            let letter = reasons.result.certainty.map_or("", deemed_engine::Certainty::letter);
            let _ = writeln!(out, "  {} [certainty {letter}]", headline(at));
            if let Some(first) = issue.outcomes.get(at).and_then(|outcome| outcome.do_now.first()) {
                let _ = writeln!(out, "  Now: {}", first.english);
            }
        } else {
            let _ = writeln!(out, "  Open. It can still be:");
            for at in &reasons.result.possible {
                let _ = writeln!(out, "  - {}", headline(*at));
            }
        }
        if !reasons.result.deciding.is_empty() {
            let verb = if reasons.result.is_decided() { "decided" } else { "narrowed" };
            let _ = writeln!(out, "  What {verb} it:");
            for fact in &reasons.result.deciding {
                let _ = writeln!(out, "  - {}", self.answer_text(*fact));
            }
        }
        if !reasons.without_bearing.is_empty() {
            let names = names::facts(self.rulebook.book(), &reasons.without_bearing);
            let _ = writeln!(out, "  Not needed for that: {}", names.join(", "));
        }
    }

    fn answer_text(&self, fact: FactId) -> String {
        let book = self.rulebook.book();
        let heading = book.question_of(fact).map_or("", |question| question.heading.english.as_ref());
        let answer = self.answers.known(fact).map_or("", |value| names::label(book, fact, value));
        format!("{heading} {answer}")
    }

    fn steps_text(&self, issue: &Issue, reasons: &Reasons, out: &mut String) {
        if !reasons.passed_over.is_empty() {
            let _ = writeln!(out, "  Steps passed over:");
        }
        for (at, facts) in &reasons.passed_over {
            let title = issue.steps.get(*at).map_or("", |step| step.title.english.as_ref());
            let why = match facts.as_slice() {
                [] => "earlier steps take every such case".to_owned(),
                facts => names::facts(self.rulebook.book(), facts).join(", "),
            };
            let _ = writeln!(out, "  - {title}: no, by {why}");
        }
        let titles: Vec<&str> = reasons
            .result
            .steps
            .iter()
            .filter_map(|at| issue.steps.get(*at))
            .map(|step| step.title.english.as_ref())
            .collect();
        if !reasons.result.is_decided() {
            let _ = writeln!(out, "  Steps that may still decide: {}", titles.join(" · "));
            return;
        }
        for step in reasons.result.steps.iter().filter_map(|at| issue.steps.get(*at)) {
            let _ = writeln!(out, "  Decides: {} {}", step.title.english, step.because.english);
        }
        for (cite, certainty) in citations(issue, &reasons.result) {
            let source = self.rulebook.book().sources.get(&cite.source);
            let formal = source.map_or(cite.source.as_str(), |source| source.citation.as_str());
            let link = source.map_or("", |source| source.official.as_str());
            let _ = writeln!(out, "  [{}] {formal} {} {link}", certainty.letter(), cite.at);
        }
    }

    fn way_on_text(&self, issue: &Issue, reasons: &Reasons, out: &mut String) {
        let book = self.rulebook.book();
        let headline = |at: usize| issue.outcomes.get(at).map_or("", |one| one.headline.english.as_ref());
        for change in reasons.changes.iter().take(LISTED_MAX) {
            let pairs = change.differences.iter().chain(&change.also);
            let pairs: Vec<String> = pairs
                .map(|(fact, value)| {
                    format!("{} “{}”", names::fact(book, *fact), names::label(book, *fact, *value))
                })
                .collect();
            let _ = writeln!(out, "  It would be another result if it turned out: {}", pairs.join("; "));
            let _ = writeln!(out, "    {}", headline(change.outcome));
        }
        for find in &reasons.find_out {
            let Some(question) = book.question_of(find.fact) else { continue };
            let _ = writeln!(out, "  To find out: {}", question.heading.english);
            let _ = writeln!(out, "    Who knows: {}", question.who_knows.english);
            let _ = writeln!(out, "    Ask: “{}”", question.ask_words.english);
            for (values, outcome) in find.settles.iter().take(LISTED_MAX) {
                let labels =
                    values.iter().take(LISTED_MAX).map(|value| names::label(book, find.fact, *value));
                let more = if values.len() > LISTED_MAX { " or the like" } else { "" };
                let labels: Vec<&str> = labels.collect();
                let _ =
                    writeln!(out, "    “{}”{more} settles it: {}", labels.join("” or “"), headline(*outcome));
            }
        }
    }
}

fn reasons(rulebook: &Rulebook, answers: &Answers, result: IssueResult) -> Reasons {
    let first = result.steps.first().copied().unwrap_or_default();
    let guards = rulebook.compiled().issues.get(result.issue).map(|issue| issue.guards.clone());
    let passed = guards.unwrap_or_default().into_iter().enumerate().take(first);
    let given = answers.iter().filter(|(fact, _)| answers.known(*fact).is_some()).map(|(fact, _)| fact);
    Reasons {
        // A guard ends in 0 where its step does not hold; the smallest facts that force it say why.
        passed_over: passed.map(|(at, guard)| (at, deciding(rulebook, answers, guard, &[0]))).collect(),
        without_bearing: given.filter(|fact| !result.deciding.contains(fact)).collect(),
        changes: changes(rulebook, answers, &result),
        find_out: find_out(rulebook, answers, &result),
        result,
    }
}
