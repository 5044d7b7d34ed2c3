//! What is promised and what is not. Each promise stands beside the name of the test that keeps it.

use yew::prelude::*;

use crate::session::View;
use crate::view::Scope;
use crate::view::component::{back_link, disclosure, link};
use crate::view::markup::html;

/// The page.
pub fn promise(scope: &Scope<'_>) -> Html {
    let text = scope.text;
    let kept = kept(scope).into_iter().map(|(promise, test)| {
        html! {
            <li>
                <p>{ promise }</p>
                <p class="test">{ text.say("promise.test") }{ text.gap() }<code lang="en">{ test }</code></p>
            </li>
        }
    });
    let open = not_kept(scope).into_iter().map(|words| html! { <li>{ words }</li> });
    html! {
        <>
            { back_link(scope) }
            <h1 tabindex="-1">{ text.say("promise.title") }</h1>
            <p class="lead">{ text.say("promise.lead") }</p>
            <h2>{ text.say("promise.kept") }</h2>
            <ul class="promises">{ for kept }</ul>
            <h2>{ text.say("promise.not-kept") }</h2>
            <ul>{ for open }</ul>
            <h2>{ text.say("promise.try") }</h2>
            { tries(scope) }
            { single(scope) }
            <p>{ link(text.say("promise.build"), scope.open(View::About)) }</p>
        </>
    }
}

/// Promises, each with the name of its test in `tests/browser` or `xtask`.
fn kept(scope: &Scope<'_>) -> [(&'static str, &'static str); 12] {
    let text = scope.text;
    [
        (text.say("promise.sends"), "nothing that is put into the page gets out to another site"),
        (text.say("promise.own-site"), "nothing that is put into the page gets out, to our own site neither"),
        (text.say("promise.first"), "no line of the program runs before the connection is closed"),
        (text.say("promise.every-way"), "every choice of every question is taken, and leaves no trace"),
        (text.say("promise.stores"), "nothing is stored"),
        (text.say("promise.traces"), "persons of the scenarios leave no trace"),
        (text.say("promise.clear"), "after clearing, Back finds no answer on any page"),
        (
            text.say("promise.links"),
            "a link to another page carries no answer and does not say where it stood",
        ),
        (text.say("promise.own-act"), "answers that were saved come back from the file"),
        (text.say("promise.changed"), "a changed byte in the Wasm is told"),
        (text.say("promise.reach"), "ways_out_stores_and_spies_are_refused"),
        (text.say("promise.same"), "the same bytes from another folder"),
    ]
}

fn not_kept(scope: &Scope<'_>) -> [&'static str; 7] {
    let text = scope.text;
    [
        text.say("promise.device"),
        text.say("promise.network"),
        text.say("promise.history"),
        text.say("promise.frame"),
        text.say("promise.copies"),
        text.say("promise.memory"),
        text.say("promise.host"),
    ]
}

fn tries(scope: &Scope<'_>) -> Html {
    let text = scope.text;
    html! {
        <ul>
            <li>{ text.say("airlock.try-offline") }</li>
            <li>{ text.say("airlock.try-tools") }</li>
            <li>{ text.say("promise.try-console") }{ text.gap() }<code lang="en">{ "fetch(location)" }</code></li>
        </ul>
    }
}

/// The whole check in one file, where it can be loaded.
fn single(scope: &Scope<'_>) -> Html {
    let (text, digest) = (scope.text, &scope.around.build.single);
    let Some(site) = scope.around.site().filter(|_| !digest.is_empty()) else {
        return Html::default();
    };
    let address = format!("{site}deemed.html");
    html! {
        <>
            <h2>{ text.say("promise.single") }</h2>
            <p>{ text.say("promise.single-says") }</p>
            <p><a href={address} download="deemed.html" rel="noreferrer noopener">{ text.say("promise.single-link") }</a></p>
            { disclosure(text.say("promise.single-digest"), html! {
                <p class="digest"><code lang="en">{ digest.clone() }</code></p>
            }) }
        </>
    }
}
