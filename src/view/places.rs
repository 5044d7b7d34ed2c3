//! The list of places, in the order in which people of the language look for them, or of English.

use deemed_engine::model::{Choice, Question};
use yew::prelude::*;

use crate::helper::Field;
use crate::session::Action;
use crate::text::Language;
use crate::view::Scope;
use crate::view::markup::html;

/// What tells a list in one order from the same list in another. A list with another key is drawn anew:
/// a browser would keep the mark at its place while the names move.
pub fn key(scope: &Scope<'_>) -> String {
    format!("{}{}", scope.text.language().tag(), is_by_english(scope))
}

fn is_by_english(scope: &Scope<'_>) -> bool {
    scope.session.draft.helper.get(Field::Order).is_some()
}

fn is_in_own_order(scope: &Scope<'_>) -> bool {
    !scope.text.language().places().is_empty() && !is_by_english(scope)
}

/// Every place as an option, made from its number and its name. What is no country stands under no heading.
pub fn options(scope: &Scope<'_>, question: &Question, option: impl Fn(usize, String) -> Html) -> Html {
    if !is_in_own_order(scope) {
        // The rulebook lists places by their English names.
        let choices = question.choices.iter().enumerate();
        return choices.map(|(place, choice)| option(place, english_first(scope, choice))).collect();
    }
    let groups = scope.text.language().places().iter().map(|(heading, ids)| {
        let options = ids.iter().filter_map(|id| {
            let place = question.choices.iter().position(|choice| choice.value == *id)?;
            Some(option(place, own_name(scope, question.choices.get(place)?, heading)))
        });
        match heading.as_str() {
            "" => html! { { for options } },
            heading => html! { <optgroup label={heading.to_owned()}>{ for options }</optgroup> },
        }
    });
    groups.collect()
}

/// A place's name, with the English beside a country's. A heading that can be typed begins it, so that
/// typing finds it.
fn own_name(scope: &Scope<'_>, choice: &Choice, heading: &str) -> String {
    let (name, english) = scope.text.rule(&choice.label);
    if heading.is_empty() || english.is_some() {
        return name.to_owned();
    }
    let name = with_other(scope, name, &choice.label.english);
    if heading.starts_with(|letter: char| letter.is_ascii_alphanumeric()) {
        format!("{heading} {name}")
    } else {
        name
    }
}

/// A place's English name, with the language's own beside it.
fn english_first(scope: &Scope<'_>, choice: &Choice) -> String {
    match scope.text.rule(&choice.label) {
        (name, None) if scope.text.language() != Language::ENGLISH => {
            with_other(scope, &choice.label.english, name)
        }
        (name, _) => name.to_owned(),
    }
}

fn with_other(scope: &Scope<'_>, name: &str, other: &str) -> String {
    scope.text.say_with("place.with-english", &[("name", name), ("english", other)])
}

/// The way to the other order, where the language has one of its own.
pub fn other_order(scope: &Scope<'_>) -> Html {
    if scope.text.language().places().is_empty() {
        return Html::default();
    }
    let (words, value) = if is_by_english(scope) {
        (scope.text.say("place.by-own"), None)
    } else {
        (scope.text.say("place.by-english"), Some(1))
    };
    let onclick = scope.on(Action::Fill(Field::Order, value));
    html! { <p><button type="button" class="link" {onclick}>{ words }</button></p> }
}
