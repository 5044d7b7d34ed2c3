//! Views in every language, rendered to HTML.

#![allow(clippy::panic, reason = "this is a test, though not in a test function")]

mod common;

use common::{begun, give, know_nothing, question, render, rulebook};
use deemed::helper::Field;
use deemed::language::{self, State};
use deemed::screen::ItemResults;
use deemed::session::{Action, Reading, Session, View};
use deemed::text::{Language, Text};
use deemed_engine::{Answer, Rulebook};
use deemed_locales::{Locales, words};

/// Gives the page the words of every language, as the site does.
fn learn_all() -> Locales {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let locales = Locales::read(&root.join("rulebook"), &root.join("locales"))
        .unwrap_or_else(|problems| panic!("{}", problems.join("\n")));
    for one in &locales.languages {
        language::learn(&one.about.tag, words(&locales, one));
    }
    locales
}

fn others() -> Vec<Language> {
    let others: Vec<Language> = Language::all().filter(|language| *language != Language::ENGLISH).collect();
    assert!(others.iter().any(|language| language.tag() == "zh-Hans"));
    assert!(others.iter().all(|language| language.state() == State::Ready));
    others
}

fn speak(rulebook: &Rulebook, session: &Session, language: Language) -> Session {
    session.clone().apply(rulebook, Action::Speak(language))
}

/// One session in each kind of view, and on every question.
fn views(rulebook: &Rulebook) -> Vec<Session> {
    let open = |session: &Session, view| session.clone().apply(rulebook, Action::Open(view));
    let unknown = know_nothing(rulebook, begun(rulebook));
    let bills = know_nothing(rulebook, unknown.clone().apply(rulebook, Action::LookAtBills));
    let mut views = vec![
        Session::default(),
        begun(rulebook).apply(rulebook, Action::Continue),
        open(&unknown, View::Check),
        open(&unknown, View::Results),
        open(&bills, View::Bills),
        open(&bills, View::Beside),
        open(&unknown, View::TakeAlong),
        open(&unknown, View::Sources(None)),
        unknown.clone().apply(rulebook, Action::Clear),
    ];
    views.extend(Reading::ALL.map(|reading| open(&unknown, View::Reading(reading))));
    for asked in &rulebook.book().questions {
        views.push(open(&unknown, View::Question { fact: asked.id, item: 0 }));
    }
    views
}

/// The visible text of the markup outside of elements in English.
fn text_outside_english(html: &str) -> String {
    let mut text = String::new();
    // Tags that are open inside English; none while outside.
    let mut depth = 0_usize;
    // A drawing is an image with a name; the list beside it says the same.
    let html: String =
        html.split("<svg").map(|part| part.split_once("</svg>").map_or(part, |(_, rest)| rest)).collect();
    for part in html.split('<').skip(1) {
        let (tag, after) = part.split_once('>').unwrap_or((part, ""));
        let is_void =
            ["br", "input", "img", "hr"].iter().any(|name| tag.split([' ', '/']).next() == Some(name));
        if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if (depth > 0 || tag.contains("lang=\"en\"")) && !is_void && !tag.starts_with('!') {
            depth += 1;
        }
        if depth == 0 {
            text.push_str(after);
            text.push('\n');
        }
    }
    text
}

/// Whether a line reads as English: four words of small letters in a row. A legal term of as many may
/// stand in brackets beside its translation.
fn is_english(line: &str) -> bool {
    let mut row = 0;
    line.replace("(foreign person of concern)", "").split(' ').any(|word| {
        let plain = word.trim_matches(|letter: char| letter.is_ascii_punctuation());
        let small = plain.len() > 1 && plain.chars().all(|letter| letter.is_ascii_lowercase());
        row = if small { row + 1 } else { 0 };
        row >= 4
    })
}

#[test]
fn no_view_holds_english_that_is_not_marked() {
    let rulebook = rulebook();
    learn_all();
    for language in others() {
        for session in views(&rulebook) {
            let page = render(&rulebook, &speak(&rulebook, &session, language));
            for line in text_outside_english(&page).lines() {
                assert!(!is_english(line), "{}: {:?}: {line}", language.tag(), session.view());
            }
        }
    }
}

