//! A sound profile, and one thing at a time made wrong in it.

use super::check;
use crate::Profile;

const SOUND: &str = include_str!("../../../../../profiles/demo.json");

#[track_caller]
fn problems(from: &str, to: &str) -> Vec<String> {
    assert!(SOUND.contains(from), "the profile has no `{from}`");
    check("profiles/demo.json", &SOUND.replacen(from, to, 1)).iter().map(ToString::to_string).collect()
}

#[track_caller]
fn refused(from: &str, to: &str, because: &str) {
    let found = problems(from, to);
    assert!(found.iter().any(|problem| problem.contains(because)), "{found:#?}");
}

#[test]
fn the_invented_university_is_sound() {
    assert_eq!(check("profiles/demo.json", SOUND), []);
    let profile = Profile::read("profiles/demo.json", SOUND).unwrap();
    assert!(profile.is_invented);
    assert_eq!(profile.name.say("xx").1, "en");
    assert!(profile.contacts.iter().any(|contact| contact.words_for("stop").is_some()));
    assert!(profile.contacts.iter().all(|contact| contact.words_for("nothing").is_none()));
}

#[test]
fn low_contrast_is_refused_in_both_modes() {
    refused("\"light\": \"#0b5c4a\"", "\"light\": \"#9adbc8\"", "the least");
    refused("\"dark\": \"#7fd8bf\"", "\"dark\": \"#0b5c4a\"", "the least");
    refused("\"light\": \"#0b5c4a\"", "\"light\": \"red;background:url(x)\"", "not a color");
}

#[test]
fn markup_and_hidden_letters_are_refused() {
    for text in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "see https://evil.example/",
        "[a link](x)",
        "{{name}}",
        "write to help@evil.example",
        "go to www.evil.example",
        "Office\u{200b}",
        "&lt;b&gt;",
    ] {
        assert_ne!(problems("Export Control Office", text), Vec::<String>::new(), "{text}");
    }
    refused("Export Control Office", "a\\u0007b", "control character");
    refused("Export Control Office", "a\\u202eb", "control character");
    refused("Export Control Office", &"long ".repeat(40), "is the most");
    refused("Export Control Office", "You need no license", "draws a conclusion");
}

#[test]
fn pages_and_mailboxes_are_on_the_domains_of_the_institution() {
    let page = "https://export.example.edu/";
    for (to, because) in [
        ("http://export.example.edu/", "does not fit"),
        ("javascript:alert(1)", "does not fit"),
        ("https://evil.example/", "none of the domains"),
        ("https://evilexample.edu/", "none of the domains"),
        ("https://example.edu.evil.example/", "none of the domains"),
        ("https://example.edu@evil.example/", "not a plain host"),
        ("https://127.0.0.1/", "not a plain host"),
        ("https://xn--exmple-cua.edu/", "not a plain host"),
        ("https://export.example.edu/\\u0022onclick", "does not belong"),
    ] {
        refused(page, to, because);
    }
    refused("export-control@example.edu", "export-control@evil.example", "none of the domains");
    refused("export-control@example.edu", "a@b@example.edu", "not a plain mailbox");
    refused("export-control@example.edu", "x?cc=a@example.edu", "not a plain mailbox");
}

#[test]
fn names_kinds_days_and_languages_are_checked() {
    refused("\"id\": \"demo\"", "\"id\": \"other\"", "not the file's name");
    refused("\"ask-first\"", "\"ask-frist\"", "ask-first");
    refused("\"review-by\": \"2027-05-22\"", "\"review-by\": \"2026-05-22\"", "not after");
    refused("\"review-by\": \"2027-05-22\"", "\"review-by\": \"2037-05-22\"", "two years");
    refused("\"name\": {\"en\"", "\"name\": {\"english\"", "is missing");
    refused("\"invented\": true", "\"logo\": true", "logo");
}
