//! What changed in the rulebook, from its CHANGELOG.md. The build reads it into this form.

#[cfg(test)]
mod parse;

/// A part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block {
    /// A heading and its level: 1 is the highest.
    Heading(u8, &'static str),
    /// A paragraph.
    Paragraph(&'static str),
    /// A list, one text for each entry.
    List(&'static [&'static str]),
}

/// All parts, without the title.
pub static CHANGELOG: &[Block] = include!(concat!(env!("OUT_DIR"), "/changelog.rs"));
