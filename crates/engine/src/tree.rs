//! JSON as written: keeps the order of keys and refuses a key that is written twice.
//!
//! A plain map would silently keep the last of two equal keys; in a rule file that loses law.

mod read;
mod write;

use std::borrow::Cow;

use crate::problem::Problem;

/// The largest file that is read, in bytes. The whole real rulebook is well under a tenth of it.
pub const FILE_BYTES_MAX: usize = 8 * 1024 * 1024;

/// A text of a file: a part of the file itself, where that is built into the program, or else a copy.
pub type Piece = Cow<'static, str>;

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
    Text(Piece),
    /// A list.
    List(Vec<Tree>),
    /// An object, in the order of the file.
    Object(Vec<(Piece, Tree)>),
}

impl Tree {
    /// Reads JSON text.
    ///
    /// # Errors
    /// One problem with line and column, where the text is too large, no JSON, nested deeper than
    /// 128 levels, or has a key twice.
    pub fn parse(file: &str, text: &str) -> Result<Self, Problem> {
        Self::parse_from(file, text, None)
    }

    /// As [`Tree::parse`], of a text that lives as long as the program, so that nothing is copied.
    ///
    /// # Errors
    /// As [`Tree::parse`].
    pub fn parse_built_in(file: &str, text: &'static str) -> Result<Self, Problem> {
        Self::parse_from(file, text, Some(text))
    }

    fn parse_from(file: &str, text: &str, built_in: Option<&'static str>) -> Result<Self, Problem> {
        if text.len() > FILE_BYTES_MAX {
            let bytes = text.len();
            return Err(Problem::new(
                file,
                "",
                format!("the file has `{bytes}` bytes; at most {FILE_BYTES_MAX} are read"),
            ));
        }
        read::read(text, built_in).map_err(|fault| {
            let (line, column) = place(text, fault.at);
            let what = fault.what;
            Problem::new(file, "", format!("not readable as JSON: {what} at line {line} column {column}"))
        })
    }

    /// The value under `key`, if this is an object that has it.
    pub fn get(&self, key: &str) -> Option<&Tree> {
        self.entries().iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The entries of an object; nothing for anything else.
    pub fn entries(&self) -> &[(Piece, Tree)] {
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

/// Line and column of a byte, counted from one.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    (line, before.rsplit('\n').next().unwrap_or_default().chars().count() + 1)
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

    /// What serde_json reads, in our words.
    fn theirs(value: &serde_json::Value) -> Tree {
        match value {
            serde_json::Value::Null => Tree::Null,
            serde_json::Value::Bool(flag) => Tree::Flag(*flag),
            serde_json::Value::Number(number) => number.as_i64().map_or(Tree::Fraction, Tree::Number),
            serde_json::Value::String(text) => Tree::Text(text.clone().into()),
            serde_json::Value::Array(elements) => Tree::List(elements.iter().map(theirs).collect()),
            serde_json::Value::Object(entries) => {
                Tree::object(entries.iter().map(|(key, value)| (key.clone(), theirs(value))))
            }
        }
    }

    fn agrees(text: &str) {
        let ours = Tree::parse("a.json", text);
        // The other one keeps the last of equal keys.
        if ours.as_ref().is_err_and(|problem| problem.message.contains("written twice")) {
            return;
        }
        let ours = ours.ok();
        let known = serde_json::from_str::<serde_json::Value>(text).ok();
        assert_eq!(ours, known.as_ref().map(theirs), "{text}");
    }

    #[test]
    fn another_reader_reads_the_same() {
        for text in [
            "",
            " ",
            "nul",
            "null ",
            "[]",
            "[1,]",
            "[,1]",
            "{\"a\":}",
            "{\"a\" 1}",
            "{a:1}",
            "{}x",
            "-",
            "-1",
            "01",
            "-0",
            "1.",
            "1.5",
            "1e3",
            "1e",
            "1E+2",
            ".5",
            "+1",
            "9223372036854775807",
            "9223372036854775808",
            "\"\\u00e9\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud83d\"",
            "\"\\ude00\"",
            "\"\\ud83dx\"",
            "\"\\u+123\"",
            "\"\\x\"",
            "\"a\nb\"",
            "\"a",
            "\"\\/\\b\\f\\n\\r\\t\\\"\"",
            "[true,false,null,{\"é\":[\"\u{1f600}\"]}]",
            "\u{feff}1",
            "[1 2]",
            "tru",
        ] {
            agrees(text);
        }
    }

    #[test]
    fn what_is_written_reads_as_it_was() {
        let text = r#"{"b":[1,-2,{}],"a":[],"c":{"\"\\\n\u0001é":null,"d":true}}"#;
        let tree = Tree::parse("a.json", text).unwrap();
        assert_eq!(tree.to_string(), text);
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        let wide = format!("{tree:#}");
        assert_eq!(Tree::parse("a.json", &wide).unwrap(), tree);
        assert_eq!(wide.lines().count(), format!("{value:#}").lines().count());
    }

    #[cfg(not(target_family = "wasm"))]
    proptest::proptest! {
        #[test]
        fn another_reader_reads_the_same_of_anything(text in r#"[\[\]{}:,"\\ \n0-9eE.+\-tfnrua-fé]{0,24}"#) {
            agrees(&text);
        }
    }

    #[test]
    fn a_huge_file_is_refused_before_it_is_read() {
        let huge = " ".repeat(FILE_BYTES_MAX + 1);
        assert!(Tree::parse("a.json", &huge).unwrap_err().message.contains("at most"));
    }
}
