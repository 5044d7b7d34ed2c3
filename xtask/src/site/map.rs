//! The map of the whole rulebook: laws, their issues, the steps of each in order, and where they lead. It is
//! a page without any script, written when the site is built, so that the program does not grow.

mod drawing;
mod rules;

use std::fmt::Write as _;
use std::path::Path;

use super::asset::Asset;
use super::languages::{self, Common, Language};
use super::page::escape;
use crate::run::{Outcome, read, read_text, write};
use drawing::Stop;
use rules::{Cite, Issue, Law, Said, Step, laws};

/// Where the map stands below the folder of a language.
pub const FOLDER: &str = "map/";

/// Writes the map in each language: the page leads to the one in the language that a person speaks.
///
/// # Errors
/// When a source is missing or a file cannot be written.
pub fn write_maps(common: &Common, out: &Path) -> Outcome {
    let from = common.root.join("static");
    let template = read_text(&from.join("map.html"))?;
    let style = Asset::new("map/map", "css", read(&from.join("map.css"))?);
    write(&out.join(&style.name), &style.bytes)?;
    for language in common.all {
        let mut facts = common.facts.clone();
        facts.insert("map.style".into(), style.name.clone());
        facts.insert("map.style.integrity".into(), style.integrity.clone());
        facts.insert("map".into(), map(common.root, language)?);
        facts.insert("maps".into(), others(common, language));
        let home = if language.has_page { language.folder() } else { String::new() };
        facts.insert("home".into(), format!("{}{home}", common.base));
        let page = languages::page(&template, language, &Common { facts: &facts, ..*common })?;
        write(&out.join(language.folder()).join(FOLDER).join("index.html"), page.as_bytes())?;
    }
    Ok(())
}

/// The same map in other languages.
fn others(common: &Common, own: &Language) -> String {
    let link = |one: &Language| {
        let (name, tag) = (escape(&one.name), escape(&one.tag));
        if one.tag == own.tag {
            return format!("<li lang=\"{tag}\"><strong aria-current=\"true\">{name}</strong></li>");
        }
        let address = escape(&format!("{}{}{FOLDER}", common.base, one.folder()));
        format!("<li lang=\"{tag}\"><a href=\"{address}\" hreflang=\"{tag}\">{name}</a></li>")
    };
    common.all.iter().map(link).collect()
}

fn map(root: &Path, language: &Language) -> Outcome<String> {
    let laws = laws(root, language)?;
    let mut page = String::from("<ul class=\"contents\">\n");
    for law in &laws {
        let _ = writeln!(page, "<li><a href=\"#{}\">{}</a><ul>", law.id, law.short_title.html());
        for issue in &law.issues {
            let _ = writeln!(page, "<li><a href=\"#{}\">{}</a></li>", issue.id, issue.title.html());
        }
        page.push_str("</ul></li>\n");
    }
    page.push_str("</ul>\n");
    for law in &laws {
        page.push_str(&of_law(law, language));
    }
    Ok(page)
}

fn of_law(law: &Law, language: &Language) -> String {
    let class = if law.is_binding { "map-law" } else { "map-law bills" };
    let mut out = format!("<section class=\"{class}\" aria-labelledby=\"{}\">\n", law.id);
    // In the heading itself, for those who go from heading to heading.
    let mark = if law.is_binding {
        String::new()
    } else {
        format!("<span class=\"not-law\">{}</span><br>", escape(language.text("bills.not-law")))
    };
    let _ = writeln!(
        out,
        "<h2 id=\"{}\">{mark}{}</h2>\n<p class=\"law-name\">{}</p>\n<p>{}</p>",
        law.id,
        law.title.html(),
        escape(language.text(law.status)),
        law.about.html()
    );
    for issue in &law.issues {
        out.push_str(&of_issue(issue, language));
    }
    out.push_str("</section>\n");
    out
}

fn of_issue(issue: &Issue, language: &Language) -> String {
    let say = |key: &str| escape(language.text(key));
    let mut out = format!(
        "<h3 id=\"{}\">{}</h3>\n<p>{}</p>\n<div class=\"way\">\n{}<ol class=\"steps\">\n",
        issue.id,
        issue.title.html(),
        issue.question.html(),
        drawing::draw(&stops(issue, language), language.text("site.map.drawing"))
    );
    for step in &issue.steps {
        out.push_str(&of_step(step, issue, language));
    }
    let _ = writeln!(out, "</ol>\n</div>\n<h4>{}</h4>\n<ul class=\"ends\">", say("result.possible"));
    for end in &issue.outcomes {
        let _ = writeln!(out, "<li id=\"{}\">{}</li>", end.id, end.headline.html());
    }
    out.push_str("</ul>\n");
    out
}

fn of_step(step: &Step, issue: &Issue, language: &Language) -> String {
    let say = |key: &str| escape(language.text(key));
    let (certainty, certainty_says) = match step.certainty.as_str() {
        "A" => (say("certainty.a"), say("certainty.a-says")),
        "B" => (say("certainty.b"), say("certainty.b-says")),
        _ => (say("certainty.c"), say("certainty.c-says")),
    };
    let end = issue.outcome(step);
    let (end_id, end_words) = end.map_or(("", String::new()), |end| (end.id.as_str(), end.headline.html()));
    let cites: String = step.cites.iter().map(cited).collect();
    format!(
        "<li>\n<p><strong>{}</strong></p>\n<p>{} <a href=\"#{end_id}\">{end_words}</a></p>\n\
         <details><summary>{} <span class=\"hidden\">{}</span></summary><div class=\"disclosed\">\n<p>{}</p>\n\
         <p>{} <strong>{certainty}</strong>. {certainty_says}</p>\n<ul class=\"citations\">{cites}</ul>\n\
         </div></details>\n</li>\n",
        step.title.html(),
        say("site.map.leads-to"),
        say("site.map.why"),
        step.title.html(),
        step.because.html(),
        say("certainty.label"),
    )
}

fn cited(cite: &Cite) -> String {
    format!(
        "<li lang=\"en\"><a href=\"{}\" rel=\"noreferrer noopener\">{}, {}</a></li>",
        cite.official, cite.citation, cite.at
    )
}

/// The steps as the drawing has them: the same words as in the list.
fn stops<'a>(issue: &'a Issue, language: &'a Language) -> Vec<Stop<'a>> {
    let stop = |step: &'a Step| {
        let end = issue.outcome(step).map_or("", |end| end.headline.text.as_str());
        Stop { title: &step.title.text, leads_to: language.text("site.map.leads-to"), end }
    };
    issue.steps.iter().map(stop).collect()
}

/// A text of the rulebook in the language, or in English and marked so.
pub fn said(language: &Language, key: &str, english: &str) -> Said {
    match language.text(key) {
        "" => Said { text: english.to_owned(), is_stand_in: language.words.is_some() },
        text => Said { text: text.to_owned(), is_stand_in: false },
    }
}

impl Said {
    /// As markup.
    fn html(&self) -> String {
        if self.is_stand_in {
            format!("<span lang=\"en\" dir=\"ltr\">{}</span>", escape(&self.text))
        } else {
            escape(&self.text)
        }
    }
}
