//! What a classification looks like, and where one is written down.

use deemed_engine::model::Question;
use yew::prelude::*;

use crate::view::Scope;
use crate::view::component::{citations, disclosure};
use crate::view::markup::html;

/// The explanation.
pub fn looks(scope: &Scope<'_>, question: &Question) -> Html {
    let text = scope.text;
    let content = html! {
        <>
            <p>{ text.say("looks.form") }</p>
            <ul>
                <li>{ text.say("looks.category") }</li>
                <li>{ text.say("looks.group") }</li>
                <li>{ text.say("looks.rest") }</li>
                <li>{ text.say("looks.ear99") }</li>
            </ul>
            <p>{ text.say("looks.where") }</p>
            <ul>
                <li>{ text.say("looks.where-plan") }</li>
                <li>{ text.say("looks.where-papers") }</li>
                <li>{ text.say("looks.where-vendor") }</li>
                <li>{ text.say("looks.where-office") }</li>
            </ul>
            <p>{ text.say("looks.not-there") }</p>
            { citations(scope, &question.law_cites) }
        </>
    };
    disclosure(text.say("looks.summary"), content)
}
