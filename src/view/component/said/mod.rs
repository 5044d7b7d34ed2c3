//! A text of the rulebook, marked as English where the page speaks another language.

#[cfg(not(target_arch = "wasm32"))]
pub mod examples;

use deemed_engine::Words;
use yew::prelude::*;

use crate::view::Scope;
use crate::view::english::marked;
use crate::view::markup::html;

/// One text.
pub fn said(scope: &Scope<'_>, words: &Words) -> Html {
    match scope.text.rule(words) {
        (text, None) => html! { { text.to_owned() } },
        (text, Some(_)) => marked(text),
    }
}

/// Several texts as a list; nothing for none.
pub fn said_list<'a>(scope: &Scope<'_>, words: impl IntoIterator<Item = &'a Words>) -> Html {
    let mut items = words.into_iter().map(|words| html! { <li>{ said(scope, words) }</li> }).peekable();
    if items.peek().is_none() {
        return Html::default();
    }
    html! { <ul>{ for items }</ul> }
}
