//! Any text behind the `?` and the `#` of the address.
#![no_main]

use std::sync::LazyLock;

use deemed::host::Address;
use deemed::saved;
use deemed_engine::Rulebook;
use libfuzzer_sys::fuzz_target;

static RULEBOOK: LazyLock<Rulebook> =
    LazyLock::new(|| deemed::bundle::load().expect("the rulebook is sound"));

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (query, fragment) = text.split_once('#').unwrap_or(("", text));
    let address = Address::parse(query, fragment);
    // What may be shown or sent is a plain name, if it is anything.
    let is_plain = |name: &String| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    assert!(address.profile.iter().chain(&address.language).all(is_plain));
    if let Some(Ok(read)) = saved::from_link(&RULEBOOK, fragment) {
        assert!(!read.items.is_empty());
    }
    // The same answers as bytes of a link.
    let _ = saved::from_link(&RULEBOOK, &format!("answers={}", saved::to_base64(data)));
});
