//! A long sentence.
//!
//! What: a sentence of more than 25 words in a text that people read; titles of sources are not ours.
//! Why: many readers are worried and read English as a second or third language.
//! Example: a sentence with three clauses joined by `which`, `that` and `unless`; make it three sentences.

use super::{Context, Found, Lint};
use crate::texts::words_count;

const WORDS_MAX: usize = 25;

pub const LINT: Lint =
    Lint { name: "long-sentence", about: "no sentence has more than 25 words", is_due: false, find };

fn find(context: &Context) -> Vec<Found> {
    let mut found = Vec::new();
    for text in context.texts {
        if text.file.starts_with("sources/") && text.pointer == "/title" {
            continue;
        }
        for sentence in text.sentences() {
            let count = words_count(sentence);
            if count > WORDS_MAX {
                let message = format!("the sentence has {count} words: `{sentence}`");
                found.push((text.file.clone(), text.pointer.clone(), message));
            }
        }
    }
    found
}
