//! Views of the persons in the scenarios, rendered to HTML.
#![allow(clippy::unwrap_used, clippy::panic, reason = "these are tests, though not test functions")]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use common::{begun, change, know_nothing, render, rulebook, say_all, used};
use deemed::session::{Action, Reach, Session, View};
use deemed_engine::model::About;
use deemed_engine::{Rulebook, evaluate};

/// The scenarios' persons, as sessions in which everything is answered.
fn persons(rulebook: &Rulebook) -> Vec<(String, Session)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rulebook/scenarios");
    let files: Vec<(String, String)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (format!("scenarios/{name}"), fs::read_to_string(path).unwrap())
        })
        .collect();
    let scenarios = rulebook.scenarios(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let scenarios = scenarios.unwrap_or_else(|problems| panic!("{problems:?}"));
    let session = |answers: &deemed_engine::Answers| {
        let mut session = Session { reach: Reach::Bills, ..Session::default() };
        for (fact, answer) in answers.iter() {
            match rulebook.book().question_of(fact).unwrap().about {
                About::Person => session.person.set(fact, answer),
                About::Item => session.items.first_mut().unwrap().set(fact, answer),
            }
        }
        session
    };
    scenarios.iter().map(|scenario| (scenario.id.clone(), session(&scenario.answers))).collect()
}

#[test]
fn the_page_comes_to_the_results_of_the_scenarios() {
    let rulebook = rulebook();
    for (name, session) in persons(&rulebook) {
        let given = evaluate(&rulebook, &session.answers(0), |_| false).results;
        let counted = evaluate(&rulebook, &session.way(&rulebook, 0).used, |_| false).results;
        for (given, counted) in given.iter().zip(&counted) {
            assert_eq!(given.possible, counted.possible, "{name}");
        }
    }
}

/// The pages with answers, results and bills of a person.
struct Pages {
    name: String,
    check: String,
    results: String,
    bills: String,
}

/// The pages of every fifth person: enough to meet every outcome, few enough to render in seconds.
fn pages() -> &'static [Pages] {
    static PAGES: OnceLock<Vec<Pages>> = OnceLock::new();
    PAGES.get_or_init(|| {
        let rulebook = rulebook();
        let some = persons(&rulebook).into_iter().step_by(5);
        some.map(|(name, session)| {
            let page = |view| render(&rulebook, &session.clone().apply(&rulebook, Action::Open(view)));
            Pages { name, check: page(View::Check), results: page(View::Results), bills: page(View::Bills) }
        })
        .collect()
    })
}

#[test]
fn no_key_and_no_markup_trick_reaches_the_page() {
    let keys: BTreeMap<String, String> =
        serde_json::from_str(include_str!("../locales/en/page.json")).unwrap();
    for Pages { name, check, results, bills } in pages() {
        for page in [check, results, bills] {
            let shown = keys.keys().find(|key| page.contains(&format!(">{key}<")));
            assert_eq!(shown, None, "{name}");
            assert!(!page.contains(" style=") && !page.contains('{'), "{name}");
        }
    }
}

#[test]
fn law_and_bills_are_never_on_one_page() {
    let rulebook = rulebook();
    let headlines = |law: bool| -> Vec<String> {
        let issues = rulebook.book().issues().filter(move |(one, _)| one.status.is_law() == law);
        issues
            .flat_map(|(_, issue)| issue.outcomes.iter().map(|one| one.headline.english.to_string()))
            .collect()
    };
    let (of_law, of_bills) = (headlines(true), headlines(false));
    for Pages { name, results, bills, .. } in pages() {
        assert!(!of_bills.iter().any(|headline| results.contains(headline)), "{name}");
        assert!(!of_law.iter().any(|headline| bills.contains(headline)), "{name}");
        assert!(bills.contains("Not law"), "{name}");
    }
}

#[test]
fn every_result_says_why_from_when_and_where_it_is_written() {
    for Pages { name, results, .. } in pages() {
        let count = |what: &str| results.matches(what).count();
        let sections = count("class=\"result kind-");
        assert_eq!(count("<p class=\"law-date\">"), sections, "{name}");
        assert_eq!(count(">Everything that this result cites<"), sections, "{name}");
        assert_eq!(count(">Why<") + count(">It depends on<"), sections, "{name}");
    }
}

