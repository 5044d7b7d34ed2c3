//! What would come out if a bill became law. Never on the same page as the law.

use yew::prelude::*;

use super::results::{in_short, items};
use crate::screen::ItemResults;
use crate::session::View;
use crate::view::Scope;
use crate::view::component::{back_link, citations, disclosure, said, said_list};
use crate::view::markup::html;

/// The what-if.
pub fn bills(scope: &Scope<'_>) -> Html {
    let text = scope.text;
    let all = ItemResults::all(scope.rulebook, scope.session, scope.today, |law| !law.status.is_law());
    let bills = scope.book().laws.iter().filter(|law| !law.status.is_law()).map(|law| {
        html! {
            <>
                <h3>{ said(scope, &law.title) }</h3>
                <p>{ said(scope, &law.about) }</p>
                <p>{ said(scope, &law.action) }</p>
                { citations(scope, &law.action_cites) }
                { disclosure(text.say("bills.notes"), said_list(scope, &law.notes)) }
            </>
        }
    });
    html! {
        <div class="bills">
            { back_link(scope) }
            <p class="not-law">{ text.say("bills.not-law") }</p>
            <h1 tabindex="-1">{ text.say("bills.title") }</h1>
            <p class="lead">{ text.say("bills.lead") }</p>
            { in_short(scope, &all) }
            <h2>{ text.say("bills.which") }</h2>
            { for bills }
            { items(scope, &all) }
            <button type="button" class="screen-only" onclick={scope.open(View::Results)}>
                { text.say("bills.back-to-law") }
            </button>
        </div>
    }
}