#[test]
fn unmarked_english_would_be_seen() {
    let page = "<p lang=\"en\">all of this may be</p><p>but all of this may not</p>";
    let found: Vec<String> =
        text_outside_english(page).lines().filter(|line| is_english(line)).map(str::to_owned).collect();
    assert_eq!(found, ["but all of this may not"]);
}

#[test]
fn a_complete_language_shows_no_english_in_place_of_its_own() {
    let rulebook = rulebook();
    let locales = learn_all();
    let is_full = |language: &Language| {
        locales.language(language.tag()).is_some_and(|own| locales.coverage(own).percent() == 100)
    };
    for language in others().into_iter().filter(is_full) {
        for session in views(&rulebook) {
            // Notes on sources stay English in every language.
            if matches!(session.view(), View::Sources(_)) {
                continue;
            }
            let page = render(&rulebook, &speak(&rulebook, &session, language));
            assert!(!page.contains("stand-in"), "{}: {:?}", language.tag(), session.view());
        }
    }
}

#[test]
fn switching_in_the_middle_keeps_answers_and_place() {
    let rulebook = rulebook();
    learn_all();
    let session = give(&rulebook, begun(&rulebook), Answer::DontKnow);
    for language in others() {
        let spoken = speak(&rulebook, &session, language);
        assert_eq!(question(&spoken), question(&session));
        assert_eq!(spoken.trail, session.trail);
        let back = speak(&rulebook, &spoken, Language::ENGLISH);
        assert_eq!(
            (&back.person, &back.items, &back.draft),
            (&session.person, &session.items, &session.draft)
        );
    }
}

#[test]
fn the_same_answers_give_the_same_results_in_all_languages() {
    let rulebook = rulebook();
    learn_all();
    for place in 0..8 {
        let mut session = begun(&rulebook);
        while let Some((fact, _)) = question(&session) {
            let choices = &rulebook.book().question_of(fact).unwrap().choices;
            let value = u16::try_from(place % choices.len()).unwrap();
            session = give(&rulebook, session, Answer::Known(deemed_engine::ValueId(value)));
        }
        let session = session.apply(&rulebook, Action::Open(View::Results));
        let outcomes = |session: &Session| {
            let all = ItemResults::all(&rulebook, session, common::today(), |_| true);
            format!(
                "{:?}",
                all.iter().flat_map(|item| &item.issues).map(|one| &one.result).collect::<Vec<_>>()
            )
        };
        let shape = |session: &Session| {
            let page = render(&rulebook, session);
            (page.matches("<article").count(), page.matches("<h2").count(), page.matches("<li").count())
        };
        for language in others() {
            let spoken = speak(&rulebook, &session, language);
            assert_eq!(outcomes(&spoken), outcomes(&session), "{}", language.tag());
            assert_eq!(shape(&spoken), shape(&session), "{}", language.tag());
        }
    }
}

#[test]
fn every_language_says_how_it_came_about() {
    let rulebook = rulebook();
    let locales = learn_all();
    for language in others() {
        let page = render(&rulebook, &speak(&rulebook, &Session::default(), language));
        let prevails = language.find_text("language.prevails").unwrap();
        assert!(page.contains(prevails), "{}", language.tag());
        // A person who reviewed it is named, with the day; nobody else is.
        let about = &locales.language(language.tag()).unwrap().about;
        assert_eq!((language.reviewer(), language.date()), (about.reviewer.as_deref(), about.date.as_str()));
        let text = Text::new(language);
        let date = text.date(common::day(&about.date));
        let how = match &about.reviewer {
            Some(name) => text.say_with("language.reviewed", &[("name", name), ("date", &date)]),
            None => text.say_with("language.machine", &[("date", &date)]),
        };
        assert!(page.contains(&how), "{}: {how}", language.tag());
    }
    let english = render(&rulebook, &Session::default());
    assert!(!english.contains("prevails"));
    for language in Language::all() {
        assert!(
            english.contains(&format!("lang=\"{}\"", language.tag())) && english.contains(language.name())
        );
    }
}

