//! The page, drawn from session and rulebook.
//!
//! Views are plain functions from what there is to show to markup; one component, the app, holds the
//! state. Functions need no copies of the rulebook's texts and add little to the program's size.

mod app;
mod around;
mod brief;
pub mod component;
pub mod english;
mod frame;
mod helper;
pub mod markup;
mod menu;
mod notices;
pub mod page;
mod places;
mod saved_notice;
mod scope;
mod title;

use std::rc::Rc;

use deemed_engine::date::Date;
use deemed_engine::{Problem, Rulebook};
use yew::prelude::*;

pub use app::{App, AppProperties, Shared};
pub use around::Around;
pub use scope::Scope;
pub use title::title;

use crate::language::State;
use crate::session::Session;
use crate::text::{Language, Text};
use crate::view::markup::html;
use crate::{bundle, platform};

/// Draws the page into the document, in the language of that tag if its words are there.
pub fn start(tag: &str) {
    let Some(root) = platform::document::root() else { return };
    match bundle::load() {
        Ok(rulebook) => {
            let properties = first_properties(rulebook, tag);
            yew::Renderer::<App>::with_root_and_props(root, properties).render();
        }
        Err(problems) => {
            let problems = problems.iter().map(Problem::to_string).collect();
            yew::Renderer::<Broken>::with_root_and_props(root, BrokenProperties { problems }).render();
        }
    }
}

/// A language whose words did not come cannot be shown.
fn first_session(tag: &str) -> Session {
    let language = Language::find(tag).filter(|language| language.state() == State::Ready);
    Session { language: language.unwrap_or_default(), ..Session::default() }
}

fn first_properties(rulebook: Rulebook, tag: &str) -> AppProperties {
    // A clock that cannot be read counts as wrong, not as current.
    let today = Date::parse(&platform::clock::today()).unwrap_or(Date::EPOCH);
    let built = platform::document::built().and_then(|day| Date::parse(&day));
    AppProperties {
        rulebook: Shared(Rc::new(rulebook)),
        today,
        built,
        around: Around::look(),
        is_live: true,
        session: Some(first_session(tag)),
    }
}

/// What is wrong with the rulebook.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct BrokenProperties {
    /// One line for each problem.
    pub problems: Vec<String>,
}

/// Stands in for the page when its rulebook cannot be read.
#[component]
pub fn Broken(properties: &BrokenProperties) -> Html {
    let text = Text::default();
    html! {
        <main>
            <h1>{ text.say("broken.title") }</h1>
            <p>{ text.say("broken.says") }</p>
            <ul>{ for properties.problems.iter().map(|problem| html! { <li>{ problem.clone() }</li> }) }</ul>
        </main>
    }
}
