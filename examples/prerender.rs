//! Writes the first views of every language as HTML, drawn by the page's own views: `xtask` puts them into
//! the pages, where they are seen before the program runs.

use std::error::Error;
use std::path::Path;
use std::rc::Rc;

use deemed::session::{Action, Session};
use deemed::text::Language;
use deemed::view::{App, AppProperties, Around, Shared};
use deemed_locales::{Locales, words};
use serde_json::{Map, Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let locales = Locales::read(&root.join("rulebook"), &root.join("locales"))
        .map_err(|problems| problems.join("\n"))?;
    for language in &locales.languages {
        deemed::language::learn(&language.about.tag, words(&locales, language));
    }
    let rulebook = deemed::bundle::load()
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
    let rulebook = Shared(Rc::new(rulebook));
    let mut views = Map::new();
    for language in Language::all() {
        let start = Session { language, ..Session::default() };
        let question = start.clone().apply(&rulebook, Action::Begin);
        let both = json!({"start": render(&rulebook, start), "question": render(&rulebook, question)});
        views.insert(language.tag().to_owned(), both);
    }
    println!("{}", Value::Object(views));
    Ok(())
}

/// The view on the day of the review: what is out of date only the program can know.
fn render(rulebook: &Shared, session: Session) -> String {
    let properties = AppProperties {
        rulebook: rulebook.clone(),
        today: rulebook.book().reviewed,
        built: None,
        around: Around::default(),
        is_live: false,
        session: Some(session),
    };
    let renderer = yew::LocalServerRenderer::<App>::with_props(properties).hydratable(false);
    pollster::block_on(renderer.render())
}
