//! Looking up a code that a person was told. It fills in an answer only when the person says so.

use deemed_engine::Answer;
use deemed_engine::model::{Code, Question};
use yew::prelude::*;

use crate::platform::field;
use crate::session::Action;
use crate::view::Scope;
use crate::view::component::{citations, disclosure, said};
use crate::view::markup::html;

const CODE: &str = "code";

/// The look-up; nothing on questions that have none.
pub fn code_field(scope: &Scope<'_>, question: &Question) -> Html {
    if !question.has_codes {
        return Html::default();
    }
    let text = scope.text;
    let chosen = scope.session.draft.code;
    let options = scope.book().codes.iter().enumerate().map(|(place, code)| {
        let name = match code.pattern.trim_end_matches('*') {
            "" => text.say("code.any-other"),
            name => name,
        };
        html! { <option value={place.to_string()} selected={chosen == Some(place)}>{ name.to_owned() }</option> }
    });
    let on_change = scope.send.reform(|event: Event| Action::LookUp(field::picked(&event).parse().ok()));
    let found = chosen.and_then(|place| scope.book().codes.get(place));
    disclosure(
        text.say("code.summary"),
        html! {
            <>
                <p>{ text.say("code.says") }</p>
                <label for={CODE}>{ text.say("code.label") }</label>
                <select id={CODE} autocomplete="off" onchange={on_change}>
                    <option value="" selected={chosen.is_none()}>{ text.say("question.pick") }</option>
                    { for options }
                </select>
                <div aria-live="polite">{ found.map(|code| class_of(scope, question, code)) }</div>
            </>
        },
    )
}

fn class_of(scope: &Scope<'_>, question: &Question, code: &Code) -> Html {
    let label = question.choice(code.class).map(|choice| said(scope, &choice.label));
    let answer = Answer::Known(code.class);
    html! {
        <div class="found">
            <p>{ scope.text.say("code.stands-for") }{ scope.text.gap() }<strong>{ label }</strong></p>
            <p>{ said(scope, &code.because) }</p>
            { citations(scope, &code.cites) }
            if scope.session.draft.answer == Some(answer) {
                <p>{ scope.text.say("code.used") }</p>
            } else {
                <button type="button" onclick={scope.on(Action::Pick(Some(answer)))}>
                    { scope.text.say("code.use") }
                </button>
            }
        </div>
    }
}
