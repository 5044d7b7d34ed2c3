//! What leaves the results page: exactly what the previews show, and no answer unless it is wanted.
#![allow(clippy::unwrap_used, reason = "these are tests, though not test functions")]

mod common;

use common::{begun, day, know_nothing, render, render_on, rulebook, say_all};
use deemed::session::{Action, Session, View};
use deemed::view::Shared;

fn results(rulebook: &Shared) -> Session {
    let answers = [("location", "in-us"), ("status", "h-1b"), ("nationality", "BR")];
    let session = know_nothing(rulebook, say_all(rulebook, begun(rulebook), &answers));
    session.apply(rulebook, Action::Open(View::Results))
}

/// What the two previews show.
fn previews(page: &str) -> Vec<&str> {
    let previews = page.split("<pre").skip(1).filter_map(|preview| preview.split_once('>'));
    previews.map(|(_, preview)| preview.split("</pre>").next().unwrap()).collect()
}

#[test]
fn answers_stay_out_unless_they_are_wanted() {
    let rulebook = rulebook();
    let answers = [("location", "in-us"), ("status", "permanent-resident")];
    let session = know_nothing(&rulebook, say_all(&rulebook, begun(&rulebook), &answers));
    let session = session.apply(&rulebook, Action::Open(View::Results));
    let status = rulebook.book().question("status").unwrap();
    let own = &status.choice(status.value("permanent-resident").unwrap()).unwrap().label.english;
    let page = render(&rulebook, &session);
    assert!(page.contains(own.as_ref()), "an answer decides something, or this tests nothing");
    assert!(!previews(&page)[0].contains(own.as_ref()));
    let page = render(&rulebook, &session.apply(&rulebook, Action::TakeAnswers(true)));
    assert!(previews(&page)[0].contains(own.as_ref()));
    assert!(!previews(&page)[1].contains(own.as_ref()));
}

#[test]
fn the_text_says_results_dates_and_what_it_is_not() {
    let rulebook = rulebook();
    let page = render(&rulebook, &results(&rulebook));
    let text = previews(&page)[0];
    for law in &rulebook.book().laws {
        assert_eq!(text.contains(law.title.english.as_ref()), law.status.is_law(), "{}", law.id);
    }
    assert!(text.contains("Text of the law as of") && text.contains("not legal advice"));
    assert!(text.contains(&format!("Rulebook version {}", rulebook.book().version)));
}

#[test]
fn the_reminder_is_neutral_and_only_for_days_to_come() {
    let rulebook = rulebook();
    let page = render(&rulebook, &results(&rulebook));
    let file = previews(&page)[1].to_lowercase();
    assert!(file.contains("summary:look something up again"));
    for word in ["deemed", "export", "visa", "law", "license", "brazil"] {
        assert!(!file.contains(word), "{word}");
    }
    let late = render_on(&rulebook, &results(&rulebook), day("2027-12-31"));
    assert!(!late.contains("BEGIN:VCALENDAR"));
}
