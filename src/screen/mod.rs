//! What there is to show, worked out from the session and the rulebook. Nothing here is stored.

mod beside;
mod check;
mod question;
mod result;
mod take_along;

pub use beside::{BesideRow, BesideScreen, Cell};
pub use check::{CheckScreen, Mark, Row};
pub use question::QuestionScreen;
pub use result::{ChangeScreen, FindOutScreen, Given, IssueScreen, ItemResults};
pub use take_along::{AskScreen, TakeAlongScreen};

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
