//! A writer of JSON text, for the few things that leave the page by a person's own act.

use std::fmt::{self, Display, Formatter, Write as _};

use super::{Piece, Tree};

impl Tree {
    /// An object with these entries.
    pub fn object<Key: Into<Piece>>(entries: impl IntoIterator<Item = (Key, Tree)>) -> Self {
        Self::Object(entries.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }
}

impl From<&str> for Tree {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned().into())
    }
}

impl From<String> for Tree {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<i64> for Tree {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

/// As JSON on one line; with `{:#}` one entry on each line. A [`Tree::Fraction`], whose digits are not kept, is
/// written as `null`.
impl Display for Tree {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let is_wide = out.alternate();
        write(self, out, if is_wide { Some(1) } else { None })
    }
}

/// `indent` is the depth of what stands inside, where each entry gets a line.
fn write(tree: &Tree, out: &mut Formatter<'_>, indent: Option<usize>) -> fmt::Result {
    match tree {
        Tree::Null | Tree::Fraction => out.write_str("null"),
        Tree::Flag(flag) => out.write_str(if *flag { "true" } else { "false" }),
        Tree::Number(number) => write!(out, "{number}"),
        Tree::Text(text) => quoted(text, out),
        Tree::List(elements) => {
            out.write_char('[')?;
            for (at, element) in elements.iter().enumerate() {
                begin(at, out, indent)?;
                write(element, out, indent.map(|depth| depth + 1))?;
            }
            end(elements.is_empty(), out, indent)?;
            out.write_char(']')
        }
        Tree::Object(entries) => {
            out.write_char('{')?;
            for (at, (key, value)) in entries.iter().enumerate() {
                begin(at, out, indent)?;
                quoted(key, out)?;
                out.write_str(if indent.is_some() { ": " } else { ":" })?;
                write(value, out, indent.map(|depth| depth + 1))?;
            }
            end(entries.is_empty(), out, indent)?;
            out.write_char('}')
        }
    }
}

fn begin(at: usize, out: &mut Formatter<'_>, indent: Option<usize>) -> fmt::Result {
    if at > 0 {
        out.write_char(',')?;
    }
    indent.map_or(Ok(()), |depth| line(out, depth))
}

fn end(is_empty: bool, out: &mut Formatter<'_>, indent: Option<usize>) -> fmt::Result {
    match indent {
        Some(depth) if !is_empty => line(out, depth - 1),
        _ => Ok(()),
    }
}

fn line(out: &mut Formatter<'_>, depth: usize) -> fmt::Result {
    out.write_char('\n')?;
    (0..depth).try_for_each(|_| out.write_str("  "))
}

fn quoted(text: &str, out: &mut Formatter<'_>) -> fmt::Result {
    out.write_char('"')?;
    for letter in text.chars() {
        match letter {
            '"' => out.write_str("\\\"")?,
            '\\' => out.write_str("\\\\")?,
            '\n' => out.write_str("\\n")?,
            '\r' => out.write_str("\\r")?,
            '\t' => out.write_str("\\t")?,
            letter if letter < ' ' => write!(out, "\\u{:04x}", u32::from(letter))?,
            letter => out.write_char(letter)?,
        }
    }
    out.write_char('"')
}
