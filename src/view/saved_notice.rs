//! What is told after a file or a link with answers was opened.

use yew::prelude::*;

use crate::saved::{Notice, Origin, Refusal, Way};
use crate::view::Scope;
use crate::view::component::{notice, said};
use crate::view::markup::html;

/// The notice; nothing unless something was opened.
pub fn saved_notice(scope: &Scope<'_>) -> Html {
    let text = scope.text;
    let Some(told) = &scope.session.notice else { return Html::default() };
    let inner = match told {
        Notice::Read(way, origin) => {
            let heading = match way {
                Way::File => text.say("saved.from-file"),
                Way::Link => text.say("saved.from-link"),
            };
            notice(heading, read(scope, origin))
        }
        Notice::Refused(way, refusal) => {
            let heading = match way {
                Way::File => text.say("saved.refused-file"),
                Way::Link => text.say("saved.refused-link"),
            };
            notice(heading, html! { <p>{ why(scope, *refusal) }</p> })
        }
    };
    html! { <div role="alert" class="saved-notice">{ inner }</div> }
}

fn read(scope: &Scope<'_>, origin: &Origin) -> Html {
    let (text, book) = (scope.text, scope.book());
    let version = match &origin.version {
        _ if origin.is_same => text.say("saved.same-version").to_owned(),
        Some(then) => text.say_with("saved.other-version", &[("then", then), ("now", &book.version)]),
        None => text.say("saved.no-version").to_owned(),
    };
    let changed = origin.changed.iter().filter_map(|changed| {
        let law = book.laws.get(changed.law)?;
        let (then, now) = (text.date(changed.then), text.date(law.text_date));
        let dates = text.say_with("saved.law-dates", &[("then", &then), ("now", &now)]);
        Some(html! { <li>{ said(scope, &law.short_title) }{ scope.text.say("sign.colon") }{ dates }</li> })
    });
    let left_out = (origin.left_out > 0).then(|| {
        let says = text.say_with("saved.left-out", &[("count", &origin.left_out.to_string())]);
        html! { <p>{ says }</p> }
    });
    html! {
        <>
            <p>{ text.say("saved.look") }</p>
            <p>{ version }</p>
            if !origin.changed.is_empty() {
                <p>{ text.say("saved.changed") }</p>
                <ul>{ for changed }</ul>
            }
            { left_out }
        </>
    }
}

fn why(scope: &Scope<'_>, refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::TooLarge => scope.text.say("saved.too-large"),
        Refusal::NotAnswers => scope.text.say("saved.not-answers"),
        Refusal::Newer => scope.text.say("saved.newer"),
        Refusal::OtherRulebook => scope.text.say("saved.other-rulebook"),
        Refusal::InUse => scope.text.say("saved.in-use"),
    }
}
