//! Where something is written. Each citation leads to its source's entry on the sources page.

use deemed_engine::model::Citation;
use yew::prelude::*;

use crate::session::View;
use crate::view::Scope;
use crate::view::component::link;

/// A list of citations; nothing for none.
pub fn citations<'a>(scope: &Scope<'_>, cites: impl IntoIterator<Item = &'a Citation>) -> Html {
    let mut items = cites.into_iter().filter_map(|cite| citation(scope, cite)).peekable();
    if items.peek().is_none() {
        return Html::default();
    }
    html! {
        <ul class="citations" aria-label={scope.text.say("citations.label")}>{ for items }</ul>
    }
}

fn citation(scope: &Scope<'_>, cite: &Citation) -> Option<Html> {
    let source = scope.book().sources.get(&cite.source)?;
    let open = scope.open(View::Sources(Some(cite.source.clone())));
    // Formal citations are English in every language.
    Some(html! {
        <li lang="en">{ link(format!("{}, {}", source.citation, cite.at), open) }</li>
    })
}
