//! Keeping answers, and sharing the check. Nothing leaves but by a press of a button here.

use yew::prelude::*;

use crate::platform::{clipboard, document, download, upload};
use crate::saved::{self, Way};
use crate::session::Action;
use crate::view::Scope;
use crate::view::component::{back_link, disclosure, instead, notice};
use crate::view::markup::html;

/// A name that says no more than whose file it is.
const FILE: &str = "deemed-answers.json";
const PICK: &str = "saved-file";
const BLANK: &str = "blank-link";
const FULL: &str = "full-link";

/// The page.
pub fn keep(scope: &Scope<'_>) -> Html {
    let text = scope.text;
    html! {
        <>
            { back_link(scope) }
            <h1 tabindex="-1">{ text.say("keep.title") }</h1>
            <p class="lead">{ text.say("keep.lead") }</p>
            { notice(text.say("keep.warning"), html! { <p>{ text.say("keep.warning-says") }</p> }) }
            { file(scope) }
            { open(scope) }
            { links(scope) }
        </>
    }
}

fn file(scope: &Scope<'_>) -> Html {
    let text = scope.text;
    if !scope.around.standing.has_outputs() {
        return html! { <><h2>{ text.say("keep.file") }</h2>{ instead(scope) }</> };
    }
    let content = saved::file(scope.rulebook, scope.session);
    let preview = html! {
        <pre tabindex="0" role="group" aria-label={text.say("take.preview")}>
            <code lang="en" dir="ltr">{ content.clone() }</code>
        </pre>
    };
    let save = Callback::from(move |_: MouseEvent| download::file(FILE, "application/json", &content));
    html! {
        <>
            <h2>{ text.say("keep.file") }</h2>
            if scope.session.is_answered() {
                <p>{ text.say("keep.file-says") }</p>
                { disclosure(text.say("take.preview"), preview) }
                <button type="button" onclick={save}>{ text.say("keep.download") }</button>
            } else {
                <p>{ text.say("keep.nothing") }</p>
            }
        </>
    }
}

fn open(scope: &Scope<'_>) -> Html {
    let text = scope.text;
    let on_pick = {
        let send = scope.send.clone();
        Callback::from(move |event: Event| {
            let send = send.clone();
            upload::text(&event, saved::BYTES_MAX, move |text| {
                send.emit(Action::OpenSaved(Way::File, text));
            });
        })
    };
    html! {
        <>
            <h2>{ text.say("keep.open") }</h2>
            <p id="saved-file-hint">{ text.say("keep.open-says") }
                if scope.session.is_answered() {
                    { text.gap() }{ text.say("keep.open-replaces") }
                }
            </p>
            <p>
                <label for={PICK}>{ text.say("keep.open-label") }</label>
                <br />
                <input
                    type="file"
                    id={PICK}
                    autocomplete="off"
                    accept=".json,application/json"
                    aria-describedby="saved-file-hint"
                    onchange={on_pick}
                />
            </p>
        </>
    }
}

/// Links need an address that others can open: a page on disk has none.
fn links(scope: &Scope<'_>) -> Html {
    let text = scope.text;
    if !scope.around.page.starts_with("http") {
        return Html::default();
    }
    let blank = scope.around.own_tab(scope.session.language);
    let full = scope.session.is_answered().then(|| {
        let address = format!("{}#{}", scope.around.page, saved::link(scope.rulebook, scope.session));
        let inside = html! {
            <>
                <ul>
                    <li>{ text.say("keep.link-read") }</li>
                    <li>{ text.say("keep.link-stays") }</li>
                    <li>{ text.say("keep.link-server") }</li>
                </ul>
                { link(scope, FULL, address, text.say("keep.copy-full")) }
            </>
        };
        disclosure(text.say("keep.link-full"), inside)
    });
    html! {
        <>
            <h2>{ text.say("keep.share") }</h2>
            <p>{ text.say("keep.share-says") }</p>
            { link(scope, BLANK, blank, text.say("keep.copy-blank")) }
            { full }
            <p role="status">{ said_of_copy(scope) }</p>
        </>
    }
}

/// The address, so that everybody sees what is copied, and the button.
fn link(scope: &Scope<'_>, id: &'static str, address: String, words: &'static str) -> Html {
    let copy = {
        let (send, address) = (scope.send.clone(), address.clone());
        Callback::from(move |_: MouseEvent| {
            let send = send.clone();
            clipboard::copy(&address, move |worked| {
                if !worked {
                    document::select(id);
                }
                send.emit(Action::Copied(worked));
            });
        })
    };
    html! {
        <>
            <p class="copied"><code {id} tabindex="-1">{ address }</code></p>
            <button type="button" onclick={copy}>{ words }</button>
        </>
    }
}

fn said_of_copy(scope: &Scope<'_>) -> &'static str {
    match scope.session.draft.copied {
        Some(true) => scope.text.say("take.copied"),
        Some(false) => scope.text.say("take.not-copied"),
        None => "",
    }
}
