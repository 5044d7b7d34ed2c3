//! Pages to read: cards of a deck, each with its sources and dates, and what changed.

use deemed_engine::model::Card;
use yew::prelude::*;

use super::drawing::drawing;
use crate::changelog::{Block, CHANGELOG};
use crate::session::Reading;
use crate::view::Scope;
use crate::view::component::{back_link, citations, notice, said};
use crate::view::markup::html;
use crate::view::menu::{back_to_check, reading_name};

/// The page.
pub fn reading(scope: &Scope<'_>, reading: Reading) -> Html {
    html! {
        <div class="reading">
            { back_link(scope) }
            <h1 tabindex="-1">{ reading_name(scope, reading) }</h1>
            <p class="lead">{ lead(scope, reading) }</p>
            { content(scope, reading) }
            <p class="screen-only">{ back_to_check(scope) }</p>
        </div>
    }
}

fn lead(scope: &Scope<'_>, reading: Reading) -> &'static str {
    match reading {
        Reading::Claims => scope.text.say("claims.lead"),
        Reading::Timeline => scope.text.say("timeline.lead"),
        Reading::Instructions => scope.text.say("instructions.lead"),
        Reading::Rights => scope.text.say("rights.lead"),
        Reading::Signposts => scope.text.say("signposts.lead"),
        Reading::Changes => scope.text.say("changes.lead"),
    }
}

fn content(scope: &Scope<'_>, reading: Reading) -> Html {
    let Some(deck) = reading.deck() else { return changes() };
    let cards: Vec<&Card> = scope.book().deck(deck).collect();
    if reading == Reading::Timeline {
        let events = cards.iter().map(|card| html! { <li>{ article(scope, card) }</li> });
        return html! { <><ol class="timeline">{ for events }</ol>{ drawing(scope, &cards) }</> };
    }
    html! { <>{ for cards.iter().map(|card| article(scope, card)) }</> }
}

fn article(scope: &Scope<'_>, card: &Card) -> Html {
    let says = card.says.iter().map(|words| html! { <p>{ said(scope, words) }</p> });
    html! {
        <article class="card">
            if card.claimed.is_none() {
                { when(scope, card) }
            }
            <h2>{ said(scope, &card.title) }</h2>
            { claimed(scope, card) }
            { for says }
            { foot(scope, card) }
        </article>
    }
}

fn claimed(scope: &Scope<'_>, card: &Card) -> Html {
    let Some(claimed) = &card.claimed else { return Html::default() };
    html! {
        <>
            <h3>{ scope.text.say("claims.claimed") }</h3>
            <blockquote>{ said(scope, claimed) }</blockquote>
            { when(scope, card) }
            <h3>{ scope.text.say("claims.says") }</h3>
        </>
    }
}

/// The day of what the card tells, as well as it is known.
fn when(scope: &Scope<'_>, card: &Card) -> Html {
    match (&card.date_words, card.date) {
        (Some(words), _) => html! { <p class="when">{ said(scope, words) }</p> },
        (None, Some(date)) => html! { <p class="when">{ scope.text.date(date) }</p> },
        (None, None) => Html::default(),
    }
}

/// Where a card's text is written, when we checked it, and whether that was too long ago.
pub fn foot(scope: &Scope<'_>, card: &Card) -> Html {
    let text = scope.text;
    let checked = text.say_with("card.checked", &[("date", &text.date(card.checked))]);
    html! {
        <>
            { expired(scope, card) }
            { citations(scope, &card.cites) }
            <p class="checked">{ checked }</p>
        </>
    }
}

fn expired(scope: &Scope<'_>, card: &Card) -> Html {
    let Some(expires) = card.expires.filter(|expires| scope.today > *expires) else {
        return Html::default();
    };
    let text = scope.text;
    let says = text.say_with("card.expired-says", &[("date", &text.date(expires))]);
    notice(text.say("card.expired"), html! { <p>{ says }</p> })
}

/// What changed in the rulebook, as its authors wrote it down in English.
fn changes() -> Html {
    let blocks = CHANGELOG.iter().map(|block| match block {
        Block::Heading(0..=2, words) => html! { <h2>{ *words }</h2> },
        Block::Heading(_, words) => html! { <h3>{ *words }</h3> },
        Block::Paragraph(words) => html! { <p>{ *words }</p> },
        Block::List(items) => {
            html! { <ul>{ for items.iter().map(|words| html! { <li>{ *words }</li> }) }</ul> }
        }
    });
    html! { <div lang="en">{ for blocks }</div> }
}
