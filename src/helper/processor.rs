//! How a processor stands beside the bounds for advanced chips.

use super::amount::Amount;
use super::limits::{Bounds, ProcessorLimits};

/// What a data sheet says of a processor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Processor {
    /// Trillions of operations a second without sparsity, a multiply and an add counted as two.
    pub rate: Amount,
    /// The bit length at which that holds.
    pub bits: u16,
    /// The area of the dies that count, in square millimeters.
    pub area: Option<Amount>,
}

/// Where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chip {
    /// Within paragraph a.
    A,
    /// Within paragraph b.
    B,
    /// Within neither.
    Neither,
    /// That cannot be told without the area.
    NeedsArea,
}

impl Processor {
    /// Ten times the total processing performance: the rate, which holds the 2 already, times the bits.
    fn performance_in_tenths(&self) -> u128 {
        self.rate.in_tenths().saturating_mul(u128::from(self.bits))
    }

    /// The total processing performance.
    pub fn performance(&self) -> u128 {
        self.performance_in_tenths() / 10
    }

    /// The performance density in hundredths, where the area is known.
    pub fn density_in_hundredths(&self) -> Option<u128> {
        let area = self.area?.in_tenths();
        Some(self.performance_in_tenths().saturating_mul(100) / area.max(1))
    }

    /// Where it stands.
    pub fn stands(&self, limits: &ProcessorLimits) -> Chip {
        let is_in = |density: Option<u128>, list: &[Bounds]| {
            list.iter().any(|bounds| within(self.performance(), density, bounds))
        };
        let own = self.density_in_hundredths();
        if is_in(own, &limits.a) {
            Chip::A
        } else if is_in(own, &limits.b) {
            Chip::B
        } else if own.is_none()
            && limits.a.iter().chain(&limits.b).any(|one| performs(self.performance(), one))
        {
            Chip::NeedsArea
        } else {
            Chip::Neither
        }
    }
}

fn performs(performance: u128, bounds: &Bounds) -> bool {
    performance >= bounds.performance_from && bounds.performance_below.is_none_or(|below| performance < below)
}

/// Whether it is within. An unknown density is within only where none is asked for.
fn within(performance: u128, density: Option<u128>, bounds: &Bounds) -> bool {
    let dense = match density {
        Some(density) => {
            density >= bounds.density_from && bounds.density_below.is_none_or(|below| density < below)
        }
        None => bounds.density_from == 0 && bounds.density_below.is_none(),
    };
    dense && performs(performance, bounds)
}

#[cfg(test)]
mod tests {
    use super::super::limits::Limits;
    use super::*;

    fn stands(rate: (u16, u16), bits: u16, area: Option<(u16, u16)>) -> Chip {
        let processor = Processor {
            rate: Amount::new(rate.0, rate.1).unwrap(),
            bits,
            area: area.map(|(tenths, power)| Amount::new(tenths, power).unwrap()),
        };
        processor.stands(&Limits::read().processor)
    }

    #[test]
    fn the_examples_of_the_note_reach_the_first_bound() {
        // 600 tera integer operations at 8 bits, or 300 tera flops at 16: both 4800.
        assert_eq!(stands((60, 2), 8, None), Chip::A);
        assert_eq!(stands((30, 2), 16, None), Chip::A);
        assert_eq!(stands((59, 2), 8, Some((99, 3))), Chip::Neither);
    }

    #[test]
    fn density_draws_the_other_bounds() {
        // Performance 1600: 5.92 is reached at 270.27 square millimeters, 3.2 at 500.
        assert_eq!(stands((10, 2), 16, Some((27, 2))), Chip::A);
        assert_eq!(stands((10, 2), 16, Some((28, 2))), Chip::B);
        assert_eq!(stands((10, 2), 16, Some((50, 2))), Chip::B);
        assert_eq!(stands((10, 2), 16, Some((51, 2))), Chip::Neither);
        // Performance 2400: 1.6 is reached at 1500.
        assert_eq!(stands((15, 2), 16, Some((15, 3))), Chip::B);
        assert_eq!(stands((15, 2), 16, Some((16, 3))), Chip::Neither);
    }

    #[test]
    fn without_the_area_only_the_ends_can_be_told() {
        assert_eq!(stands((10, 2), 16, None), Chip::NeedsArea);
        assert_eq!(stands((99, 1), 16, None), Chip::Neither);
    }
}
