//! Which side of a line a number is on, and how far away.

/// A number beside a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// Whether it is on the lower side.
    pub is_below: bool,
    /// Whether it is so near that what goes into it could turn it.
    pub is_near: bool,
    /// How many times the smaller goes into the greater, to two digits.
    pub times: String,
}

impl Comparison {
    /// Compares. Nearer than `near_tenths` tenths of the line, or the line of it, counts as near.
    pub fn new(number: u128, line: u128, is_below: bool, near_tenths: u128) -> Self {
        let (small, great) = if number < line { (number, line) } else { (line, number) };
        let is_near = great.saturating_mul(10) < small.saturating_mul(near_tenths);
        Self { is_below, is_near, times: times(great, small) }
    }
}

/// How many times `small` goes into `great`: `1.6`, `160`, `1,600,000`.
pub fn times(great: u128, small: u128) -> String {
    let tenths = great.saturating_mul(10) / small.max(1);
    if tenths < 100 {
        return format!("{}.{}", tenths / 10, tenths % 10);
    }
    let whole = tenths / 10;
    let rest = 10_u128.saturating_pow(whole.ilog10().saturating_sub(1));
    grouped(whole / rest * rest)
}

fn grouped(number: u128) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_two_digits() {
        assert_eq!(times(16, 10), "1.6");
        assert_eq!(times(1_639, 10), "160");
        assert_eq!(times(1_640_000, 1), "1,600,000");
        assert_eq!(times(10, 10), "1.0");
        assert_eq!(times(5, 0), "5.0");
    }

    #[test]
    fn near_is_near_on_both_sides() {
        let near = |number| Comparison::new(number, 100, number < 100, 30).is_near;
        assert!(!near(33) && near(34) && near(100) && near(299) && !near(300));
    }
}
