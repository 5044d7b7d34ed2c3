//! What came out for a thing, and why.

use deemed_engine::date::Date;
use deemed_engine::evaluate::citations;
use deemed_engine::explain::{self, Change, FindOut};
use deemed_engine::model::{Citation, Doubt, FactId, Issue, Law, Outcome, Question, Step, ValueId};
use deemed_engine::{Answer, Answers, IssueResult, Rulebook, Words, evaluate};

use super::answer_words;
use crate::freshness::{self, Freshness};
use crate::session::Session;

/// An answer that was given, or one that could be.
#[derive(Debug, Clone, PartialEq)]
pub struct Given<'a> {
    /// The question.
    pub question: &'a Question,
    /// The answer's words.
    pub words: &'a Words,
}

/// A way in which the outcome would be another.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeScreen<'a> {
    /// The other outcome.
    pub outcome: &'a Outcome,
    /// What would be different.
    pub differences: Vec<Given<'a>>,
}

/// Something not known on which the outcome depends.
#[derive(Debug, Clone, PartialEq)]
pub struct FindOutScreen<'a> {
    /// The question that is open.
    pub question: &'a Question,
    /// Answers after which the outcome is decided: a few of their words, how many more, the outcome.
    pub settles: Vec<(Vec<&'a Words>, usize, &'a Outcome)>,
    /// Whether some answer leaves it open.
    pub may_stay_open: bool,
}

/// The result of one issue.
#[derive(Debug, Clone, PartialEq)]
pub struct IssueScreen<'a> {
    /// The law.
    pub law: &'a Law,
    /// The issue.
    pub issue: &'a Issue,
    /// What the engine found.
    pub result: IssueResult,
    /// Whether conclusions may be shown.
    pub freshness: Freshness,
    /// The outcomes that can still come out.
    pub possible: Vec<&'a Outcome>,
    /// The answers that decided.
    pub deciding: Vec<Given<'a>>,
    /// The steps that decide, or can still decide.
    pub steps: Vec<&'a Step>,
    /// The steps before them, which do not fit.
    pub passed: Vec<&'a Step>,
    /// What makes the result less sure.
    pub doubts: Vec<&'a Doubt>,
    /// What would change it.
    pub changes: Vec<ChangeScreen<'a>>,
    /// What to find out.
    pub find_out: Vec<FindOutScreen<'a>>,
    /// Everything that is cited.
    pub cites: Vec<Citation>,
}

/// The results for one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemResults<'a> {
    /// The thing's place.
    pub item: usize,
    /// Its issues, in the rulebook's order.
    pub issues: Vec<IssueScreen<'a>>,
}

impl<'a> ItemResults<'a> {
    /// The results for every thing, over the laws that `in_view` names.
    pub fn all(
        rulebook: &'a Rulebook,
        session: &Session,
        today: Date,
        in_view: impl Fn(&Law) -> bool,
    ) -> Vec<Self> {
        let of_item = |item| {
            let answers = session.way(rulebook, item).used;
            let results = evaluate(rulebook, &answers, |_| false).results;
            let issues = rulebook.book().issues().zip(results).filter(|((law, _), _)| in_view(law));
            let issues = issues.map(|((law, issue), result)| {
                IssueScreen::new(&Place { rulebook, answers: &answers, today }, law, issue, result)
            });
            Self { item, issues: issues.collect() }
        };
        (0..session.items.len()).map(of_item).collect()
    }
}

/// Where a result stands.
struct Place<'a, 'b> {
    rulebook: &'a Rulebook,
    answers: &'b Answers,
    today: Date,
}

impl<'a> Place<'a, '_> {
    fn value(&self, fact: FactId, value: ValueId) -> Option<Given<'a>> {
        let question = self.rulebook.book().question_of(fact)?;
        Some(Given { question, words: answer_words(question, Answer::Known(value)) })
    }

    fn given(&self, fact: FactId) -> Option<Given<'a>> {
        self.value(fact, self.answers.known(fact)?)
    }

    fn change(&self, issue: &'a Issue, change: &Change) -> Option<ChangeScreen<'a>> {
        let outcome = issue.outcomes.get(change.outcome)?;
        let differences: Option<Vec<_>> =
            change.differences.iter().map(|(fact, value)| self.value(*fact, *value)).collect();
        Some(ChangeScreen { outcome, differences: differences? })
    }

    fn find_out(&self, issue: &'a Issue, found: &FindOut) -> Option<FindOutScreen<'a>> {
        const SHOWN_MAX: usize = 4;
        let question = self.rulebook.book().question_of(found.fact)?;
        let settles = found.settles.iter().filter_map(|(values, outcome)| {
            let words = values.iter().take(SHOWN_MAX).filter_map(|value| question.choice(*value));
            let more = values.len().saturating_sub(SHOWN_MAX);
            Some((words.map(|choice| &choice.label).collect(), more, issue.outcomes.get(*outcome)?))
        });
        Some(FindOutScreen { question, settles: settles.collect(), may_stay_open: found.may_stay_open })
    }
}

impl<'a> IssueScreen<'a> {
    fn new(place: &Place<'a, '_>, law: &'a Law, issue: &'a Issue, result: IssueResult) -> Self {
        let first = result.steps.first().copied().unwrap_or_default();
        let changes = explain::changes(place.rulebook, place.answers, &result);
        let find_out = explain::find_out(place.rulebook, place.answers, &result);
        let mut cites: Vec<Citation> =
            citations(issue, &result).into_iter().map(|(citation, _)| citation).collect();
        let possible: Vec<&Outcome> =
            result.possible.iter().filter_map(|at| issue.outcomes.get(*at)).collect();
        for citation in possible.iter().flat_map(|outcome| &outcome.cites) {
            if !cites.contains(citation) {
                cites.push(citation.clone());
            }
        }
        Self {
            law,
            issue,
            freshness: freshness::of_law(law, place.today),
            possible,
            deciding: result.deciding.iter().filter_map(|fact| place.given(*fact)).collect(),
            steps: result.steps.iter().filter_map(|at| issue.steps.get(*at)).collect(),
            passed: issue.steps.iter().take(first).collect(),
            doubts: result.doubts.iter().filter_map(|at| issue.doubts.get(*at)).collect(),
            changes: changes.iter().filter_map(|change| place.change(issue, change)).collect(),
            find_out: find_out.iter().filter_map(|found| place.find_out(issue, found)).collect(),
            cites,
            result,
        }
    }

    /// The outcome, when it is decided.
    pub fn outcome(&self) -> Option<&'a Outcome> {
        match self.possible.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }
}
