//! The paper edition: every question, every law's steps in order with their sources, and a flow chart of
//! each issue drawn from its diagram. No scripts; shown, too, where there is no Wasm.

mod chart;
mod words;

use std::fmt::Write;

use deemed_engine::model::{Citation, Concept, Issue, Law, Outcome, Question};
use deemed_engine::{Book, Rulebook};

use words::{condition, escaped};

const STYLE: &str = "\
body{font:11pt/1.45 Georgia,serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}\
h1,h2,h3,h4{line-height:1.2;break-after:avoid}h2{margin-top:3rem;border-top:2px solid;padding-top:.5rem}\
.cites{font-size:.85em;margin:.2rem 0}.key{font-family:monospace;font-size:.8em;color:#444}\
li,dd{margin-bottom:.4rem}svg{max-width:100%;height:auto}\
.mark{border:1px solid;padding:0 .3em;font-size:.85em}@media print{h2{break-before:page}a{color:inherit}}";

/// The whole page.
pub fn page(rulebook: &Rulebook) -> String {
    let book = rulebook.book();
    let mut out = String::new();
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>Deemed: the rulebook on paper</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<h1>Deemed: the rulebook on paper</h1>\n\
         <p>Rulebook {} {}, reviewed {}, next review by {}. Independent; not a government document, and not \
         legal advice.</p>\n",
        escaped(&book.id),
        escaped(&book.version),
        book.reviewed,
        book.review_by
    );
    contents(book, &mut out);
    questions(book, &mut out);
    concepts(book, &mut out);
    let mut at = 0;
    for law in &book.laws {
        law_part(rulebook, law, &mut at, &mut out);
    }
    sources(book, &mut out);
    out.push_str("</body>\n</html>\n");
    out
}

fn contents(book: &Book, out: &mut String) {
    out.push_str("<nav><h2>Contents</h2>\n<ol>\n<li><a href=\"#questions\">Questions</a></li>\n");
    out.push_str("<li><a href=\"#concepts\">Concepts</a></li>\n");
    for law in &book.laws {
        let _ = writeln!(out, "<li><a href=\"#{}\">{}</a></li>", law.id, escaped(&law.title.english));
    }
    out.push_str("<li><a href=\"#sources\">Sources</a></li>\n</ol>\n</nav>\n");
}

fn questions(book: &Book, out: &mut String) {
    out.push_str("<h2 id=\"questions\">Questions</h2>\n");
    for section in &book.sections {
        let (title, reason) = (escaped(&section.title.english), escaped(&section.reason.english));
        let _ = writeln!(out, "<h3>{title}</h3>\n<p>{reason}</p>");
        for question in book.questions.iter().filter(|question| question.section == section.id) {
            question_part(book, question, out);
        }
    }
}

fn question_part(book: &Book, question: &Question, out: &mut String) {
    let _ = writeln!(
        out,
        "<h4>{}</h4>\n<p class=\"key\">{}</p>\n<p>{}</p>",
        escaped(&question.heading.english),
        escaped(&question.fact),
        escaped(&question.why.english)
    );
    if question.is_places {
        let _ = writeln!(out, "<p>Answers: {} places.</p>", question.choices.len());
    } else {
        out.push_str("<dl>\n");
        for choice in &question.choices {
            let (label, value) = (escaped(&choice.label.english), escaped(&choice.value));
            let means = escaped(&choice.means.english);
            let _ = writeln!(out, "<dt>{label} <span class=\"key\">{value}</span></dt>\n<dd>{means}</dd>");
        }
        out.push_str("</dl>\n");
    }
    let _ = writeln!(out, "<p>{}</p>", escaped(&question.law_says.english));
    cites(book, &question.law_cites, out);
}

fn concepts(book: &Book, out: &mut String) {
    out.push_str("<h2 id=\"concepts\">Concepts</h2>\n");
    for concept in &book.concepts {
        let Concept { id, title, says, when, certainty, because, cites: own } = concept;
        let _ = writeln!(
            out,
            "<h3 id=\"concept-{id}\">{}</h3>\n<p>{}</p>\n<p>When {}.</p>\n<p>{} <span class=\"mark\">{}</span></p>",
            escaped(&title.english),
            escaped(&says.english),
            condition(book, when),
            escaped(&because.english),
            certainty.letter()
        );
        cites(book, own, out);
    }
}

