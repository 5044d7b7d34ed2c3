//! The result of one issue for one thing, in the order in which people need it.

use deemed_engine::Certainty;
use deemed_engine::model::{LawStatus, Outcome, OutcomeKind};
use yew::prelude::*;

use super::path::path;
use super::result_parts::{asks, changes, checks, depends_on, heading, part, why, written};
use super::rights::rights_link;
use crate::freshness::Freshness;
use crate::screen::IssueScreen;
use crate::view::Scope;
use crate::view::component::{citations, contacts, disclosure, said, said_list};
use crate::view::markup::html;

/// The answer in one sentence.
pub fn headline(scope: &Scope<'_>, screen: &IssueScreen<'_>) -> Html {
    match (screen.freshness, screen.outcome()) {
        (Freshness::Withheld, _) => html! { { scope.text.say("result.withheld") } },
        (Freshness::Current | Freshness::ReviewDue, Some(outcome)) => said(scope, &outcome.headline),
        (Freshness::Current | Freshness::ReviewDue, None) => html! { { scope.text.say("result.open") } },
    }
}

/// One issue with everything that belongs to it.
pub fn issue(scope: &Scope<'_>, screen: &IssueScreen<'_>, item: usize, level: u8) -> Html {
    let id = format!("result-{item}-{}", screen.result.issue);
    let kind = screen.outcome().map_or("open", |outcome| outcome.kind.word());
    let body = match (screen.freshness, screen.outcome()) {
        (Freshness::Withheld, _) => withheld(scope, screen),
        (Freshness::Current | Freshness::ReviewDue, Some(outcome)) => {
            decided(scope, screen, outcome, level + 1)
        }
        (Freshness::Current | Freshness::ReviewDue, None) => open(scope, screen, level + 1),
    };
    // Things share the titles of their issues; together with the thing's own they are told apart.
    let name = if scope.session.items.len() > 1 { format!("item-{item} {id}") } else { id.clone() };
    html! {
        <section class={format!("result kind-{kind}")} aria-labelledby={name}>
            { heading(level, Some(id), said(scope, &screen.issue.title)) }
            <p class="law-name">{ status(scope, screen.law.status) }{ scope.text.say("sign.colon") }{ said(scope, &screen.law.title) }</p>
            <p class="asked">{ said(scope, &screen.issue.question) }</p>
            <p class="headline">{ headline(scope, screen) }</p>
            { body }
            { rights_link(scope, screen) }
        </section>
    }
}

/// What kind of text a law is, in a few words.
pub fn status(scope: &Scope<'_>, status: LawStatus) -> &'static str {
    match status {
        LawStatus::InForce => scope.text.say("status.in-force"),
        LawStatus::CodifiedNotEnforced => scope.text.say("status.not-enforced"),
        LawStatus::LapsedBill => scope.text.say("status.lapsed-bill"),
        LawStatus::PendingBill => scope.text.say("status.pending-bill"),
    }
}

fn decided(scope: &Scope<'_>, screen: &IssueScreen<'_>, outcome: &Outcome, level: u8) -> Html {
    let text = scope.text;
    html! {
        <>
            { certainty(scope, screen) }
            { part(level, text.say("result.why"), why(scope, screen)) }
            { part(level, text.say("result.means"), said_list(scope, &outcome.means)) }
            { part(level, text.say("result.not-means"), said_list(scope, &outcome.not_means)) }
            { part(level, text.say("result.do-now"), said_list(scope, &outcome.do_now)) }
            { part(level, text.say("result.ask"), asks(scope, outcome)) }
            { contacts(scope, occasion(screen), |words| heading(level, None, words)) }
            { part(level, text.say("result.gather"), said_list(scope, &outcome.gather)) }
            { part(level, text.say("result.do-not"), said_list(scope, &outcome.do_not)) }
            { part(level, text.say("result.checks"), checks(scope, outcome)) }
            { changes(scope, screen) }
            { path(scope, screen) }
            { written(scope, screen) }
        </>
    }
}

fn open(scope: &Scope<'_>, screen: &IssueScreen<'_>, level: u8) -> Html {
    let text = scope.text;
    let headlines = screen.possible.iter().map(|outcome| &outcome.headline);
    html! {
        <>
            { part(level, text.say("result.depends"), depends_on(scope, screen)) }
            { part(level, text.say("result.possible"), said_list(scope, headlines)) }
            { part(level, text.say("result.do-now"), html! {
                <ul>
                    <li>{ text.say("result.open-ask") }</li>
                    <li>{ text.say("result.open-return") }</li>
                </ul>
            }) }
            { contacts(scope, occasion(screen), |words| heading(level, None, words)) }
            { path(scope, screen) }
            { written(scope, screen) }
        </>
    }
}

/// What a result is for an institution's contacts. Contacts have no words about bills.
fn occasion(screen: &IssueScreen<'_>) -> &'static str {
    if !screen.law.status.is_law() {
        return OutcomeKind::WhatIf.word();
    }
    match (screen.freshness, screen.outcome()) {
        (Freshness::Current | Freshness::ReviewDue, Some(outcome)) => outcome.kind.word(),
        (Freshness::Withheld, _) | (Freshness::Current | Freshness::ReviewDue, None) => "open",
    }
}

/// Sources and contacts, no conclusion.
fn withheld(scope: &Scope<'_>, screen: &IssueScreen<'_>) -> Html {
    let date = scope.text.date(screen.law.reviewed);
    html! {
        <>
            <p>{ scope.text.say_with("result.withheld-says", &[("date", &date)]) }</p>
            <p>{ scope.text.say("result.withheld-ask") }</p>
            { contacts(scope, occasion(screen), |words| heading(3, None, words)) }
            { citations(scope, &screen.cites) }
        </>
    }
}

/// How sure a result is, in a line; nothing for what is open or too old to be told.
pub fn how_sure(scope: &Scope<'_>, screen: &IssueScreen<'_>) -> Option<String> {
    let is_told = screen.freshness != Freshness::Withheld && screen.outcome().is_some();
    let text = scope.text;
    is_told
        .then(|| format!("{}{}{}", text.say("certainty.label"), text.gap(), certainty_words(scope, screen).0))
}

/// How sure it is in a word, and what that means.
fn certainty_words(scope: &Scope<'_>, screen: &IssueScreen<'_>) -> (&'static str, &'static str) {
    let text = scope.text;
    match screen.result.certainty.unwrap_or(Certainty::C) {
        Certainty::A => (text.say("certainty.a"), text.say("certainty.a-says")),
        Certainty::B => (text.say("certainty.b"), text.say("certainty.b-says")),
        Certainty::C => (text.say("certainty.c"), text.say("certainty.c-says")),
    }
}

fn certainty(scope: &Scope<'_>, screen: &IssueScreen<'_>) -> Html {
    let text = scope.text;
    let (word, says) = certainty_words(scope, screen);
    let doubts = screen.doubts.iter().map(|doubt| {
        html! { <><p>{ said(scope, &doubt.because) }</p>{ citations(scope, &doubt.cites) }</> }
    });
    html! {
        <div class="certainty">
            <p>{ text.say("certainty.label") }{ text.gap() }<strong>{ word }</strong>{ text.say("sign.stop") }{ says }</p>
            if !screen.doubts.is_empty() {
                { disclosure(text.say("certainty.doubts"), html! { <>{ for doubts }</> }) }
            }
        </div>
    }
}
