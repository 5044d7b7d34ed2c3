//! Reads the little of Markdown that a changelog needs: headings, paragraphs and lists. Everything else is
//! plain text and stays so. The build uses this file too.

/// A part of a changelog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A heading and its level.
    Heading(u8, String),
    /// A paragraph, its lines joined.
    Paragraph(String),
    /// A list.
    List(Vec<String>),
}

/// All parts in order.
pub fn parse(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut is_new = true;
    for line in text.lines().map(str::trim) {
        if let Some((level, words)) = heading(line) {
            parts.push(Part::Heading(level, words.to_owned()));
        } else if let Some(words) = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")) {
            match parts.last_mut() {
                Some(Part::List(items)) => items.push(words.trim().to_owned()),
                Some(Part::Heading(..) | Part::Paragraph(_)) | None => {
                    parts.push(Part::List(vec![words.trim().to_owned()]));
                }
            }
        } else if !line.is_empty() {
            continue_or_begin(&mut parts, line, is_new);
        }
        is_new = line.is_empty() || heading(line).is_some();
    }
    parts
}

fn heading(line: &str) -> Option<(u8, &str)> {
    let words = line.trim_start_matches('#');
    let level = u8::try_from(line.len() - words.len()).ok().filter(|level| (1..=6).contains(level))?;
    words.strip_prefix(' ').map(|words| (level, words.trim()))
}

/// A line goes on with the paragraph or the entry before it, unless an empty line stands between.
fn continue_or_begin(parts: &mut Vec<Part>, line: &str, is_new: bool) {
    let open = match parts.last_mut() {
        Some(Part::Paragraph(words)) => Some(words),
        Some(Part::List(items)) => items.last_mut(),
        Some(Part::Heading(..)) | None => None,
    };
    match open.filter(|_| !is_new) {
        Some(words) => {
            words.push(' ');
            words.push_str(line);
        }
        None => parts.push(Part::Paragraph(line.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, parse};

    #[test]
    fn headings_paragraphs_and_lists_are_read_and_the_rest_is_text() {
        let parts =
            parse("# Title\n\n## 0.1.0, 2026\nOne\ntwo.\n\nThree.\n\n- a <b>\n  c\n- d\n#no heading\n");
        let text = |words: &str| words.to_owned();
        assert_eq!(
            parts,
            [
                Part::Heading(1, text("Title")),
                Part::Heading(2, text("0.1.0, 2026")),
                Part::Paragraph(text("One two.")),
                Part::Paragraph(text("Three.")),
                Part::List(vec![text("a <b> c"), text("d #no heading")]),
            ]
        );
    }
}
