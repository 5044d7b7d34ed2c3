//! Choosing a language, and what is to be known about the one in use.

#[cfg(not(target_arch = "wasm32"))]
pub mod examples;

use deemed_engine::date::Date;
use yew::prelude::*;

use crate::language::State;
use crate::session::Action;
use crate::text::{Language, has_stand_ins};
use crate::view::Scope;
use crate::view::markup::html;

/// All languages by their own names. Choosing one asks for nothing and changes nothing else.
pub fn languages(scope: &Scope<'_>) -> Html {
    let items = Language::all().map(|language| {
        let (tag, direction) = (language.tag(), language.direction());
        let name = match language.state() {
            State::Ready => {
                let current = (language == scope.text.language()).then_some("true");
                html! {
                    <button
                        type="button"
                        class="link"
                        lang={tag}
                        dir={direction}
                        aria-current={current}
                        onclick={scope.on(Action::Speak(language))}
                    >
                        { language.name() }
                    </button>
                }
            }
            State::Coming => html! { <span lang={tag} dir={direction}>{ language.name() }</span> },
            State::Unavailable => html! {
                <>
                    <span lang={tag} dir={direction}>{ language.name() }</span>
                    { scope.text.gap() }
                    <span class="small">{ scope.text.say("language.unavailable") }</span>
                </>
            },
        };
        html! { <li>{ name }</li> }
    });
    html! {
        <nav class="languages" aria-label={scope.text.say("language.label")}>
            <ul>{ for items }</ul>
        </nav>
    }
}

/// How the words of the language came about, and that the English prevails; nothing in English. It is
/// made after all else, since it says whether anything stands in English.
pub fn about_language(scope: &Scope<'_>) -> Html {
    let text = scope.text;
    let language = text.language();
    if language == Language::ENGLISH {
        return Html::default();
    }
    let date = Date::parse(language.date()).map(|date| text.date(date)).unwrap_or_default();
    let status = match language.reviewer() {
        Some(name) => text.say_with("language.reviewed", &[("name", name), ("date", &date)]),
        None => text.say_with("language.machine", &[("date", &date)]),
    };
    html! {
        <>
            <p>{ status }{ text.gap() }{ text.say("language.prevails") }</p>
            if has_stand_ins() {
                <p>{ text.say("language.incomplete") }</p>
            }
        </>
    }
}
