//! Ways to another view. They are buttons, since the address never changes and nothing opens in a new tab.

#[cfg(not(target_arch = "wasm32"))]
pub mod examples;

use yew::prelude::*;

use crate::platform::history;
use crate::session::Action;
use crate::view::Scope;
use crate::view::markup::html;

/// Something to press that looks like a link.
pub fn link(words: impl Into<AttrValue>, on_press: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="link" onclick={on_press}>{ words.into() }</button> }
}

/// The way back: the same as the browser's.
///
/// WebKit lets a frame without an origin add no entries to the history. There the browser's way back would
/// leave the page around the frame, so that this one only goes back by a view.
pub fn back_link(scope: &Scope<'_>) -> Html {
    let at = scope.session.trail.at();
    let visit: Callback<()> = scope.on(Action::Visit(at.saturating_sub(1)));
    let on_press = Callback::from(move |_| match history::place() {
        Some(place) if place == at => history::back(),
        Some(_) | None => visit.emit(()),
    });
    html! {
        <nav class="back" aria-label={scope.text.say("back.label")}>
            { link(scope.text.say("back.link"), on_press) }
        </nav>
    }
}
