//! The page in a frame and for an institution, as views rendered to HTML.

mod common;

use common::{begun, know_nothing, render_around, rulebook, today};
use deemed::bundle;
use deemed::host::{Address, Standing};
use deemed::session::{Action, Session, View};
use deemed::text::Language;
use deemed::view::{Around, Shared};
use deemed_engine::Problem;
use deemed_engine::profile::check;

const PAGE: &str = "https://deemed.example/check/";

fn around(query: &str, standing: Standing) -> Around {
    Around::of(Address::parse(query, ""), standing, PAGE.to_owned())
}

#[test]
fn the_site_stands_above_the_folders_of_languages_and_institutions() {
    let site = |page: &str| {
        let address = Address::parse("?for=demo", "");
        Around::of(address, Standing::Own, page.to_owned()).site().map(str::to_owned)
    };
    for page in ["", "index.html", "zh-hans/", "for/demo/", "fa/index.html"] {
        assert_eq!(site(&format!("{PAGE}{page}")).as_deref(), Some(PAGE), "{page}");
    }
    assert_eq!(site("file:///home/person/deemed.html"), None);
}

fn render(rulebook: &Shared, session: &Session, around: Around) -> String {
    render_around(rulebook, session, today(), around)
}

fn results(rulebook: &Shared) -> Session {
    know_nothing(rulebook, begun(rulebook)).apply(rulebook, Action::Open(View::Results))
}

#[test]
fn every_profile_that_is_built_in_is_sound() {
    for name in bundle::profiles() {
        let file = format!("profiles/{name}.json");
        let text = std::fs::read_to_string(&file).unwrap();
        assert_eq!(check(&file, &text), Vec::<Problem>::new());
        assert!(bundle::profile(name).is_some());
    }
}

#[test]
fn an_institution_shows_its_name_and_its_contacts_on_results() {
    let rulebook = rulebook();
    let start = render(&rulebook, &Session::default(), around("?for=demo", Standing::Own));
    assert!(start.contains("Contacts shown for: Example State University (invented)."));
    assert!(start.contains("There is no such institution."));
    let page = render(&rulebook, &results(&rulebook), around("?for=demo", Standing::Own));
    assert!(page.contains("Whom to ask at Example State University (invented)"));
    assert!(page.contains("href=\"mailto:export-control@example.edu\""));
    assert!(page.contains("help me find out how our material is classified"));
    assert!(page.contains("https://export.example.edu/travel"));
    let plain = render(&rulebook, &results(&rulebook), around("", Standing::Own));
    assert!(!plain.contains("example.edu") && !plain.contains("Whom to ask at"));
}

#[test]
fn contacts_have_no_words_about_bills() {
    let rulebook = rulebook();
    let session = know_nothing(&rulebook, results(&rulebook).apply(&rulebook, Action::LookAtBills));
    let page = render(
        &rulebook,
        &session.apply(&rulebook, Action::Open(View::Bills)),
        around("?for=demo", Standing::Own),
    );
    assert!(page.contains("Not law") && !page.contains("Whom to ask at"));
}

#[test]
fn nothing_of_an_address_is_ever_shown() {
    let rulebook = rulebook();
    for query in
        ["?for=nobody-here", "?for=EVIL-OFFICE", "?for=<b>evil</b>", "?for=nobody-here&lang=evil&name=evil"]
    {
        for standing in [Standing::Own, Standing::Framed, Standing::Confined] {
            let page = render(&rulebook, &Session::default(), around(query, standing)).to_lowercase();
            assert!(page.contains("names an institution that is not known here"), "{query}");
            assert!(!page.contains("nobody-here") && !page.contains("evil"), "{query}");
        }
    }
    let page = render(&rulebook, &Session::default(), around("?lang=evil", Standing::Own));
    assert!(!page.contains("not known here") && !page.contains("evil"));
}

#[test]
fn a_framed_page_says_whose_it_is_and_leads_to_a_tab_of_its_own() {
    let rulebook = rulebook();
    let link = format!("href=\"{PAGE}?for=demo\"");
    for standing in [Standing::Framed, Standing::Confined] {
        let page = render(&rulebook, &Session::default(), around("?for=demo&x=1", standing));
        assert!(page.contains("Only the frame is ours.") && page.contains(&link), "{standing:?}");
    }
    let alone = render(&rulebook, &Session::default(), around("?for=demo", Standing::Own));
    assert!(!alone.contains("Only the frame is ours.") && !alone.contains(&link));
}

#[test]
fn a_frame_that_forbids_outputs_gets_the_own_tab_in_their_place() {
    let rulebook = rulebook();
    let session = results(&rulebook);
    let page = render(&rulebook, &session, around("?for=demo", Standing::Confined));
    assert!(page.contains("blocks printing, saving and sending"));
    assert!(!page.contains("Print or save as PDF") && !page.contains("mailto:"));
    assert!(page.contains("export-control@example.edu"));
    let along = session.clone().apply(&rulebook, Action::Open(View::TakeAlong));
    let page = render(&rulebook, &along, around("", Standing::Confined));
    assert!(
        page.contains("blocks printing")
            && page.matches("<button").count()
                < render(&rulebook, &along, around("", Standing::Framed)).matches("<button").count()
    );
    let page = render(&rulebook, &session, around("?for=demo", Standing::Framed));
    assert!(page.contains("Print or save as PDF") && !page.contains("blocks printing"));
}

#[test]
fn what_a_person_chose_no_host_changes() {
    let rulebook = rulebook();
    let other = Language::all().last().unwrap();
    let suggested = Session::default().apply(&rulebook, Action::Suggest(other));
    assert_eq!(suggested.language, other);
    let chosen = Session { is_language_chosen: true, ..Session::default() };
    assert_eq!(chosen.apply(&rulebook, Action::Suggest(other)).language, Language::default());
}
