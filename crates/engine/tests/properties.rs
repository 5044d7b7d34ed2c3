//! What the engine promises, each promise one row of a table, judged by enumeration on rulebooks drawn
//! by lot; and exactness on the real one.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test says what went wrong by panicking"
)]

#[path = "support/ways_on.rs"]
mod ways_on;

use std::collections::{BTreeMap, BTreeSet};

use deemed_engine::explain::{changes, deciding};
use deemed_engine::model::Issue;
use deemed_engine::{Answer, Answers, Evaluation, IssueResult, Rulebook, Tree, evaluate};
use deemed_proving::{Judge, Lot, Sheet, Size, Verdict, generate, real};

/// A rulebook and a sheet, drawn by lot.
struct Case {
    rulebook: Rulebook,
    judge: Judge,
    sheet: Sheet,
    lot: Lot,
    files: Vec<(String, String)>,
}

/// A promise: its name, and what fails where it does not hold.
type Property = (&'static str, fn(&mut Case));

/// Every promise; the table in `docs/proofs.md` has the same.
const PROPERTIES: [Property; 13] = [
    ("exact", exact),
    ("monotone", monotone),
    ("unknown never helps", unknown_never_helps),
    ("order-free", order_free),
    ("total", total),
    ("deciding is minimal", deciding_is_minimal),
    ("change is nearest", change_is_nearest),
    ("open facts matter", open_facts_matter),
    ("agenda ends", agenda_ends),
    ("finding out settles", ways_on::finding_out_settles),
    ("asking separates", ways_on::asking_separates),
    ("following counts", ways_on::following_counts),
    ("round trip", round_trip),
];

const CASES: u64 = 25;

#[test]
fn every_promise_holds_on_rulebooks_drawn_by_lot() {
    for seed in 0..CASES {
        for window in [3, 5] {
            for (name, property) in PROPERTIES {
                let mut case = case(seed, Size::small(window));
                let sheet = case.sheet.clone();
                let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| property(&mut case)));
                assert!(done.is_ok(), "`{name}` fails for seed {seed}, window {window}, sheet {sheet:?}");
            }
        }
    }
}

#[test]
fn the_table_of_promises_is_this_one() {
    let table = include_str!("../../../docs/proofs.md").split("## Promises").nth(1).unwrap();
    let rows = table.lines().skip_while(|line| !line.starts_with("|---")).skip(1);
    let rows = rows.take_while(|line| line.starts_with('|'));
    let named: Vec<&str> = rows.map(|row| row.trim_start_matches("| ").split(" |").next().unwrap()).collect();
    assert_eq!(named, PROPERTIES.map(|(name, _)| name));
}

fn load(files: &[(String, String)]) -> Rulebook {
    Rulebook::load(files.iter().map(|(path, text)| (path.as_str(), text.as_str()))).unwrap()
}

fn case(seed: u64, size: Size) -> Case {
    let mut lot = Lot(seed);
    let files = generate::rulebook(&mut lot, size);
    let judge = Judge::new(&files);
    let sheet = judge.sheet(&mut lot, 2);
    Case { rulebook: load(&files), judge, sheet, lot, files }
}

fn answers(rulebook: &Rulebook, sheet: &Sheet) -> Answers {
    let mut answers = Answers::new();
    for (fact, value) in sheet {
        let question = rulebook.book().question(fact).unwrap();
        answers.set(question.id, Answer::Known(question.value(value).unwrap()));
    }
    answers
}

fn evaluated(rulebook: &Rulebook, sheet: &Sheet) -> Evaluation {
    evaluate(rulebook, &answers(rulebook, sheet), |_| true)
}

fn issues(rulebook: &Rulebook) -> Vec<&Issue> {
    rulebook.book().issues().map(|(_, issue)| issue).collect()
}

fn outcomes(issue: &Issue, result: &IssueResult) -> BTreeSet<String> {
    result.possible.iter().map(|at| issue.outcomes[*at].id.clone()).collect()
}

