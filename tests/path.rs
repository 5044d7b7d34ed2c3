//! The way through the rules: the drawing and the list say the same.
#![allow(clippy::unwrap_used, reason = "these are tests, though not test functions")]

mod common;

use common::{begun, know_nothing, render, rulebook, say_all};
use deemed::session::{Action, View};
use deemed::view::Shared;

fn results(rulebook: &Shared, answers: &[(&str, &str)]) -> String {
    let session = know_nothing(rulebook, say_all(rulebook, begun(rulebook), answers));
    render(rulebook, &session.apply(rulebook, Action::Open(View::Results)))
}

/// Each drawing with the list that follows it.
fn ways(page: &str) -> Vec<(&str, &str)> {
    let ways = page.split("<svg").skip(1);
    ways.map(|way| way.split_once("</svg>").unwrap())
        .map(|(drawing, rest)| (drawing, rest.split("</ol>").next().unwrap()))
        .collect()
}

/// What is shown, without markup and spaces.
fn shown(markup: &str) -> String {
    let parts = markup.split('<').skip(1).filter_map(|part| part.split_once('>'));
    parts.flat_map(|(_, words)| words.chars()).filter(|letter| !letter.is_whitespace()).collect()
}

#[test]
fn drawing_and_list_say_the_same_in_the_same_order() {
    let rulebook = rulebook();
    for answers in [&[("location", "in-us"), ("status", "permanent-resident")][..], &[]] {
        let page = results(&rulebook, answers);
        let ways = ways(&page);
        assert_eq!(ways.len(), page.matches("class=\"result kind-").count());
        for (drawing, list) in ways {
            let (_, items) = list.split_once("<ol>").unwrap();
            assert_eq!(shown(drawing), shown(&format!("<ol>{items}")));
        }
    }
}

#[test]
fn one_step_decides_or_several_can() {
    let rulebook = rulebook();
    let page = results(&rulebook, &[("location", "in-us"), ("status", "permanent-resident")]);
    for (drawing, _) in ways(&page) {
        let count = |class: &str| drawing.matches(&format!("<g class=\"{class}\"")).count();
        assert!(count("decides") == 1 || count("can-decide") > 1);
        assert!(count("end") >= 1);
    }
    assert!(ways(&page).iter().any(|(drawing, _)| drawing.contains("\"decides\"")));
}
