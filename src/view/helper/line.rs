//! Which side of a line an estimate is on, and the offer to take the answer over.

use deemed_engine::Answer;
use deemed_engine::model::Question;
use yew::prelude::*;

use crate::helper::{Comparison, LineLimits};
use crate::session::Action;
use crate::view::Scope;
use crate::view::component::said;
use crate::view::markup::html;

/// The answer that an estimate points to. Near the line none is offered.
pub fn offer(scope: &Scope<'_>, question: &Question, limits: &LineLimits, found: &Comparison) -> Html {
    let text = scope.text;
    if found.is_near {
        return html! { <p>{ text.say("helper.near") }</p> };
    }
    let value = question.value(if found.is_below { &limits.below } else { &limits.from });
    let Some((value, choice)) = value.and_then(|value| Some((value, question.choice(value)?))) else {
        return Html::default();
    };
    html! {
        <>
            <p>{ text.say("helper.points-to") }{ text.gap() }<strong>{ said(scope, &choice.label) }</strong></p>
            { take_over(scope, Answer::Known(value)) }
        </>
    }
}

/// A button that marks an answer, or the word that it is marked.
pub fn take_over(scope: &Scope<'_>, answer: Answer) -> Html {
    if scope.session.draft.answer == Some(answer) {
        return html! { <p>{ scope.text.say("code.used") }</p> };
    }
    html! {
        <button type="button" onclick={scope.on(Action::Pick(Some(answer)))}>
            { scope.text.say("code.use") }
        </button>
    }
}
