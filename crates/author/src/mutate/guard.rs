//! Scenarios drawn from the rules, which guard the present reading against slips.

use deemed_engine::evaluate::citations;
use deemed_engine::model::Issue;
use deemed_engine::{Answer, Answers, Rulebook, Scenario, evaluate};
use serde_json::{Map, Value, json};

use crate::prove::path;
use crate::scenarios::Reached;

/// Facts, and what comes out for them in one issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guard {
    /// `law/issue`.
    pub issue: String,
    /// Values by fact.
    pub facts: Vec<(String, String)>,
    /// The outcome that comes out.
    pub outcome: String,
    /// The step that decides; none where several can.
    pub step: Option<String>,
    /// How sure it is.
    pub certainty: &'static str,
    /// The doubts that apply.
    pub doubts: Vec<String>,
    why: String,
    citations: Vec<String>,
}

impl Guard {
    /// What comes out for these facts; none where it is open.
    pub fn of(rulebook: &Rulebook, path: &str, facts: &[(String, String)]) -> Option<Self> {
        let answers = answers(rulebook, facts)?;
        let evaluation = evaluate(rulebook, &answers, |_| false);
        let mut issues = rulebook.book().issues().zip(&evaluation.results);
        let ((_, issue), result) = issues.find(|((_, issue), _)| issue.path() == path)?;
        let outcome = issue.outcomes.get(result.outcome()?)?;
        let step = match result.steps.as_slice() {
            [one] => issue.steps.get(*one),
            _ => None,
        };
        let sources = &rulebook.book().sources;
        let cite = |cite: &deemed_engine::model::Citation| {
            let formal =
                sources.get(&cite.source).map_or(cite.source.as_str(), |source| source.citation.as_str());
            format!("{formal} {}", cite.at)
        };
        Some(Self {
            issue: path.to_owned(),
            facts: facts.to_vec(),
            outcome: outcome.id.clone(),
            step: step.map(|step| step.id.clone()),
            certainty: result.certainty?.letter(),
            doubts: result
                .doubts
                .iter()
                .filter_map(|at| issue.doubts.get(*at))
                .map(|doubt| doubt.id.clone())
                .collect(),
            why: step.map_or_else(
                || outcome.headline.english.to_string(),
                |step| step.because.english.to_string(),
            ),
            citations: citations(issue, result).iter().map(|(one, _)| cite(one)).collect(),
        })
    }

    /// Whether something else comes out in this rulebook.
    pub fn catches(&self, mutant: &Rulebook) -> bool {
        let own = Self::of(mutant, &self.issue, &self.facts);
        own.is_none_or(|own| {
            own.outcome != self.outcome
                || own.certainty != self.certainty
                || own.doubts != self.doubts
                || self.step.is_some() && own.step != self.step
        })
    }

    /// The first part of its name.
    pub fn stem(&self) -> String {
        let issue = self.issue.replace('/', "-");
        let name = format!("guard-{issue}-{}", self.step.as_deref().unwrap_or(&self.outcome));
        name.chars().take(72).collect::<String>().trim_end_matches('-').to_owned()
    }

    /// As a scenario file.
    pub fn text(&self, id: &str) -> String {
        let facts: Map<String, Value> =
            self.facts.iter().map(|(fact, value)| (fact.clone(), value.clone().into())).collect();
        let mut expect = json!({"outcome": self.outcome, "certainty": self.certainty, "doubts": self.doubts});
        if let (Some(step), Some(entries)) = (&self.step, expect.as_object_mut()) {
            entries.insert("step".to_owned(), step.clone().into());
        }
        let person: Vec<String> = self.facts.iter().map(|(fact, value)| format!("{fact} {value}")).collect();
        let scenario = json!({
            "id": id,
            "person": format!("anybody with {}", person.join(", ")),
            "facts": facts,
            "expect": {self.issue.clone(): expect},
            "citations": self.citations,
            "certainty": self.certainty,
            "why": self.why,
            "origin": "drawn from the rules by `deemed-author mutate`: guards the reading in the rule file \
                       against slips, and is no evidence that the reading is right",
        });
        format!("{scenario:#}\n")
    }
}

fn answers(rulebook: &Rulebook, facts: &[(String, String)]) -> Option<Answers> {
    let mut answers = Answers::new();
    for (fact, value) in facts {
        let question = rulebook.book().question(fact)?;
        answers.set(question.id, Answer::Known(question.value(value)?));
    }
    Some(answers)
}

/// For each step at which no scenario ends, or which none passes by, a scenario that does.
pub fn missing_sides(rulebook: &Rulebook, scenarios: &[Scenario]) -> Vec<Guard> {
    let mut found = Vec::new();
    for (at, (_, issue)) in rulebook.book().issues().enumerate() {
        found.extend(missing_in(rulebook, scenarios, at, issue));
    }
    found
}

fn missing_in(rulebook: &Rulebook, scenarios: &[Scenario], at: usize, issue: &Issue) -> Vec<Guard> {
    let Some(compiled) = rulebook.compiled().issues.get(at) else { return Vec::new() };
    let own = scenarios.iter().filter(|scenario| scenario.expectations.iter().any(|one| one.issue == at));
    let mut ends: Vec<Vec<usize>> =
        own.map(|scenario| Reached::of(rulebook, compiled, &scenario.answers).steps()).collect();
    let mut found = Vec::new();
    for number in 0..issue.steps.len() {
        let sides: [&dyn Fn(usize) -> bool; 2] = [&|step| step == number, &|step| step > number];
        for (side, wanted) in sides.into_iter().enumerate() {
            let covered = ends.iter().any(|steps| steps.iter().all(|step| wanted(*step)));
            if covered || side == 1 && number + 1 == issue.steps.len() {
                continue;
            }
            let is_end = |end: u64| {
                let ending = usize::try_from(end).ok().and_then(|end| compiled.endings.get(end));
                ending.is_some_and(|ending| wanted(ending.step))
            };
            let way = path::shortest(&rulebook.compiled().arena, compiled.endings_root, &|_| None, &is_end);
            let Some(way) = way else { continue };
            let answers = path::answers(rulebook, &way);
            ends.push(Reached::of(rulebook, compiled, &answers).steps());
            found.extend(Guard::of(rulebook, &issue.path(), &facts(rulebook, &answers)));
        }
    }
    found
}

fn facts(rulebook: &Rulebook, answers: &Answers) -> Vec<(String, String)> {
    let book = rulebook.book();
    let known = answers.iter().filter_map(|(fact, _)| Some((fact, answers.known(fact)?)));
    let named = known.map(|(fact, value)| {
        (crate::names::fact(book, fact).to_owned(), crate::names::value(book, fact, value).to_owned())
    });
    named.collect()
}
