//! What stands around every view: who we are, what is out of date, how to leave.

use yew::prelude::*;

use crate::bundle;
use crate::session::{Action, View};
use crate::text::take_stand_ins;
use crate::view::component::{about_language, disclosure, framed_line, institution, languages};
use crate::view::markup::html;
use crate::view::menu::{menu, menu_link};
use crate::view::notices::notices;
use crate::view::saved_notice::saved_notice;
use crate::view::{Scope, english, page};

/// The whole page.
pub fn frame(scope: &Scope<'_>) -> Html {
    let place = scope.session.trail.moves();
    let page = html! {
        <>
            { header(scope) }
            <main key={place.to_string()}>
                { notices(scope) }
                { saved_notice(scope) }
                { view(scope) }
            </main>
            { footer(scope) }
        </>
    };
    english::mark(page, &take_stand_ins())
}

fn view(scope: &Scope<'_>) -> Html {
    match scope.session.view() {
        View::Start => page::start(scope),
        View::Question { fact, item } => page::question(scope, *fact, *item),
        View::Check => page::check(scope),
        View::Results => page::results(scope),
        View::Bills => page::bills(scope),
        View::Beside => page::beside(scope),
        View::TakeAlong => page::take_along(scope),
        View::Reading(reading) => page::reading(scope, *reading),
        View::Sources(source) => page::sources(scope, source.as_deref()),
        View::Keep => page::keep(scope),
        View::Promise => page::promise(scope),
        View::About => page::about(scope),
        View::Left => page::left(scope),
    }
}

fn header(scope: &Scope<'_>) -> Html {
    let text = scope.text;
    let leave = (*scope.session.view() != View::Left).then(|| {
        html! {
            <button type="button" class="leave" onclick={scope.on(Action::Clear)}>
                { text.say("header.leave") }
            </button>
        }
    });
    html! {
        <header>
            <div class="brand">
                <p class="name">{ text.say("product.name") }</p>
                <p class="independent">{ text.say("header.independent") }</p>
            </div>
            <div class="screen-only ways">{ menu_link(scope) }{ leave }</div>
            { languages(scope) }
            { framed_line(scope) }
            { institution(scope) }
            { airlock(scope) }
        </header>
    }
}

/// Whether the connection is closed, and how to try it.
fn airlock(scope: &Scope<'_>) -> Html {
    let text = scope.text;
    if scope.around.is_open {
        return html! {
            <div class="airlock open">
                <p><strong>{ text.say("airlock.open") }</strong>{ text.gap() }{ text.say("airlock.open-says") }</p>
            </div>
        };
    }
    let how = html! {
        <>
            <p>{ text.say("airlock.closed-says") }</p>
            <p>{ text.say("airlock.try") }</p>
            <ul>
                <li>{ text.say("airlock.try-offline") }</li>
                <li>{ text.say("airlock.try-tools") }</li>
            </ul>
            <p>{ text.say("airlock.links") }</p>
        </>
    };
    html! { <div class="airlock screen-only">{ disclosure(text.say("airlock.closed"), how) }</div> }
}

fn footer(scope: &Scope<'_>) -> Html {
    let (text, book) = (scope.text, scope.book());
    let date = text.date(book.reviewed);
    html! {
        <footer>
            { menu(scope) }
            <p>{ text.say("footer.advice") }</p>
            <p>
                { text.say_with("footer.law", &[("date", &date), ("version", &book.version)]) }
            </p>
            <p class="paper-only">
                { text.say("about.rules") }{ text.say("sign.colon") }<code lang="en" class="digest">{ bundle::FINGERPRINT }</code>
            </p>
            { about_language(scope) }
        </footer>
    }
}
