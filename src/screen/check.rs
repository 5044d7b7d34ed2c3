//! All answers, each with what it did.

use deemed_engine::agenda::Way;
use deemed_engine::model::{FactId, Question};
use deemed_engine::{Answer, Answers, Rulebook, evaluate};

use crate::session::Session;

/// What an answer did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It is one of the answers that force a result.
    Decided,
    /// The results are the same whatever it is.
    DidNotMatter,
    /// Results still depend on it, and it is not known.
    Open,
    /// No other answer leads to its question any more.
    NotUsed,
}

/// One answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<'a> {
    /// The question.
    pub question: &'a Question,
    /// The answer.
    pub answer: Answer,
    /// What it did.
    pub mark: Mark,
}

/// All answers.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckScreen<'a> {
    /// About the person.
    pub person: Vec<Row<'a>>,
    /// About each thing.
    pub items: Vec<Vec<Row<'a>>>,
    /// Whether something is still to be asked.
    pub is_unfinished: bool,
}

/// What the answers about one thing did.
struct Effects {
    way: Way,
    deciding: Vec<FactId>,
    open: Vec<FactId>,
}

impl Effects {
    fn of(rulebook: &Rulebook, session: &Session, item: usize) -> Self {
        let way = session.way(rulebook, item);
        let results = evaluate(rulebook, &way.used, |_| false).results;
        let laws: Vec<_> = rulebook.book().issues().map(|(law, _)| law).collect();
        let in_view = results
            .into_iter()
            .filter(|result| laws.get(result.issue).is_some_and(|law| session.reach.includes(law)));
        let (mut deciding, mut open) = (Vec::new(), Vec::new());
        for result in in_view {
            deciding.extend(result.deciding);
            open.extend(result.open_facts);
        }
        Self { way, deciding, open }
    }
}

fn mark(effects: &[&Effects], fact: FactId) -> Mark {
    if effects.iter().all(|effect| effect.way.used.get(fact).is_none()) {
        Mark::NotUsed
    } else if effects.iter().any(|effect| effect.deciding.contains(&fact)) {
        Mark::Decided
    } else if effects.iter().any(|effect| effect.open.contains(&fact)) {
        Mark::Open
    } else {
        Mark::DidNotMatter
    }
}

fn rows<'a>(rulebook: &'a Rulebook, answers: &Answers, effects: &[&Effects]) -> Vec<Row<'a>> {
    let row = |(fact, answer)| {
        let question = rulebook.book().question_of(fact)?;
        Some(Row { question, answer, mark: mark(effects, fact) })
    };
    answers.iter().filter_map(row).collect()
}

impl<'a> CheckScreen<'a> {
    /// The answers of a session.
    pub fn new(rulebook: &'a Rulebook, session: &Session) -> Self {
        let effects: Vec<Effects> =
            (0..session.items.len()).map(|item| Effects::of(rulebook, session, item)).collect();
        let all: Vec<&Effects> = effects.iter().collect();
        let items = session.items.iter().zip(&effects);
        Self {
            person: rows(rulebook, &session.person, &all),
            items: items.map(|(answers, effect)| rows(rulebook, answers, &[effect])).collect(),
            is_unfinished: effects.iter().any(|effect| effect.way.next.is_some()),
        }
    }
}
