//! The first views of each language, drawn natively by the page's own program, so that they are seen and
//! can be used before the program runs.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use super::languages::{Language, with_page};
use super::page::{Words, escape};
use crate::run::{Outcome, output, program};

/// What stands in the page where nothing was drawn, as while developing.
const NOTHING: &str = "<main><h1></h1></main>";

/// The first views of each language by its tag.
#[derive(Debug, Clone, Default)]
pub struct Views(BTreeMap<String, View>);

/// The first views of a language.
#[derive(Debug, Clone)]
struct View {
    /// The whole start page.
    start: String,
    /// The `main` element of the first question.
    question: String,
}

impl Views {
    /// Has the page's program draw them.
    ///
    /// # Errors
    /// When it cannot be built, or as [`Views::read`].
    pub fn draw(root: &Path) -> Outcome<Self> {
        println!("drawing the first views of each language");
        let words = ["run", "--quiet", "--locked", "--package", "deemed", "--example", "prerender"];
        Self::read(&output(&mut program(root, "cargo", &words))?)
    }

    /// Reads what was drawn: `{"en": {"start": "…", "question": "…"}}`.
    ///
    /// # Errors
    /// When it is something else than pages.
    pub fn read(text: &str) -> Outcome<Self> {
        let tree: BTreeMap<String, Value> =
            serde_json::from_str(text).map_err(|error| format!("the first views cannot be read: {error}"))?;
        let views = tree.into_iter().map(|(tag, both)| Ok((tag, View::read(&both)?)));
        views.collect::<Outcome<_>>().map(Self)
    }

    /// Adds the views of a language to what its page's template may name: `view` and `question`.
    pub fn add(&self, language: &Language, all: &[Language], base: &str, words: &mut Words) {
        let view = self.0.get(&language.tag);
        let start = view.map_or(NOTHING.to_owned(), |view| linked(&view.start, all, base));
        words.insert("view".into(), start);
        words.insert("question".into(), view.map_or_else(String::new, |view| view.question.clone()));
    }
}

impl View {
    fn read(both: &Value) -> Outcome<Self> {
        let page = |name: &str| {
            let page = both.get(name).and_then(Value::as_str).unwrap_or_default();
            let main = page.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>"));
            main.map(|(main, _)| (page.to_owned(), format!("<main{main}</main>")))
                .ok_or_else(|| format!("the view `{name}` has no `main` element"))
        };
        Ok(Self { start: page("start")?.0, question: page("question")?.1 })
    }
}

/// The view with links to the pages of the other languages, which work without the program.
fn linked(view: &str, all: &[Language], base: &str) -> String {
    let mut view = view.to_owned();
    for one in with_page(all) {
        let attributes = format!("lang=\"{}\" dir=\"{}\"", escape(&one.tag), one.direction.word());
        let name = escape(&one.name);
        let button = format!("<button type=\"button\" class=\"link\" {attributes}>{name}</button>");
        let address = escape(&format!("{base}{}", one.folder()));
        view = view.replace(&button, &format!("<a href=\"{address}\" {attributes}>{name}</a>"));
    }
    view
}
