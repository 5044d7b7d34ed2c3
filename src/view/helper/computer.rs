//! The adjusted peak performance of a computer.

use deemed_engine::model::Question;
use yew::prelude::*;

use super::fields::{AmountField, amount, list};
use super::line::offer;
use crate::helper::{Computer, ComputerLimits, Field};
use crate::view::Scope;
use crate::view::component::{citations, disclosure};
use crate::view::markup::html;

/// The performance.
pub fn computer(scope: &Scope<'_>, question: &Question, limits: &ComputerLimits) -> Html {
    let text = scope.text;
    let rate = AmountField {
        ids: ["helper-double-rate-digits", "helper-double-rate-size"],
        fields: [Field::DoubleRateDigits, Field::DoubleRateSize],
        legend: text.say("computer.rate"),
        hint: text.say("computer.rate-hint"),
        powers: 0..=3,
    };
    let processors = AmountField {
        ids: ["helper-processors-digits", "helper-processors-size"],
        fields: [Field::ProcessorsDigits, Field::ProcessorsSize],
        legend: text.say("computer.processors"),
        hint: text.say("computer.processors-hint"),
        powers: 0..=6,
    };
    let kinds =
        [(1, text.say("computer.vector-yes").to_owned()), (0, text.say("computer.vector-no").to_owned())];
    let content = html! {
        <>
            <p>{ text.say("computer.says") }</p>
            { amount(scope, &rate) }
            { amount(scope, &processors) }
            { list(scope, ("helper-vector", Field::Vector), text.say("computer.vector"), kinds) }
            <p class="hint">{ text.say("computer.vector-hint") }</p>
            <div aria-live="polite">{ found(scope, question, limits) }</div>
            <p>{ text.say("computer.method") }</p>
            <p>{ text.say("computer.read") }</p>
            { citations(scope, &limits.line.cites) }
        </>
    };
    disclosure(text.say("computer.summary"), content)
}

fn found(scope: &Scope<'_>, question: &Question, limits: &ComputerLimits) -> Html {
    let (text, inputs) = (scope.text, &scope.session.draft.helper);
    let rate = inputs.amount(Field::DoubleRateDigits, Field::DoubleRateSize);
    let processors = inputs.amount(Field::ProcessorsDigits, Field::ProcessorsSize);
    let (Some(rate), Some(processors), Some(vector)) = (rate, processors, inputs.get(Field::Vector)) else {
        return html! { <p>{ text.say("helper.needs") }</p> };
    };
    let computer = Computer { rate, processors, is_vector: vector == 1 };
    let found = computer.compare(limits);
    let hundredths = computer.performance_in_hundredths(limits);
    let own = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    let parts = [("times", found.times.as_str()), ("limit", &limits.line.line.to_string())];
    let side = if found.is_below {
        text.say_with("computer.below", &parts)
    } else {
        text.say_with("computer.above", &parts)
    };
    html! {
        <div class="found">
            <p>{ text.say_with("computer.performance", &[("number", &own)]) }{ text.gap() }{ side }</p>
            { offer(scope, question, &limits.line, &found) }
        </div>
    }
}
