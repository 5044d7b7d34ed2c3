//! A language that lacks texts. These tests have a program of their own, since words come only once.

mod common;

use common::{begun, render, rulebook};
use deemed::language::{self, State};
use deemed::session::{Action, Session};
use deemed::text::Language;

#[test]
fn what_a_language_lacks_is_english_and_marked_and_what_did_not_come_is_said() {
    let rulebook = rulebook();
    let [poor, lost] = ["zh-Hans", "zh-Hant"].map(|tag| Language::find(tag).unwrap());
    assert_eq!((poor.state(), lost.state()), (State::Coming, State::Coming));
    let english = render(&rulebook, &Session::default());
    assert_eq!(english.matches("aria-current").count(), 1);
    assert!(!english.contains("stand-in"));

    language::learn("zh-Hans", r#"{"words": {"start.title": "标题"}, "places": {}}"#);
    language::learn("zh-Hant", "this is no file of words");
    language::learn("nobody", "{}");
    assert_eq!((poor.state(), lost.state()), (State::Ready, State::Unavailable));
    let start = render(&rulebook, &Session::default().apply(&rulebook, Action::Speak(poor)));
    assert!(start.contains("标题"));
    let marked = "<span lang=\"en\" dir=\"ltr\" class=\"stand-in\">";
    assert!(start.contains(&format!("{marked}Begin</span>")));
    assert!(start.contains(&format!("{marked}(not available now)</span>")));

    // Texts of the rulebook, those inside options too.
    let asked = render(&rulebook, &begun(&rulebook).apply(&rulebook, Action::Speak(poor)));
    assert!(asked.contains(marked));
    let places = rulebook.book().questions.iter().find(|question| question.is_places).unwrap();
    let view = deemed::session::View::Question { fact: places.id, item: 0 };
    let session =
        Session::default().apply(&rulebook, Action::Open(view)).apply(&rulebook, Action::Speak(poor));
    let page = render(&rulebook, &session);
    let options = || page.split("<option").skip(1);
    let english =
        options().filter(|option| option.split('>').next().is_some_and(|tag| tag.contains("lang=\"en\"")));
    assert_eq!(english.count(), options().count());
}
