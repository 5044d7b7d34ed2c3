//! Ways to another view. They are buttons, since the address never changes and nothing opens in a new tab.

#[cfg(not(target_arch = "wasm32"))]
pub mod examples;

use yew::prelude::*;

use crate::platform::history;
use crate::view::Scope;

/// Something to press that looks like a link.
pub fn link(words: impl Into<AttrValue>, on_press: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="link" onclick={on_press}>{ words.into() }</button> }
}

/// The way back: the same as the browser's.
pub fn back_link(scope: &Scope<'_>) -> Html {
    html! {
        <nav class="back" aria-label={scope.text.say("back.label")}>
            { link(scope.text.say("back.link"), Callback::from(|_| history::back())) }
        </nav>
    }
}
