//! Answers as text.

use deemed_engine::{Answer, Answers, Book, Rulebook, Tree};

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

fn tree(book: &Book, session: &Session) -> Tree {
    let laws = book.laws.iter().map(|law| (law.id.clone(), law.text_date.to_string().into()));
    let rulebook =
        [("id", book.id.clone()), ("version", book.version.clone()), ("reviewed", book.reviewed.to_string())];
    Tree::object([
        ("format", FORMAT.into()),
        ("version", VERSION.into()),
        ("rulebook", Tree::object(rulebook.map(|(key, text)| (key, text.into())))),
        ("laws", Tree::object(laws)),
        ("bills", Tree::Flag(session.reach == Reach::Bills)),
        ("person", sheet(book, &session.person)),
        ("items", Tree::List(session.items.iter().map(|item| sheet(book, item)).collect())),
    ])
}

/// An answer sheet, as the rule author's program reads it too.
fn sheet(book: &Book, answers: &Answers) -> Tree {
    let (mut facts, mut unknown) = (Vec::new(), Vec::new());
    for (fact, answer) in answers.iter() {
        let Some(question) = book.question_of(fact) else { continue };
        match answer {
            Answer::Known(value) => {
                if let Some(choice) = question.choice(value) {
                    facts.push((question.fact.clone().into(), Tree::from(choice.value.as_str())));
                }
            }
            Answer::DontKnow => unknown.push(Tree::from(question.fact.as_str())),
        }
    }
    Tree::object([("facts", Tree::Object(facts)), ("unknown", Tree::List(unknown))])
}
