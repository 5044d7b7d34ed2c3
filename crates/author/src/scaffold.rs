//! New rule files to fill in, from the same table that checks them.

use deemed_engine::Tree;
use deemed_engine::date::Date;
use deemed_engine::formats::Kind;
use deemed_engine::problem::nearest;
use deemed_engine::shape::Shape;
use serde_json::{Map, Value, json};

use crate::files::Files;
use crate::report::Refusal;

/// What can be new.
pub const NEW: [&str; 5] = ["question", "concept", "law", "step", "scenario"];

/// Path and text of every file that is new or changed.
///
/// # Errors
/// Where the words do not say what is new, or where it is there already.
pub fn files(files: &Files, words: &[String], today: Date) -> Result<Vec<(String, String)>, Refusal> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let made = match words.as_slice() {
        ["question", fact] => {
            let path = format!("questions/{fact}.json");
            let question = named(Kind::Question, &[("fact", fact)], today);
            vec![(path, question), listed(files, "questions", fact)?]
        }
        ["concept", id] => vec![(format!("concepts/{id}.json"), named(Kind::Concept, &[("id", id)], today))],
        ["scenario", id] => {
            vec![(format!("scenarios/{id}.json"), named(Kind::Scenario, &[("id", id)], today))]
        }
        ["law", id] => law(files, id, today)?,
        ["step", issue, id] => step(files, issue, id, today)?,
        [first, ..] if !NEW.contains(first) => {
            let meant = nearest(first, &NEW).map(|word| format!("; did you mean `{word}`?"));
            let allowed = NEW.join("`, `");
            return Err(Refusal::one(format!(
                "`{first}` can't be new; allowed: `{allowed}`, `language`{}",
                meant.unwrap_or_default()
            )));
        }
        _ => {
            return Err(Refusal::one(
                "what is new is expected: `question FACT`, `concept ID`, `law ID`, `step LAW/ISSUE ID`, \
                 `scenario ID` or `language TAG`",
            ));
        }
    };
    let changed = ["rulebook.json"];
    let taken = made.iter().filter(|(path, _)| {
        let is_edit =
            changed.contains(&path.as_str()) || words.first() == Some(&"step") && path.starts_with("laws/");
        !is_edit && files.get(path).is_some()
    });
    let taken: Vec<String> = taken.map(|(path, _)| format!("`{path}` is there already")).collect();
    if !taken.is_empty() {
        return Err(Refusal::all(taken));
    }
    Ok(made.into_iter().map(|(path, value)| (path, format!("{value:#}\n"))).collect())
}

/// A file of a kind with every required field to fill in, and these fields filled in.
fn named(kind: Kind, given: &[(&str, &str)], today: Date) -> Value {
    let mut value = blank(kind.shape(), "", today);
    if let Some(entries) = value.as_object_mut() {
        for (key, text) in given {
            entries.insert((*key).to_owned(), (*text).into());
        }
        // A question has either choices or places; choices are what most have.
        if kind == Kind::Question {
            let choice = |name: &str| json!({"value": name, "label": fill("the answer"), "means": fill("what it means")});
            entries.insert("choices".to_owned(), json!([choice("yes"), choice("no")]));
        }
    }
    value
}

fn fill(about: &str) -> String {
    format!("To be written: {about}.")
}

/// A value of a shape to fill in. Citations name no source, so that a check asks for one.
fn blank(shape: Shape, about: &str, today: Date) -> Value {
    match shape {
        Shape::Text | Shape::Words => fill(about).into(),
        Shape::Id => "to-be-named".into(),
        Shape::Date => today.to_string().into(),
        Shape::Address => "https://".into(),
        Shape::Flag => false.into(),
        Shape::Number => 1.into(),
        Shape::OneOf(words) => words.last().copied().unwrap_or_default().into(),
        Shape::List(_) => json!([]),
        Shape::Some(inner) => json!([blank(*inner, about, today)]),
        Shape::Map(_) => json!({}),
        Shape::Condition => json!({"fact": "to-be-named", "in": ["to-be-named"]}),
        Shape::Object(fields) => {
            let required = fields.iter().filter(|field| field.required);
            let entries: Map<String, Value> = required
                .map(|field| (field.key.to_owned(), blank(field.shape, field.about, today)))
                .collect();
            entries.into()
        }
    }
}

