//! A reader of JSON text (RFC 8259): small, since every page carries it, and strict.

use std::collections::BTreeSet;

use super::{Piece, Tree};

/// The deepest nesting of lists and objects that is read.
const DEPTH_MAX: usize = 128;
/// Up to so many keys of an object, comparing them one by one is quicker than a set.
const KEYS_FEW: usize = 24;

/// What is wrong, and where, as a count of bytes.
pub(super) struct Fault {
    pub what: String,
    pub at: usize,
}

type Read<T> = Result<T, Fault>;

/// Reads the whole text as one value; `built_in` is the same text where it lives as long as the program.
pub(super) fn read(text: &str, built_in: Option<&'static str>) -> Read<Tree> {
    let mut reader = Reader { text, built_in, at: 0 };
    let tree = reader.value(0)?;
    reader.space();
    if reader.at < text.len() { reader.fail("something stands behind the value") } else { Ok(tree) }
}

struct Reader<'a> {
    text: &'a str,
    built_in: Option<&'static str>,
    at: usize,
}

impl<'a> Reader<'a> {
    fn fail<T>(&self, what: impl Into<String>) -> Read<T> {
        Err(Fault { what: what.into(), at: self.at })
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.byte(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Passes the byte if it comes next.
    fn pass(&mut self, byte: u8) -> bool {
        let is_next = self.byte() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn value(&mut self, depth: usize) -> Read<Tree> {
        if depth > DEPTH_MAX {
            return self.fail(format!("nested deeper than {DEPTH_MAX} levels"));
        }
        self.space();
        match self.byte() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => self.string().map(Tree::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Read<Tree> {
        let words = [("null", Tree::Null), ("true", Tree::Flag(true)), ("false", Tree::Flag(false))];
        for (word, value) in words {
            if self.rest().starts_with(word) {
                self.at += word.len();
                return Ok(value);
            }
        }
        self.fail("a value is missing")
    }

    /// Whether another element follows, or the end that `close` marks.
    fn goes_on(&mut self, close: u8) -> Read<bool> {
        self.space();
        if self.pass(b',') {
            Ok(true)
        } else if self.pass(close) {
            Ok(false)
        } else {
            self.fail("a comma or the end is missing")
        }
    }

    fn list(&mut self, depth: usize) -> Read<Tree> {
        self.at += 1;
        let mut elements = Vec::new();
        self.space();
        if self.pass(b']') {
            return Ok(Tree::List(elements));
        }
        loop {
            elements.push(self.value(depth + 1)?);
            if !self.goes_on(b']')? {
                return Ok(Tree::List(elements));
            }
        }
    }

    fn object(&mut self, depth: usize) -> Read<Tree> {
        self.at += 1;
        let mut entries: Vec<(Piece, Tree)> = Vec::new();
        let mut seen = BTreeSet::new();
        self.space();
        if self.pass(b'}') {
            return Ok(Tree::Object(entries));
        }
        loop {
            self.space();
            if self.byte() != Some(b'"') {
                return self.fail("a key is missing");
            }
            let key = self.string()?;
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
                return self.fail(format!("the key `{key}` is written twice"));
            }
            self.space();
            if !self.pass(b':') {
                return self.fail("a colon is missing");
            }
            entries.push((key, self.value(depth + 1)?));
            if !self.goes_on(b'}')? {
                return Ok(Tree::Object(entries));
            }
        }
    }

    fn digits(&mut self) -> Read<()> {
        if !matches!(self.byte(), Some(b'0'..=b'9')) {
            return self.fail("a digit is missing");
        }
        while matches!(self.byte(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        Ok(())
    }

    fn number(&mut self) -> Read<Tree> {
        let start = self.at;
        self.pass(b'-');
        if !self.pass(b'0') {
            self.digits()?;
        } else if matches!(self.byte(), Some(b'0'..=b'9')) {
            return self.fail("a number begins with zero");
        }
        let mut is_whole = true;
        if self.pass(b'.') {
            is_whole = false;
            self.digits()?;
        }
        if self.pass(b'e') || self.pass(b'E') {
            is_whole = false;
            if !self.pass(b'+') {
                self.pass(b'-');
            }
            self.digits()?;
        }
        let text = self.text.get(start..self.at).unwrap_or_default();
        let whole = text.parse().ok().filter(|_| is_whole && text != "-0");
        Ok(whole.map_or(Tree::Fraction, Tree::Number))
    }

    /// A part of the text as it stands there.
    fn piece(&self, start: usize, end: usize) -> Piece {
        match self.built_in {
            Some(text) => text.get(start..end).unwrap_or_default().into(),
            None => self.text.get(start..end).unwrap_or_default().to_owned().into(),
        }
    }

    fn string(&mut self) -> Read<Piece> {
        self.at += 1;
        let start = self.at;
        let mut text = String::new();
        loop {
            let stop = |byte: u8| byte == b'"' || byte == b'\\' || byte < b' ';
            let plain = self.rest().bytes().position(stop).unwrap_or(self.rest().len());
            // Without a sign that is written otherwise, the whole is a piece of the file.
            if self.at == start && self.rest().as_bytes().get(plain) == Some(&b'"') {
                self.at += plain + 1;
                return Ok(self.piece(start, start + plain));
            }
            text.push_str(self.rest().get(..plain).unwrap_or_default());
            self.at += plain;
            if self.pass(b'"') {
                return Ok(text.into());
            }
            if !self.pass(b'\\') {
                return self.fail("a text is not closed");
            }
            text.push(self.escaped()?);
        }
    }

    fn escaped(&mut self) -> Read<char> {
        let letter = match self.byte() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                return self.unicode();
            }
            _ => return self.fail("an escape that nobody knows"),
        };
        self.at += 1;
        Ok(letter)
    }

    fn unicode(&mut self) -> Read<char> {
        let first = self.four_digits()?;
        let code = match first {
            // The first half of a pair; the second must follow.
            0xd800..=0xdbff => {
                if !(self.pass(b'\\') && self.pass(b'u')) {
                    return self.fail("half a letter");
                }
                match self.four_digits()? {
                    second @ 0xdc00..=0xdfff => 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00),
                    _ => return self.fail("half a letter"),
                }
            }
            _ => first,
        };
        match char::from_u32(code) {
            Some(letter) => Ok(letter),
            None => self.fail("half a letter"),
        }
    }

    fn four_digits(&mut self) -> Read<u32> {
        let digits = self.text.get(self.at..self.at + 4).filter(|digits| !digits.starts_with('+'));
        match digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
            Some(code) => {
                self.at += 4;
                Ok(code)
            }
            None => self.fail("four digits are missing"),
        }
    }
}
