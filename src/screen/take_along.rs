//! Questions for others, from what is open and from the results under the law in force.

use deemed_engine::date::Date;
use deemed_engine::model::{Law, Question};
use deemed_engine::{Answers, Rulebook, Words};

use super::{Given, IssueScreen, ItemResults, answer_words};
use crate::freshness::Freshness;
use crate::session::Session;

/// Whom to ask, and what.
#[derive(Debug, Clone, PartialEq)]
pub struct AskScreen<'a> {
    /// Who would know.
    pub who: &'a Words,
    /// The questions, each once.
    pub words: Vec<&'a Words>,
}

/// What can be taken along.
#[derive(Debug, Clone, PartialEq)]
pub struct TakeAlongScreen<'a> {
    /// The questions, by whom they are for.
    pub asks: Vec<AskScreen<'a>>,
    /// The laws that they come from.
    pub laws: Vec<&'a Law>,
    /// The answers about the person, and about each thing. Empty unless the person wants them.
    pub answers: Vec<Vec<Given<'a>>>,
}

impl<'a> TakeAlongScreen<'a> {
    /// The questions of a session; its answers only if they are wanted.
    pub fn new(rulebook: &'a Rulebook, session: &Session, today: Date) -> Self {
        let mut asks = Vec::new();
        if session.is_answered() {
            let all = ItemResults::all(rulebook, session, today, |law| law.status.is_law());
            for screen in all.iter().flat_map(|item| &item.issues) {
                for (who, words) in of_issue(rulebook, screen) {
                    add(&mut asks, who, words);
                }
            }
        }
        let answers = if session.draft.are_answers_taken { given_of(rulebook, session) } else { Vec::new() };
        let laws = rulebook.book().laws.iter().filter(|law| law.status.is_law()).collect();
        Self { asks, laws, answers }
    }
}

/// What an outcome tells to ask, or what an open result depends on. A result that is withheld is a
/// conclusion too; only its open questions remain.
fn of_issue<'a>(rulebook: &'a Rulebook, screen: &IssueScreen<'a>) -> Vec<(&'a Words, &'a Words)> {
    let open = screen.result.open_facts.iter().filter_map(|fact| rulebook.book().question_of(*fact));
    let mut asks: Vec<_> =
        open.map(|question: &Question| (&question.who_knows, &question.ask_words)).collect();
    if let (Freshness::Current | Freshness::ReviewDue, Some(outcome)) = (screen.freshness, screen.outcome()) {
        asks.extend(outcome.ask.iter().map(|ask| (&ask.who, &ask.words)));
    }
    asks
}

fn add<'a>(asks: &mut Vec<AskScreen<'a>>, who: &'a Words, words: &'a Words) {
    match asks.iter_mut().find(|ask| ask.who.english == who.english) {
        Some(ask) if ask.words.iter().any(|known| known.english == words.english) => {}
        Some(ask) => ask.words.push(words),
        None => asks.push(AskScreen { who, words: vec![words] }),
    }
}

/// The answers that count: first those about the person, then those about each thing.
fn given_of<'a>(rulebook: &'a Rulebook, session: &Session) -> Vec<Vec<Given<'a>>> {
    let used: Vec<Answers> =
        (0..session.items.len()).map(|item| session.course(rulebook, item).used).collect();
    let own = session.items.iter().zip(&used).map(|(own, used)| given(rulebook, own, &[used]));
    let person = given(rulebook, &session.person, &used.iter().collect::<Vec<_>>());
    std::iter::once(person).chain(own).collect()
}

fn given<'a>(rulebook: &'a Rulebook, own: &Answers, used: &[&Answers]) -> Vec<Given<'a>> {
    let counting = own.iter().filter(|(fact, _)| used.iter().any(|used| used.get(*fact).is_some()));
    counting
        .filter_map(|(fact, answer)| {
            let question = rulebook.book().question_of(fact)?;
            Some(Given { question, words: answer_words(question, answer) })
        })
        .collect()
}
