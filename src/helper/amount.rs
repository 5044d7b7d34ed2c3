//! Numbers as people read them on a data sheet: two digits and a size.

use std::ops::RangeInclusive;

/// The two digits, in tenths: 1.0 to 9.9.
pub const DIGITS: RangeInclusive<u16> = 10..=99;

/// Two digits times a power of ten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    tenths: u16,
    power: u16,
}

impl Amount {
    /// `tenths` of 10 to the `power`; none for digits that are not 1.0 to 9.9.
    pub fn new(tenths: u16, power: u16) -> Option<Self> {
        DIGITS.contains(&tenths).then_some(Self { tenths, power })
    }

    /// Ten times the amount, which is always whole.
    pub fn in_tenths(self) -> u128 {
        u128::from(self.tenths).saturating_mul(10_u128.saturating_pow(u32::from(self.power)))
    }
}

/// A number as digits times a power of ten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scientific {
    /// Two digits, such as `6.3`.
    pub digits: String,
    /// The power of ten.
    pub power: String,
}

impl Scientific {
    /// The number, cut to two digits.
    pub fn of(number: u128) -> Self {
        let power = number.checked_ilog10().unwrap_or_default();
        let tenths = match power.checked_sub(1) {
            Some(less) => number / 10_u128.saturating_pow(less),
            None => number * 10,
        };
        Self { digits: format!("{}.{}", tenths / 10, tenths % 10), power: power.to_string() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact() {
        assert_eq!(Amount::new(70, 10).unwrap().in_tenths(), 700_000_000_000);
        assert_eq!(Amount::new(9, 1), None);
        assert_eq!(Amount::new(100, 1), None);
    }

    #[test]
    fn numbers_are_written_with_two_digits() {
        let written = |number| {
            let Scientific { digits, power } = Scientific::of(number);
            format!("{digits}e{power}")
        };
        assert_eq!(written(6_300), "6.3e3");
        assert_eq!(written(99), "9.9e1");
        assert_eq!(written(7), "7.0e0");
        assert_eq!(written(0), "0.0e0");
        assert_eq!(written(u128::MAX), "3.4e38");
    }
}
