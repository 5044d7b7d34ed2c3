//! Gaps: people for whom no step applies.
//!
//! A rulebook that loads has none, since the last step of every issue has no condition. Where somebody
//! gave the last step one, the rulebook is refused; to say whom that leaves without a result, a stand-in
//! for the missing last step is added and its profiles are counted.

use deemed_engine::Rulebook;
use serde_json::{Value, json};

use super::{Proof, Proved, count::Space, issue::Finding, path, reads};
use crate::files::Files;

/// The name of the stand-in for a missing last step.
const STAND_IN: &str = "no-step-applies";

/// What can be proved about a rulebook that is refused for its gaps alone; else nothing.
pub fn proof(files: &Files) -> Option<Proved> {
    let mut mended = files.clone();
    for (path, text) in files.iter().filter(|(path, _)| path.starts_with("laws/")) {
        if let Some(text) = with_stand_in(text) {
            mended = mended.with(path, text);
        }
    }
    let rulebook = Rulebook::load(mended.iter()).ok()?;
    let mut proof = Proof::of(&rulebook);
    for (at, issue) in proof.issues.iter_mut().enumerate() {
        issue.dead_steps.retain(|finding| finding.about != STAND_IN);
        issue.gaps.extend(gap(&rulebook, at));
    }
    Some(Proved { rulebook, proof })
}

/// The issue's text with a last step without condition, where it has none.
fn with_stand_in(text: &str) -> Option<String> {
    let mut value: Value = serde_json::from_str(text).ok()?;
    let outcome = value.get("outcomes")?.get(0)?.clone();
    let steps = value.get_mut("steps")?.as_array_mut()?;
    let last = steps.last()?;
    last.get("when")?;
    let mut stand_in = json!({
        "id": STAND_IN, "title": STAND_IN, "certainty": "C", "because": STAND_IN, "cites": last.get("cites")?,
    });
    stand_in.as_object_mut()?.insert("outcome".to_owned(), outcome);
    steps.push(stand_in);
    Some(value.to_string())
}

fn gap(rulebook: &Rulebook, at: usize) -> Option<Finding> {
    let (_, issue) = rulebook.book().issues().nth(at)?;
    let compiled = rulebook.compiled().issues.get(at)?;
    let place = issue.steps.iter().position(|step| step.id == STAND_IN)?;
    let is_gap = |end: u64| {
        let ending = usize::try_from(end).ok().and_then(|end| compiled.endings.get(end));
        ending.is_some_and(|ending| ending.step == place)
    };
    let arena = &rulebook.compiled().arena;
    let way = path::shortest(arena, compiled.endings_root, &|_| None, &is_gap)?;
    let levels = reads::of_issue(rulebook.book(), issue);
    let ends = Space::of(&rulebook.compiled().classes).ends(arena, compiled.endings_root, &levels);
    let count: num_bigint::BigUint =
        ends.into_iter().filter(|(end, _)| is_gap(*end)).map(|(_, count)| count).sum();
    Some(Finding {
        about: count.to_string(),
        says: "no step applies to these profiles",
        example: path::answers(rulebook, &way),
    })
}
