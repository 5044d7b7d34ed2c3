//! What comes out under the law in force.

use yew::prelude::*;

use super::check::item_title;
use super::outputs::outputs;
use super::result::{headline, how_sure, issue};
use super::rights::rights;
use crate::platform::{document, paper};
use crate::screen::{IssueScreen, ItemResults};
use crate::session::{Action, Reach, View};
use crate::view::component::{back_link, instead, link, said, signposts};
use crate::view::markup::html;
use crate::view::{Scope, brief};

/// The results of every thing.
pub fn results(scope: &Scope<'_>) -> Html {
    let text = scope.text;
    let all = ItemResults::all(scope.rulebook, scope.session, scope.today, |law| law.status.is_law());
    let date = text.date(scope.book().reviewed);
    html! {
        <>
            { back_link(scope) }
            <h1 tabindex="-1">{ text.say("results.title") }</h1>
            <p class="lead">{ text.say_with("results.says", &[("date", &date)]) }</p>
            { in_short(scope, &all) }
            { items(scope, &all) }
            { brief::later(|| after(scope, &all)) }
        </>
    }
}

/// What stands after the results.
fn after(scope: &Scope<'_>, all: &[ItemResults<'_>]) -> Html {
    let text = scope.text;
    html! {
        <>
            { rights(scope, all) }
            { signposts(scope) }
            { bills(scope) }
            if scope.around.standing.has_outputs() {
                <p class="screen-only hint">{ text.say("results.print-says") }</p>
            }
            <div class="buttons screen-only">
                <button type="button" class="primary" onclick={scope.open(View::TakeAlong)}>{ text.say("take.title") }</button>
                <button type="button" onclick={scope.open(View::Check)}>{ text.say("results.check") }</button>
                <button type="button" onclick={scope.on(Action::AddItem)}>{ text.say("item.add") }</button>
                if scope.around.standing.has_outputs() {
                    <button type="button" onclick={Callback::from(|_: MouseEvent| paper::print())}>
                        { text.say("results.print") }
                    </button>
                }
                <button type="button" onclick={scope.open(View::Keep)}>{ text.say("keep.title") }</button>
            </div>
            if scope.around.standing.has_outputs() {
                { outputs(scope, all) }
            } else {
                { instead(scope) }
            }
        </>
    }
}

/// The headline of every result, each leading to its part of the page.
pub fn in_short(scope: &Scope<'_>, all: &[ItemResults<'_>]) -> Html {
    let lines = all.iter().flat_map(|item| {
        item.issues.iter().map(move |screen| {
            let id = format!("result-{}-{}", item.item, screen.result.issue);
            let to = Callback::from(move |_: MouseEvent| document::focus(&id));
            html! {
                <li>
                    if scope.session.items.len() > 1 {
                        <span class="thing">{ item_title(scope, item.item) }</span>{ scope.text.say("sign.colon") }
                    }
                    { link(short_title(scope, screen), to) }
                    <br />
                    { headline(scope, screen) }
                    { how_sure(scope, screen).map(|words| html! { <><br /><span class="small">{ words }</span></> }) }
                </li>
            }
        })
    });
    html! {
        <>
            <h2>{ scope.text.say("results.short") }</h2>
            <ul class="in-short">{ for lines }</ul>
        </>
    }
}

fn short_title(scope: &Scope<'_>, screen: &IssueScreen<'_>) -> String {
    let law = scope.text.rule(&screen.law.short_title).0;
    let issue = scope.text.rule(&screen.issue.title).0;
    scope.text.say_with("results.short-title", &[("law", law), ("issue", issue)])
}

/// Every result in full.
pub fn items(scope: &Scope<'_>, all: &[ItemResults<'_>]) -> Html {
    let several = scope.session.items.len() > 1;
    let items = all.iter().enumerate().map(|(place, item)| {
        let level = if several { 3 } else { 2 };
        let issues = item.issues.iter().enumerate().map(|(number, screen)| {
            let draw = || issue(scope, screen, item.item, level);
            // The first one fills the window.
            if (place, number) == (0, 0) { draw() } else { brief::later(draw) }
        });
        html! {
            <>
                if several {
                    <h2 id={format!("item-{}", item.item)}>{ item_title(scope, item.item) }</h2>
                }
                { for issues }
            </>
        }
    });
    html! { <>{ for items }</> }
}

/// The way to the bills, apart from everything above.
fn bills(scope: &Scope<'_>) -> Html {
    let text = scope.text;
    let names = scope.book().laws.iter().filter(|law| !law.status.is_law());
    let names = names.map(|law| html! { <li>{ said(scope, &law.title) }</li> });
    let (words, action) = match scope.session.reach {
        Reach::Law => (text.say("bills.look"), Action::LookAtBills),
        Reach::Bills => (text.say("bills.see"), Action::LookAtBills),
    };
    html! {
        <section class="bills" aria-labelledby="bills">
            <p class="not-law">{ text.say("bills.not-law") }</p>
            <h2 id="bills">{ text.say("bills.title") }</h2>
            <p>{ text.say("bills.says") }</p>
            <ul>{ for names }</ul>
            <button type="button" class="screen-only" onclick={scope.on(action)}>{ words }</button>
        </section>
    }
}
