//! The result as text, and a reminder. Each shows exactly what leaves before it leaves.

use yew::prelude::*;

use super::check::item_title;
use super::result::how_sure;
use crate::freshness::Freshness;
use crate::outgoing::{Reminder, reminder};
use crate::platform::{clipboard, document, download, field};
use crate::screen::{IssueScreen, ItemResults};
use crate::session::Action;
use crate::view::Scope;
use crate::view::component::{Letter, disclosure, instead, own_answer, own_words};
use crate::view::markup::html;

/// The id of the preview of the text.
const PREVIEW: &str = "result-text";

/// Both, each shown on demand.
pub fn outputs(scope: &Scope<'_>, all: &[ItemResults<'_>]) -> Html {
    let text = scope.text;
    html! {
        <div class="outputs screen-only">
            { disclosure(text.say("output.copy-summary"), copy(scope, &Letter::new(scope, |scope| plain(scope, all)))) }
            { remind(scope) }
        </div>
    }
}

fn copy(scope: &Scope<'_>, letter: &Letter) -> Html {
    let (text, plain) = (scope.text, letter.text());
    let on_copy = {
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
    let said = match scope.session.draft.copied {
        Some(true) => text.say("take.copied"),
        Some(false) => text.say("take.not-copied"),
        None => "",
    };
    html! {
        <>
            <p>
                <label class="tick">
                    <input type="checkbox" autocomplete="off" checked={scope.session.draft.are_answers_taken}
                        onchange={scope.send.reform(|event| Action::TakeAnswers(field::ticked(&event)))} />
                    { " " }{ text.say("output.answers") }
                </label>
            </p>
            <p id="result-text-heading">{ text.say("take.preview") }{ text.say("sign.colon") }</p>
            { letter.preview(PREVIEW, "result-text-heading") }
            <button type="button" onclick={on_copy}>{ text.say("take.copy") }</button>
            <p role="status">{ said }</p>
            <p class="hint">{ text.say("take.mind") }</p>
        </>
    }
}

/// The reminder; nothing once its day has come.
fn remind(scope: &Scope<'_>) -> Html {
    let (text, day) = (scope.text, scope.book().review_by);
    if day <= scope.today {
        return Html::default();
    }
    let title = text.say("output.reminder-title");
    let file = reminder(&Reminder { day, made: scope.today, title });
    let preview = file.clone();
    let on_save = Callback::from(move |_: MouseEvent| download::file("reminder.ics", "text/calendar", &file));
    let content = html! {
        <>
            <p>{ text.say_with("output.reminder-says", &[("date", &text.date(day))]) }</p>
            <p id="reminder-heading">{ text.say("take.preview") }{ text.say("sign.colon") }</p>
            <pre tabindex="0" role="group" aria-labelledby="reminder-heading">{ preview }</pre>
            if scope.around.standing.has_outputs() {
                <button type="button" onclick={on_save}>{ text.say("output.reminder-save") }</button>
            } else {
                { instead(scope) }
            }
            <p class="hint">{ text.say("output.reminder-mind") }</p>
        </>
    };
    disclosure(text.say("output.reminder-summary"), content)
}

/// Everything that leaves, as text. Bills are no part of it.
fn plain(scope: &Scope<'_>, all: &[ItemResults<'_>]) -> String {
    let (text, book) = (scope.text, scope.book());
    let date = text.date(book.reviewed);
    let mut lines = vec![text.say("results.title").to_owned()];
    lines.push(text.say_with("results.says", &[("date", &date)]));
    for item in all {
        if scope.session.items.len() > 1 {
            lines.extend([String::new(), item_title(scope, item.item)]);
        }
        for screen in &item.issues {
            lines.push(String::new());
            lines.extend(of_issue(scope, screen));
        }
    }
    lines.push(String::new());
    lines.push(text.say_with("take.version", &[("version", &book.version)]));
    lines.push(text.say("take.advice").to_owned());
    lines.push(String::new());
    lines.join("\n")
}

fn of_issue(scope: &Scope<'_>, screen: &IssueScreen<'_>) -> Vec<String> {
    let text = scope.text;
    let rule = |words| own_words(text, words).map(str::to_owned);
    let mut lines: Vec<String> =
        [&screen.issue.title, &screen.law.title].into_iter().filter_map(rule).collect();
    match (screen.freshness, screen.outcome()) {
        (Freshness::Withheld, _) => lines.push(text.say("result.withheld").to_owned()),
        (Freshness::Current | Freshness::ReviewDue, None) => {
            lines.push(text.say("result.open").to_owned());
            lines.push(text.say("result.depends").to_owned());
            lines.extend(listed(screen.find_out.iter().filter_map(|found| rule(&found.question.heading))));
        }
        (Freshness::Current | Freshness::ReviewDue, Some(outcome)) => {
            lines.extend(rule(&outcome.headline));
            lines.extend(how_sure(scope, screen));
            lines.push(text.say("result.do-now").to_owned());
            lines.extend(listed(outcome.do_now.iter().filter_map(rule)));
        }
    }
    if scope.session.draft.are_answers_taken && !screen.deciding.is_empty() {
        lines.push(text.say("result.decided-by").to_owned());
        lines.extend(screen.deciding.iter().filter_map(|given| own_answer(text, given)));
    }
    let (date, reviewed) = (text.date(screen.law.text_date), text.date(screen.law.reviewed));
    lines.push(text.say_with("result.law-date", &[("date", &date), ("reviewed", &reviewed)]));
    lines
}

fn listed(lines: impl Iterator<Item = String>) -> impl Iterator<Item = String> {
    lines.map(|line| format!("- {line}"))
}