fn facts_of(rulebook: &Rulebook, facts: &[deemed_engine::FactId]) -> BTreeSet<String> {
    facts.iter().map(|fact| rulebook.book().question_of(*fact).unwrap().fact.clone()).collect()
}

fn exact(case: &mut Case) {
    assert_exact(&case.rulebook, &case.judge, &case.sheet, &case.judge.facts());
}

fn assert_exact(rulebook: &Rulebook, judge: &Judge, sheet: &Sheet, facts: &[String]) {
    let evaluation = evaluated(rulebook, sheet);
    for (issue, result) in issues(rulebook).into_iter().zip(&evaluation.results) {
        let verdicts = judge.verdicts(&issue.path(), sheet, facts);
        let names = |pick: fn(&Verdict) -> String| verdicts.iter().map(pick).collect::<BTreeSet<_>>();
        assert_eq!(outcomes(issue, result), names(|verdict| verdict.outcome.clone()), "{}", issue.path());
        let steps: BTreeSet<String> = result.steps.iter().map(|at| issue.steps[*at].id.clone()).collect();
        assert_eq!(steps, names(|verdict| verdict.step.clone()), "{}", issue.path());
        let doubts: BTreeSet<String> = result.doubts.iter().map(|at| issue.doubts[*at].id.clone()).collect();
        let expected: BTreeSet<String> = verdicts.iter().flat_map(|verdict| verdict.doubts.clone()).collect();
        assert_eq!(doubts, expected, "{}", issue.path());
        let worst = verdicts.iter().map(|verdict| verdict.certainty.clone()).max().unwrap();
        let certainty = result.certainty.map(|certainty| certainty.letter().to_owned());
        assert_eq!(certainty, result.is_decided().then_some(worst), "{}", issue.path());
    }
}

/// A further answer rules outcomes, steps, doubts and open facts out, and never brings one in.
fn monotone(case: &mut Case) {
    let before = evaluated(&case.rulebook, &case.sheet);
    let open = case.judge.facts().into_iter().filter(|fact| !case.sheet.contains_key(fact));
    for fact in open {
        for value in case.judge.values(&fact) {
            let mut more = case.sheet.clone();
            more.insert(fact.clone(), value);
            let after = evaluated(&case.rulebook, &more);
            for (before, after) in before.results.iter().zip(&after.results) {
                assert!(after.possible.iter().all(|outcome| before.possible.contains(outcome)));
                assert!(after.steps.iter().all(|step| before.steps.contains(step)));
                assert!(after.doubts.iter().all(|doubt| before.doubts.contains(doubt)));
                assert!(after.open_facts.iter().all(|fact| before.open_facts.contains(fact)));
                assert!(!before.is_decided() || after.possible == before.possible);
            }
        }
    }
}

/// "I don't know" instead of an answer may open a result, and never turns it into another; it says the
/// same as no answer.
fn unknown_never_helps(case: &mut Case) {
    let before = evaluated(&case.rulebook, &case.sheet);
    for fact in case.sheet.keys() {
        let mut less = case.sheet.clone();
        less.remove(fact);
        let mut unknown = answers(&case.rulebook, &less);
        unknown.set(case.rulebook.book().question(fact).unwrap().id, Answer::DontKnow);
        let after = evaluate(&case.rulebook, &unknown, |_| true);
        assert_eq!(after.results, evaluated(&case.rulebook, &less).results);
        for (before, after) in before.results.iter().zip(&after.results) {
            assert!(before.possible.iter().all(|outcome| after.possible.contains(outcome)));
        }
    }
}

/// The order in which the rulebook asks changes no result.
fn order_free(case: &mut Case) {
    let mut files = case.files.clone();
    let (_, text) = files.iter_mut().find(|(path, _)| path == "rulebook.json").unwrap();
    let mut value: serde_json::Value = serde_json::from_str(text).unwrap();
    let asked = value["questions"].as_array_mut().unwrap();
    asked.reverse();
    let turn = case.lot.below(asked.len());
    asked.rotate_left(turn);
    *text = value.to_string();
    let other = load(&files);
    let results = |rulebook: &Rulebook| {
        let evaluation = evaluated(rulebook, &case.sheet);
        let rows = issues(rulebook).into_iter().zip(&evaluation.results).map(|(issue, result)| {
            let open = facts_of(rulebook, &result.open_facts);
            (outcomes(issue, result), result.deciding.len(), result.steps.clone(), open)
        });
        rows.collect::<Vec<_>>()
    };
    assert_eq!(results(&case.rulebook), results(&other));
}

