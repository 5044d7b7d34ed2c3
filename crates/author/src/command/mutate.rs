//! `mutate`: seeds defects, and lists the scenarios to write where nothing finds them.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use deemed_engine::date::Date;
use serde_json::{Value, json};

use crate::compare::Level;
use crate::files::{self, Loaded};
use crate::mutate::{self, Fate, Trial, guard::Guard};
use crate::report::{Format, Refusal, Report};

/// How the defects of one kind fared.
#[derive(Debug, Clone, Copy, Default)]
struct Score {
    caught: usize,
    survived: usize,
    harmless: usize,
}

impl Score {
    fn add(&mut self, fate: &Fate) {
        match fate {
            Fate::Harmless => self.harmless += 1,
            Fate::Caught(_) => self.caught += 1,
            Fate::Survived(_) => self.survived += 1,
        }
    }

    fn value(self) -> Value {
        json!({"caught": self.caught, "survived": self.survived, "harmless": self.harmless})
    }
}

/// Seeds defects and reports; with `write`, writes the scenarios that are missing.
///
/// # Errors
/// Where a scenario can't be written.
pub fn run(
    loaded: &Loaded,
    today: Date,
    limit: Option<usize>,
    write: Option<&Path>,
    format: Format,
) -> Result<Report, Refusal> {
    let mut written = Vec::new();
    if let Some(folder) = write {
        written = mutate::named(&loaded.files, &mutate::missing_sides(loaded));
        save(folder, &written)?;
    }
    // What was just written counts, so that the survivors ask for nothing twice.
    let loaded = match write {
        Some(folder) => &Loaded::read(folder)?,
        None => loaded,
    };
    let trials = mutate::run(loaded, today, limit);
    let named = mutate::named(&loaded.files, &mutate::guards(&trials));
    if let Some(folder) = write {
        save(folder, &named)?;
        written.extend(named.iter().cloned());
    }
    let survived = trials.iter().any(|trial| matches!(trial.fate, Fate::Survived(_)));
    let report = match format {
        Format::Json => Report::json(&value(&trials, &named, &written)),
        Format::Text => Report::text(text(&trials, &named, &written)),
    };
    Ok(report.found(survived))
}

fn save(folder: &Path, guards: &[(String, Guard)]) -> Result<(), Refusal> {
    let text = |(name, guard): &(String, Guard)| (format!("scenarios/{name}.json"), guard.text(name));
    files::save(folder, &guards.iter().map(text).collect::<Vec<_>>())
}

fn level_word(level: Option<Level>) -> &'static str {
    match level {
        Some(Level::Outcome) => "outcome",
        Some(Level::Certainty) => "certainty",
        Some(Level::Reason) => "reason",
        None => "no result",
    }
}

fn scores<'a>(trials: &'a [Trial], key: impl Fn(&'a Trial) -> &'a str) -> BTreeMap<&'a str, Score> {
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    for trial in trials {
        scores.entry(key(trial)).or_default().add(&trial.fate);
    }
    scores
}

fn whole(trials: &[Trial]) -> Score {
    let mut score = Score::default();
    for trial in trials {
        score.add(&trial.fate);
    }
    score
}

fn value(trials: &[Trial], named: &[(String, Guard)], written: &[(String, Guard)]) -> Value {
    let survivors: Vec<Value> = trials
        .iter()
        .filter_map(|trial| {
            let Fate::Survived(guard) = &trial.fate else { return None };
            let defect = &trial.defect;
            let name = named.iter().find(|(_, own)| own == guard).map(|(name, _)| name);
            Some(json!({
                "file": defect.file, "pointer": defect.pointer, "kind": defect.kind, "defect": defect.says,
                "changes": level_word(trial.level), "scenario": name,
            }))
        })
        .collect();
    let parse = |(name, guard): &(String, Guard)| -> Value {
        serde_json::from_str(&guard.text(name)).unwrap_or_default()
    };
    let by = |scores: BTreeMap<&str, Score>| -> Value {
        scores.into_iter().map(|(key, score)| (key.to_owned(), score.value())).collect()
    };
    json!({
        "seeded": trials.len(),
        "score": whole(trials).value(),
        "kinds": by(scores(trials, |trial| trial.defect.kind)),
        "changes": by(scores(trials, |trial| level_word(trial.level))),
        "survivors": survivors,
        "scenarios-to-write": named.iter().map(parse).collect::<Vec<_>>(),
        "scenarios-written": written.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>(),
    })
}

fn text(trials: &[Trial], named: &[(String, Guard)], written: &[(String, Guard)]) -> String {
    let mut out = String::new();
    for trial in trials {
        if let Fate::Survived(guard) = &trial.fate {
            let defect = &trial.defect;
            let name = named.iter().find(|(_, own)| own == guard).map_or("", |(name, _)| name.as_str());
            let _ = writeln!(
                out,
                "survived: {}#{}: {} (changes the {}; scenario {name})",
                defect.file,
                defect.pointer,
                defect.says,
                level_word(trial.level)
            );
        }
    }
    for (name, guard) in named.iter().filter(|_| written.is_empty()) {
        let facts: Vec<String> = guard.facts.iter().map(|(fact, value)| format!("{fact} {value}")).collect();
        let _ = writeln!(out, "scenario to write: {name}: {} gives `{}`", facts.join(", "), guard.outcome);
    }
    for (name, _) in written {
        let _ = writeln!(out, "written: scenarios/{name}.json");
    }
    for (kind, score) in scores(trials, |trial| trial.defect.kind) {
        let Score { caught, survived, harmless } = score;
        let _ = writeln!(out, "{kind}: {caught} caught, {survived} survived, {harmless} change nothing");
    }
    let Score { caught, survived, harmless } = whole(trials);
    let _ = writeln!(
        out,
        "{} seeded: {caught} of {} found; {harmless} change nothing for anybody",
        trials.len(),
        caught + survived
    );
    out
}
