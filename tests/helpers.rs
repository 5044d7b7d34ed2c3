//! Help with hard questions: where it stands, what it says, and that it never answers by itself.
#![allow(clippy::unwrap_used, reason = "these are tests, though not test functions")]

mod common;

use common::{begun, change, render, rulebook};
use deemed::helper::{Field, Limits};
use deemed::session::{Action, Session};
use deemed::view::Shared;
use deemed_engine::Answer;

fn on(rulebook: &Shared, fact: &str, filled: &[(Field, u16)]) -> Session {
    let session = change(rulebook, begun(rulebook), fact, 0);
    filled
        .iter()
        .fold(session, |session, (field, value)| session.apply(rulebook, Action::Fill(*field, Some(*value))))
}

/// 70 billion parameters and 15 trillion tokens: 6.3 times 10 to the power 24.
const OPEN_MODEL: [(Field, u16); 4] = [
    (Field::ParametersDigits, 70),
    (Field::ParametersSize, 10),
    (Field::TokensDigits, 15),
    (Field::TokensSize, 13),
];

#[test]
fn every_limit_names_a_fact_values_and_sources_of_the_rulebook() {
    let rulebook = rulebook();
    let limits = Limits::read();
    for line in [&limits.training, &limits.computer.line] {
        let question = rulebook.book().question(&line.fact).unwrap();
        assert!(question.value(&line.below).is_some() && question.value(&line.from).is_some());
    }
    let cites = [limits.training.cites, limits.computer.line.cites, limits.processor.cites].concat();
    assert!(cites.iter().all(|cite| rulebook.book().sources.contains_key(&cite.source)));
}

#[test]
fn the_estimate_says_side_distance_method_and_source() {
    let rulebook = rulebook();
    let page = render(&rulebook, &on(&rulebook, "training-compute", &OPEN_MODEL));
    assert!(page.contains("6.3 times 10 to the power 24"));
    assert!(page.contains("below the line") && page.contains("about 15 times"));
    assert!(page.contains("Method: six operations") && page.contains("ECCN 4E091"));
}

#[test]
fn it_fills_in_an_answer_only_when_the_person_says_so() {
    let rulebook = rulebook();
    let session = on(&rulebook, "training-compute", &OPEN_MODEL);
    assert_eq!(session.draft.answer, None);
    assert!(render(&rulebook, &session).contains("Use this"));
    let question = rulebook.book().question("training-compute").unwrap();
    let below = Answer::Known(question.value("below-1e26").unwrap());
    let session = session.apply(&rulebook, Action::Pick(Some(below)));
    assert!(render(&rulebook, &session).contains("This is marked as your answer now."));
}

#[test]
fn near_the_line_no_answer_is_offered() {
    let rulebook = rulebook();
    let near = [OPEN_MODEL.as_slice(), &[(Field::Epochs, 10)]].concat();
    let page = render(&rulebook, &on(&rulebook, "training-compute", &near));
    assert!(page.contains("too near the line") && !page.contains("Use this"));
}

#[test]
fn what_is_put_in_is_gone_with_the_view() {
    let rulebook = rulebook();
    let session = on(&rulebook, "training-compute", &OPEN_MODEL);
    let later = change(&rulebook, session, "computer-performance", 0);
    assert_eq!(later.draft, Session::default().draft);
}

#[test]
fn a_computer_is_told_beside_its_limit() {
    let rulebook = rulebook();
    let filled = [
        (Field::DoubleRateDigits, 34),
        (Field::DoubleRateSize, 1),
        (Field::ProcessorsDigits, 80),
        (Field::ProcessorsSize, 0),
        (Field::Vector, 1),
    ];
    let page = render(&rulebook, &on(&rulebook, "computer-performance", &filled));
    assert!(page.contains("about 244.80 WT") && page.contains("above the limit of 50 WT"));
}

#[test]
fn a_processor_is_told_beside_the_bounds_and_never_answers() {
    let rulebook = rulebook();
    let filled = [(Field::RateDigits, 98), (Field::RateSize, 2), (Field::Bits, 16)];
    let page = render(&rulebook, &on(&rulebook, "classification", &filled));
    assert!(page.contains("reach the bounds of 3A090.a") && page.contains("ECCN 3A090"));
    assert!(!page.contains("Use this") && page.contains("What does a classification look like"));
}

#[test]
fn every_country_shows_its_groups_with_their_sources() {
    let rulebook = rulebook();
    let question = rulebook.book().question("nationality").unwrap();
    for id in ["BR", "CN"] {
        let number = question.value(id).unwrap().0;
        let page = render(&rulebook, &on(&rulebook, "nationality", &[(Field::Place, number)]));
        let place = rulebook.book().places.iter().find(|place| place.id == id).unwrap();
        for group in rulebook.book().groups.iter().filter(|group| place.groups.contains(&group.id)) {
            assert!(page.contains(group.title.english.as_ref()), "{id} {}", group.id);
        }
        assert!(page.contains("Supplement No. 1 to 15 CFR part 740") && page.contains("Use this"));
    }
}