/// Something always comes out; exactly one thing where everything is known.
fn total(case: &mut Case) {
    let some = evaluated(&case.rulebook, &case.sheet);
    assert!(some.results.iter().all(|result| !result.possible.is_empty()));
    let full = case.judge.sheet(&mut case.lot, usize::MAX);
    let full = case.judge.completions(&full, &case.judge.facts()).swap_remove(0);
    let all = evaluated(&case.rulebook, &full);
    assert!(all.results.iter().all(IssueResult::is_decided));
    assert_eq!(all.agenda.next, None);
}

fn subsets(facts: &[String]) -> Vec<Vec<String>> {
    let with = |mut sets: Vec<Vec<String>>, fact: &String| {
        let more: Vec<Vec<String>> =
            sets.iter().map(|set| set.iter().chain([fact]).cloned().collect()).collect();
        sets.extend(more);
        sets
    };
    let mut sets = facts.iter().fold(vec![Vec::new()], with);
    sets.sort_by_key(Vec::len);
    sets
}

fn only(sheet: &Sheet, facts: &BTreeSet<String>) -> Sheet {
    sheet
        .iter()
        .filter(|(fact, _)| facts.contains(*fact))
        .map(|(fact, value)| (fact.clone(), value.clone()))
        .collect()
}

/// What decided it forces the result alone, and nothing smaller does.
fn deciding_is_minimal(case: &mut Case) {
    let evaluation = evaluated(&case.rulebook, &case.sheet);
    let facts = case.judge.facts();
    let given: Vec<String> = case.sheet.keys().cloned().collect();
    let answers = answers(&case.rulebook, &case.sheet);
    for (issue, result) in issues(&case.rulebook).into_iter().zip(&evaluation.results) {
        let root = case.rulebook.compiled().issues[result.issue].outcomes_root;
        assert_eq!(deciding(&case.rulebook, &answers, root, &result.possible), result.deciding);
        let possible = outcomes(issue, result);
        let forces = |set: &BTreeSet<String>| {
            case.judge.outcomes(&issue.path(), &only(&case.sheet, set), &facts).is_subset(&possible)
        };
        let own = facts_of(&case.rulebook, &result.deciding);
        assert!(forces(&own), "{own:?} does not force {possible:?}");
        let smallest = subsets(&given).into_iter().find(|set| forces(&set.iter().cloned().collect()));
        assert_eq!(own.len(), smallest.unwrap().len(), "{own:?} is not smallest");
    }
}

/// No other outcome is nearer than the change that is offered, and fixed facts are never touched.
fn change_is_nearest(case: &mut Case) {
    let evaluation = evaluated(&case.rulebook, &case.sheet);
    let answers = answers(&case.rulebook, &case.sheet);
    let facts = case.judge.facts();
    for (issue, result) in issues(&case.rulebook).into_iter().zip(&evaluation.results) {
        let Some(own) = result.outcome() else { continue };
        let mut nearest: BTreeMap<String, usize> = BTreeMap::new();
        for sheet in case.judge.completions(&Sheet::new(), &facts) {
            let differing = case.sheet.iter().filter(|(fact, value)| sheet[*fact] != **value);
            let differing: Vec<&String> = differing.map(|(fact, _)| fact).collect();
            let outcome = case.judge.verdict(&issue.path(), &sheet).outcome;
            if outcome != issue.outcomes[own].id && !differing.iter().any(|fact| case.judge.is_fixed(fact)) {
                let least = nearest.entry(outcome).or_insert(usize::MAX);
                *least = (*least).min(differing.len());
            }
        }
        let offered: BTreeMap<String, usize> = changes(&case.rulebook, &answers, result)
            .iter()
            .map(|change| (issue.outcomes[change.outcome].id.clone(), change.differences.len()))
            .collect();
        assert_eq!(offered, nearest, "{}", issue.path());
        for change in changes(&case.rulebook, &answers, result) {
            let mut changed = answers.clone();
            for (fact, value) in change.differences.iter().chain(&change.also) {
                changed.set(*fact, Answer::Known(*value));
            }
            let after = evaluate(&case.rulebook, &changed, |_| true);
            assert_eq!(after.results[result.issue].outcome(), Some(change.outcome), "{change:?}");
        }
    }
}

