//! Addresses and messages from people who mean no good.

use super::{Address, Channel, Height, Incoming, Outgoing, Room, Standing};

const DIGITS: &str = "0123456789abcdef0123456789abcdef";

fn channel() -> Channel {
    Channel::parse(DIGITS).unwrap()
}

#[test]
fn an_address_says_a_profile_a_language_and_a_channel() {
    let address = Address::parse("?for=demo&lang=zh-Hans", &format!("#outputs&channel={DIGITS}"));
    assert_eq!(address.profile.as_deref(), Some("demo"));
    assert_eq!(address.language.as_deref(), Some("zh-Hans"));
    assert_eq!(address.channel, Some(channel()));
    assert!(address.allows_outputs && address.secret.is_none());
}

#[test]
fn hostile_addresses_say_nothing() {
    for query in [
        "",
        "?",
        "?for=",
        "?for=<script>alert(1)</script>",
        "?for=%3Cscript%3E",
        "?for=../../etc/passwd",
        "?for=Demo",
        "?for[]=demo",
        "?FOR=demo",
        "?xfor=demo",
        "?for=d\u{202e}emo",
        "?name=Evil+Office&email=a@evil.example",
        "?lang=<img src=x>&for=%00",
    ] {
        let address = Address::parse(query, "#<script>alert(1)</script>");
        assert_eq!((address.profile, address.language, address.channel), (None, None, None), "{query}");
    }
    assert!(Address::parse("?for=<b>", "").asks_for_profile);
    assert!(!Address::parse("?utm_source=x", "").asks_for_profile);
    let long = format!("?for={}", "a".repeat(100_000));
    assert_eq!(Address::parse(&long, "").profile, None);
}

#[test]
fn the_fragment_of_wordpress_is_understood_and_others_are_ignored() {
    let secret =
        |fragment: &str| Address::parse("", fragment).secret.map(|secret| secret.as_str().to_owned());
    assert_eq!(secret("#?secret=Ab3dE6gH1j").as_deref(), Some("Ab3dE6gH1j"));
    assert_eq!(secret("#outputs#?secret=Ab3").as_deref(), Some("Ab3"));
    for fragment in ["#?secret=", "#?secret=a b", "#?secret=<b>", "#secret=a", "#:~:text=visa", "#section-2"]
    {
        assert_eq!(secret(fragment), None, "{fragment}");
    }
    for digits in ["", "0123", &DIGITS.to_uppercase(), &DIGITS.replace('0', "g"), &format!("{DIGITS}0")] {
        assert_eq!(Channel::parse(digits), None, "{digits}");
    }
}

#[test]
fn what_a_frame_allows_is_told_from_its_origin_and_its_address() {
    let plain = Address::parse("", "");
    let ours = Address::parse("", "#outputs");
    let theirs = Address::parse("", "#?secret=Ab3");
    assert_eq!(Standing::of(false, true, &ours), Standing::Own);
    assert_eq!(Standing::of(true, true, &plain), Standing::Framed);
    assert_eq!(Standing::of(true, false, &ours), Standing::Framed);
    assert_eq!(Standing::of(true, false, &plain), Standing::Confined);
    assert_eq!(Standing::of(true, true, &theirs), Standing::Confined);
}

#[test]
fn only_a_language_comes_in() {
    let text = format!(r#"{{"deemed":1,"channel":"{DIGITS}","message":"lang","lang":"zh-Hant"}}"#);
    let read = |text: &str| Incoming::parse(text, Some(&channel()), None);
    assert_eq!(read(&text), Some(Incoming::Language("zh-Hant".to_owned())));
    assert_eq!(Incoming::parse(&text, None, None), None);
    for (from, to) in [
        ("\"deemed\":1", "\"deemed\":2"),
        ("\"deemed\":1", "\"deemed\":\"1\""),
        ("\"deemed\":1,", ""),
        ("0123", "1123"),
        ("\"lang\",", "\"ready\","),
        ("zh-Hant", "<script>"),
        ("zh-Hant", ""),
        ("}", ",\"more\":1}"),
        ("}", ",\"lang\":\"en\"}"),
        ("\"zh-Hant\"", "{\"lang\":\"en\"}"),
        ("\"zh-Hant\"", "null"),
        ("}", ""),
    ] {
        assert_eq!(read(&text.replace(from, to)), None, "{from} → {to}");
    }
    let long = "a".repeat(1_000_000);
    for text in ["", "null", "1", "\"lang\"", "[]", "{}", long.as_str(), &"[".repeat(150)] {
        assert_eq!(read(text), None);
    }
}

#[test]
fn wordpress_may_say_that_it_listens() {
    let secret = Address::parse("", "#?secret=Ab3").secret;
    let read = |text: &str| Incoming::parse(text, None, secret.as_ref());
    assert_eq!(read(r#"{"message":"ready","secret":"Ab3"}"#), Some(Incoming::Listening));
    assert_eq!(read(r#"{"message":"ready","secret":"Ab4"}"#), None);
    assert_eq!(read(r#"{"message":"ready"}"#), None);
    assert_eq!(Incoming::parse(r#"{"message":"ready","secret":""}"#, Some(&channel()), None), None);
}

#[test]
fn messages_hold_nothing_but_their_kind() {
    let say = |message: Outgoing| message.for_loader(&channel());
    let start = format!(r#"{{"deemed":1,"channel":"{DIGITS}","message":"#);
    assert_eq!(say(Outgoing::Ready), format!("{start}\"ready\"}}"));
    assert_eq!(say(Outgoing::Size(Height::Third)), format!("{start}\"size\",\"step\":2}}"));
    assert_eq!(say(Outgoing::ScrollTop), format!("{start}\"scroll-top\"}}"));
    assert_eq!(say(Outgoing::Language("en".to_owned())), format!("{start}\"lang\",\"lang\":\"en\"}}"));
    let secret = Address::parse("", "#?secret=Ab3").secret.unwrap();
    assert_eq!(
        Outgoing::Size(Height::First).for_wordpress(&secret).as_deref(),
        Some(r#"{"message":"height","value":800,"secret":"Ab3"}"#)
    );
    assert_eq!(Outgoing::ScrollTop.for_wordpress(&secret), None);
}

#[test]
fn heights_only_grow() {
    let visited = [Room::Asking, Room::Checking, Room::Asking, Room::Reading, Room::Asking];
    let mut height = Height::default();
    let mut steps = Vec::new();
    for room in visited {
        height = height.grown_to(Height::of(room));
        steps.push(height.step());
    }
    assert_eq!(steps, [0, 1, 1, 2, 2]);
}
