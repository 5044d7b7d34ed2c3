//! One question.

use deemed_engine::model::FactId;
use yew::prelude::*;

use super::answer_field::{answer_field, first_field};
use super::code_field::code_field;
use crate::screen::QuestionScreen;
use crate::session::Action;
use crate::view::Scope;
use crate::view::component::{back_link, citations, disclosure, error_summary, said};
use crate::view::helper::helpers;
use crate::view::markup::html;

/// The page of a question.
pub fn question(scope: &Scope<'_>, fact: FactId, item: usize) -> Html {
    let Some(screen) = QuestionScreen::new(scope.rulebook, scope.session, fact, item) else {
        return back_link(scope);
    };
    let send = scope.send.clone();
    // Frames may forbid forms to be submitted; Enter in a field still presses the form's button.
    let on_continue = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        send.emit(Action::Continue);
    });
    let error = (scope.session.draft.refusals > 0)
        .then(|| error_summary(scope, scope.text.say("error.no-answer"), first_field(screen.question)));
    html! {
        <>
            { back_link(scope) }
            { error }
            { section(scope, &screen) }
            <form novalidate=true autocomplete="off">
                { answer_field(scope, screen.question) }
                { code_field(scope, screen.question) }
                { helpers(scope, screen.question) }
                <button type="submit" class="primary" onclick={on_continue}>
                    { scope.text.say("question.continue") }
                </button>
                <p class="questions-left">{ questions_left(scope, &screen) }</p>
            </form>
            { reasons(scope, &screen) }
        </>
    }
}

fn section(scope: &Scope<'_>, screen: &QuestionScreen<'_>) -> Html {
    let Some(section) = screen.section else { return Html::default() };
    let thing = screen.item.map(|item| {
        let number = (item + 1).to_string();
        html! { <>{ " – " }{ scope.text.say_with("item.label", &[("number", &number)]) }</> }
    });
    html! {
        <div class="section">
            <p class="section-title">{ said(scope, &section.title) }{ thing }</p>
            if screen.section_begins {
                <p class="section-reason">{ said(scope, &section.reason) }</p>
            }
        </div>
    }
}

fn questions_left(scope: &Scope<'_>, screen: &QuestionScreen<'_>) -> String {
    let (least, most) = (screen.least.to_string(), screen.most.to_string());
    match (screen.least, screen.most) {
        (_, 1) => scope.text.say("question.last").to_owned(),
        (least_count, most_count) if least_count == most_count => {
            scope.text.say_with("question.left-exactly", &[("count", &most)])
        }
        _ => scope.text.say_with("question.left", &[("least", &least), ("most", &most)]),
    }
}

/// Why it is asked, what the law says, what the answer can change, and who would know.
fn reasons(scope: &Scope<'_>, screen: &QuestionScreen<'_>) -> Html {
    let (text, question) = (scope.text, screen.question);
    html! {
        <div class="reasons">
            <h2>{ text.say("question.why") }</h2>
            <p>{ said(scope, &question.why) }</p>
            { disclosure(text.say("question.law"), html! {
                <>
                    <p>{ said(scope, &question.law_says) }</p>
                    { citations(scope, &question.law_cites) }
                </>
            }) }
            { disclosure(text.say("question.who-knows"), html! {
                <>
                    <p>{ said(scope, &question.who_knows) }</p>
                    <p>{ text.say("question.ask-words") }</p>
                    <blockquote>{ said(scope, &question.ask_words) }</blockquote>
                </>
            }) }
            { disclosure(text.say("question.separates"), separates(scope, screen)) }
        </div>
    }
}

fn separates(scope: &Scope<'_>, screen: &QuestionScreen<'_>) -> Html {
    if screen.separates.is_empty() {
        return html! { <p>{ scope.text.say("question.separates-nothing") }</p> };
    }
    let issues = screen.separates.iter().map(|(issue, outcomes)| {
        let outcomes = outcomes.iter().map(|outcome| html! { <li>{ said(scope, &outcome.headline) }</li> });
        html! {
            <>
                <p>{ said(scope, &issue.title) }</p>
                <ul>{ for outcomes }</ul>
            </>
        }
    });
    html! {
        <>
            <p>{ scope.text.say("question.separates-says") }</p>
            { for issues }
        </>
    }
}