fn law_part(rulebook: &Rulebook, law: &Law, at: &mut usize, out: &mut String) {
    let book = rulebook.book();
    let _ = writeln!(
        out,
        "<h2 id=\"{}\">{}</h2>\n<p><span class=\"mark\">{}</span> Text of {}, reviewed {}.</p>\n<p>{}</p>",
        law.id,
        escaped(&law.title.english),
        law.status.word(),
        law.text_date,
        law.reviewed,
        escaped(&law.about.english)
    );
    for note in &law.notes {
        let _ = writeln!(out, "<p>{}</p>", escaped(&note.english));
    }
    for issue in &law.issues {
        issue_part(rulebook, issue, *at, out);
        *at += 1;
    }
    let _ = writeln!(out, "<p>Last action, {}: {}</p>", law.action_date, escaped(&law.action.english));
    cites(book, &law.action_cites, out);
}

fn issue_part(rulebook: &Rulebook, issue: &Issue, at: usize, out: &mut String) {
    let book = rulebook.book();
    let (title, question) = (escaped(&issue.title.english), escaped(&issue.question.english));
    let _ = writeln!(out, "<h3>{title}</h3>\n<p>{question}</p>\n{}", chart::of(rulebook, issue, at));
    out.push_str("<p>The first step that holds decides.</p>\n<ol>\n");
    for step in &issue.steps {
        let when = step
            .when
            .as_ref()
            .map_or_else(|| "In every other case".to_owned(), |when| format!("If {}", condition(book, when)));
        let outcome = issue.outcomes.get(step.outcome).map_or("", |outcome| outcome.id.as_str());
        let _ = writeln!(
            out,
            "<li><b>{}</b> <span class=\"key\">{}</span><br>{when}: <b>{outcome}</b> <span class=\"mark\">{}</span>\
             <br>{}",
            escaped(&step.title.english),
            escaped(&step.id),
            step.certainty.letter(),
            escaped(&step.because.english)
        );
        cites(book, &step.cites, out);
        out.push_str("</li>\n");
    }
    out.push_str("</ol>\n");
    for doubt in &issue.doubts {
        let _ = writeln!(
            out,
            "<p><b>Doubt</b> <span class=\"key\">{}</span>, if {}: {} <span class=\"mark\">at best {}</span></p>",
            escaped(&doubt.id),
            condition(book, &doubt.when),
            escaped(&doubt.because.english),
            doubt.certainty.letter()
        );
        cites(book, &doubt.cites, out);
    }
    for outcome in &issue.outcomes {
        outcome_part(book, outcome, out);
    }
}

fn outcome_part(book: &Book, outcome: &Outcome, out: &mut String) {
    let _ = writeln!(
        out,
        "<h4>{}</h4>\n<p class=\"key\">{} · {}</p>",
        escaped(&outcome.headline.english),
        escaped(&outcome.id),
        outcome.kind.word()
    );
    let lists = [
        ("It means", &outcome.means),
        ("It does not mean", &outcome.not_means),
        ("Do now", &outcome.do_now),
        ("Have at hand", &outcome.gather),
        ("Do not", &outcome.do_not),
    ];
    for (title, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
        let _ = writeln!(out, "<p>{title}:</p>\n<ul>");
        for words in list {
            let _ = writeln!(out, "<li>{}</li>", escaped(&words.english));
        }
        out.push_str("</ul>\n");
    }
    for ask in &outcome.ask {
        let (who, words) = (escaped(&ask.who.english), escaped(&ask.words.english));
        let _ = writeln!(out, "<p>Ask {who}: “{words}”</p>");
    }
    cites(book, &outcome.cites, out);
}

fn cites(book: &Book, cites: &[Citation], out: &mut String) {
    let one = |cite: &Citation| {
        let formal = book.sources.get(&cite.source).map_or(&cite.source, |source| &source.citation);
        format!("<a href=\"#source-{}\">{}</a> {}", escaped(&cite.source), escaped(formal), escaped(&cite.at))
    };
    let list: Vec<String> = cites.iter().map(one).collect();
    let _ = writeln!(out, "<p class=\"cites\">{}</p>", list.join("; "));
}

fn sources(book: &Book, out: &mut String) {
    out.push_str("<h2 id=\"sources\">Sources</h2>\n<dl>\n");
    for source in book.sources.values() {
        let read = if source.was_read { "read" } else { "second-hand" };
        let _ = writeln!(
            out,
            "<dt id=\"source-{}\">{}</dt>\n<dd>{} ({}, {read}, checked {}) {}</dd>",
            escaped(&source.id),
            escaped(&source.citation),
            escaped(&source.title.english),
            source.authority.word(),
            source.checked,
            escaped(&source.official)
        );
    }
    out.push_str("</dl>\n");
}
