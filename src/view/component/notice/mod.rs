//! A message that stands apart from the text around it.

#[cfg(not(target_arch = "wasm32"))]
pub mod examples;

use yew::prelude::*;

use crate::view::markup::html;

/// A notice with a heading.
pub fn notice(heading: impl Into<AttrValue>, content: Html) -> Html {
    html! {
        <div class="notice">
            <p class="notice-heading">{ heading.into() }</p>
            { content }
        </div>
    }
}
