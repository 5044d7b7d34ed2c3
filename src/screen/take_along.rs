//! Questions for others, from what is open and from the results under the law in force.

use deemed_engine::date::Date;
use deemed_engine::model::{Ask, Law, Question};
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
    /// Whether it leaves. What is sensitive leaves only if the person ticks it.
    pub is_taken: bool,
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
                for ask in of_issue(rulebook, screen) {
                    add(&mut asks, ask);
                }
            }
        }
        for (ask, place) in asks.iter_mut().zip(0..) {
            let is_changed = session.draft.changed_ticks & 1_u32.checked_shl(place).unwrap_or_default() != 0;
            ask.is_taken ^= is_changed;
        }
        let answers = if session.draft.are_answers_taken { given_of(rulebook, session) } else { Vec::new() };
        let laws = rulebook.book().laws.iter().filter(|law| law.status.is_law()).collect();
        Self { asks, laws, answers }
    }
}

/// What an outcome tells to ask, or what an open result depends on. A result that is withheld is a
/// conclusion too; only its open questions remain.
fn of_issue<'a>(rulebook: &'a Rulebook, screen: &IssueScreen<'a>) -> Vec<AskScreen<'a>> {
    let open = screen.result.open_facts.iter().filter_map(|fact| rulebook.book().question_of(*fact));
    let of_question = |question: &'a Question| AskScreen {
        who: &question.who_knows,
        words: vec![&question.ask_words],
        is_taken: question.sensitive.is_none(),
    };
    let mut asks: Vec<_> = open.map(of_question).collect();
    if let (Freshness::Current | Freshness::ReviewDue, Some(outcome)) = (screen.freshness, screen.outcome()) {
        let of_outcome = |ask: &'a Ask| AskScreen { who: &ask.who, words: vec![&ask.words], is_taken: true };
        asks.extend(outcome.ask.iter().map(of_outcome));
    }
    asks
}

/// Adds a question to those for the same people; one that is known already adds nothing.
fn add<'a>(asks: &mut Vec<AskScreen<'a>>, new: AskScreen<'a>) {
    match asks.iter_mut().find(|ask| ask.who.english == new.who.english && ask.is_taken == new.is_taken) {
        Some(ask) => {
            let known = |words: &&Words| ask.words.iter().any(|known| known.english == words.english);
            let fresh: Vec<_> = new.words.into_iter().filter(|words| !known(words)).collect();
            ask.words.extend(fresh);
        }
        None => asks.push(new),
    }
}

/// The answers that count: first those about the person, then those about each thing.
fn given_of<'a>(rulebook: &'a Rulebook, session: &Session) -> Vec<Vec<Given<'a>>> {
    let used: Vec<Answers> = (0..session.items.len()).map(|item| session.way(rulebook, item).used).collect();
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
