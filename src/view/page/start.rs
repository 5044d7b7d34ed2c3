//! The start: what this is, for whom, and what happens to the answers.

use yew::prelude::*;

use crate::session::Action;
use crate::view::Scope;
use crate::view::markup::html;

/// The start page.
pub fn start(scope: &Scope<'_>) -> Html {
    let text = scope.text;
    let begin =
        if scope.session.is_answered() { text.say("start.continue") } else { text.say("start.begin") };
    let date = text.date(scope.book().reviewed);
    html! {
        <>
            <h1 tabindex="-1">{ text.say("start.title") }</h1>
            <p class="lead">{ text.say("start.lead") }</p>
            <p>{ text.say("start.result") }</p>
            <ul>
                <li>{ text.say("start.fact.private") }</li>
                <li>{ text.say("start.fact.time") }</li>
                <li>{ text.say_with("start.fact.date", &[("date", &date)]) }</li>
                <li>{ text.say("start.fact.advice") }</li>
            </ul>
            <button type="button" class="primary" onclick={scope.on(Action::Begin)}>{ begin }</button>
            <h2>{ text.say("start.for-whom.heading") }</h2>
            <p>{ text.say("start.for-whom.says") }</p>
            <h2>{ text.say("start.not.heading") }</h2>
            <ul>
                <li>{ text.say("start.not.advice") }</li>
                <li>{ text.say("start.not.government") }</li>
                <li>{ text.say("start.not.bills") }</li>
            </ul>
            { privacy(scope) }
        </>
    }
}

fn privacy(scope: &Scope<'_>) -> Html {
    let text = scope.text;
    html! {
        <>
            <h2>{ text.say("start.privacy.heading") }</h2>
            <ul>
                <li>{ text.say("start.privacy.here") }</li>
                <li>{ text.say("start.privacy.stored") }</li>
                <li>{ text.say("start.privacy.reload") }</li>
                <li>{ text.say("start.privacy.leave") }</li>
            </ul>
            <p>{ text.say("start.privacy.limits") }</p>
            <ul>
                <li>{ text.say("start.privacy.device") }</li>
                <li>{ text.say("start.privacy.network") }</li>
                <li>{ text.say("start.privacy.copies") }</li>
            </ul>
        </>
    }
}
