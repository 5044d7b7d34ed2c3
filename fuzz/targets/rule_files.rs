//! One file of a sound rulebook is replaced: the first byte says which, the rest is its text. Loading
//! answers or refuses with reasons; what loads evaluates.
#![no_main]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use deemed_engine::{Answers, Rulebook, Tree, evaluate};
use libfuzzer_sys::fuzz_target;

/// The files of the engine's example.
static FILES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let bundle = include_str!("../../crates/engine/src/example.json");
    // Each file stands on a line of its own: `  "path": {…},`.
    let lines = bundle.lines().filter_map(|line| line.trim().trim_end_matches(',').split_once("\": "));
    lines.map(|(path, text)| (path.trim_start_matches('"').to_owned(), text.to_owned())).collect()
});

fuzz_target!(|data: &[u8]| {
    assert!(FILES.len() > 5 && FILES.values().all(|text| Tree::parse("", text).is_ok()));
    let Some((which, text)) = data.split_first() else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    let replaced = FILES.keys().nth(usize::from(*which) % FILES.len());
    let files = FILES.iter().map(|(path, own)| {
        (path.as_str(), if Some(path) == replaced { text } else { own.as_str() })
    });
    match Rulebook::load(files) {
        Ok(rulebook) => {
            let evaluation = evaluate(&rulebook, &Answers::new(), |_| true);
            assert!(evaluation.results.iter().all(|result| !result.possible.is_empty()));
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            assert!(problems.iter().all(|problem| !problem.to_string().contains('\n')));
        }
    }
});
