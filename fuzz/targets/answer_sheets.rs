//! Any text as an answer sheet of the real rulebook: refused with reasons, or evaluated; and a sheet never
//! makes possible what is not possible without it.
#![no_main]

use std::sync::LazyLock;

use deemed_engine::{Answers, Evaluation, Rulebook, Tree, evaluate};
use libfuzzer_sys::fuzz_target;

static RULEBOOK: LazyLock<(Rulebook, Evaluation)> = LazyLock::new(|| {
    let rulebook = deemed::bundle::load().expect("the rulebook is sound");
    let empty = evaluate(&rulebook, &Answers::new(), |_| true);
    (rulebook, empty)
});

fuzz_target!(|data: &[u8]| {
    let (rulebook, empty) = &*RULEBOOK;
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(tree) = Tree::parse("sheet", text) else { return };
    match Answers::read(rulebook, "sheet", "", &tree) {
        Ok(answers) => {
            let evaluation = evaluate(rulebook, &answers, |_| true);
            for (result, before) in evaluation.results.iter().zip(&empty.results) {
                assert!(!result.possible.is_empty());
                assert!(result.possible.iter().all(|outcome| before.possible.contains(outcome)));
            }
            assert!(evaluation.agenda.least <= evaluation.agenda.most);
        }
        Err(problems) => assert!(!problems.is_empty()),
    }
});
