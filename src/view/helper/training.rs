//! How much computing went into a model, estimated from its size and its data.

use deemed_engine::model::Question;
use yew::prelude::*;

use super::fields::{AmountField, amount, great, list};
use super::line::offer;
use crate::helper::{Field, LineLimits, Training, estimate};
use crate::view::Scope;
use crate::view::component::{citations, disclosure};
use crate::view::markup::html;

const EPOCHS: [u16; 12] = [1, 2, 3, 4, 5, 6, 8, 10, 20, 30, 50, 100];

/// The estimate.
pub fn training(scope: &Scope<'_>, question: &Question, limits: &LineLimits) -> Html {
    let text = scope.text;
    let epochs = EPOCHS.map(|count| (count, count.to_string()));
    let content = html! {
        <>
            <p>{ text.say("training.says") }</p>
            { for fields(scope).iter().map(|field| amount(scope, field)) }
            { list(scope, ("helper-epochs", Field::Epochs), text.say("training.epochs"), epochs) }
            <div aria-live="polite">{ found(scope, question, limits) }</div>
            <p>{ text.say("training.method") }</p>
            <p>{ text.say("training.more") }</p>
            { citations(scope, &limits.cites) }
        </>
    };
    disclosure(text.say("training.summary"), content)
}

fn fields(scope: &Scope<'_>) -> [AmountField; 3] {
    let text = scope.text;
    [
        AmountField {
            ids: ["helper-parameters-digits", "helper-parameters-size"],
            fields: [Field::ParametersDigits, Field::ParametersSize],
            legend: text.say("training.parameters"),
            hint: text.say("training.parameters-hint"),
            powers: 6..=13,
        },
        AmountField {
            ids: ["helper-tokens-digits", "helper-tokens-size"],
            fields: [Field::TokensDigits, Field::TokensSize],
            legend: text.say("training.tokens"),
            hint: text.say("training.tokens-hint"),
            powers: 6..=14,
        },
        AmountField {
            ids: ["helper-tuning-digits", "helper-tuning-size"],
            fields: [Field::TuningDigits, Field::TuningSize],
            legend: text.say("training.tuning"),
            hint: text.say("training.tuning-hint"),
            powers: 6..=14,
        },
    ]
}

fn found(scope: &Scope<'_>, question: &Question, limits: &LineLimits) -> Html {
    let (text, inputs) = (scope.text, &scope.session.draft.helper);
    let parameters = inputs.amount(Field::ParametersDigits, Field::ParametersSize);
    let tokens = inputs.amount(Field::TokensDigits, Field::TokensSize);
    let (Some(parameters), Some(tokens)) = (parameters, tokens) else {
        return html! { <p>{ text.say("helper.needs") }</p> };
    };
    let training = Training {
        parameters,
        tokens,
        epochs: inputs.get(Field::Epochs).unwrap_or(1),
        tuning: inputs.amount(Field::TuningDigits, Field::TuningSize),
    };
    let found = training.compare(limits);
    let parts = [("times", found.times.as_str())];
    let side = if found.is_below {
        text.say_with("training.below", &parts)
    } else {
        text.say_with("training.above", &parts)
    };
    let operations = great(text, estimate(&training));
    html! {
        <div class="found">
            <p>{ text.say_with("training.operations", &[("number", &operations)]) }{ text.gap() }{ side }</p>
            { offer(scope, question, limits, &found) }
        </div>
    }
}
