//! One question, as it is to be asked now.

use deemed_engine::agenda::{self, Course};
use deemed_engine::model::{About, FactId, Issue, Outcome, Question, Section};
use deemed_engine::{Answer, Rulebook};

use crate::session::Session;

/// One question.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionScreen<'a> {
    /// The question.
    pub question: &'a Question,
    /// Which thing it is about, where there are several and it is about one.
    pub item: Option<usize>,
    /// Its section.
    pub section: Option<&'a Section>,
    /// Whether the section begins with it.
    pub section_begins: bool,
    /// Its place in the questions asked about this thing, from 1.
    pub number: usize,
    /// The fewest questions left, this one included.
    pub least: usize,
    /// The most questions left, this one included.
    pub most: usize,
    /// What its answer can still change: outcomes of the issues in view.
    pub separates: Vec<(&'a Issue, Vec<&'a Outcome>)>,
}

impl<'a> QuestionScreen<'a> {
    /// The question about a fact and a thing.
    pub fn new(rulebook: &'a Rulebook, session: &Session, fact: FactId, item: usize) -> Option<Self> {
        let book = rulebook.book();
        let question = book.question_of(fact)?;
        let mut others = session.answers(item);
        others.clear(fact);
        let Course { used: others, agenda } =
            agenda::follow(rulebook, &others, |law| session.reach.includes(law));
        let before: Vec<(FactId, Answer)> = others.iter().filter(|(other, _)| *other < fact).collect();
        let last = before.last().and_then(|(other, _)| book.question_of(*other));
        let issues: Vec<_> = book.issues().collect();
        let separates =
            agenda::separates(rulebook, &others, fact).into_iter().filter_map(|(at, outcomes)| {
                let (law, issue) = issues.get(at)?;
                let outcomes =
                    outcomes.into_iter().filter_map(|outcome| issue.outcomes.get(outcome)).collect();
                session.reach.includes(law).then_some((*issue, outcomes))
            });
        Some(Self {
            question,
            item: (question.about == About::Item && session.items.len() > 1).then_some(item),
            section: book.sections.iter().find(|section| section.id == question.section),
            section_begins: last.is_none_or(|last| last.section != question.section),
            number: before.len() + 1,
            least: agenda.least.max(1),
            most: agenda.most.max(1),
            separates: separates.collect(),
        })
    }
}
