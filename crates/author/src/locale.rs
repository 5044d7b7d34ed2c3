//! Languages: what is stale, missing or misleading in each, and the files of a new one.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use deemed_engine::date::Date;
use deemed_locales::{Coverage, Finding, Kind, Locales, template};
use serde_json::{Value, json};

use crate::report::{Format, Refusal, Report};

/// What was found in one language.
#[derive(Debug, Clone)]
pub struct Language {
    tag: String,
    is_complete: bool,
    coverage: Coverage,
    findings: Vec<Finding>,
}

/// The folder of the translations of a rulebook: `locales`, beside it.
fn folder_beside(rulebook: &Path) -> PathBuf {
    rulebook.canonicalize().unwrap_or_else(|_| rulebook.to_owned()).with_file_name("locales")
}

fn read(rulebook: &Path) -> Result<Locales, Refusal> {
    Locales::read(rulebook, &folder_beside(rulebook)).map_err(Refusal::all)
}

/// Checks every language of a rulebook; a rulebook without translations beside it has none.
///
/// # Errors
/// Every file of a language that cannot be read.
pub fn languages(rulebook: &Path) -> Result<Vec<Language>, Refusal> {
    if !folder_beside(rulebook).is_dir() {
        return Ok(Vec::new());
    }
    let locales = read(rulebook)?;
    let checked = locales.languages.iter().map(|language| Language {
        tag: language.about.tag.clone(),
        is_complete: language.about.is_complete,
        coverage: locales.coverage(language),
        findings: locales.findings(language),
    });
    Ok(checked.collect())
}

/// The report of a check with the languages in it.
#[must_use]
pub fn add(mut report: Report, languages: &[Language], format: Format) -> Report {
    if languages.is_empty() {
        return report;
    }
    match format {
        Format::Json => {
            let mut value: Value = serde_json::from_str(&report.output).unwrap_or_default();
            if let Some(object) = value.as_object_mut() {
                object.insert("languages".to_owned(), languages.iter().map(value_of).collect());
            }
            report.output = format!("{value:#}\n");
        }
        Format::Text => languages.iter().for_each(|language| text_of(language, &mut report.output)),
    }
    report.is_found |= languages.iter().any(|language| language.findings.iter().any(|one| one.fails));
    report
}

fn value_of(language: &Language) -> Value {
    let Coverage { fresh, stale, missing } = language.coverage;
    let finding = |found: &Finding| json!({"kind": found.kind.word(), "file": found.file, "key": found.key, "message": found.message, "fails": found.fails});
    json!({
        "tag": language.tag,
        "complete": language.is_complete,
        "coverage": {"percent": language.coverage.percent(), "fresh": fresh, "stale": stale, "missing": missing},
        "findings": language.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}

/// Missing texts of a language that is being worked on are counted and not listed.
fn text_of(language: &Language, out: &mut String) {
    let shown = |found: &&Finding| found.fails || found.kind != Kind::Missing;
    for found in language.findings.iter().filter(shown) {
        let kind = if found.fails { "language" } else { "note" };
        let _ = writeln!(out, "{kind}: locales/{}: {} [{}]", found.file, found.message, found.kind.word());
    }
    let Coverage { fresh, stale, missing } = language.coverage;
    let (tag, percent) = (&language.tag, language.coverage.percent());
    let state = if language.is_complete { "complete" } else { "in work" };
    let _ = writeln!(
        out,
        "language: {tag} ({state}): {percent} % of the texts; {fresh} fresh, {stale} stale, {missing} missing"
    );
}

/// `new language`: writes the files with which a language begins.
///
/// # Errors
/// Where the tag is none or is taken, or a file cannot be written.
pub fn new_language(rulebook: &Path, tag: &str, today: Date) -> Result<Report, Refusal> {
    let files = template(&read(rulebook)?, tag, &today.to_string()).map_err(Refusal::one)?;
    let folder = folder_beside(rulebook);
    let mut out = String::new();
    for (name, text) in files {
        let path = folder.join(&name);
        let made = path.parent().map_or(Ok(()), std::fs::create_dir_all);
        made.and_then(|()| std::fs::write(&path, text))
            .map_err(|error| Refusal::one(format!("`{}` cannot be written: {error}", path.display())))?;
        let _ = writeln!(out, "written: locales/{name}");
    }
    let _ = writeln!(
        out,
        "Fill in `text` beside each `english`, and name, direction and digits in language.json. \
         List `{tag}` under `languages` in rulebook.json."
    );
    Ok(Report::text(out))
}
