//! A text that leaves the page: in English for whoever reads it, and beside it in the person's language.

#[cfg(not(target_arch = "wasm32"))]
pub mod examples;

use deemed_engine::Words;
use yew::prelude::*;

use crate::screen::Given;
use crate::text::{Language, Text};
use crate::view::Scope;
use crate::view::markup::html;

/// The text in both languages; in one where the person speaks English.
pub struct Letter {
    english: String,
    own: Option<String>,
    language: Language,
}

impl Letter {
    /// Written by `write`, once in each language.
    pub fn new(scope: &Scope<'_>, write: impl Fn(&Scope<'_>) -> String) -> Self {
        let english = Scope { text: Text::new(Language::ENGLISH), ..*scope };
        let own = (scope.text != english.text).then(|| write(scope));
        Self { english: write(&english), own, language: scope.text.language() }
    }

    /// Everything that leaves.
    pub fn text(&self) -> String {
        let own = self.own.iter().map(|own| format!("\n{own}"));
        std::iter::once(self.english.clone()).chain(own).collect()
    }

    /// The same to look at, under an id and named by the element of another.
    pub fn preview(&self, id: &'static str, named_by: &'static str) -> Html {
        let (tag, direction) = (self.language.tag(), self.language.direction());
        let own =
            self.own.as_ref().map(|own| html! { <pre lang={tag} dir={direction}>{ own.clone() }</pre> });
        html! {
            <div {id} class="letter" tabindex="0" role="group" aria-labelledby={named_by}>
                <pre lang={Language::ENGLISH.tag()} dir="ltr">{ self.english.clone() }</pre>
                { own }
            </div>
        }
    }
}

/// One answer as a line of such a text: the question and what was answered.
pub fn own_answer(text: Text, given: &Given<'_>) -> Option<String> {
    let question = own_words(text, &given.question.heading)?;
    Some(format!("- {question}{}{}", text.gap(), own_words(text, given.words)?))
}

/// The words in the language of the texts. What it lacks is left out, for the English stands beside it.
pub fn own_words(text: Text, words: &Words) -> Option<&str> {
    match text.rule(words) {
        (own, None) => Some(own),
        (_, Some(_)) => None,
    }
}
