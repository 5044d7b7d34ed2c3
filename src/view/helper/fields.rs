//! Numbers without text fields: a list of digits and a list of sizes.

use std::ops::RangeInclusive;

use yew::prelude::*;

use crate::helper::{DIGITS, Field, Scientific};
use crate::platform::field;
use crate::session::Action;
use crate::text::Text;
use crate::view::markup::html;
use crate::view::{Scope, places};

/// A list to pick from, with its label.
pub fn list(
    scope: &Scope<'_>,
    (id, field): (&'static str, Field),
    label: &'static str,
    options: impl IntoIterator<Item = (u16, String)>,
) -> Html {
    let options = options.into_iter().map(|(value, name)| option(scope, field, value, name));
    list_of(scope, (id, field), label, options.collect())
}

/// One option of a list.
pub fn option(scope: &Scope<'_>, field: Field, value: u16, name: String) -> Html {
    let selected = scope.session.draft.helper.get(field) == Some(value);
    html! { <option value={value.to_string()} {selected}>{ name }</option> }
}

/// A list of options, with its label.
pub fn list_of(
    scope: &Scope<'_>,
    (id, field): (&'static str, Field),
    label: &'static str,
    options: Html,
) -> Html {
    let is_nothing = scope.session.draft.helper.get(field).is_none();
    let on_change =
        scope.send.reform(move |event: Event| Action::Fill(field, field::picked(&event).parse().ok()));
    html! {
        <div class="helper-list">
            <label for={id}>{ label }</label>
            <select key={places::key(scope)} {id} autocomplete="off" onchange={on_change}>
                <option value="" selected={is_nothing}>{ scope.text.say("helper.pick") }</option>
                { options }
            </select>
        </div>
    }
}

/// What an amount asks for.
pub struct AmountField {
    /// The ids of its two lists.
    pub ids: [&'static str; 2],
    /// Its two lists.
    pub fields: [Field; 2],
    /// What it is.
    pub legend: &'static str,
    /// What to know about it.
    pub hint: &'static str,
    /// The powers of ten to pick from.
    pub powers: RangeInclusive<u16>,
}

/// An amount: digits, and a size.
pub fn amount(scope: &Scope<'_>, asked: &AmountField) -> Html {
    let text = scope.text;
    let ([digits_id, size_id], [digits, size]) = (asked.ids, asked.fields);
    let of_digits = DIGITS.map(|tenths| (tenths, format!("{}.{}", tenths / 10, tenths % 10)));
    let of_size = asked.powers.clone().map(|power| (power, size_name(text, power)));
    html! {
        <fieldset class="amount">
            <legend>{ asked.legend }</legend>
            <p class="hint">{ asked.hint }</p>
            <div class="helper-lists">
                { list(scope, (digits_id, digits), text.say("helper.digits"), of_digits) }
                { list(scope, (size_id, size), text.say("helper.size"), of_size) }
            </div>
        </fieldset>
    }
}

/// A size in words: the thousands by name, with 1, 10 or 100 before them.
fn size_name(text: Text, power: u16) -> String {
    let count = 10_u16.pow(u32::from(power % 3)).to_string();
    match power / 3 {
        0 => text.say_with("helper.size-ones", &[("count", &count)]),
        1 => text.say_with("helper.size-thousands", &[("count", &count)]),
        2 => text.say_with("helper.size-millions", &[("count", &count)]),
        3 => text.say_with("helper.size-billions", &[("count", &count)]),
        4 => text.say_with("helper.size-trillions", &[("count", &count)]),
        _ => text.say_with("helper.size-power", &[("power", &power.to_string())]),
    }
}

/// A great number as digits and a power of ten.
pub fn great(text: Text, number: u128) -> String {
    let Scientific { digits, power } = Scientific::of(number);
    text.say_with("helper.number", &[("digits", &digits), ("power", &power)])
}
