//! From the start to a result, as views rendered to HTML.

mod common;

use common::{begun, give, know_nothing, question, render, rulebook};
use deemed::session::{Action, Session, View};
use deemed_engine::{Answer, evaluate};

#[test]
fn the_start_leads_to_a_question_and_the_last_question_to_the_answers() {
    let rulebook = rulebook();
    assert!(render(&rulebook, &Session::default()).contains("Begin</button>"));
    let session = begun(&rulebook);
    assert!(question(&session).is_some());
    let session = know_nothing(&rulebook, session);
    assert_eq!(*session.view(), View::Check);
    let session = session.apply(&rulebook, Action::Open(View::Results));
    assert!(render(&rulebook, &session).contains("It depends on"));
}

#[test]
fn every_question_renders_with_its_choices_and_with_not_knowing() {
    let rulebook = rulebook();
    for asked in &rulebook.book().questions {
        let view = View::Question { fact: asked.id, item: 0 };
        let page = render(&rulebook, &Session::default().apply(&rulebook, Action::Open(view)));
        assert!(page.contains("<h1 tabindex=\"-1\">"), "{}", asked.fact);
        assert!(page.contains("id=\"unknown\"") || page.contains("value=\"unknown\""), "{}", asked.fact);
        let choices = page.matches("type=\"radio\"").count() + page.matches("<option").count();
        assert!(choices > asked.choices.len(), "{}", asked.fact);
    }
}

#[test]
fn knowing_nothing_ends_in_contacts_and_claims_nothing() {
    let rulebook = rulebook();
    let session = know_nothing(&rulebook, begun(&rulebook)).apply(&rulebook, Action::Open(View::Results));
    let page = render(&rulebook, &session);
    assert!(page.contains("Who would know:") && page.contains("<blockquote>"));
    for result in evaluate(&rulebook, &session.way(&rulebook, 0).used, |law| law.status.is_law()).results {
        assert!(result.certainty.is_none() || result.is_decided());
    }
}

#[test]
fn every_question_says_what_is_wrong_without_blame() {
    let rulebook = rulebook();
    for asked in &rulebook.book().questions {
        let view = View::Question { fact: asked.id, item: 0 };
        let session = Session::default().apply(&rulebook, Action::Open(view));
        let page = render(&rulebook, &session.apply(&rulebook, Action::Continue));
        let (summary, field) = page.split_once("<form").unwrap();
        let said = "Choose an answer. “I don’t know” is one too.";
        assert!(summary.contains("id=\"error-summary\"") && summary.contains(said), "{}", asked.fact);
        assert!(field.contains("id=\"error\"") && field.contains(said), "{}", asked.fact);
        let described =
            field.split("aria-describedby=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
        assert!(described.into_iter().any(|ids| ids.split(' ').any(|id| id == "error")), "{}", asked.fact);
        assert!(!page.contains(" disabled"), "{}", asked.fact);
    }
}

#[test]
fn continue_without_an_answer_says_so() {
    let rulebook = rulebook();
    let session = begun(&rulebook).apply(&rulebook, Action::Continue);
    let page = render(&rulebook, &session);
    assert!(page.contains("id=\"error-summary\"") && page.contains("id=\"error\""));
    let answered = give(&rulebook, session, Answer::DontKnow);
    assert!(!render(&rulebook, &answered).contains("error-summary"));
}
