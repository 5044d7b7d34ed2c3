//! How many operations the training of a model took: six for each parameter and each token seen
//! (two forward, four backward), as the note in the list itself counts them.

use super::amount::Amount;
use super::compare::Comparison;
use super::limits::LineLimits;

const PER_PARAMETER_AND_TOKEN: u128 = 6;

/// What is known of a training.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Training {
    /// Parameters that are active for a token.
    pub parameters: Amount,
    /// Tokens in the data.
    pub tokens: Amount,
    /// How often all of them were seen.
    pub epochs: u16,
    /// Tokens seen in training after that, fine-tuning for instance.
    pub tuning: Option<Amount>,
}

/// The operations.
pub fn estimate(training: &Training) -> u128 {
    let seen = training.tokens.in_tenths().saturating_mul(u128::from(training.epochs));
    let tuned = training.tuning.map_or(0, Amount::in_tenths);
    let products = training.parameters.in_tenths().saturating_mul(seen.saturating_add(tuned));
    // Both factors are in tenths.
    (products / 100).saturating_mul(PER_PARAMETER_AND_TOKEN)
}

impl Training {
    /// The operations beside the line. The line itself belongs to the upper side.
    pub fn compare(&self, limits: &LineLimits) -> Comparison {
        let operations = estimate(self);
        Comparison::new(operations, limits.line, operations < limits.line, limits.near_tenths)
    }
}

#[cfg(test)]
mod tests {
    use super::super::limits::Limits;
    use super::*;

    fn training(parameters: (u16, u16), tokens: (u16, u16), epochs: u16) -> Training {
        Training {
            parameters: Amount::new(parameters.0, parameters.1).unwrap(),
            tokens: Amount::new(tokens.0, tokens.1).unwrap(),
            epochs,
            tuning: None,
        }
    }

    #[test]
    fn six_operations_for_each_parameter_and_token() {
        // 7 billion parameters, 2 trillion tokens, once: 8.4e22.
        assert_eq!(estimate(&training((70, 9), (20, 12), 1)), 84 * 10_u128.pow(21));
        // Seen twice: twice as many.
        assert_eq!(estimate(&training((70, 9), (20, 12), 2)), 168 * 10_u128.pow(21));
    }

    #[test]
    fn later_training_counts_too() {
        let once = training((10, 9), (10, 12), 1);
        let tuned = Training { tuning: Amount::new(10, 12), ..once };
        assert_eq!(estimate(&tuned), 2 * estimate(&once));
    }

    #[test]
    fn the_line_belongs_to_the_upper_side() {
        let limits = LineLimits { line: 6 * 10_u128.pow(24), near_tenths: 30, ..Limits::read().training };
        let at = training((10, 12), (10, 12), 1).compare(&limits);
        assert!(!at.is_below && at.is_near && at.times == "1.0");
        assert!(training((99, 11), (10, 12), 1).compare(&limits).is_below);
    }

    #[test]
    fn the_greatest_numbers_do_not_overflow() {
        let greatest = training((99, u16::MAX), (99, u16::MAX), u16::MAX);
        assert!(!greatest.compare(&Limits::read().training).is_below);
    }
}
