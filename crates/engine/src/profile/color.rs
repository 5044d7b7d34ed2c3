//! Contrast of colors, as WCAG 2.2 computes it.

/// The least contrast for text.
pub const CONTRAST_LEAST: f64 = 4.5;

/// A background that the page's accent color stands on, or that stands on the accent color.
pub type Paper = (&'static str, &'static str);

/// Light mode: what `static/css/tokens.css` calls them, and their colors. A test compares the two.
pub const LIGHT: [Paper; 4] =
    [("--paper", "#fbf8f3"), ("--card", "#fffefb"), ("--soft", "#f3ecf5"), ("--on-accent", "#ffffff")];

/// Dark mode.
pub const DARK: [Paper; 4] =
    [("--paper", "#1a171e"), ("--card", "#221e27"), ("--soft", "#2e2636"), ("--on-accent", "#25142f")];

/// Red, green and blue of `#rrggbb`; nothing for any other notation.
pub fn parse(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#')?;
    if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let part = |from: usize| u8::from_str_radix(digits.get(from..from + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// The contrast of two colors, from 1 to 21.
pub fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance([red, green, blue]: [u8; 3]) -> f64 {
    let part = |byte: u8| {
        let share = f64::from(byte) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.0722f64.mul_add(part(blue), 0.2126f64.mul_add(part(red), 0.7152 * part(green)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let of = |one, other| contrast(parse(one).unwrap(), parse(other).unwrap());
        assert!((of("#000000", "#ffffff") - 21.0).abs() < 0.001);
        assert!((of("#777777", "#ffffff") - 4.478).abs() < 0.001);
        assert!((of("#767676", "#ffffff") - 4.542).abs() < 0.001);
        assert!((of("#ffffff", "#ffffff") - 1.0).abs() < 0.001);
    }

    #[test]
    fn only_six_digits_are_a_color() {
        assert_eq!(parse("#0a0B0c"), Some([10, 11, 12]));
        for text in ["", "#", "red", "#fff", "#ggg000", "#0a0b0c;x:y", "0a0b0c", "#+1+2+3", "#é00é"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_papers_are_those_of_the_style_sheet() {
        let sheet = include_str!("../../../../static/css/tokens.css");
        let (light, dark) = sheet.split_once("prefers-color-scheme: dark").unwrap();
        for (mode, papers) in [(light, LIGHT), (dark, DARK)] {
            for (name, color) in papers {
                assert!(mode.contains(&format!("{name}: {color};")), "{name} is not {color}");
            }
        }
    }
}
