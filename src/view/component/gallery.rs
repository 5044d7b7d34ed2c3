//! The gallery: every component with its examples, for people who work on the page. `cargo xtask serve`
//! shows it. The program in the browser has no part of it.

use deemed_engine::date::Date;
use yew::prelude::*;

use super::{citations, contacts, disclosure, error_summary, languages, letter, link, notice, own_tab, said};
use crate::session::Session;
use crate::text::Text;
use crate::view::english;
use crate::view::{Around, Scope, Shared};

/// One way in which a component is used.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// What it shows, in a few words.
    pub name: &'static str,
    /// Draws it.
    pub draw: fn(&Scope<'_>) -> Html,
}

/// A component with its examples.
#[derive(Debug, Clone, Copy)]
pub struct Shelf {
    /// The component's folder.
    pub component: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// The examples.
    pub examples: &'static [Example],
}

/// Every component, once. A test holds that no folder is missing.
pub const ALL: [Shelf; 10] = [
    citations::examples::SHELF,
    contacts::examples::SHELF,
    disclosure::examples::SHELF,
    error_summary::examples::SHELF,
    languages::examples::SHELF,
    letter::examples::SHELF,
    link::examples::SHELF,
    notice::examples::SHELF,
    own_tab::examples::SHELF,
    said::examples::SHELF,
];

/// Which example is drawn, and amid what.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct ShownProperties {
    /// The rulebook.
    pub rulebook: Shared,
    /// Today.
    pub today: Date,
    /// What is around the page.
    pub around: Around,
    /// The component's folder.
    pub component: &'static str,
    /// The example's name.
    pub name: &'static str,
}

/// One example.
#[component]
pub fn Shown(properties: &ShownProperties) -> Html {
    let session = Session::default();
    let send = Callback::noop();
    let scope = Scope {
        rulebook: &properties.rulebook,
        session: &session,
        text: Text::default(),
        today: properties.today,
        built: None,
        around: &properties.around,
        send: &send,
    };
    let shelf = ALL.iter().find(|shelf| shelf.component == properties.component);
    let example = shelf.and_then(|shelf| shelf.examples.iter().find(|one| one.name == properties.name));
    let drawn = example.map(|example| (example.draw)(&scope)).unwrap_or_default();
    english::mark(drawn, &crate::text::take_stand_ins())
}