/// Headings of a decided result, as people need them.
const ORDER: [&str; 9] = [
    "class=\"headline\"",
    "class=\"certainty\"",
    ">Why<",
    ">What it means<",
    ">What it does not mean<",
    ">What to do now<",
    ">What would change this result<",
    ">Your way through the rules, step by step<",
    "class=\"law-date\"",
];

#[test]
fn the_parts_of_a_result_stand_in_the_order_in_which_people_need_them() {
    let mut told = 0;
    for Pages { name, results, .. } in pages() {
        for result in results.split("class=\"result kind-").skip(1).filter(|part| part.contains(">Why<")) {
            let result = result.split("</section>").next().unwrap();
            let places: Vec<usize> = ORDER.iter().filter_map(|part| result.find(part)).collect();
            assert!(places.len() >= 6 && places.is_sorted(), "{name}: {places:?}");
        }
        // The overview says of each decided result how sure it is.
        let (overview, rest) = results.split_once("class=\"result kind-").unwrap();
        let sure = overview.matches("How sure this is:").count();
        assert_eq!(sure, rest.matches("class=\"certainty\"").count(), "{name}");
        told += sure;
        // What is left to do comes after everything that came out.
        let last = results.rfind("class=\"law-date\"").unwrap();
        assert!(results.find(">If a bill became law<").is_some_and(|bills| bills > last), "{name}");
        assert!(results.find(">Copy the results as text<").is_some_and(|copy| copy > last), "{name}");
    }
    assert!(told > 100, "{told}");
}

#[test]
fn whoever_is_asked_twice_is_named_once() {
    let mut asked = 0;
    for Pages { name, results, .. } in pages() {
        for list in results.split("<dl class=\"asks\">").skip(1) {
            let list = list.split("</dl>").next().unwrap();
            let names: Vec<&str> =
                list.split("<dt>").skip(1).map(|rest| rest.split("</dt>").next().unwrap()).collect();
            assert!(names.windows(2).all(|two| two[0] != two[1]), "{name}: {names:?}");
            asked += usize::from(list.matches("<dd>").count() > names.len());
        }
    }
    assert!(asked > 0, "nobody is asked twice, so this tests nothing");
}

#[test]
fn every_source_is_one_press_away_from_its_official_page() {
    let rulebook = rulebook();
    for (id, source) in &rulebook.book().sources {
        let view = View::Sources(Some(id.clone()));
        let page = render(&rulebook, &Session::default().apply(&rulebook, Action::Open(view)));
        let (_, wanted) = page.split_once("The source you asked for").unwrap();
        let address = source.official.replace('&', "&amp;");
        let link = format!("<a href=\"{address}\" rel=\"noreferrer noopener\" target=\"_blank\">");
        assert!(wanted.split("<h2>").next().unwrap().contains(&link), "{id}");
    }
}

#[test]
fn answers_that_are_no_longer_used_are_listed_apart() {
    let rulebook = rulebook();
    let early = [("location", "in-us"), ("status", "h-1b"), ("nationality", "BR")];
    let session = change(&rulebook, say_all(&rulebook, begun(&rulebook), &early), "status", 0);
    let session = say_all(&rulebook, session, &[("status", "asylee")]);
    let session = know_nothing(&rulebook, session);
    assert!(!used(&rulebook, &session, 0).contains(&"nationality".to_owned()));
    let page = render(&rulebook, &session);
    let (before, after) = page.split_once("No longer used").unwrap();
    assert!(!before.contains("Brazil") && after.contains("Brazil"));
}

#[test]
fn several_things_each_get_their_results() {
    let rulebook = rulebook();
    let session = know_nothing(&rulebook, begun(&rulebook)).apply(&rulebook, Action::AddItem);
    let session = know_nothing(&rulebook, session).apply(&rulebook, Action::Open(View::Results));
    let page = render(&rulebook, &session);
    assert!(page.contains(">Thing 1</h2>") && page.contains(">Thing 2</h2>"));
}

#[test]
fn places_are_listed_by_name_with_none_of_them_last() {
    let rulebook = rulebook();
    let names: Vec<String> =
        rulebook.book().places.iter().map(|place| place.name.english.to_lowercase()).collect();
    let (last, countries) = names.split_last().unwrap();
    assert!(countries.is_sorted() && last.starts_with("none"));
}
