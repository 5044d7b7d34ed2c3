//! After everything was wiped.

use yew::prelude::*;

use crate::session::View;
use crate::view::Scope;
use crate::view::markup::html;

/// Says what is gone and what may stay.
pub fn left(scope: &Scope<'_>) -> Html {
    let text = scope.text;
    html! {
        <>
            <h1 tabindex="-1">{ text.say("left.title") }</h1>
            <p>{ text.say("left.gone") }</p>
            <p>{ text.say("left.stays") }</p>
            <button type="button" onclick={scope.open(View::Start)}>{ text.say("left.again") }</button>
        </>
    }
}