/// The rulebook's file with a name put at the end of one of its lists.
fn listed(files: &Files, key: &str, name: &str) -> Result<(String, Value), Refusal> {
    let path = "rulebook.json".to_owned();
    let mut value = parsed(files, &path)?;
    if let Some(list) = value.get_mut(key).and_then(Value::as_array_mut)
        && !list.iter().any(|own| own == name)
    {
        list.push(name.into());
    }
    Ok((path, value))
}

fn parsed(files: &Files, path: &str) -> Result<Value, Refusal> {
    let text = files.get(path).ok_or_else(|| Refusal::one(format!("`{path}` is missing")))?;
    Tree::parse(path, text).map_err(|problem| Refusal::from(vec![problem]))?;
    serde_json::from_str(text).map_err(|error| Refusal::one(format!("`{path}` is not readable: {error}")))
}

/// A law with one issue of one step and one outcome, and a scenario of it.
fn law(files: &Files, id: &str, today: Date) -> Result<Vec<(String, Value)>, Refusal> {
    let mut law = named(Kind::Law, &[("id", id)], today);
    let mut issue = named(Kind::Issue, &[("id", "access"), ("law", id)], today);
    let outcome =
        named(Kind::Outcome, &[("id", "cannot-determine"), ("law", id), ("issue", "access")], today);
    for (value, key, names) in [(&mut law, "issues", "access"), (&mut issue, "outcomes", "cannot-determine")]
    {
        if let Some(entries) = value.as_object_mut() {
            entries.insert(key.to_owned(), json!([names]));
        }
    }
    if let Some(step) = issue.pointer_mut("/steps/0").and_then(Value::as_object_mut) {
        step.insert("id".to_owned(), "otherwise".into());
        step.insert("outcome".to_owned(), "cannot-determine".into());
    }
    let name = format!("{id}-otherwise");
    Ok(vec![
        listed(files, "laws", id)?,
        (format!("laws/{id}/law.json"), law),
        (format!("laws/{id}/access.json"), issue),
        (format!("outcomes/{id}/access/cannot-determine.json"), outcome),
        (format!("scenarios/{name}.json"), scenario(&name, &format!("{id}/access"), "otherwise", today)),
    ])
}

fn scenario(name: &str, issue: &str, step: &str, today: Date) -> Value {
    let mut scenario = named(Kind::Scenario, &[("id", name)], today);
    if let Some(entries) = scenario.as_object_mut() {
        entries.insert("expect".to_owned(), json!({issue: {"outcome": "cannot-determine", "step": step}}));
    }
    scenario
}

/// A step before the last one, and a scenario on either side of it.
fn step(files: &Files, issue: &str, id: &str, today: Date) -> Result<Vec<(String, Value)>, Refusal> {
    let path = format!("laws/{issue}.json");
    let mut value = parsed(files, &path)?;
    let outcome = value.pointer("/outcomes/0").cloned().unwrap_or_default();
    let name = issue.replace('/', "-");
    let next = value.pointer("/steps").and_then(Value::as_array).and_then(|steps| steps.last());
    let next = next.and_then(|step| step.get("id")).and_then(Value::as_str).unwrap_or_default().to_owned();
    let new = json!({
        "id": id,
        "title": fill("what the step asks"),
        "when": blank(Shape::Condition, "", today),
        "outcome": outcome,
        "certainty": "C",
        "because": fill("why it follows"),
        "cites": [{"source": "to-be-named", "at": fill("where it is written")}],
    });
    if let Some(steps) = value.get_mut("steps").and_then(Value::as_array_mut) {
        let at = steps.len().saturating_sub(1);
        steps.insert(at, new);
    }
    let (yes, no) = (format!("{name}-{id}"), format!("{name}-not-{id}"));
    Ok(vec![
        (path, value),
        (format!("scenarios/{yes}.json"), scenario(&yes, issue, id, today)),
        (format!("scenarios/{no}.json"), scenario(&no, issue, &next, today)),
    ])
}
