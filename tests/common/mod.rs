//! What the native tests of the page share: the real rulebook, a person at the keyboard, rendered views.
#![allow(dead_code, reason = "each test file uses a part")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::rc::Rc;

use deemed::session::{Action, Session, View};
use deemed::view::{App, AppProperties, Around, Shared};
use deemed_engine::date::Date;
use deemed_engine::model::FactId;
use deemed_engine::{Answer, Rulebook};

/// The real rulebook.
pub fn rulebook() -> Shared {
    let rulebook = deemed::bundle::load().unwrap_or_else(|problems| {
        panic!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    });
    Shared(Rc::new(rulebook))
}

/// A day on which everything is up to date.
pub fn today() -> Date {
    day("2026-11-25")
}

/// A day.
pub fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// The page as HTML.
pub fn render(rulebook: &Shared, session: &Session) -> String {
    render_on(rulebook, session, today())
}

/// The page as HTML on a day.
pub fn render_on(rulebook: &Shared, session: &Session, today: Date) -> String {
    render_around(rulebook, session, today, Around::default())
}

/// The page as HTML on a day, in a frame or for an institution.
pub fn render_around(rulebook: &Shared, session: &Session, today: Date, around: Around) -> String {
    let rulebook = rulebook.clone();
    let properties = AppProperties {
        rulebook,
        today,
        built: None,
        around,
        is_live: false,
        session: Some(session.clone()),
    };
    let renderer = yew::LocalServerRenderer::<App>::with_props(properties).hydratable(false);
    pollster::block_on(renderer.render())
}

/// The question in view.
pub fn question(session: &Session) -> Option<(FactId, usize)> {
    match session.view() {
        View::Question { fact, item } => Some((*fact, *item)),
        View::Start
        | View::Check
        | View::Results
        | View::Bills
        | View::Beside
        | View::TakeAlong
        | View::Keep
        | View::Promise
        | View::About
        | View::Reading(_)
        | View::Sources(_)
        | View::Left => None,
    }
}

/// Answers the question in view.
pub fn give(rulebook: &Rulebook, session: Session, answer: Answer) -> Session {
    session.apply(rulebook, Action::Pick(Some(answer))).apply(rulebook, Action::Continue)
}

/// Answers the question in view with a value by name; checks that it is the question meant.
pub fn say(rulebook: &Rulebook, session: Session, fact: &str, value: &str) -> Session {
    let (asked, _) = question(&session).expect("a question is in view");
    let question = rulebook.book().question_of(asked).unwrap();
    assert_eq!(question.fact, fact);
    give(rulebook, session, Answer::Known(question.value(value).expect("a value of the question")))
}

/// Answers each question in view by name, in order.
pub fn say_all(rulebook: &Rulebook, session: Session, answers: &[(&str, &str)]) -> Session {
    answers.iter().fold(session, |session, (fact, value)| say(rulebook, session, fact, value))
}

/// The name of the fact that is asked.
pub fn asked(rulebook: &Rulebook, session: &Session) -> Option<String> {
    let (fact, _) = question(session)?;
    Some(rulebook.book().question_of(fact)?.fact.clone())
}

/// The facts of the answers that count, by name.
pub fn used(rulebook: &Rulebook, session: &Session, item: usize) -> Vec<String> {
    let used = session.way(rulebook, item).used;
    used.iter().map(|(fact, _)| rulebook.book().question_of(fact).unwrap().fact.clone()).collect()
}

/// Goes back to a question.
pub fn change(rulebook: &Rulebook, session: Session, fact: &str, item: usize) -> Session {
    let fact = rulebook.book().question(fact).unwrap().id;
    session.apply(rulebook, Action::Change { fact, item })
}

/// Answers every question with "I don't know" until none is left.
pub fn know_nothing(rulebook: &Rulebook, mut session: Session) -> Session {
    while question(&session).is_some() {
        session = give(rulebook, session, Answer::DontKnow);
    }
    session
}

/// A session that has begun.
pub fn begun(rulebook: &Rulebook) -> Session {
    Session::default().apply(rulebook, Action::Begin)
}
