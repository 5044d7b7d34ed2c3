//! Help with hard questions, on the pages of those questions. It fills in an answer only when the person
//! says so.

mod computer;
mod country;
mod fields;
mod line;
mod looks;
mod processor;
mod training;

use deemed_engine::model::Question;
use yew::prelude::*;

use crate::helper::Limits;
use crate::view::Scope;
use crate::view::markup::html;

/// Everything that helps with a question; nothing on most.
pub fn helpers(scope: &Scope<'_>, question: &Question) -> Html {
    let limits = Limits::read();
    let fact = question.fact.as_str();
    html! {
        <>
            if question.has_codes {
                { looks::looks(scope, question) }
                { processor::processor(scope, &limits.processor) }
            }
            if question.is_places {
                { country::country(scope, question) }
            }
            if fact == limits.training.fact {
                { training::training(scope, question, &limits.training) }
            }
            if fact == limits.computer.line.fact {
                { computer::computer(scope, question, &limits.computer) }
            }
        </>
    }
}
