//! Pages to read: every card with its sources and dates, on every view one way there and back.

mod common;

use common::{begun, day, give, question, render, render_on, rulebook};
use deemed::changelog::{Block, CHANGELOG};
use deemed::screen::ItemResults;
use deemed::session::{Action, Reading, Session, View};
use deemed_engine::Answer;
use deemed_engine::model::OutcomeKind;

fn open(session: Session, reading: Reading) -> Session {
    session.apply(&rulebook(), Action::Open(View::Reading(reading)))
}

/// The text as it stands in HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[test]
fn every_card_is_shown_with_a_source_and_a_date() {
    let rulebook = rulebook();
    for reading in Reading::ALL {
        let Some(deck) = reading.deck() else { continue };
        let page = render(&rulebook, &open(Session::default(), reading));
        let articles: Vec<_> = page.split("<article").skip(1).collect();
        assert_eq!(articles.len(), rulebook.book().deck(deck).count(), "{deck}");
        assert!(!articles.is_empty(), "{deck}");
        for (article, card) in articles.iter().zip(rulebook.book().deck(deck)) {
            assert!(article.contains(&escaped(&card.title.english)), "{}", card.id);
            assert!(card.says.iter().all(|words| article.contains(&escaped(&words.english))), "{}", card.id);
            assert!(article.contains("class=\"citations\"") && article.contains("Checked on"), "{}", card.id);
            if let Some(claimed) = &card.claimed {
                assert!(
                    article.contains(&escaped(&claimed.english)) && article.contains("What the text says")
                );
                assert!(article.contains("class=\"when\""), "{}", card.id);
            }
        }
    }
}

#[test]
fn every_claim_and_event_has_a_date_of_its_own() {
    let rulebook = rulebook();
    for card in rulebook.book().deck("claims").chain(rulebook.book().deck("timeline")) {
        assert!(card.date.is_some() || card.date_words.is_some(), "{}", card.id);
    }
    assert!(rulebook.book().deck("claims").all(|card| card.claimed.is_some()));
    let dates: Vec<_> = rulebook.book().deck("timeline").map(|card| card.date).collect();
    assert!(dates.is_sorted());
}

#[test]
fn the_drawing_has_every_event_of_the_list() {
    let rulebook = rulebook();
    let page = render(&rulebook, &open(Session::default(), Reading::Timeline));
    let (list, drawing) = page.split_once("<figure").unwrap();
    let events = rulebook.book().deck("timeline").count();
    assert_eq!(list.matches("<article").count(), events);
    assert_eq!(drawing.matches("<circle").count(), events);
    assert!(drawing.contains("role=\"img\"") && drawing.contains("aria-label"));
}

#[test]
fn a_card_says_when_it_may_be_out_of_date() {
    let rulebook = rulebook();
    let session = open(Session::default(), Reading::Signposts);
    let notice = "This may be out of date";
    for card in rulebook.book().deck("signposts") {
        assert!(card.expires.is_some(), "{}", card.id);
    }
    for on in ["2026-11-25", "2027-05-21", "2027-05-22", "2027-12-31"] {
        let expired = |card: &&deemed_engine::model::Card| card.expires.is_some_and(|date| day(on) > date);
        let expected = rulebook.book().deck("signposts").filter(expired).count();
        assert_eq!(render_on(&rulebook, &session, day(on)).matches(notice).count(), expected, "{on}");
    }
}

#[test]
fn every_view_has_the_menu_and_reading_loses_no_answer() {
    let rulebook = rulebook();
    let mut session = begun(&rulebook);
    while question(&session).is_some() {
        let first = rulebook.book().question_of(question(&session).unwrap().0).unwrap();
        assert!(render(&rulebook, &session).contains("What you may have read"));
        session = give(&rulebook, session, Answer::Known(first.value(&first.choices[0].value).unwrap()));
    }
    let answers = (session.person.clone(), session.items.clone());
    let views = [View::Start, View::Results, View::Bills, View::Beside, View::TakeAlong, View::Sources(None)];
    for view in views.into_iter().chain(Reading::ALL.map(View::Reading)) {
        session = session.apply(&rulebook, Action::Open(view));
        let page = render(&rulebook, &session);
        assert!(page.contains("id=\"menu\"") && page.contains("Back to your answers"));
    }
    assert_eq!(answers, (session.person, session.items));
}

#[test]
fn rights_stand_with_every_result_that_a_license_may_be_needed() {
    let rulebook = rulebook();
    let link = "See your rights at work";
    let unknown = common::know_nothing(&rulebook, begun(&rulebook));
    let page = render(&rulebook, &unknown.apply(&rulebook, Action::Open(View::Results)));
    assert!(page.contains(link) && page.contains("id=\"rights\""));
    let mut citizen = Session::default();
    for (fact, value) in [("location", "in-us"), ("status", "citizen-or-national")] {
        let question = rulebook.book().question(fact).unwrap();
        citizen.person.set(question.id, Answer::Known(question.value(value).unwrap()));
    }
    let defense = rulebook.book().question("defense-item").unwrap();
    citizen.items[0].set(defense.id, Answer::Known(defense.value("no").unwrap()));
    let session = citizen.apply(&rulebook, Action::Open(View::Results));
    let all = ItemResults::all(&rulebook, &session, common::today(), |law| law.status.is_law());
    let may_need = all[0].issues.iter().filter(|screen| {
        screen.possible.iter().any(|outcome| {
            matches!(outcome.kind, OutcomeKind::AskFirst | OutcomeKind::Stop | OutcomeKind::Exception)
        })
    });
    let page = render(&rulebook, &session);
    assert_eq!(page.matches(link).count(), may_need.count());
    assert!(page.matches(link).count() < all[0].issues.len());
}

#[test]
fn the_changelog_is_shown_as_text() {
    let rulebook = rulebook();
    let page = render(&rulebook, &open(Session::default(), Reading::Changes));
    let version = &rulebook.book().version;
    assert!(
        matches!(CHANGELOG.first(), Some(Block::Heading(2, first)) if first.starts_with(version.as_str()))
    );
    for block in CHANGELOG {
        match block {
            Block::Heading(_, words) | Block::Paragraph(words) => {
                assert!(page.contains(&escaped(words)), "{words}");
            }
            Block::List(items) => assert!(items.iter().all(|words| page.contains(&escaped(words)))),
        }
    }
}
