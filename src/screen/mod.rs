//! What there is to show, worked out from the session and the rulebook. Nothing here is stored.

mod check;
mod question;
mod result;

pub use check::{CheckScreen, Mark, Row};
pub use question::QuestionScreen;
pub use result::{ChangeScreen, FindOutScreen, Given, IssueScreen, ItemResults};

use deemed_engine::model::Question;
use deemed_engine::{Answer, Words};

/// The words of an answer.
pub fn answer_words(question: &Question, answer: Answer) -> &Words {
    match answer {
        Answer::Known(value) => {
            question.choice(value).map_or(&question.unknown_label, |choice| &choice.label)
        }
        Answer::DontKnow => &question.unknown_label,
    }
}
