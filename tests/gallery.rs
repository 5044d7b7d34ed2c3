//! The gallery of components: every folder is on it, and each example looks as it did when somebody looked.
//!
//! `UPDATE_EXAMPLES=1 cargo test --test gallery` writes the pictures anew; look at the change before you keep it.

#![allow(clippy::panic, reason = "this is a test, though not in a test function")]

mod common;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use common::{rulebook, today};
use deemed::host::{Address, Standing};
use deemed::language;
use deemed::view::component::gallery::{ALL, Example, Shelf, Shown, ShownProperties};
use deemed::view::{Around, Shared};
use deemed_locales::{Locales, words};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn folder() -> PathBuf {
    root().join("src/view/component")
}

fn learn_all() {
    let locales = Locales::read(&root().join("rulebook"), &root().join("locales"))
        .unwrap_or_else(|problems| panic!("{}", problems.join("\n")));
    for one in &locales.languages {
        language::learn(&one.about.tag, words(&locales, one));
    }
}

/// Framed, where nothing may leave, and for an institution: so every component has something to show.
fn around() -> Around {
    let page = "https://deemed.example/check/".to_owned();
    Around::of(Address::parse("?for=demo", ""), Standing::Confined, page)
}

fn shown(rulebook: &Shared, shelf: &Shelf, example: &Example) -> String {
    let properties = ShownProperties {
        rulebook: rulebook.clone(),
        today: today(),
        around: around(),
        component: shelf.component,
        name: example.name,
    };
    let renderer = yew::LocalServerRenderer::<Shown>::with_props(properties).hydratable(false);
    pollster::block_on(renderer.render())
}

fn picture(rulebook: &Shared, shelf: &Shelf) -> String {
    let mut picture = format!("<section>\n<h2>{}</h2>\n<p>{}</p>\n", shelf.component, shelf.about);
    for example in shelf.examples {
        let drawn = shown(rulebook, shelf, example);
        let _ = writeln!(picture, "<h3>{}</h3>\n<div class=\"example\">{drawn}</div>", example.name);
    }
    picture + "</section>\n"
}

#[test]
fn every_component_is_in_the_gallery_once() {
    let folders = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap());
    let folders = folders.filter(|entry| entry.file_type().unwrap().is_dir());
    let names: Vec<String> = folders.map(|entry| entry.file_name().into_string().unwrap()).collect();
    let listed: Vec<String> = ALL.iter().map(|shelf| shelf.component.to_owned()).collect();
    let set = |names: &[String]| names.iter().cloned().collect::<BTreeSet<String>>();
    assert_eq!(set(&names), set(&listed));
    assert_eq!(listed.len(), names.len());
}

#[test]
fn every_example_looks_as_it_did() {
    learn_all();
    let rulebook = rulebook();
    for shelf in &ALL {
        let file = folder().join(shelf.component).join("examples.html");
        let now = picture(&rulebook, shelf);
        if std::env::var_os("UPDATE_EXAMPLES").is_some() {
            std::fs::write(&file, &now).unwrap();
        }
        let then = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(
            then == now,
            "{} changed; if that is meant: UPDATE_EXAMPLES=1 cargo test --test gallery\n{now}",
            shelf.component
        );
    }
}
