//! What a visit remembers and what it forgets.

mod common;

use common::{asked, begun, change, know_nothing, rulebook, say_all, used};
use deemed::session::{Action, Reach, Session, View};
use deemed_engine::Answer;

const EARLY: [(&str, &str); 4] =
    [("location", "in-us"), ("status", "h-1b"), ("nationality", "CN"), ("defense-item", "no")];

#[test]
fn changing_an_early_answer_keeps_the_later_ones() {
    let rulebook = rulebook();
    let session = say_all(&rulebook, begun(&rulebook), &EARLY);
    let before = asked(&rulebook, &session);
    let session = change(&rulebook, session, "nationality", 0);
    let session = say_all(&rulebook, session, &[("nationality", "IN")]);
    assert_eq!(asked(&rulebook, &session), before);
    assert_eq!(session.person.len() + session.items[0].len(), EARLY.len());
}

#[test]
fn answers_that_are_not_reached_are_kept_and_not_counted() {
    let rulebook = rulebook();
    let session = say_all(&rulebook, begun(&rulebook), &EARLY);
    let session = change(&rulebook, session, "status", 0);
    let session = know_nothing(&rulebook, say_all(&rulebook, session, &[("status", "permanent-resident")]));
    assert!(!used(&rulebook, &session, 0).contains(&"nationality".to_owned()));
    assert!(
        session
            .person
            .iter()
            .any(|(fact, _)| rulebook.book().questions[usize::from(fact.0)].fact == "nationality")
    );
    let back = change(&rulebook, session, "status", 0);
    let back = say_all(&rulebook, back, &[("status", "h-1b")]);
    assert!(used(&rulebook, &back, 0).contains(&"nationality".to_owned()));
}

#[test]
fn a_change_returns_to_the_answers_when_nothing_new_is_asked() {
    let rulebook = rulebook();
    let session = know_nothing(&rulebook, begun(&rulebook));
    assert_eq!(*session.view(), View::Check);
    let session = change(&rulebook, session, "location", 0);
    let session = session.apply(&rulebook, Action::Continue);
    assert_eq!(*session.view(), View::Check);
}

#[test]
fn back_and_forward_show_the_views_again_with_their_answers() {
    let rulebook = rulebook();
    let session = say_all(&rulebook, begun(&rulebook), &EARLY);
    let at = session.trail.at();
    let back = session.apply(&rulebook, Action::Visit(at - 1));
    assert_eq!(asked(&rulebook, &back).as_deref(), Some("defense-item"));
    assert!(matches!(back.draft.answer, Some(Answer::Known(_))));
    let forward = back.apply(&rulebook, Action::Visit(at));
    assert_eq!(asked(&rulebook, &forward).as_deref(), Some("access"));
    assert_eq!(forward.draft.answer, None);
}

#[test]
fn an_unknown_place_in_the_history_shows_the_start() {
    let rulebook = rulebook();
    for place in [3, 5_001, usize::MAX] {
        let session = Session::default().apply(&rulebook, Action::Visit(place));
        assert_eq!(*session.view(), View::Start);
    }
}

#[test]
fn things_share_what_is_about_the_person() {
    let rulebook = rulebook();
    let session = know_nothing(&rulebook, say_all(&rulebook, begun(&rulebook), &EARLY));
    let session = session.apply(&rulebook, Action::AddItem);
    assert_eq!(asked(&rulebook, &session).as_deref(), Some("defense-item"));
    assert_eq!(session.items.len(), 2);
    let session = know_nothing(&rulebook, session);
    let session = session.apply(&rulebook, Action::RemoveItem(0));
    assert_eq!((session.items.len(), session.view()), (1, &View::Check));
    let last = session.apply(&rulebook, Action::RemoveItem(0));
    assert_eq!(last.items.len(), 1);
}

#[test]
fn history_never_leads_to_a_thing_that_was_taken_away() {
    let rulebook = rulebook();
    let session = know_nothing(&rulebook, begun(&rulebook)).apply(&rulebook, Action::AddItem);
    let at = session.trail.at();
    let session = know_nothing(&rulebook, session).apply(&rulebook, Action::RemoveItem(1));
    let session = session.apply(&rulebook, Action::Visit(at));
    assert_eq!(*session.view(), View::Check);
}

#[test]
fn bills_are_asked_about_only_on_request() {
    let rulebook = rulebook();
    let session = know_nothing(&rulebook, say_all(&rulebook, begun(&rulebook), &EARLY));
    assert!(!used(&rulebook, &session, 0).contains(&"ai-kind".to_owned()));
    let session = session.apply(&rulebook, Action::LookAtBills);
    assert_eq!((session.reach, asked(&rulebook, &session).as_deref()), (Reach::Bills, Some("ai-kind")));
    assert_eq!(*know_nothing(&rulebook, session).view(), View::Beside);
}

#[test]
fn clearing_leaves_nothing() {
    let rulebook = rulebook();
    let session = say_all(&rulebook, begun(&rulebook), &EARLY);
    let at = session.trail.at();
    let session = session.apply(&rulebook, Action::Clear);
    assert_eq!(*session.view(), View::Left);
    assert!(!session.is_answered());
    for place in 0..at {
        assert_eq!(*session.clone().apply(&rulebook, Action::Visit(place)).view(), View::Start);
    }
}
