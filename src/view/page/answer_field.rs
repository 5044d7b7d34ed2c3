//! The field in which a question is answered: radio buttons, or a list of places.

use deemed_engine::model::{Question, ValueId};
use deemed_engine::{Answer, Words};
use yew::prelude::*;

use crate::platform::field;
use crate::session::Action;
use crate::view::component::said;
use crate::view::markup::html;
use crate::view::{Scope, brief, places as list};

const FIRST_CHOICE: &str = "choice-0";
const PLACE: &str = "place";
const UNKNOWN: &str = "unknown";

/// The id of the field to which an error leads.
pub fn first_field(question: &Question) -> &'static str {
    if question.is_places { PLACE } else { FIRST_CHOICE }
}

/// The field with its question, hint and error.
pub fn answer_field(scope: &Scope<'_>, question: &Question) -> Html {
    if question.is_places { places(scope, question) } else { choices(scope, question) }
}

fn value_at(place: usize) -> Option<ValueId> {
    u16::try_from(place).ok().map(ValueId)
}

fn described_by(scope: &Scope<'_>, question: &Question) -> Option<String> {
    let hint = question.hint.is_some().then_some("hint");
    let sensitive = question.sensitive.is_some().then_some("sensitive");
    let error = (scope.session.draft.refusals > 0).then_some("error");
    let ids: Vec<&str> = [hint, sensitive, error].into_iter().flatten().collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// Hint, word on sensitive questions, and error.
fn before_field(scope: &Scope<'_>, question: &Question) -> Html {
    let paragraph = |words: &Option<Words>, id: &'static str, class: &'static str| {
        words.as_ref().map(|words| html! { <p {id} {class}>{ said(scope, words) }</p> })
    };
    html! {
        <>
            { paragraph(&question.hint, "hint", "hint") }
            { paragraph(&question.sensitive, "sensitive", "sensitive") }
            if scope.session.draft.refusals > 0 {
                <p id="error" class="error">
                    <span class="hidden">{ scope.text.say("error.prefix") }</span>
                    { scope.text.say("error.no-answer") }
                </p>
            }
        </>
    }
}

fn choices(scope: &Scope<'_>, question: &Question) -> Html {
    let known = question.choices.iter().enumerate().filter_map(|(place, choice)| {
        let example = choice.example.as_ref().map(|example| {
            html! { <p class="example">{ scope.text.say("question.example") }{ scope.text.gap() }{ said(scope, example) }</p> }
        });
        let more = html! { <><p>{ said(scope, &choice.means) }</p>{ example }</> };
        Some(radio(scope, format!("choice-{place}"), Answer::Known(value_at(place)?), &choice.label, more))
    });
    let means = html! { <p>{ said(scope, &question.unknown_means) }</p> };
    html! {
        <fieldset aria-describedby={described_by(scope, question)}>
            <legend><h1 tabindex="-1">{ said(scope, &question.heading) }</h1></legend>
            { before_field(scope, question) }
            <div class="choices">
                { for known }
                <div class="apart">
                    { radio(scope, UNKNOWN.to_owned(), Answer::DontKnow, &question.unknown_label, means) }
                </div>
            </div>
        </fieldset>
    }
}

fn radio(scope: &Scope<'_>, id: String, answer: Answer, label: &Words, means: Html) -> Html {
    let means_id = format!("{id}-means");
    html! {
        <div class="choice">
            <input
                type="radio"
                name="answer"
                autocomplete="off"
                id={id.clone()}
                checked={scope.session.draft.answer == Some(answer)}
                onchange={scope.on::<Event>(Action::Pick(Some(answer)))}
                aria-describedby={means_id.clone()}
            />
            <label for={id}>{ said(scope, label) }</label>
            <div class="means" id={means_id}>{ means }</div>
        </div>
    }
}

fn places(scope: &Scope<'_>, question: &Question) -> Html {
    let draft = scope.session.draft.answer;
    let on_change = scope.send.reform(|event: Event| Action::Pick(read_place(&field::picked(&event))));
    let all = || list::options(scope, question, |place, name| place_option(scope, place, name));
    // What was picked before is seen at once.
    let options = if draft.is_some() { all() } else { brief::later(all) };
    html! {
        <>
            <h1 tabindex="-1"><label for={PLACE}>{ said(scope, &question.heading) }</label></h1>
            { before_field(scope, question) }
            <select
                key={list::key(scope)}
                id={PLACE}
                autocomplete="off"
                onchange={on_change}
                aria-describedby={described_by(scope, question)}
            >
                <option value="" selected={draft.is_none()}>{ scope.text.say("question.pick") }</option>
                <option value={UNKNOWN} selected={draft == Some(Answer::DontKnow)}>
                    { scope.text.rule(&question.unknown_label).0.to_owned() }
                </option>
                { options }
            </select>
            { list::other_order(scope) }
            <div class="means" aria-live="polite">{ place_note(scope, question) }</div>
        </>
    }
}

fn place_option(scope: &Scope<'_>, place: usize, name: String) -> Html {
    let draft = scope.session.draft.answer;
    let selected = value_at(place).is_some_and(|value| draft == Some(Answer::Known(value)));
    html! { <option value={place.to_string()} {selected}>{ name }</option> }
}

fn read_place(picked: &str) -> Option<Answer> {
    if picked == UNKNOWN {
        return Some(Answer::DontKnow);
    }
    picked.parse().ok().and_then(value_at).map(Answer::Known)
}

fn place_note(scope: &Scope<'_>, question: &Question) -> Html {
    match scope.session.draft.answer {
        Some(Answer::Known(value)) => match question.choice(value) {
            Some(choice) if !choice.means.english.is_empty() => {
                html! { <p>{ said(scope, &choice.means) }</p> }
            }
            Some(_) | None => Html::default(),
        },
        Some(Answer::DontKnow) => html! { <p>{ said(scope, &question.unknown_means) }</p> },
        None => Html::default(),
    }
}
