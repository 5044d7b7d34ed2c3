//! All answers, with what each of them did and a way to change it.

use yew::prelude::*;

use crate::screen::{CheckScreen, Mark, Row, answer_words};
use crate::session::{Action, ITEMS_MAX, View};
use crate::view::Scope;
use crate::view::component::{back_link, link, said};
use crate::view::markup::html;

/// The list of answers.
pub fn check(scope: &Scope<'_>) -> Html {
    let text = scope.text;
    let screen = CheckScreen::new(scope.rulebook, scope.session);
    let items = screen.items.iter().enumerate().map(|(item, rows)| {
        html! {
            <>
                <h2>{ item_title(scope, item) }</h2>
                { list(scope, rows, item) }
                { remove(scope, item) }
            </>
        }
    });
    html! {
        <>
            { back_link(scope) }
            <h1 tabindex="-1">{ text.say("check.title") }</h1>
            <p>{ text.say("check.says") }</p>
            <h2>{ text.say("check.person") }</h2>
            { list(scope, &screen.person, 0) }
            { for items }
            { not_used(scope, &screen) }
            <div class="buttons">
                { go_on(scope, &screen) }
                if scope.session.items.len() < ITEMS_MAX {
                    <button type="button" onclick={scope.on(Action::AddItem)}>{ text.say("item.add") }</button>
                }
            </div>
            <p class="hint">{ text.say("item.add-says") }</p>
        </>
    }
}

/// What a thing is called: by its number, since the page asks for no names.
pub fn item_title(scope: &Scope<'_>, item: usize) -> String {
    if scope.session.items.len() > 1 {
        scope.text.say_with("item.label", &[("number", &(item + 1).to_string())])
    } else {
        scope.text.say("item.only").to_owned()
    }
}

fn go_on(scope: &Scope<'_>, screen: &CheckScreen<'_>) -> Html {
    let (words, action) = if screen.is_unfinished {
        (scope.text.say("check.go-on"), Action::Begin)
    } else {
        (scope.text.say("check.results"), Action::Open(View::Results))
    };
    html! { <button type="button" class="primary" onclick={scope.on(action)}>{ words }</button> }
}

fn remove(scope: &Scope<'_>, item: usize) -> Html {
    if scope.session.items.len() == 1 {
        return Html::default();
    }
    let words = scope.text.say_with("item.remove", &[("number", &(item + 1).to_string())]);
    html! { <p>{ link(words, scope.on(Action::RemoveItem(item))) }</p> }
}

fn list(scope: &Scope<'_>, rows: &[Row<'_>], item: usize) -> Html {
    let mut used = rows.iter().filter(|row| row.mark != Mark::NotUsed).peekable();
    if used.peek().is_none() {
        return html! { <p>{ scope.text.say("check.nothing") }</p> };
    }
    html! { <dl class="summary">{ for used.map(|row| row_of(scope, row, item)) }</dl> }
}

fn row_of(scope: &Scope<'_>, row: &Row<'_>, item: usize) -> Html {
    let text = scope.text;
    let mark = match row.mark {
        Mark::Decided => text.say("mark.decided"),
        Mark::DidNotMatter => text.say("mark.did-not-matter"),
        Mark::Open => text.say("mark.open"),
        Mark::NotUsed => text.say("mark.not-used"),
    };
    let change = scope.on(Action::Change { fact: row.question.id, item });
    html! {
        <div>
            <dt>{ said(scope, &row.question.heading) }</dt>
            <dd class="answer">{ said(scope, answer_words(row.question, row.answer)) }</dd>
            <dd class="mark">{ mark }</dd>
            <dd class="change">
                <button type="button" class="link" onclick={change}>
                    { text.say("check.change") }
                    <span class="hidden">{ scope.text.say("sign.colon") }{ said(scope, &row.question.heading) }</span>
                </button>
            </dd>
        </div>
    }
}

/// Answers given on a way that was left since.
fn not_used(scope: &Scope<'_>, screen: &CheckScreen<'_>) -> Html {
    let of_person = screen.person.iter().map(|row| (0, row));
    let of_items =
        screen.items.iter().enumerate().flat_map(|(item, rows)| rows.iter().map(move |row| (item, row)));
    let mut rows = of_person.chain(of_items).filter(|(_, row)| row.mark == Mark::NotUsed).peekable();
    if rows.peek().is_none() {
        return Html::default();
    }
    html! {
        <>
            <h2>{ scope.text.say("check.not-used") }</h2>
            <p>{ scope.text.say("check.not-used-says") }</p>
            <dl class="summary">{ for rows.map(|(item, row)| row_of(scope, row, item)) }</dl>
        </>
    }
}
