//! Two questions with one heading.
//!
//! What: two questions whose headings are the same but for case and marks.
//! Why: a person who goes back, or listens, can't tell them apart; the list of answers at the end
//! becomes a riddle.
//! Example: `Where do you work?` and `Where do you work`.

use std::collections::HashMap;

use super::{Context, Found, Lint};

pub const LINT: Lint =
    Lint { name: "same-heading", about: "every question has a heading of its own", is_due: false, find };

fn find(context: &Context) -> Vec<Found> {
    let mut seen: HashMap<String, &str> = HashMap::new();
    let mut found = Vec::new();
    for question in &context.book().questions {
        let plain: String =
            question.heading.english.chars().filter(|letter| letter.is_alphanumeric()).collect();
        if let Some(other) = seen.insert(plain.to_lowercase(), &question.fact) {
            let message = format!("the question about `{other}` has the same heading");
            found.push((format!("questions/{}.json", question.fact), "/heading".to_owned(), message));
        }
    }
    found
}