#[test]
fn places_stand_in_the_order_of_the_language_with_english_beside() {
    let rulebook = rulebook();
    learn_all();
    let asked = rulebook.book().questions.iter().find(|question| question.is_places).unwrap();
    let view = View::Question { fact: asked.id, item: 0 };
    let session = Session::default().apply(&rulebook, Action::Open(view));
    for language in others() {
        let page = render(&rulebook, &speak(&rulebook, &session, language));
        let headings = language.places().iter().filter(|(heading, _)| !heading.is_empty()).count();
        assert_eq!(page.matches("<optgroup").count() % headings, 0, "{}", language.tag());
        let field =
            page.split("id=\"place\"").nth(1).and_then(|rest| rest.split("</select>").next()).unwrap();
        let options = field.matches("<option").count();
        assert_eq!(options, asked.choices.len() + 2, "{}", language.tag());
    }
    let page = render(&rulebook, &speak(&rulebook, &session, Language::find("zh-Hans").unwrap()));
    assert!(page.contains("中国（China）"));
}

#[test]
fn places_are_found_by_what_a_person_types_or_by_their_english_names() {
    let rulebook = rulebook();
    learn_all();
    let asked = rulebook.book().questions.iter().find(|question| question.is_places).unwrap();
    let view = View::Question { fact: asked.id, item: 0 };
    let session = Session::default().apply(&rulebook, Action::Open(view));
    for (tag, own, by_english) in [
        ("zh-Hans", ">Z 中国（China）<", ">China（中国）<"),
        ("zh-Hant", ">4劃 中國（China）<", ">China（中國）<"),
    ] {
        let session = speak(&rulebook, &session, Language::find(tag).unwrap());
        // The question's own list, and the one that looks up groups.
        assert_eq!(render(&rulebook, &session).matches(own).count(), 2, "{tag}");
        let turned = session.apply(&rulebook, Action::Fill(Field::Order, Some(1)));
        let page = render(&rulebook, &turned);
        assert_eq!((page.matches(own).count(), page.matches(by_english).count()), (0, 2), "{tag}");
        assert!(!page.contains("<optgroup"), "{tag}");
        let names: Vec<&str> = page.split("<option").filter_map(|option| option.split('>').nth(1)).collect();
        let albania = names.iter().position(|name| name.starts_with("Albania（"));
        let zambia = names.iter().position(|name| name.starts_with("Zambia（"));
        assert!(albania.is_some() && albania < zambia, "{tag}");
    }
}

#[test]
fn no_word_of_a_drawing_is_torn() {
    let rulebook = rulebook();
    learn_all();
    let session = Session::default().apply(&rulebook, Action::Open(View::Reading(Reading::Timeline)));
    for (tag, title, gap) in [
        ("fa", "مقاله‌هایی درباره اجازه ویژه پخش می‌شود", " "),
        ("zh-Hans", "参议院的一项远程访问法案（尚未成为法律）", ""),
    ] {
        let page = render(&rulebook, &speak(&rulebook, &session, Language::find(tag).unwrap()));
        let drawing = page.split("<figure").nth(1).unwrap();
        let lines: Vec<&str> =
            drawing.split("<text").skip(1).filter_map(|text| text.split(['>', '<']).nth(1)).collect();
        assert!(lines.join(gap).contains(title), "{tag}: {lines:?}");
    }
}

#[test]
fn dates_and_numbers_follow_the_language() {
    learn_all();
    let text = |tag: &str| Text::new(Language::find(tag).unwrap());
    let day = common::day("2026-01-09");
    assert_eq!(text("en").date(day), "January 9, 2026");
    assert_eq!(text("zh-Hans").date(day), "2026年1月9日");
    assert_eq!(text("zh-Hant").number("12"), "12");
}

#[test]
fn questions_to_take_along_stand_in_english_beside_the_persons_language() {
    let rulebook = rulebook();
    learn_all();
    let session = know_nothing(&rulebook, begun(&rulebook)).apply(&rulebook, Action::Open(View::TakeAlong));
    let letters = |session: &Session| {
        let page = render(&rulebook, session);
        let letter =
            page.split("class=\"letter\"").nth(1).and_then(|rest| rest.split("</div>").next()).unwrap();
        letter
            .split("<pre")
            .skip(1)
            .map(|one| one.split("</pre>").next().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let [english] = &letters(&session)[..] else { panic!("English stands alone") };
    for language in others() {
        let both = letters(&speak(&rulebook, &session, language));
        assert_eq!((both.len(), &both[0]), (2, english), "{}", language.tag());
        assert!(both[1].contains(&format!("lang=\"{}\"", language.tag())));
        assert!(both[1].contains(language.find_text("take.intro").unwrap()));
    }
}
