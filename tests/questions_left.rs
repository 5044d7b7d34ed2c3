//! "Questions left" tells the truth on every way through, and never grows.

mod common;

use common::{begun, give, question, rulebook};
use deemed::screen::QuestionScreen;
use deemed_engine::Answer;
use deemed_engine::model::ValueId;

/// A small generator of numbers, the same on every run.
struct Dice(u64);

impl Dice {
    #[allow(clippy::unwrap_used, reason = "31 bits fit")]
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % count
    }
}

#[test]
fn questions_left_is_true_and_never_grows() {
    let rulebook = rulebook();
    let mut dice = Dice(7);
    for walk in 0..60 {
        // From persons who know everything to persons who know little.
        let knows_not = walk % 4;
        let mut session = begun(&rulebook);
        let mut shown: Vec<(usize, usize)> = Vec::new();
        while let Some((fact, item)) = question(&session) {
            let screen = QuestionScreen::new(&rulebook, &session, fact, item).unwrap();
            if let Some((_, before)) = shown.last() {
                assert!(screen.most < *before, "walk {walk}: {before}, then {}", screen.most);
            }
            shown.push((screen.least, screen.most));
            let choices = screen.question.choices.len();
            let answer = if dice.below(4) < knows_not {
                Answer::DontKnow
            } else {
                Answer::Known(ValueId(u16::try_from(dice.below(choices)).unwrap()))
            };
            session = give(&rulebook, session, answer);
        }
        for (place, (least, most)) in shown.iter().enumerate() {
            let left = shown.len() - place;
            assert!((*least..=*most).contains(&left), "walk {walk}: {left} left, shown {least} to {most}");
        }
    }
}
