//! How a processor stands beside the bounds for advanced chips. It never fills in an answer: the entry
//! is about the chip, and the question about what is known of it.

use yew::prelude::*;

use super::fields::{AmountField, amount, list};
use crate::helper::{Chip, Field, Processor, ProcessorLimits};
use crate::view::Scope;
use crate::view::component::{citations, disclosure};
use crate::view::markup::html;

const BITS: [u16; 6] = [4, 6, 8, 16, 32, 64];

/// The processor.
pub fn processor(scope: &Scope<'_>, limits: &ProcessorLimits) -> Html {
    let text = scope.text;
    let rate = AmountField {
        ids: ["helper-rate-digits", "helper-rate-size"],
        fields: [Field::RateDigits, Field::RateSize],
        legend: text.say("processor.rate"),
        hint: text.say("processor.rate-hint"),
        powers: 0..=5,
    };
    let area = AmountField {
        ids: ["helper-area-digits", "helper-area-size"],
        fields: [Field::AreaDigits, Field::AreaSize],
        legend: text.say("processor.area"),
        hint: text.say("processor.area-hint"),
        powers: 0..=4,
    };
    let bits = BITS.map(|bits| (bits, bits.to_string()));
    let content = html! {
        <>
            <p>{ text.say("processor.says") }</p>
            { amount(scope, &rate) }
            { list(scope, ("helper-bits", Field::Bits), text.say("processor.bits"), bits) }
            { amount(scope, &area) }
            <div aria-live="polite">{ found(scope, limits) }</div>
            <p>{ text.say("processor.method") }</p>
            <p>{ text.say("processor.use") }</p>
            { citations(scope, &limits.cites) }
        </>
    };
    disclosure(text.say("processor.summary"), content)
}

fn found(scope: &Scope<'_>, limits: &ProcessorLimits) -> Html {
    let (text, inputs) = (scope.text, &scope.session.draft.helper);
    let rate = inputs.amount(Field::RateDigits, Field::RateSize);
    let (Some(rate), Some(bits)) = (rate, inputs.get(Field::Bits)) else {
        return html! { <p>{ text.say("helper.needs") }</p> };
    };
    let processor = Processor { rate, bits, area: inputs.amount(Field::AreaDigits, Field::AreaSize) };
    let performance = processor.performance().to_string();
    let density = processor.density_in_hundredths().map(|hundredths| {
        let number = format!("{}.{:02}", hundredths / 100, hundredths % 100);
        text.say_with("processor.density", &[("number", &number)])
    });
    let stands = match processor.stands(limits) {
        Chip::A => text.say("processor.a"),
        Chip::B => text.say("processor.b"),
        Chip::Neither => text.say("processor.neither"),
        Chip::NeedsArea => text.say("processor.needs-area"),
    };
    html! {
        <div class="found">
            <p>
                { text.say_with("processor.performance", &[("number", &performance)]) }{ text.gap() }
                { density }
            </p>
            <p><strong>{ stands }</strong></p>
            <p>{ text.say("processor.owner") }</p>
        </div>
    }
}
