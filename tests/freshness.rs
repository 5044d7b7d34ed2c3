//! What the page says when the law in it is old, or the clock is wrong.

mod common;

use common::{begun, day, know_nothing, render_on, rulebook, say_all};
use deemed::session::{Action, Session, View};
use deemed::view::Shared;

const REVIEW: &str = "A review is due";
const OUT_OF_DATE: &str = "Out of date";
const CLOCK: &str = "The clock of this device seems wrong";

fn views(rulebook: &Shared) -> Vec<Session> {
    let answered =
        say_all(rulebook, begun(rulebook), &[("location", "in-us"), ("status", "permanent-resident")]);
    let answered = know_nothing(rulebook, answered);
    let open = |view| answered.clone().apply(rulebook, Action::Open(view));
    vec![
        Session::default(),
        begun(rulebook),
        open(View::Check),
        open(View::Results),
        open(View::Sources(None)),
    ]
}

fn pages(rulebook: &Shared, today: &str) -> Vec<String> {
    views(rulebook).iter().map(|session| render_on(rulebook, session, day(today))).collect()
}

#[test]
fn while_it_is_current_nothing_is_said() {
    let rulebook = rulebook();
    for page in pages(&rulebook, "2026-11-23") {
        assert!(![REVIEW, OUT_OF_DATE, CLOCK].iter().any(|notice| page.contains(notice)));
    }
}

#[test]
fn after_the_review_day_every_view_says_so() {
    let rulebook = rulebook();
    for page in pages(&rulebook, "2027-05-22") {
        assert!(page.contains(REVIEW));
    }
}

#[test]
fn much_later_sources_and_contacts_stay_and_conclusions_go() {
    let rulebook = rulebook();
    let early = &pages(&rulebook, "2026-11-23")[3];
    let late = &pages(&rulebook, "2028-11-23")[3];
    let law = rulebook.book().laws.iter().find(|law| law.id == "ear").unwrap();
    let outcome =
        |page: &str| law.issues[0].outcomes.iter().any(|one| page.contains(one.headline.english.as_ref()));
    assert!(outcome(early) && !outcome(late));
    assert!(late.contains(OUT_OF_DATE) && late.contains("15 CFR") && late.contains("export control office"));
}

#[test]
fn a_clock_that_is_behind_gets_its_own_notice() {
    let rulebook = rulebook();
    for page in pages(&rulebook, "2020-01-01") {
        assert!(page.contains(CLOCK));
    }
    assert!(!pages(&rulebook, "2026-11-21")[0].contains(CLOCK), "it is yesterday in some time zone");
}

#[test]
fn bills_age_faster_and_have_a_notice_of_their_own() {
    let rulebook = rulebook();
    let session = know_nothing(&rulebook, begun(&rulebook)).apply(&rulebook, Action::LookAtBills);
    let session = know_nothing(&rulebook, session);
    assert_eq!(*session.view(), View::Beside);
    let page = render_on(&rulebook, &session, day("2027-02-01"));
    assert!(page.contains("Not law: a review of these bills is due") && page.contains("January 21, 2027"));
    let results = session.apply(&rulebook, Action::Open(View::Results));
    assert!(!render_on(&rulebook, &results, day("2027-02-01")).contains(REVIEW));
}
