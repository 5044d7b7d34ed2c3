//! Answers as text.

use deemed_engine::{Answer, Answers, Book, Rulebook};
use serde_json::{Map, Value, json};

use super::{FORMAT, LINK_PART, VERSION, to_base64};
use crate::session::{Reach, Session};

/// The file.
pub fn file(rulebook: &Rulebook, session: &Session) -> String {
    format!("{:#}\n", tree(rulebook.book(), session))
}

/// What stands behind the `#` of a link.
pub fn link(rulebook: &Rulebook, session: &Session) -> String {
    format!("{LINK_PART}={}", to_base64(tree(rulebook.book(), session).to_string().as_bytes()))
}

fn tree(book: &Book, session: &Session) -> Value {
    let laws = book.laws.iter().map(|law| (law.id.clone(), json!(law.text_date.to_string())));
    let items: Vec<Value> = session.items.iter().map(|item| sheet(book, item)).collect();
    json!({
        "format": FORMAT,
        "version": VERSION,
        "rulebook": { "id": book.id, "version": book.version, "reviewed": book.reviewed.to_string() },
        "laws": Value::Object(laws.collect()),
        "bills": session.reach == Reach::Bills,
        "person": sheet(book, &session.person),
        "items": items,
    })
}

/// An answer sheet, as the rule author's program reads it too.
fn sheet(book: &Book, answers: &Answers) -> Value {
    let (mut facts, mut unknown) = (Map::new(), Vec::new());
    for (fact, answer) in answers.iter() {
        let Some(question) = book.question_of(fact) else { continue };
        match answer {
            Answer::Known(value) => {
                if let Some(choice) = question.choice(value) {
                    facts.insert(question.fact.clone(), json!(choice.value));
                }
            }
            Answer::DontKnow => unknown.push(json!(question.fact)),
        }
    }
    json!({ "facts": Value::Object(facts), "unknown": unknown })
}
