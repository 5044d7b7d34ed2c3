//! The adjusted peak performance of a computer: rate times weight, over all processors.

use super::amount::Amount;
use super::compare::Comparison;
use super::limits::ComputerLimits;

/// What is known of a computer whose processors are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Computer {
    /// Trillions of 64-bit floating point operations a second of one processor.
    pub rate: Amount,
    /// How many processors.
    pub processors: Amount,
    /// Whether they are vector processors.
    pub is_vector: bool,
}

/// Rate, count and weight are each in tenths.
const SCALE: u128 = 1_000;

impl Computer {
    fn scaled(&self, limits: &ComputerLimits) -> u128 {
        let weight = if self.is_vector { limits.vector_tenths } else { limits.other_tenths };
        self.rate.in_tenths().saturating_mul(self.processors.in_tenths()).saturating_mul(weight)
    }

    /// The performance in hundredths of weighted teraflops.
    pub fn performance_in_hundredths(&self, limits: &ComputerLimits) -> u128 {
        self.scaled(limits) / (SCALE / 100)
    }

    /// It beside the line. The line itself belongs to the lower side.
    pub fn compare(&self, limits: &ComputerLimits) -> Comparison {
        let (own, line) = (self.scaled(limits), limits.line.line.saturating_mul(SCALE));
        Comparison::new(own, line, own <= line, limits.line.near_tenths)
    }
}

#[cfg(test)]
mod tests {
    use super::super::limits::Limits;
    use super::*;

    fn computer(rate: (u16, u16), processors: (u16, u16), is_vector: bool) -> Computer {
        Computer {
            rate: Amount::new(rate.0, rate.1).unwrap(),
            processors: Amount::new(processors.0, processors.1).unwrap(),
            is_vector,
        }
    }

    #[test]
    fn vector_processors_weigh_three_times_as_much() {
        let limits = Limits::read().computer;
        // Ten processors with 2 teraflops each.
        assert_eq!(computer((20, 0), (10, 1), true).performance_in_hundredths(&limits), 1_800);
        assert_eq!(computer((20, 0), (10, 1), false).performance_in_hundredths(&limits), 600);
    }

    #[test]
    fn the_line_belongs_to_the_lower_side() {
        let mut limits = Limits::read().computer;
        limits.line.line = 18;
        assert!(computer((20, 0), (10, 1), true).compare(&limits).is_below);
        assert!(!computer((21, 0), (10, 1), true).compare(&limits).is_below);
        assert!(computer((20, 0), (10, 1), true).compare(&limits).is_near);
    }
}
