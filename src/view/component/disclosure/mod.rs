//! Something that is shown on demand. Opening it never moves the focus; print shows it opened.

#[cfg(not(target_arch = "wasm32"))]
pub mod examples;

use yew::prelude::*;

use crate::view::brief;
use crate::view::markup::html;

/// A summary, and what it hides.
pub fn disclosure(summary: impl Into<AttrValue>, content: Html) -> Html {
    html! {
        <details>
            <summary>{ summary.into() }</summary>
            <div class="disclosed">{ brief::later(|| content) }</div>
        </details>
    }
}
