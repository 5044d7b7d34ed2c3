//! One neutral page of questions to take along. The preview is the text itself, so nothing else leaves.

use yew::prelude::*;

use crate::freshness::Dates;
use crate::platform::{clipboard, document, download, field, paper};
use crate::screen::{Given, TakeAlongScreen};
use crate::session::Action;
use crate::view::Scope;
use crate::view::component::{Letter, back_link, instead, own_answer, own_words, said};
use crate::view::markup::html;
use crate::view::menu::back_to_check;
use crate::view::page::check::item_title;

/// The id of the preview.
const PREVIEW: &str = "preview";

/// The page.
pub fn take_along(scope: &Scope<'_>) -> Html {
    let text = scope.text;
    let screen = TakeAlongScreen::new(scope.rulebook, scope.session, scope.today);
    let body = if screen.asks.is_empty() {
        html! { <><p>{ text.say("take.nothing") }</p><p>{ back_to_check(scope) }</p></> }
    } else {
        html! { <>{ choice(scope, &screen) }{ preview(scope, &Letter::new(scope, |scope| plain(scope, &screen))) }</> }
    };
    html! {
        <div class="take-along">
            <div class="screen-only">
                { back_link(scope) }
                <h1 tabindex="-1">{ text.say("take.title") }</h1>
                <p class="lead">{ text.say("take.lead") }</p>
            </div>
            { body }
        </div>
    }
}

/// What is to leave: each group of questions, and the answers.
fn choice(scope: &Scope<'_>, screen: &TakeAlongScreen<'_>) -> Html {
    let text = scope.text;
    let groups = screen.asks.iter().zip(0_u32..).map(|(ask, place)| {
        let words = said(scope, ask.who);
        html! { <li>{ tick(words, ask.is_taken, scope.on(Action::Tick(place))) }</li> }
    });
    let take_answers = scope.send.reform(|event| Action::TakeAnswers(field::ticked(&event)));
    let answers = html! { { text.say("take.answers") } };
    html! {
        <div class="screen-only">
            { tick(answers, scope.session.draft.are_answers_taken, take_answers) }
            <details>
                <summary>{ text.say("take.choose") }</summary>
                <fieldset class="disclosed ticks">
                    <legend>{ text.say("take.choose-says") }</legend>
                    <ul>{ for groups }</ul>
                </fieldset>
            </details>
        </div>
    }
}

fn tick(words: Html, checked: bool, onchange: Callback<Event>) -> Html {
    html! {
        <label class="tick">
            <input type="checkbox" autocomplete="off" {checked} {onchange} />
            <span>{ words }</span>
        </label>
    }
}

fn preview(scope: &Scope<'_>, letter: &Letter) -> Html {
    let text = scope.text;
    html! {
        <>
            <h2 class="screen-only" id="preview-heading">{ text.say("take.preview") }</h2>
            { letter.preview(PREVIEW, "preview-heading") }
            <div class="buttons screen-only">{ for buttons(scope, letter.text()) }</div>
            <p class="screen-only" role="status">{ said_of_copy(scope) }</p>
            if !scope.around.standing.has_outputs() {
                { instead(scope) }
            }
            <p class="screen-only hint">{ text.say("take.mind") }</p>
        </>
    }
}

/// Copying works everywhere, if need be by hand; the rest only where the frame around lets it.
fn buttons(scope: &Scope<'_>, plain: String) -> Vec<Html> {
    let text = scope.text;
    let copy = {
        let (send, plain) = (scope.send.clone(), plain.clone());
        Callback::from(move |_: MouseEvent| {
            let send = send.clone();
            clipboard::copy(&plain, move |worked| {
                if !worked {
                    document::select(PREVIEW);
                }
                send.emit(Action::Copied(worked));
            });
        })
    };
    let save = Callback::from(move |_: MouseEvent| download::text("questions.txt", &plain));
    let print = Callback::from(|_: MouseEvent| paper::print());
    let copy =
        html! { <button type="button" class="primary" onclick={copy}>{ text.say("take.copy") }</button> };
    if !scope.around.standing.has_outputs() {
        return vec![copy];
    }
    vec![
        copy,
        html! { <button type="button" onclick={print}>{ text.say("take.print") }</button> },
        html! { <button type="button" onclick={save}>{ text.say("take.save") }</button> },
    ]
}

fn said_of_copy(scope: &Scope<'_>) -> &'static str {
    match scope.session.draft.copied {
        Some(true) => scope.text.say("take.copied"),
        Some(false) => scope.text.say("take.not-copied"),
        None => "",
    }
}

/// Everything that leaves, as text.
fn plain(scope: &Scope<'_>, screen: &TakeAlongScreen<'_>) -> String {
    let text = scope.text;
    let mut lines =
        vec![text.say("take.heading").to_owned(), String::new(), text.say("take.intro").to_owned()];
    for ask in screen.asks.iter().filter(|ask| ask.is_taken) {
        let words: Vec<String> =
            ask.words.iter().filter_map(|words| Some(format!("- {}", own_words(text, words)?))).collect();
        if !words.is_empty() {
            lines.extend([String::new(), own_words(text, ask.who).unwrap_or_default().to_owned()]);
            lines.extend(words);
        }
    }
    lines.extend(answers(scope, &screen.answers));
    lines.extend(dates(scope, screen));
    lines.push(String::new());
    lines.join("\n")
}

fn answers(scope: &Scope<'_>, answers: &[Vec<Given<'_>>]) -> Vec<String> {
    let text = scope.text;
    let mut lines = Vec::new();
    for (at, given) in answers.iter().enumerate().filter(|(_, given)| !given.is_empty()) {
        let heading = match at.checked_sub(1) {
            None => text.say("take.answers-person").to_owned(),
            Some(item) => text.say_with("take.answers-item", &[("thing", &item_title(scope, item))]),
        };
        lines.extend([String::new(), heading]);
        lines.extend(given.iter().filter_map(|given| own_answer(text, given)));
    }
    lines
}

/// The law's dates, the rulebook's version, and whether a date has passed.
fn dates(scope: &Scope<'_>, screen: &TakeAlongScreen<'_>) -> Vec<String> {
    let (text, book) = (scope.text, scope.book());
    let mut lines = vec![String::new()];
    lines.extend(screen.laws.iter().map(|law| {
        let dates = [text.date(law.text_date), text.date(law.reviewed)];
        let [of_text, reviewed] = &dates;
        let name = text.rule(&law.short_title).0;
        text.say_with("take.law", &[("law", name), ("date", of_text), ("reviewed", reviewed)])
    }));
    lines.push(text.say_with("take.version", &[("version", &book.version)]));
    let passed = Dates::of(book, scope.built, scope.today);
    if passed.is_clock_behind {
        lines.push(text.say("clock.says").to_owned());
    } else if passed.is_book_due || !passed.law.review.is_empty() || !passed.law.withheld.is_empty() {
        lines.push(text.say_with("review.says", &[("date", &text.date(book.review_by))]));
    }
    lines.push(text.say("take.advice").to_owned());
    lines
}
