//! The way out of another website's frame, into a tab of one's own.

#[cfg(not(target_arch = "wasm32"))]
pub mod examples;

use yew::prelude::*;

use crate::host::Standing;
use crate::view::Scope;
use crate::view::markup::html;

/// A line in the head of a framed page: whose page this is, and the way to a tab of its own.
pub fn framed_line(scope: &Scope<'_>) -> Html {
    match scope.around.standing {
        Standing::Own => Html::default(),
        Standing::Framed | Standing::Confined => html! {
            <p class="framed screen-only">{ scope.text.say("own-tab.frame") }{ scope.text.gap() }{ own_tab(scope) }</p>
        },
    }
}

/// Stands in for what the frame forbids.
pub fn instead(scope: &Scope<'_>) -> Html {
    html! {
        <div class="instead screen-only">
            <p>{ scope.text.say("own-tab.blocked") }</p>
            <p>{ own_tab(scope) }</p>
        </div>
    }
}

/// The link. Where nothing may open, the address stands beside it, to be copied.
fn own_tab(scope: &Scope<'_>) -> Html {
    let (around, language) = (scope.around, scope.session.language);
    let address = around.own_tab(language);
    let ask = {
        let around = around.clone();
        Callback::from(move |event: MouseEvent| {
            if around.ask_for_own_tab(language) {
                event.prevent_default();
            }
        })
    };
    let shown = (!around.standing.has_outputs()).then(|| {
        html! { <>{ " " }<span class="whole-address">{ address.clone() }</span></> }
    });
    html! {
        <>
            <a href={address.clone()} rel="noreferrer noopener" target="_blank" onclick={ask}>
                { scope.text.say("own-tab.link") }
            </a>
            { shown }
        </>
    }
}
