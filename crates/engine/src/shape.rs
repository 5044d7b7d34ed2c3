//! The format of rule files as a table: one truth for checking files, reading them,
//! writing their JSON Schema and finding the texts that are to be translated.

use crate::place::Place;
pub use crate::place::below;
use crate::problem::Problem;
use crate::tree::Tree;

/// What may stand at a place of a file.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Any text that is not empty and is not shown to people as a sentence.
    Text,
    /// Lower-case kebab-case name.
    Id,
    /// `YYYY-MM-DD`.
    Date,
    /// Address that begins with `https://`.
    Address,
    /// A text shown to people; it gets a translation key.
    Words,
    /// `true` or `false`.
    Flag,
    /// A whole number, zero or more.
    Number,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A list of any length.
    List(&'static Shape),
    /// A list with at least one element.
    Some(&'static Shape),
    /// An object with these fields and no others.
    Object(&'static [Field]),
    /// An object with free keys.
    Map(&'static Shape),
    /// A condition of the rule language.
    Condition,
}

/// One key of an object.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// What stands under it.
    pub shape: Shape,
    /// Whether it must be there.
    pub required: bool,
    /// What it is, for the JSON Schema.
    pub about: &'static str,
}

/// A required field.
pub const fn must(key: &'static str, shape: Shape, about: &'static str) -> Field {
    Field { key, shape, required: true, about }
}

/// A field that may be left out.
pub const fn may(key: &'static str, shape: Shape, about: &'static str) -> Field {
    Field { key, shape, required: false, about }
}

/// The keys of which a condition object has exactly one, `place` and `fact` with their companion.
pub const CONDITION_KEYS: [&str; 8] = ["fact", "place", "in", "in-group", "concept", "all", "any", "not"];

impl Shape {
    /// Adds a problem for everything in `tree` that is not of this shape.
    pub fn check(&self, tree: &Tree, file: &str, place: &Place, problems: &mut Vec<Problem>) {
        match (self, tree) {
            (Self::Text | Self::Words, Tree::Text(text)) => check_text(text, file, place, problems),
            (Self::Id, Tree::Text(text)) if is_id(text) => {}
            (Self::Date, Tree::Text(text)) if is_date(text) => {}
            (Self::Address, Tree::Text(text))
                if text.starts_with("https://") && !text.contains(char::is_whitespace) => {}
            (Self::Flag, Tree::Flag(_)) => {}
            (Self::Number, Tree::Number(number)) if *number >= 0 => {}
            (Self::OneOf(words), Tree::Text(text)) => {
                if !words.contains(&text.as_ref()) {
                    problems.push(Problem::unknown_word(
                        file,
                        &place.to_string(),
                        "word",
                        text,
                        words.iter().copied(),
                    ));
                }
            }
            (Self::List(shape), Tree::List(elements)) => {
                check_elements(shape, elements, file, place, problems);
            }
            (Self::Some(shape), Tree::List(elements)) if !elements.is_empty() => {
                check_elements(shape, elements, file, place, problems);
            }
            (Self::Object(fields), Tree::Object(_)) => check_object(fields, tree, file, place, problems),
            (Self::Map(shape), Tree::Object(entries)) => {
                for (key, value) in entries {
                    shape.check(value, file, &place.key(key), problems);
                }
            }
            (Self::Condition, Tree::Object(_)) => check_condition(tree, file, place, problems),
            (_, given) => problems.push(self.misfit(given, file, place)),
        }
    }

    fn misfit(&self, given: &Tree, file: &str, place: &Place) -> Problem {
        let shown = match given {
            Tree::Text(text) => format!("`{}`", text.chars().take(60).collect::<String>()),
            Tree::Number(number) => format!("`{number}`"),
            Tree::Flag(flag) => format!("`{flag}`"),
            Tree::List(elements) if elements.is_empty() => "an empty list".to_owned(),
            Tree::Fraction | Tree::Null | Tree::List(_) | Tree::Object(_) => given.kind().to_owned(),
        };
        let mut problem = Problem::new(file, place.to_string(), format!("{shown} does not fit here"));
        problem.allowed = Some(self.in_words().to_owned());
        problem
    }

    /// What fits, for a message.
    pub fn in_words(&self) -> &'static str {
        match self {
            Self::Text | Self::Words => "a text that is not empty",
            Self::Id => "a name of lower-case letters, digits and hyphens",
            Self::Date => "a date as YYYY-MM-DD",
            Self::Address => "an address that begins with https://",
            Self::Flag => "true or false",
            Self::Number => "a whole number, zero or more",
            Self::OneOf(_) => "one of the listed words",
            Self::List(_) => "a list",
            Self::Some(_) => "a list with at least one element",
            Self::Object(_) | Self::Map(_) => "an object",
            Self::Condition => {
                "a condition (`fact` or `place` with `in` or `in-group`, `concept`, `all`, `any`, `not`)"
            }
        }
    }
}

fn check_text(text: &str, file: &str, place: &Place, problems: &mut Vec<Problem>) {
    let hidden = |letter: char| {
        letter.is_control() || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if text.trim().is_empty() {
        problems.push(Problem::new(file, place.to_string(), "the text is empty"));
    } else if text.chars().any(hidden) {
        let message = "the text has a control character or a hidden change of direction";
        problems.push(Problem::new(file, place.to_string(), message));
    }
}

fn check_elements(shape: &Shape, elements: &[Tree], file: &str, place: &Place, problems: &mut Vec<Problem>) {
    for (number, element) in elements.iter().enumerate() {
        shape.check(element, file, &place.at(number), problems);
    }
}

fn check_object(fields: &[Field], tree: &Tree, file: &str, place: &Place, problems: &mut Vec<Problem>) {
    for (key, value) in tree.entries() {
        match fields.iter().find(|field| field.key == key) {
            Some(field) => field.shape.check(value, file, &place.key(key), problems),
            None if key == "$schema" => {}
            None => {
                let known = fields.iter().map(|field| field.key);
                problems.push(Problem::unknown_word(file, &place.key(key).to_string(), "key", key, known));
            }
        }
    }
    for field in fields.iter().filter(|field| field.required && tree.get(field.key).is_none()) {
        problems.push(Problem::new(file, place.to_string(), format!("the key `{}` is missing", field.key)));
    }
}

fn check_condition(tree: &Tree, file: &str, place: &Place, problems: &mut Vec<Problem>) {
    const WORDS: Shape = Shape::Some(&Shape::Text);
    const PARTS: Shape = Shape::Some(&Shape::Condition);
    let keys: Vec<&str> = tree.entries().iter().map(|(key, _)| key.as_ref()).collect();
    for key in keys.iter().filter(|key| !CONDITION_KEYS.contains(key)) {
        problems.push(Problem::unknown_word(file, &place.key(key).to_string(), "key", key, CONDITION_KEYS));
    }
    let fits = matches!(
        keys.as_slice(),
        ["fact", "in"]
            | ["in", "fact"]
            | ["place", "in" | "in-group"]
            | ["in" | "in-group", "place"]
            | ["concept" | "all" | "any" | "not"]
    );
    if !fits {
        let message = format!("the keys `{}` make no condition", keys.join("`, `"));
        let mut problem = Problem::new(file, place.to_string(), message);
        problem.allowed = Some(Shape::Condition.in_words().to_owned());
        problems.push(problem);
        return;
    }
    for (key, value) in tree.entries() {
        let place = place.key(key);
        match key.as_ref() {
            "in" | "in-group" => WORDS.check(value, file, &place, problems),
            "all" | "any" => PARTS.check(value, file, &place, problems),
            "not" => Shape::Condition.check(value, file, &place, problems),
            _ => Shape::Text.check(value, file, &place, problems),
        }
    }
}

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 80
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

/// Whether the text is a date of the calendar as `YYYY-MM-DD`.
pub fn is_date(text: &str) -> bool {
    crate::date::Date::parse(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(shape: &Shape, text: &str) -> Vec<String> {
        let mut problems = Vec::new();
        shape.check(&Tree::parse("a", text).unwrap(), "a", &Place::Top, &mut problems);
        problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn all_problems_are_found_at_once() {
        const OBJECT: Shape = Shape::Object(&[
            must("id", Shape::Id, ""),
            must("date", Shape::Date, ""),
            may("kind", Shape::OneOf(&["claims", "rights"]), ""),
        ]);
        let found = check(&OBJECT, r#"{"id": "Big Name", "kind": "claim", "dat": "2026-13-01"}"#);
        assert_eq!(found.len(), 4, "{found:#?}");
        assert!(found[0].contains("`Big Name` does not fit here"));
        assert!(found[1].contains("did you mean `claims`?"));
        assert!(found[2].contains("did you mean `date`?"));
        assert!(found[3].contains("the key `date` is missing"));
    }

    #[test]
    fn conditions_are_checked_to_the_bottom() {
        assert!(
            check(
                &Shape::Condition,
                r#"{"all": [{"fact": "status", "in": ["h-1b"]}, {"not": {"concept": "x"}}]}"#
            )
            .is_empty()
        );
        assert_eq!(check(&Shape::Condition, r#"{"any": []}"#).len(), 1);
        assert_eq!(check(&Shape::Condition, r#"{"fact": "status"}"#).len(), 1);
        assert_eq!(check(&Shape::Condition, r#"{"not": {"fct": "x", "in": ["y"]}}"#).len(), 2);
    }

    #[test]
    fn hidden_changes_of_direction_are_refused() {
        assert_eq!(check(&Shape::Words, "\"a\\u202eb\"").len(), 1);
        assert_eq!(check(&Shape::Words, "\"  \"").len(), 1);
    }
}
