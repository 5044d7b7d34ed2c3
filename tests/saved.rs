//! Answers that were saved come back, and whatever else is opened changes nothing.

mod common;

use common::{begun, know_nothing, render, rulebook};
use deemed::saved::{self, Notice, Refusal, Way, from_base64, to_base64};
use deemed::session::{Action, Reach, Session, View};
use deemed::view::Shared;
use deemed_engine::model::{About, ValueId};
use deemed_engine::{Answer, Answers};
use proptest::prelude::*;

thread_local! {
    static RULEBOOK: Shared = rulebook();
}

/// Two numbers for each question: whether and how it is answered.
fn picks() -> impl Strategy<Value = Vec<(u8, u16)>> {
    prop::collection::vec((0..4_u8, any::<u16>()), 64)
}

fn answers(rulebook: &Shared, about: About, picks: &[(u8, u16)]) -> Answers {
    let mut answers = Answers::new();
    for (question, (how, which)) in rulebook.book().questions.iter().zip(picks) {
        let count = u16::try_from(question.choices.len()).unwrap_or(1);
        match how {
            _ if question.about != about => {}
            0 => answers.set(question.id, Answer::DontKnow),
            1 => {}
            _ => answers.set(question.id, Answer::Known(ValueId(which % count))),
        }
    }
    answers
}

fn session(rulebook: &Shared, person: &[(u8, u16)], items: &[Vec<(u8, u16)>], bills: bool) -> Session {
    Session {
        person: answers(rulebook, About::Person, person),
        items: items.iter().map(|item| answers(rulebook, About::Item, item)).collect(),
        reach: if bills { Reach::Bills } else { Reach::Law },
        ..Session::default()
    }
}

fn open(rulebook: &Shared, session: Session, text: &str) -> Session {
    session.apply(rulebook, Action::OpenSaved(Way::File, Some(text.to_owned())))
}

/// What a hostile file would be after: nothing but the notice and the view may differ.
fn kept(session: &Session) -> (&Answers, &[Answers], Reach) {
    (&session.person, &session.items, session.reach)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn answers_that_were_saved_come_back(
        person in picks(), items in prop::collection::vec(picks(), 1..4), bills: bool,
    ) {
        RULEBOOK.with(|rulebook| {
            let session = session(rulebook, &person, &items, bills);
            let read = saved::read(rulebook, &saved::file(rulebook, &session)).unwrap();
            prop_assert_eq!((&read.person, &read.items, read.reach), (&session.person, &session.items, session.reach));
            prop_assert!(read.origin.is_same && read.origin.changed.is_empty() && read.origin.left_out == 0);
            let linked = saved::from_link(rulebook, &saved::link(rulebook, &session)).unwrap().unwrap();
            prop_assert_eq!(linked, read);
            Ok(())
        })?;
    }

    #[test]
    fn bytes_and_letters_go_round(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        let text = to_base64(&bytes);
        prop_assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)));
        prop_assert_eq!(from_base64(&text), Some(bytes));
    }

    #[test]
    fn whatever_text_is_opened_nothing_breaks(text in ".{0,200}") {
        RULEBOOK.with(|rulebook| {
            let before = know_nothing(rulebook, begun(rulebook));
            let after = open(rulebook, before.clone(), &text);
            prop_assert_eq!(kept(&after), kept(&before));
            prop_assert!(saved::from_link(rulebook, &text).is_none_or(|read| read.is_err()));
            let _ = from_base64(&text);
            Ok(())
        })?;
    }

    #[test]
    fn a_file_that_was_changed_anywhere_breaks_nothing(
        person in picks(), at in any::<prop::sample::Index>(), with in "[\\PC\"{}\\[\\],:0-9]{0,6}", cut in 0..40_usize,
    ) {
        RULEBOOK.with(|rulebook| {
            let file = saved::file(rulebook, &session(rulebook, &person, std::slice::from_ref(&person), false));
            let letters: Vec<char> = file.chars().collect();
            let at = at.index(letters.len());
            let changed: String = letters[..at].iter().chain(&with.chars().collect::<Vec<_>>())
                .chain(letters[at..].iter().skip(cut)).collect();
            let after = open(rulebook, Session::default(), &changed);
            let page = render(rulebook, &after);
            prop_assert!(page.contains("role=\"alert\""));
            Ok(())
        })?;
    }
}

