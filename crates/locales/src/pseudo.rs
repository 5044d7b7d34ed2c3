//! Made-up languages for tests: they show what breaks under longer words or from right to left.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use crate::Locales;
use crate::english::PAGE;
use crate::words::is_for_template;

/// What a made-up language tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pseudo {
    /// Every text is half as long again, in words as long as German's.
    Long,
    /// Every text is written from right to left.
    Mirrored,
}

/// A file of words as [`crate::words`] makes it, made of the English.
pub fn pseudo(locales: &Locales, kind: Pseudo) -> String {
    let pairs: BTreeMap<&str, String> = locales
        .english
        .texts()
        .map(|(key, text)| {
            let page = key.strip_prefix(PAGE).and_then(|rest| rest.strip_prefix('#'));
            (page.unwrap_or(key), outside_names(text, kind))
        })
        .filter(|(key, _)| !is_for_template(key))
        .collect();
    let words: Map<String, Value> =
        pairs.into_iter().map(|(key, text)| (key.to_owned(), Value::from(text))).collect();
    json!({"words": words, "places": {}}).to_string()
}

/// Changes a text everywhere but inside `{names}`.
fn outside_names(text: &str, kind: Pseudo) -> String {
    let mut changed = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        changed.push_str(&alter(before, kind));
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        let _ = write!(changed, "{{{name}}}");
        rest = behind;
    }
    changed + &alter(rest, kind)
}

fn alter(text: &str, kind: Pseudo) -> String {
    match kind {
        Pseudo::Long => text
            .split(' ')
            .map(|word| {
                let tail: String = word.chars().filter(|letter| letter.is_alphabetic()).take(6).collect();
                format!("{word}{tail}")
            })
            .collect::<Vec<_>>()
            .join(" "),
        Pseudo::Mirrored => text.chars().map(mirrored).collect(),
    }
}

/// A letter of Hebrew for each Latin one.
fn mirrored(letter: char) -> char {
    const FIRST: u32 = 0x05d0;
    const LETTERS: u32 = 26;
    let lower = letter.to_ascii_lowercase();
    if !lower.is_ascii_lowercase() {
        return letter;
    }
    let at = u32::from(lower).saturating_sub(u32::from('a')) % LETTERS;
    char::from_u32(FIRST + at).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::{Pseudo, outside_names};

    #[test]
    fn names_in_braces_stay() {
        assert_eq!(outside_names("Left: {count} to go", Pseudo::Long), "Left:Left {count} toto gogo");
        assert!(outside_names("ab {count}", Pseudo::Mirrored).ends_with("{count}"));
    }
}