/// A fact is open exactly where two ways of filling in the unknown differ in it alone and in the outcome.
fn open_facts_matter(case: &mut Case) {
    let evaluation = evaluated(&case.rulebook, &case.sheet);
    let facts = case.judge.facts();
    for (issue, result) in issues(&case.rulebook).into_iter().zip(&evaluation.results) {
        let mut open = BTreeSet::new();
        for fact in facts.iter().filter(|fact| !case.sheet.contains_key(*fact)) {
            let rest: Vec<String> = facts.iter().filter(|other| *other != fact).cloned().collect();
            let matters =
                case.judge.completions(&case.sheet, &rest).iter().any(|sheet| {
                    case.judge.outcomes(&issue.path(), sheet, std::slice::from_ref(fact)).len() > 1
                });
            if matters {
                open.insert(fact.clone());
            }
        }
        assert_eq!(facts_of(&case.rulebook, &result.open_facts), open, "{}", issue.path());
    }
}

/// Whatever is answered, no more is asked than was announced, and every result is decided in the end
/// unless something was answered with "I don't know".
fn agenda_ends(case: &mut Case) {
    for with_unknown in [false, true] {
        let mut answers = Answers::new();
        let mut agenda = evaluate(&case.rulebook, &answers, |_| true).agenda;
        let (least, most) = (agenda.least, agenda.most);
        let mut asked = 0;
        while let Some(fact) = agenda.next {
            assert!(answers.get(fact).is_none(), "asked twice");
            let width = case.rulebook.book().question_of(fact).unwrap().choices.len();
            let value = u16::try_from(case.lot.below(width)).unwrap();
            let skip = with_unknown && case.lot.once_in(3);
            answers.set(
                fact,
                if skip { Answer::DontKnow } else { Answer::Known(deemed_engine::ValueId(value)) },
            );
            asked += 1;
            let next = evaluate(&case.rulebook, &answers, |_| true).agenda;
            assert!(next.most < agenda.most, "{} questions left after {}", next.most, agenda.most);
            assert!(next.least <= next.most);
            agenda = next;
        }
        assert!(asked <= most);
        let evaluation = evaluate(&case.rulebook, &answers, |_| true);
        if !with_unknown {
            assert!(asked >= least);
            assert!(evaluation.results.iter().all(IssueResult::is_decided));
        }
    }
}

/// Answers written as a sheet are read as the same answers.
fn round_trip(case: &mut Case) {
    let own = answers(&case.rulebook, &case.sheet);
    let text = serde_json::json!({"facts": case.sheet, "unknown": []}).to_string();
    let tree = Tree::parse("sheet", &text).unwrap();
    assert_eq!(Answers::read(&case.rulebook, "sheet", "", &tree).unwrap(), own);
}

#[test]
fn the_real_rulebook_is_exact() {
    let files = real::files();
    let rulebook = load(&files);
    let judge = Judge::new(&files);
    let facts = judge.facts();
    let mut lot = Lot(7);
    for round in 0..150 {
        let full = judge.sheet(&mut lot, usize::MAX);
        let mut sheet = judge.completions(&full, &facts).swap_remove(0);
        // Some facts are unknown, as many as can be enumerated.
        let mut ways = 1;
        for _ in 0..round % 6 {
            let fact = &facts[lot.below(facts.len())];
            ways *= judge.values(fact).len();
            if ways < 2000 {
                sheet.remove(fact);
            }
        }
        assert_exact(&rulebook, &judge, &sheet, &facts);
    }
}
