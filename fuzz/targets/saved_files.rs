//! Any text as a file of saved answers: refused, or read; and what was read comes back when it is written.
#![no_main]

use std::sync::LazyLock;

use deemed::saved;
use deemed::session::Session;
use deemed_engine::Rulebook;
use libfuzzer_sys::fuzz_target;

static RULEBOOK: LazyLock<Rulebook> =
    LazyLock::new(|| deemed::bundle::load().expect("the rulebook is sound"));

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(read) = saved::read(&RULEBOOK, text) else { return };
    let session = Session {
        person: read.person.clone(),
        items: read.items.clone(),
        reach: read.reach,
        ..Session::default()
    };
    let again = saved::read(&RULEBOOK, &saved::file(&RULEBOOK, &session)).expect("what we write we read");
    assert_eq!((again.person, again.items, again.reach), (read.person, read.items, read.reach));
});
