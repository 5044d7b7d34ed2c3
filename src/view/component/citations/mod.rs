//! Where something is written. Each citation leads to its source's entry on the sources page.

#[cfg(not(target_arch = "wasm32"))]
pub mod examples;

use deemed_engine::model::Citation;
use yew::prelude::*;

use crate::session::View;
use crate::view::Scope;
use crate::view::component::link;
use crate::view::markup::html;

/// A list of citations; nothing for none.
pub fn citations<'a>(scope: &Scope<'_>, cites: impl IntoIterator<Item = &'a Citation>) -> Html {
    list(scope, cites.into_iter().filter_map(|cite| citation(scope, cite, false)))
}

/// The same with the official address of each, which shows on paper, where nothing can be pressed.
pub fn citations_spelled<'a>(scope: &Scope<'_>, cites: impl IntoIterator<Item = &'a Citation>) -> Html {
    list(scope, cites.into_iter().filter_map(|cite| citation(scope, cite, true)))
}

fn list(scope: &Scope<'_>, items: impl Iterator<Item = Html>) -> Html {
    let mut items = items.peekable();
    if items.peek().is_none() {
        return Html::default();
    }
    html! {
        <ul class="citations" aria-label={scope.text.say("citations.label")}>{ for items }</ul>
    }
}

fn citation(scope: &Scope<'_>, cite: &Citation, is_spelled: bool) -> Option<Html> {
    let source = scope.book().sources.get(&cite.source)?;
    let open = scope.open(View::Sources(Some(cite.source.clone())));
    // Formal citations are English in every language.
    Some(html! {
        <li lang="en">
            { link(format!("{}, {}", source.citation, cite.at), open) }
            if is_spelled {
                <span class="address">{ " " }{ source.official.clone() }</span>
            }
        </li>
    })
}
