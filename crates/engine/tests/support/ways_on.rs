//! The promises about questions that are still open: what finding out would do, and why one asks.

use std::collections::BTreeSet;

use deemed_engine::agenda::{Course, Way, follow, separates, way};
use deemed_engine::explain::find_out;
use deemed_engine::{Agenda, Answer, Answers, FactId, ValueId, evaluate};

use super::{Case, answers, evaluated, issues};

/// The sheet with one more value.
fn with(case: &Case, fact: &str, value: &str) -> super::Sheet {
    let mut more = case.sheet.clone();
    more.insert(fact.to_owned(), value.to_owned());
    more
}

/// A value settles an open result exactly where every way of filling in the rest gives the outcome that
/// is named; every open fact is listed, the ones that are sure to settle it first.
pub fn finding_out_settles(case: &mut Case) {
    let evaluation = evaluated(&case.rulebook, &case.sheet);
    let given = answers(&case.rulebook, &case.sheet);
    let facts = case.judge.facts();
    for (issue, result) in issues(&case.rulebook).into_iter().zip(&evaluation.results) {
        let found = find_out(&case.rulebook, &given, result);
        let listed: BTreeSet<FactId> = found.iter().map(|one| one.fact).collect();
        assert_eq!(listed, result.open_facts.iter().copied().collect());
        assert!(found.is_sorted_by_key(|one| one.may_stay_open));
        for one in &found {
            let question = case.rulebook.book().question_of(one.fact).unwrap();
            let mut settled = 0;
            for (at, choice) in question.choices.iter().enumerate() {
                let more = with(case, &question.fact, &choice.value);
                let possible = case.judge.outcomes(&issue.path(), &more, &facts);
                let value = ValueId(u16::try_from(at).unwrap());
                let own = one.settles.iter().find(|(values, _)| values.contains(&value));
                let own = own.map(|(_, outcome)| BTreeSet::from([issue.outcomes[*outcome].id.clone()]));
                assert_eq!(own, (possible.len() == 1).then_some(possible), "{}", issue.path());
                settled += usize::from(own_settles(one, value));
            }
            assert_eq!(one.may_stay_open, settled < question.choices.len());
        }
    }
}

fn own_settles(find: &deemed_engine::explain::FindOut, value: ValueId) -> bool {
    find.settles.iter().any(|(values, _)| values.contains(&value))
}

/// A question is said to separate exactly the outcomes that one answer to it leaves possible and another
/// rules out.
pub fn asking_separates(case: &mut Case) {
    let given = answers(&case.rulebook, &case.sheet);
    let facts = case.judge.facts();
    let open = facts.iter().filter(|fact| !case.sheet.contains_key(*fact));
    for fact in open {
        let question = case.rulebook.book().question(fact).unwrap();
        let found = separates(&case.rulebook, &given, question.id);
        for (at, issue) in issues(&case.rulebook).into_iter().enumerate() {
            let after = |value: &String| case.judge.outcomes(&issue.path(), &with(case, fact, value), &facts);
            let sets: Vec<BTreeSet<String>> = case.judge.values(fact).iter().map(after).collect();
            let some: BTreeSet<String> = sets.iter().flatten().cloned().collect();
            let in_all = |outcome: &String| sets.iter().all(|set| set.contains(outcome));
            let expected: BTreeSet<String> = some.into_iter().filter(|outcome| !in_all(outcome)).collect();
            let named = found.iter().find(|(own, _)| *own == at).map(|(_, list)| list.as_slice());
            let named = named.unwrap_or_default().iter().map(|place| issue.outcomes[*place].id.clone());
            assert_eq!(named.collect::<BTreeSet<String>>(), expected, "{} {fact}", issue.path());
        }
    }
}

/// An answer counts exactly where the answers before it that count still lead to its question; what is
/// left to ask is what is left after those. Laws out of view ask nothing.
pub fn following_counts(case: &mut Case) {
    let mut given = answers(&case.rulebook, &case.sheet);
    for question in &case.rulebook.book().questions {
        if given.get(question.id).is_none() && case.lot.once_in(2) {
            given.set(question.id, Answer::DontKnow);
        }
    }
    let mut used = Answers::new();
    for (fact, answer) in given.iter() {
        if evaluate(&case.rulebook, &used, |_| true).agenda.remaining.contains(&fact) {
            used.set(fact, answer);
        }
    }
    let course = follow(&case.rulebook, &given, |_| true);
    assert_eq!(course.used, used);
    assert_eq!(course.agenda, evaluate(&case.rulebook, &used, |_| true).agenda);
    let next = course.agenda.next;
    assert_eq!(way(&case.rulebook, &given, |_| true), Way { used: course.used, next });
    assert_eq!(follow(&case.rulebook, &given, |_| false), Course::default());
    assert_eq!(evaluate(&case.rulebook, &Answers::new(), |_| false).agenda, Agenda::default());
}
