//! Law and bills side by side: what stands where, and that no cell speaks of two of them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

mod common;

use std::path::Path;

use common::{day, render, render_on, rulebook, today};
use deemed::screen::BesideScreen;
use deemed::session::{Action, Reach, Session, View};
use deemed_engine::load::Scenario;
use deemed_engine::model::{About, OutcomeMark};
use deemed_engine::{Answer, Rulebook};

/// Every scenario of the rulebook.
fn scenarios(rulebook: &Rulebook) -> Vec<Scenario> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rulebook/scenarios");
    let files: Vec<(String, String)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            let name = format!("scenarios/{}", entry.file_name().to_string_lossy());
            (name, std::fs::read_to_string(entry.path()).unwrap())
        })
        .collect();
    rulebook.scenarios(files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).unwrap()
}

/// The what-if scenarios, the first few that end at a rule which is not enforced, and a part of the others:
/// drawing all of them takes minutes.
fn some(rulebook: &Rulebook) -> Vec<Scenario> {
    const STEP: usize = 16;
    let mut left = 3;
    let mut is_wanted = |at: usize, one: &Scenario| {
        let is_marked = left > 0 && is_not_enforced(rulebook, one);
        left -= i32::from(is_marked);
        one.id.starts_with('w') || is_marked || at.is_multiple_of(STEP)
    };
    let all = scenarios(rulebook).into_iter().enumerate();
    all.filter(|(at, one)| is_wanted(*at, one)).map(|(_, one)| one).collect()
}

/// Whether the scenario expects an outcome of a rule that is not enforced.
fn is_not_enforced(rulebook: &Rulebook, scenario: &Scenario) -> bool {
    let issues: Vec<_> = rulebook.book().issues().map(|(_, issue)| issue).collect();
    let expected = scenario
        .expectations
        .iter()
        .filter_map(|expected| issues[expected.issue].outcomes[expected.outcome?].mark);
    expected.into_iter().any(|mark| mark == OutcomeMark::NotEnforced)
}

/// The comparison, after the answers of a scenario.
fn beside(rulebook: &Rulebook, id: &str) -> Session {
    let scenarios = scenarios(rulebook);
    let scenario = scenarios.iter().find(|scenario| scenario.id == id).unwrap();
    of_answers(rulebook, scenario)
}

fn of_answers(rulebook: &Rulebook, scenario: &Scenario) -> Session {
    let mut session = Session { reach: Reach::Bills, ..Session::default() };
    for (fact, answer) in scenario.answers.iter() {
        match rulebook.book().question_of(fact).unwrap().about {
            About::Person => session.person.set(fact, answer),
            About::Item => session.items[0].set(fact, answer),
        }
    }
    session.apply(rulebook, Action::Open(View::Beside))
}

/// The cells of the first row, as HTML.
fn cells(page: &str) -> Vec<&str> {
    let body = page.split("<tbody").nth(1).unwrap();
    body.split("<td").skip(1).collect()
}

#[test]
fn what_if_scenarios_come_out_in_the_column_of_their_bill() {
    let rulebook = rulebook();
    let laws: Vec<_> = rulebook.book().issues().map(|(law, _)| law).collect();
    for scenario in scenarios(&rulebook).iter().filter(|scenario| scenario.id.starts_with('w')) {
        let session = of_answers(&rulebook, scenario).apply(&rulebook, Action::ShowAll(true));
        let screen = BesideScreen::new(&rulebook, &session, today());
        for expected in &scenario.expectations {
            let of_law = |cell: &&deemed::screen::Cell<'_>| cell.law.id == laws[expected.issue].id;
            let cell = screen.rows[0].cells.iter().find(of_law).unwrap();
            let shown = cell.issues.iter().find(|shown| shown.result.issue == expected.issue).unwrap();
            assert_eq!(shown.result.outcome(), expected.outcome, "{}", scenario.id);
            assert!(!shown.steps.is_empty() && !shown.cites.is_empty(), "{}", scenario.id);
        }
    }
}

#[test]
fn law_in_force_comes_first_and_no_cell_says_what_belongs_to_another() {
    let rulebook = rulebook();
    let headlines: Vec<(&str, &str)> = rulebook
        .book()
        .issues()
        .flat_map(|(law, issue)| {
            issue.outcomes.iter().map(|outcome| (law.id.as_str(), &*outcome.headline.english))
        })
        .collect();
    for scenario in &some(&rulebook) {
        let session = of_answers(&rulebook, scenario).apply(&rulebook, Action::ShowAll(true));
        let screen = BesideScreen::new(&rulebook, &session, today());
        let page = render(&rulebook, &session);
        let cells = cells(&page);
        let columns: Vec<_> = screen.law.iter().chain(&screen.bills).collect();
        assert_eq!(cells.len(), columns.len());
        assert!(columns.is_sorted_by_key(|law| !law.status.is_law()));
        for (cell, law) in cells.iter().zip(columns) {
            assert_eq!(cell.contains("class=\"in-force\""), law.status.is_law());
            assert_eq!(cell.contains("Not law"), !law.status.is_law(), "{}", law.id);
            for (of, headline) in headlines.iter().filter(|(of, _)| *of != law.id) {
                assert!(!cell.contains(headline), "{} says what belongs to {of}", law.id);
            }
        }
    }
}