#[test]
fn a_file_of_another_version_says_what_changed() {
    let rulebook = rulebook();
    let file = saved::file(&rulebook, &know_nothing(&rulebook, begun(&rulebook)))
        .replace("\"version\": \"", "\"version\": \"9.")
        .replace("\"ear\": \"", "\"ear\": \"2020-01-31\", \"other\": \"");
    let session = open(&rulebook, Session::default(), &file);
    assert_eq!(*session.view(), View::Check);
    let page = render(&rulebook, &session);
    for words in ["come from your file", "results may have changed", "January 31, 2020"] {
        assert!(page.contains(words), "{words}");
    }
    let later = session.apply(&rulebook, Action::Open(View::Results));
    assert!(later.notice.is_none());
}

#[test]
fn parts_that_are_not_known_are_left_out_and_counted_and_never_shown() {
    let rulebook = rulebook();
    let book = rulebook.book();
    let text = format!(
        r#"{{"format": "deemed-answers", "version": 1, "rulebook": {{"id": "{}", "version": "<b>evil"}},
            "person": {{"facts": {{"status": "h-1b", "evil-fact": "evil", "access": "nothing"}}, "unknown": ["evil", 3, "status"]}},
            "items": [], "evil": "<script>evil</script>"}}"#,
        book.id
    );
    let session = open(&rulebook, Session::default(), &text);
    let Some(Notice::Read(Way::File, origin)) = &session.notice else { panic!("{:?}", session.notice) };
    assert_eq!((origin.left_out, &origin.version), (6, &None));
    assert_eq!((session.person.len(), session.items.len()), (1, 1));
    assert!(!render(&rulebook, &session).contains("evil"));
}

#[test]
fn what_is_too_large_too_new_or_of_another_rulebook_is_refused() {
    let rulebook = rulebook();
    let file = saved::file(&rulebook, &begun(&rulebook));
    let refusal = |text: &str| saved::read(&rulebook, text).unwrap_err();
    assert_eq!(refusal(&(file.clone() + &" ".repeat(saved::BYTES_MAX))), Refusal::TooLarge);
    assert_eq!(refusal(&file.replace("\"version\": 1,", "\"version\": 2,")), Refusal::Newer);
    assert_eq!(refusal(&file.replace(&rulebook.book().id, "other")), Refusal::OtherRulebook);
    for text in ["", "[]", "{}", "null", "{\"format\": \"deemed-answers\"}", "\u{0}"] {
        assert_eq!(refusal(text), Refusal::NotAnswers, "{text}");
    }
    assert_eq!(refusal(&"[".repeat(50_000)), Refusal::NotAnswers);
}

#[test]
fn a_link_never_replaces_answers_and_a_foreign_fragment_is_none_of_ours() {
    let rulebook = rulebook();
    let mine = know_nothing(&rulebook, begun(&rulebook));
    let link = saved::link(&rulebook, &Session::default());
    let after = mine.clone().apply(&rulebook, Action::OpenSaved(Way::Link, Some(link)));
    assert_eq!(kept(&after), kept(&mine));
    assert_eq!(after.notice, Some(Notice::Refused(Way::Link, Refusal::InUse)));
    for fragment in ["?secret=abc", "channel=1", "", "answer=x", "noanswers=AAAA", "outputs&top"] {
        assert!(saved::from_link(&rulebook, fragment).is_none(), "{fragment}");
    }
}

#[test]
fn every_test_that_a_promise_names_exists() {
    let rulebook = rulebook();
    let page = render(&rulebook, &Session::default().apply(&rulebook, Action::Open(View::Promise)));
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut tests = String::new();
    for folder in ["tests/browser", "xtask/src", "xtask/src/site"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap().flatten() {
            tests += &std::fs::read_to_string(entry.path()).unwrap_or_default();
        }
    }
    let names: Vec<&str> = page.split("class=\"test\"").skip(1).collect();
    assert_eq!(names.len(), 12);
    for name in names {
        let name = name.split_once("<code lang=\"en\">").unwrap().1.split_once('<').unwrap().0;
        assert!(tests.contains(&format!("\"{name}\"")) || tests.contains(&format!("fn {name}()")), "{name}");
    }
}
