//! Questions to take along: what leaves, and what stays.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::{begun, day, know_nothing, render, render_on, rulebook, say};
use deemed::screen::TakeAlongScreen;
use deemed::session::{Action, Session, View};
use deemed_engine::Rulebook;

fn opened(rulebook: &Rulebook) -> Session {
    let session = say(rulebook, begun(rulebook), "location", "in-us");
    let session = say(rulebook, session, "status", "h-1b");
    let session = say(rulebook, session, "nationality", "CN");
    know_nothing(rulebook, session).apply(rulebook, Action::Open(View::TakeAlong))
}

/// What leaves: the words of the preview.
fn preview(page: &str) -> &str {
    page.split_once("<pre").unwrap().1.split_once('>').unwrap().1.split_once("</pre>").unwrap().0
}

#[test]
fn the_questions_come_from_what_is_open_with_the_law_and_its_dates() {
    let rulebook = rulebook();
    let page = render(&rulebook, &opened(&rulebook));
    let leaves = preview(&page);
    let classification = rulebook.book().question("classification").unwrap();
    assert!(leaves.contains(classification.ask_words.english.as_ref()));
    for law in rulebook.book().laws.iter().filter(|law| law.status.is_law()) {
        assert!(leaves.contains(law.short_title.english.as_ref()));
    }
    for law in rulebook.book().laws.iter().filter(|law| !law.status.is_law()) {
        assert!(!leaves.contains(law.short_title.english.as_ref()));
    }
    assert!(leaves.contains(&format!("Rulebook version {}", rulebook.book().version)));
    assert!(leaves.contains("September 24, 2026") && leaves.contains("November 22, 2026"));
}

#[test]
fn no_answer_leaves_unless_it_is_ticked_and_the_tick_does_not_stay() {
    let rulebook = rulebook();
    let session = opened(&rulebook);
    let personal = ["H-1B", "China", "What I answered"];
    let page = render(&rulebook, &session);
    assert!(personal.iter().all(|words| !preview(&page).contains(words)));
    let ticked = session.apply(&rulebook, Action::TakeAnswers(true));
    let page = render(&rulebook, &ticked);
    assert!(personal.iter().all(|words| preview(&page).contains(words)), "{}", preview(&page));
    let again =
        ticked.apply(&rulebook, Action::Open(View::Check)).apply(&rulebook, Action::Open(View::TakeAlong));
    assert!(!preview(&render(&rulebook, &again)).contains("What I answered"));
}

#[test]
fn without_answers_there_are_no_questions() {
    let rulebook = rulebook();
    let page = render(&rulebook, &Session::default().apply(&rulebook, Action::Open(View::TakeAlong)));
    assert!(page.contains("There are no questions yet") && !page.contains("<pre"));
}

#[test]
fn a_date_that_has_passed_leaves_too() {
    let rulebook = rulebook();
    let page = render_on(&rulebook, &opened(&rulebook), day("2027-06-01"));
    assert!(preview(&page).contains("was to be reviewed again"));
}

#[test]
fn what_was_copied_is_said_until_the_text_changes() {
    let rulebook = rulebook();
    let copied = opened(&rulebook).apply(&rulebook, Action::Copied(true));
    assert!(render(&rulebook, &copied).contains("It is copied."));
    let changed = copied.apply(&rulebook, Action::TakeAnswers(true));
    assert!(!render(&rulebook, &changed).contains("It is copied."));
    let refused = changed.apply(&rulebook, Action::Copied(false));
    assert!(render(&rulebook, &refused).contains("Copying is blocked here."));
}

#[test]
fn sensitive_questions_leave_only_if_they_are_ticked_and_any_can_be_left_out() {
    let rulebook = rulebook();
    let session = opened(&rulebook);
    let screen = TakeAlongScreen::new(&rulebook, &session, common::today());
    let sensitive = &rulebook.book().question("end-use").unwrap().ask_words.english;
    for (ask, place) in screen.asks.iter().zip(0..) {
        let words = ask.words.first().unwrap();
        let is_in = |session: &Session| preview(&render(&rulebook, session)).contains(words.english.as_ref());
        assert_eq!(ask.is_taken, is_in(&session), "{}", words.english);
        assert_ne!(ask.is_taken, is_in(&session.clone().apply(&rulebook, Action::Tick(place))));
    }
    assert!(screen.asks.iter().any(|ask| !ask.is_taken && ask.words[0].english == *sensitive));
}
