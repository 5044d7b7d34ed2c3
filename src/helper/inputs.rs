//! What a person put into a helper. It is gone once the view is left.

use super::amount::Amount;

/// One list to pick from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is one list; amounts have two, for digits and size")]
pub enum Field {
    ParametersDigits,
    ParametersSize,
    TokensDigits,
    TokensSize,
    Epochs,
    TuningDigits,
    TuningSize,
    RateDigits,
    RateSize,
    Bits,
    AreaDigits,
    AreaSize,
    DoubleRateDigits,
    DoubleRateSize,
    ProcessorsDigits,
    ProcessorsSize,
    Vector,
    Place,
    Order,
}

const FIELDS: usize = Field::Order as usize + 1;

/// What is picked, list by list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Inputs([Option<u16>; FIELDS]);

impl Inputs {
    /// What is picked in a list.
    pub fn get(&self, field: Field) -> Option<u16> {
        self.0.get(field as usize).copied().flatten()
    }

    /// Picks.
    pub fn set(&mut self, field: Field, value: Option<u16>) {
        if let Some(slot) = self.0.get_mut(field as usize) {
            *slot = value;
        }
    }

    /// The amount of two lists, once both are picked.
    pub fn amount(&self, digits: Field, size: Field) -> Option<Amount> {
        Amount::new(self.get(digits)?, self.get(size)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_there_once_both_parts_are() {
        let mut inputs = Inputs::default();
        inputs.set(Field::TokensDigits, Some(15));
        assert_eq!(inputs.amount(Field::TokensDigits, Field::TokensSize), None);
        inputs.set(Field::TokensSize, Some(3));
        let amount = inputs.amount(Field::TokensDigits, Field::TokensSize).unwrap();
        assert_eq!(amount.in_tenths(), 15_000);
        inputs.set(Field::TokensSize, None);
        assert_eq!(inputs.amount(Field::TokensDigits, Field::TokensSize), None);
    }
}
