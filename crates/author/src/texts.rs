//! Every text of the rule files that people read, with its place.

use deemed_engine::Tree;
use deemed_engine::formats::Kind;
use deemed_engine::shape::{Shape, below};

use crate::files::Files;

/// A text and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The file.
    pub file: String,
    /// JSON pointer inside it.
    pub pointer: String,
    /// The English words.
    pub words: String,
}

impl Text {
    /// Its sentences. Ends of sentences are full stops, question and exclamation marks that a capital
    /// letter or nothing follows, so that `sec. 2` and `15 U.S.C. 1` stay whole.
    pub fn sentences(&self) -> Vec<&str> {
        let mut sentences = Vec::new();
        let mut rest = self.words.as_str();
        while let Some(end) = end_of_sentence(rest) {
            let (sentence, after) = rest.split_at(end);
            sentences.push(sentence.trim());
            rest = after;
        }
        if !rest.trim().is_empty() {
            sentences.push(rest.trim());
        }
        sentences
    }
}

fn end_of_sentence(text: &str) -> Option<usize> {
    for (at, letter) in text.char_indices() {
        if !matches!(letter, '.' | '?' | '!') {
            continue;
        }
        let end = at + letter.len_utf8();
        let after = text.get(end..).unwrap_or_default();
        let next = after.trim_start();
        if after.len() > next.len() && next.starts_with(|first: char| first.is_uppercase() || first == '“')
        {
            return Some(end);
        }
    }
    None
}

/// How many words a sentence has.
pub fn words_count(sentence: &str) -> usize {
    sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// Every text that people read, of the rule files and of the page.
pub fn all(files: &Files) -> Vec<Text> {
    let mut texts = Vec::new();
    for (path, text) in files.iter() {
        if let (Some(kind), Ok(tree)) = (Kind::of(path), Tree::parse(path, text)) {
            gather(kind.shape(), &tree, path, "", &mut texts);
        }
    }
    if let Some((path, text)) = files.page()
        && let Ok(tree) = Tree::parse(path, text)
    {
        gather(Shape::Map(&Shape::Words), &tree, path, "", &mut texts);
    }
    texts
}

fn gather(shape: Shape, tree: &Tree, file: &str, pointer: &str, texts: &mut Vec<Text>) {
    match shape {
        Shape::Words => texts.extend(tree.as_text().map(|words| Text {
            file: file.to_owned(),
            pointer: pointer.to_owned(),
            words: words.to_owned(),
        })),
        Shape::List(inner) | Shape::Some(inner) => {
            for (at, element) in tree.elements().iter().enumerate() {
                gather(*inner, element, file, &below(pointer, &at.to_string()), texts);
            }
        }
        Shape::Object(fields) => {
            for field in fields {
                if let Some(value) = tree.get(field.key) {
                    gather(field.shape, value, file, &below(pointer, field.key), texts);
                }
            }
        }
        Shape::Map(inner) => {
            for (key, value) in tree.entries() {
                gather(*inner, value, file, &below(pointer, key), texts);
            }
        }
        Shape::Text
        | Shape::Id
        | Shape::Date
        | Shape::Address
        | Shape::Flag
        | Shape::Number
        | Shape::OneOf(_)
        | Shape::Condition => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_end_no_sentence() {
        let text = Text {
            file: String::new(),
            pointer: String::new(),
            words: "See sec. 2 of 50 U.S.C. 4801. It is short! Is it? Yes".to_owned(),
        };
        assert_eq!(text.sentences(), ["See sec. 2 of 50 U.S.C. 4801.", "It is short!", "Is it?", "Yes"]);
        assert_eq!(words_count("a – b, (c)"), 3);
    }
}
