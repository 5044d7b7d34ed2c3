//! What went wrong, at the top of the page. It takes the focus; its link leads to the field.

#[cfg(not(target_arch = "wasm32"))]
pub mod examples;

use yew::prelude::*;

use crate::platform::document;
use crate::view::Scope;
use crate::view::component::link;
use crate::view::markup::html;

/// One error, and the id of the field that it is about.
pub fn error_summary(scope: &Scope<'_>, error: &'static str, field: &'static str) -> Html {
    html! {
        <div id="error-summary" class="error-summary" role="alert" tabindex="-1">
            <h2>{ scope.text.say("error.heading") }</h2>
            <p>{ link(error, Callback::from(move |_| document::focus_field(field))) }</p>
        </div>
    }
}
