//! What stands around every view: who we are, what is out of date, how to leave.

use yew::prelude::*;

use crate::freshness::{self, Freshness};
use crate::session::{Action, View};
use crate::view::component::{link, notice};
use crate::view::{Scope, page};

/// The whole page.
pub fn frame(scope: &Scope<'_>) -> Html {
    let place = scope.session.trail.moves();
    html! {
        <>
            { header(scope) }
            <main key={place.to_string()}>
                { notices(scope) }
                { view(scope) }
            </main>
            { footer(scope) }
        </>
    }
}

fn view(scope: &Scope<'_>) -> Html {
    match scope.session.view() {
        View::Start => page::start(scope),
        View::Question { fact, item } => page::question(scope, *fact, *item),
        View::Check => page::check(scope),
        View::Results => page::results(scope),
        View::Bills => page::bills(scope),
        View::Sources(source) => page::sources(scope, source.as_deref()),
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
            { leave }
        </header>
    }
}

fn footer(scope: &Scope<'_>) -> Html {
    let (text, book) = (scope.text, scope.book());
    let date = text.date(book.reviewed);
    html! {
        <footer>
            <p>{ text.say("footer.advice") }</p>
            <p>
                { text.say_with("footer.law", &[("date", &date), ("version", &book.version)]) }
            </p>
            <p class="screen-only">{ link(text.say("footer.sources"), scope.open(View::Sources(None))) }</p>
        </footer>
    }
}

fn notices(scope: &Scope<'_>) -> Html {
    let (text, book) = (scope.text, scope.book());
    if freshness::clock_is_behind(book, scope.today) {
        return notice(text.say("clock.heading"), html! { <p>{ text.say("clock.says") }</p> });
    }
    let is_of_bills = *scope.session.view() == View::Bills;
    match freshness::overdue(book, scope.today, |law| law.status.is_law() != is_of_bills) {
        None | Some((Freshness::Current, _)) => Html::default(),
        Some((Freshness::ReviewDue, due)) => {
            let says = text.say_with("review.says", &[("date", &text.date(due))]);
            notice(text.say("review.heading"), html! { <p>{ says }</p> })
        }
        Some((Freshness::Withheld, _)) => {
            notice(text.say("withheld.heading"), html! { <p>{ text.say("withheld.says") }</p> })
        }
    }
}
