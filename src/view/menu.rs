//! The menu: what can be read at any time. Reading loses no answer.

use yew::prelude::*;

use crate::platform::document;
use crate::session::{Action, Reading, View};
use crate::view::Scope;
use crate::view::component::link;
use crate::view::markup::html;

/// The id of the menu's heading, which takes the focus from the head of the page.
const MENU: &str = "menu";

/// The way from the head of the page to the menu at its foot.
pub fn menu_link(scope: &Scope<'_>) -> Html {
    link(scope.text.say("menu.open"), Callback::from(|_| document::focus(MENU)))
}

/// The menu at the foot of every view.
pub fn menu(scope: &Scope<'_>) -> Html {
    let text = scope.text;
    let readings = Reading::ALL
        .into_iter()
        .map(|reading| entry(scope, reading_name(scope, reading), View::Reading(reading)));
    html! {
        <nav class="menu screen-only" aria-labelledby={MENU}>
            <h2 id={MENU} tabindex="-1">{ text.say("menu.heading") }</h2>
            <ul>
                { for readings }
                { entry(scope, text.say("take.title"), View::TakeAlong) }
                { entry(scope, text.say("keep.title"), View::Keep) }
                { entry(scope, text.say("footer.sources"), View::Sources(None)) }
                { entry(scope, text.say("promise.title"), View::Promise) }
                { entry(scope, text.say("about.title"), View::About) }
            </ul>
            <p>{ back_to_check(scope) }</p>
        </nav>
    }
}

/// What a page to read is called.
pub fn reading_name(scope: &Scope<'_>, reading: Reading) -> &'static str {
    match reading {
        Reading::Claims => scope.text.say("claims.title"),
        Reading::Timeline => scope.text.say("timeline.title"),
        Reading::Instructions => scope.text.say("instructions.title"),
        Reading::Rights => scope.text.say("rights.title"),
        Reading::Signposts => scope.text.say("signposts.title"),
        Reading::Changes => scope.text.say("changes.title"),
    }
}

/// The way to the check, with every answer as it was.
pub fn back_to_check(scope: &Scope<'_>) -> Html {
    let (words, action) = if scope.session.is_answered() {
        (scope.text.say("menu.back-to-check"), Action::Open(View::Check))
    } else {
        (scope.text.say("menu.begin"), Action::Begin)
    };
    link(words, scope.on(action))
}

fn entry(scope: &Scope<'_>, words: &'static str, view: View) -> Html {
    let current = (*scope.session.view() == view).then_some("page");
    html! {
        <li>
            <button type="button" class="link" aria-current={current} onclick={scope.open(view)}>{ words }</button>
        </li>
    }
}
