//! JSON as written: keeps the order of keys and refuses a key that is written twice.
//!
//! A plain map would silently keep the last of two equal keys; in a rule file that loses law.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::problem::Problem;

/// The largest file that is read, in bytes. The whole real rulebook is well under a tenth of it.
pub const FILE_BYTES_MAX: usize = 8 * 1024 * 1024;

/// Up to so many keys of an object, comparing them one by one is quicker than a set.
const KEYS_FEW: usize = 24;

/// One JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum Tree {
    /// `null`
    Null,
    /// `true` or `false`
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// Any other number; no rule file has a use for one.
    Fraction,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// An object, in the order of the file.
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// Reads JSON text.
    ///
    /// # Errors
    /// One problem with line and column, where the text is too large, no JSON, nested deeper than
    /// 128 levels, or has a key twice.
    pub fn parse(file: &str, text: &str) -> Result<Self, Problem> {
        if text.len() > FILE_BYTES_MAX {
            let bytes = text.len();
            return Err(Problem::new(
                file,
                "",
                format!("the file has `{bytes}` bytes; at most {FILE_BYTES_MAX} are read"),
            ));
        }
        serde_json::from_str(text)
            .map_err(|error| Problem::new(file, "", format!("not readable as JSON: {error}")))
    }

    /// The value under `key`, if this is an object that has it.
    pub fn get(&self, key: &str) -> Option<&Tree> {
        self.entries().iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The entries of an object; nothing for anything else.
    pub fn entries(&self) -> &[(String, Tree)] {
        if let Self::Object(entries) = self { entries } else { &[] }
    }

    /// The elements of a list; nothing for anything else.
    pub fn elements(&self) -> &[Tree] {
        if let Self::List(elements) = self { elements } else { &[] }
    }

    /// The text under `key`, or an empty one.
    pub fn text(&self, key: &str) -> &str {
        self.get(key).and_then(Tree::as_text).unwrap_or_default()
    }

    /// The list under `key`, or an empty one.
    pub fn list(&self, key: &str) -> &[Tree] {
        self.get(key).map(Tree::elements).unwrap_or_default()
    }

    /// This value as text.
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// Whether `true` stands under `key`.
    pub fn flag(&self, key: &str) -> bool {
        self.get(key) == Some(&Self::Flag(true))
    }

    /// What kind of value this is, in words for a message.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Flag(_) => "true or false",
            Self::Number(_) | Self::Fraction => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Flag(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Number(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(i64::try_from(value).map_or(Tree::Fraction, Tree::Number))
    }

    fn visit_f64<E>(self, _value: f64) -> Result<Tree, E> {
        Ok(Tree::Fraction)
    }

    fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Tree, E> {
        Ok(Tree::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut source: A) -> Result<Tree, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = source.next_element()? {
            elements.push(element);
        }
        Ok(Tree::List(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut source: A) -> Result<Tree, A::Error> {
        let mut entries: Vec<(String, Tree)> = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        while let Some((key, value)) = source.next_entry::<String, Tree>()? {
            // Rule files have few keys in an object; only a large object is worth a set.
            let is_twice = if entries.len() < KEYS_FEW {
                entries.iter().any(|(known, _)| *known == key)
            } else {
                if seen.is_empty() {
                    seen.extend(entries.iter().map(|(known, _)| known.clone()));
                }
                !seen.insert(key.clone())
            };
            if is_twice {
                return Err(A::Error::custom(format_args!("the key `{key}` is written twice")));
            }
            entries.push((key, value));
        }
        Ok(Tree::Object(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_written_twice_is_refused_with_its_place() {
        let problem = Tree::parse("a.json", "{\"x\": 1,\n \"x\": 2}").unwrap_err();
        assert!(problem.message.contains("the key `x` is written twice"), "{problem}");
        assert!(problem.message.contains("line 2"), "{problem}");
        let many = (0..100).map(|number| format!("\"k{number}\": 1, ")).collect::<Vec<_>>().concat();
        assert!(Tree::parse("a.json", &format!("{{{many}\"k3\": 2}}")).is_err());
        assert!(Tree::parse("a.json", &format!("{{{many}\"last\": 2}}")).is_ok());
    }

    #[test]
    fn order_of_keys_is_kept() {
        let tree = Tree::parse("a.json", r#"{"b": 1, "a": [true, null]}"#).unwrap();
        assert_eq!(tree.entries()[0].0, "b");
        assert_eq!(tree.list("a").len(), 2);
    }

    #[test]
    fn deep_nesting_and_bad_unicode_are_refused() {
        let deep = "[".repeat(100_000);
        assert!(Tree::parse("a.json", &deep).is_err());
        assert!(Tree::parse("a.json", r#""\ud800""#).is_err());
    }

    #[test]
    fn a_huge_file_is_refused_before_it_is_read() {
        let huge = " ".repeat(FILE_BYTES_MAX + 1);
        assert!(Tree::parse("a.json", &huge).unwrap_err().message.contains("at most"));
    }
}