#[test]
fn only_differences_are_shown_until_all_are_asked_for() {
    let rulebook = rulebook();
    for scenario in &some(&rulebook) {
        let session = of_answers(&rulebook, scenario);
        let few = BesideScreen::new(&rulebook, &session, today());
        let shown = few.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.issues);
        for screen in shown.filter(|screen| !screen.law.status.is_law()) {
            let mark = screen.outcome().and_then(|outcome| outcome.mark);
            assert_ne!(mark, Some(OutcomeMark::AddsNothing), "{}", scenario.id);
        }
        let page = render(&rulebook, &session);
        assert!(page.contains("Show all results"));
        assert_eq!(page.contains("<table"), few.has_differences);
        let all = session.apply(&rulebook, Action::ShowAll(true));
        let all = BesideScreen::new(&rulebook, &all, today());
        assert_eq!(all.law.len() + all.bills.len(), rulebook.book().laws.len());
    }
}

#[test]
fn where_no_bill_adds_anything_the_page_says_so() {
    let rulebook = rulebook();
    let mut session = Session { reach: Reach::Bills, ..Session::default() };
    for (fact, value) in [("location", "in-us"), ("ai-kind", "not-ai"), ("remote-compute", "no")] {
        let question = rulebook.book().question(fact).unwrap();
        let answer = Answer::Known(question.value(value).unwrap());
        match question.about {
            About::Person => session.person.set(question.id, answer),
            About::Item => session.items[0].set(question.id, answer),
        }
    }
    let session = session.apply(&rulebook, Action::Open(View::Beside));
    let page = render(&rulebook, &session);
    assert!(page.contains("none of the bills shown here would add anything") && !page.contains("<table"));
    let all = render(&rulebook, &session.apply(&rulebook, Action::ShowAll(true)));
    assert!(all.contains("<table"));
}

#[test]
fn a_difference_leads_to_its_step_and_source() {
    let rulebook = rulebook();
    let page = render(&rulebook, &beside(&rulebook, "w01"));
    for cell in cells(&page) {
        for entry in cell.split("class=\"entry\"").skip(1) {
            assert!(
                entry.contains("Where this comes from") && entry.contains("class=\"citations\""),
                "{entry}"
            );
        }
    }
}

#[test]
fn a_rule_that_is_not_enforced_has_its_own_mark() {
    let rulebook = rulebook();
    let mut marked = 0;
    for scenario in &some(&rulebook) {
        let session = of_answers(&rulebook, scenario).apply(&rulebook, Action::ShowAll(true));
        let screen = BesideScreen::new(&rulebook, &session, today());
        let shown = screen.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.issues);
        let expected = shown
            .filter_map(deemed::screen::IssueScreen::outcome)
            .any(|outcome| outcome.mark == Some(OutcomeMark::NotEnforced));
        let page = render(&rulebook, &session);
        assert_eq!(page.contains("class=\"not-enforced\""), expected, "{}", scenario.id);
        marked += usize::from(expected);
    }
    assert!(marked > 0);
}

#[test]
fn no_what_if_says_that_a_license_is_required() {
    let rulebook = rulebook();
    for (law, issue) in rulebook.book().issues().filter(|(law, _)| !law.status.is_law()) {
        for outcome in &issue.outcomes {
            let headline = &outcome.headline.english;
            assert!(headline.contains("not to law"), "{}: {headline}", law.id);
            assert!(!headline.contains("is required"), "{}: {headline}", law.id);
            let could = headline.contains("required");
            assert!(!could || headline.contains("could be required, if later rules say so"), "{headline}");
        }
    }
}

#[test]
fn a_bill_whose_reading_is_too_old_shows_sources_and_no_conclusion() {
    let rulebook = rulebook();
    let session = beside(&rulebook, "w01").apply(&rulebook, Action::ShowAll(true));
    let page = render_on(&rulebook, &session, day("2027-06-01"));
    let bills: Vec<_> = cells(&page).into_iter().filter(|cell| cell.contains("class=\"what-if\"")).collect();
    assert!(!bills.is_empty());
    for cell in bills {
        assert!(!cell.contains("point to") && cell.contains("class=\"citations\""), "{cell}");
    }
}

#[test]
fn two_things_are_two_rows() {
    let rulebook = rulebook();
    let mut session = beside(&rulebook, "w01");
    session.items.push(deemed_engine::Answers::new());
    let kind = rulebook.book().question("ai-kind").unwrap();
    session.items[1].set(kind.id, Answer::DontKnow);
    let page = render(&rulebook, &session);
    assert_eq!(page.matches("role=\"rowheader\"").count(), 2);
}
