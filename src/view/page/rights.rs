//! Rights at work, beside every result that a license may be needed.

use deemed_engine::model::{Outcome, OutcomeKind};
use yew::prelude::*;

use super::reading::foot;
use crate::freshness::Freshness;
use crate::platform::document;
use crate::screen::{IssueScreen, ItemResults};
use crate::view::Scope;
use crate::view::component::{disclosure, link, said};
use crate::view::markup::html;

/// The id of the section's heading.
const RIGHTS: &str = "rights";

/// Whether a license may be needed, as far as can be told.
fn concerns(screen: &IssueScreen<'_>) -> bool {
    let may_need = |outcome: &&Outcome| match outcome.kind {
        OutcomeKind::Exception | OutcomeKind::AskFirst | OutcomeKind::Stop => true,
        OutcomeKind::Favorable
        | OutcomeKind::Unsettled
        | OutcomeKind::NotApplicable
        | OutcomeKind::WhatIf => false,
    };
    screen.law.status.is_law()
        && screen.freshness != Freshness::Withheld
        && screen.possible.iter().any(may_need)
}

/// The way from a result to the rights; nothing where no license is in question.
pub fn rights_link(scope: &Scope<'_>, screen: &IssueScreen<'_>) -> Html {
    if !concerns(screen) {
        return Html::default();
    }
    let words = scope.text.say("rights.see");
    html! { <p class="rights-link">{ link(words, Callback::from(|_| document::focus(RIGHTS))) }</p> }
}

/// The rights, once for all results of the page.
pub fn rights(scope: &Scope<'_>, all: &[ItemResults<'_>]) -> Html {
    if !all.iter().flat_map(|item| &item.issues).any(concerns) {
        return Html::default();
    }
    let cards = scope.book().deck("rights").map(|card| {
        let says = card.says.iter().map(|words| html! { <p>{ said(scope, words) }</p> });
        let content = html! { <>{ for says }{ foot(scope, card) }</> };
        disclosure(scope.text.rule(&card.title).0.to_owned(), content)
    });
    html! {
        <section class="rights" aria-labelledby={RIGHTS}>
            <h2 id={RIGHTS} tabindex="-1">{ scope.text.say("rights.title") }</h2>
            <p>{ scope.text.say("rights.lead") }</p>
            { for cards }
        </section>
    }
}
