//! What every view says when a date has passed, and when the clock must be wrong.

mod common;

use common::{begun, day, know_nothing, render_on, rulebook};
use deemed::freshness::{Dates, Freshness, of_law};
use deemed::session::{Action, Reading, Session, View};
use deemed_engine::Rulebook;
use deemed_engine::date::Date;

/// Law: review due, withheld; bills: review due, withheld.
fn state(rulebook: &Rulebook, today: &str) -> (bool, [usize; 4]) {
    let dates = Dates::of(rulebook.book(), None, day(today));
    let counts =
        [&dates.law.review, &dates.law.withheld, &dates.bills.review, &dates.bills.withheld].map(Vec::len);
    (dates.is_clock_behind, counts)
}

#[test]
fn law_and_bills_pass_through_their_states_on_their_own_days() {
    let rulebook = rulebook();
    let law = rulebook.book().laws.iter().filter(|law| law.status.is_law()).count();
    let bills = rulebook.book().laws.len() - law;
    for (today, expected) in [
        ("2026-11-22", (false, [0, 0, 0, 0])),
        ("2027-01-21", (false, [0, 0, 0, 0])),
        ("2027-01-22", (false, [0, 0, bills, 0])),
        ("2027-05-21", (false, [0, 0, bills, 0])),
        ("2027-05-22", (false, [law, 0, 0, bills])),
        ("2027-11-17", (false, [law, 0, 0, bills])),
        ("2027-11-18", (false, [0, law, 0, bills])),
        // One day is forgiven: it may still be yesterday where the person is.
        ("2026-11-21", (false, [0, 0, 0, 0])),
        ("2026-11-20", (true, [0, 0, 0, 0])),
        ("1970-01-01", (true, [0, 0, 0, 0])),
    ] {
        assert_eq!(state(&rulebook, today), expected, "{today}");
    }
}

#[test]
fn a_clock_before_the_build_is_wrong() {
    let rulebook = rulebook();
    let behind =
        |built: Option<Date>, today: &str| Dates::of(rulebook.book(), built, day(today)).is_clock_behind;
    assert!(!behind(None, "2026-11-25"));
    assert!(!behind(Some(day("2026-11-26")), "2026-11-25"));
    assert!(behind(Some(day("2026-11-27")), "2026-11-25"));
    // A build whose day is not known, or lies before the review, changes nothing.
    assert!(behind(Some(day("2020-01-01")), "2026-11-20"));
}

#[test]
fn law_in_force_has_180_and_360_days_and_bills_have_60_and_180() {
    let rulebook = rulebook();
    for law in &rulebook.book().laws {
        let after = |date: Date| date.days() - law.reviewed.days();
        let expected = if law.status.is_law() { (180, 360) } else { (60, 180) };
        assert_eq!((after(law.review_by), after(law.withhold_after)), expected, "{}", law.id);
        assert_eq!(of_law(law, law.review_by), Freshness::Current);
        assert_eq!(of_law(law, law.withhold_after), Freshness::ReviewDue);
    }
}

fn views(rulebook: &Rulebook) -> Vec<Session> {
    let ended = know_nothing(rulebook, begun(rulebook));
    let mut all = vec![Session::default(), begun(rulebook), ended.clone()];
    let views = [View::Results, View::Bills, View::Beside, View::TakeAlong, View::Sources(None), View::Left];
    for view in views.into_iter().chain(Reading::ALL.map(View::Reading)) {
        all.push(ended.clone().apply(rulebook, Action::Open(view)));
    }
    all
}

#[test]
fn every_view_has_the_notice_of_the_day_and_none_while_all_is_current() {
    let rulebook = rulebook();
    let views = views(&rulebook);
    let all = [
        "The clock of this device seems wrong",
        "A review is due",
        "<p class=\"notice-heading\">Out of date",
        "a review of these bills is due",
        "our reading of these bills is out of date",
    ];
    for (today, expected) in [
        ("2026-11-25", vec![]),
        ("2020-01-01", vec![0]),
        ("2027-02-01", vec![3]),
        ("2027-06-01", vec![1, 4]),
        ("2028-01-01", vec![2, 4]),
    ] {
        for session in &views {
            let page = render_on(&rulebook, session, day(today));
            for (at, notice) in all.iter().enumerate() {
                assert_eq!(
                    page.contains(notice),
                    expected.contains(&at),
                    "{today} {:?} {notice}",
                    session.view()
                );
            }
        }
    }
}

#[test]
fn results_that_are_too_old_are_not_shown() {
    let rulebook = rulebook();
    let ended = know_nothing(&rulebook, begun(&rulebook));
    for view in [View::Results, View::Beside, View::Bills] {
        let session = ended.clone().apply(&rulebook, Action::Open(view));
        let page = render_on(&rulebook, &session, day("2028-01-01"));
        assert!(!page.contains("Your answers point to"), "{:?}", session.view());
        assert!(page.contains("class=\"citations\""));
    }
}
