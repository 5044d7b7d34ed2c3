//! The fingerprint of the rules is the one that anybody can make.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::path::Path;
use std::process::Command;

use common::{begun, know_nothing, render, rulebook};
use deemed::bundle::{FINGERPRINT, FINGERPRINT_COMMAND};
use deemed::session::{Action, View};

#[test]
fn the_command_on_the_page_makes_the_fingerprint() {
    let mut command = Command::new("sh");
    command.args(["-c", FINGERPRINT_COMMAND]).current_dir(Path::new(env!("CARGO_MANIFEST_DIR")));
    let made = String::from_utf8(command.output().unwrap().stdout).unwrap();
    assert_eq!(made.split_whitespace().next(), Some(FINGERPRINT));
}

#[test]
fn it_stands_on_paper_and_on_the_page_about_the_build() {
    let rulebook = rulebook();
    let results = know_nothing(&rulebook, begun(&rulebook)).apply(&rulebook, Action::Open(View::Results));
    let page = render(&rulebook, &results);
    let (_, footer) = page.split_once("<footer>").unwrap();
    assert!(footer.contains(FINGERPRINT), "{footer}");
    let about = render(&rulebook, &results.apply(&rulebook, Action::Open(View::About)));
    let (main, _) = about.split_once("<footer>").unwrap();
    assert!(main.contains(FINGERPRINT));
    assert!(main.contains("xargs sha256sum"));
}
