//! A long hint.
//!
//! What: a hint under a question with more than 20 words.
//! Why: a screen reader reads it out each time the question gets focus.
//! Example: a hint that repeats what the choices say.

use super::{Context, Found, Lint};
use crate::texts::words_count;

const WORDS_MAX: usize = 20;

pub const LINT: Lint =
    Lint { name: "long-hint", about: "no hint has more than 20 words", is_due: false, find };

fn find(context: &Context) -> Vec<Found> {
    let mut found = Vec::new();
    for question in &context.book().questions {
        let count = question.hint.as_ref().map_or(0, |hint| words_count(&hint.english));
        if count > WORDS_MAX {
            let file = format!("questions/{}.json", question.fact);
            found.push((file, "/hint".to_owned(), format!("the hint has {count} words")));
        }
    }
    found
}
