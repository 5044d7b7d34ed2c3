//! The law in force beside the bills: one row for each thing, one column for each law.

use deemed_engine::Rulebook;
use deemed_engine::date::Date;
use deemed_engine::model::{Law, OutcomeMark};

use super::{IssueScreen, ItemResults};
use crate::freshness::Freshness;
use crate::session::Session;

/// What stands where a thing's row and a law's column meet.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell<'a> {
    /// The column's law.
    pub law: &'a Law,
    /// Its results that are shown; none where a bill is no difference.
    pub issues: Vec<IssueScreen<'a>>,
}

/// One thing.
#[derive(Debug, Clone, PartialEq)]
pub struct BesideRow<'a> {
    /// The thing's place.
    pub item: usize,
    /// One cell for each column, in their order.
    pub cells: Vec<Cell<'a>>,
}

/// Law and bills, side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct BesideScreen<'a> {
    /// The columns of law in force. They come first.
    pub law: Vec<&'a Law>,
    /// The columns of bills.
    pub bills: Vec<&'a Law>,
    /// The rows.
    pub rows: Vec<BesideRow<'a>>,
    /// Whether a bill would add something, on these answers.
    pub has_differences: bool,
}

impl<'a> BesideScreen<'a> {
    /// The differences between law and bills, or everything.
    ///
    /// A bill is a difference unless its result says that it would add nothing. The law is shown where a
    /// difference stands beside it, that is, for the same issue.
    pub fn new(rulebook: &'a Rulebook, session: &Session, today: Date) -> Self {
        let is_all_shown = session.draft.is_all_shown;
        let all = ItemResults::all(rulebook, session, today, |_| true);
        let different: Vec<(String, String)> = all
            .iter()
            .flat_map(|item| &item.issues)
            .filter(|screen| is_difference(screen))
            .map(|screen| (screen.law.id.clone(), screen.issue.id.clone()))
            .collect();
        let is_column = |law: &Law| {
            let has = |(of, issue): &(String, String)| {
                *of == law.id || (law.status.is_law() && law.issues.iter().any(|own| own.id == *issue))
            };
            is_all_shown || different.iter().any(has)
        };
        let is_shown = |screen: &IssueScreen<'_>| {
            is_all_shown
                || is_difference(screen)
                || (screen.law.status.is_law()
                    && different.iter().any(|(_, issue)| *issue == screen.issue.id))
        };
        let columns = || rulebook.book().laws.iter().filter(|law| is_column(law));
        let law: Vec<&Law> = columns().filter(|law| law.status.is_law()).collect();
        let bills: Vec<&Law> = columns().filter(|law| !law.status.is_law()).collect();
        let row = |item: ItemResults<'a>| {
            let cell = |law: &&'a Law| {
                let issues = item.issues.iter().filter(|screen| screen.law.id == law.id && is_shown(screen));
                Cell { law, issues: issues.cloned().collect() }
            };
            BesideRow { item: item.item, cells: law.iter().chain(&bills).map(cell).collect() }
        };
        let rows = all.into_iter().map(row).collect();
        Self { has_differences: !different.is_empty(), rows, law, bills }
    }
}

/// Whether a bill's result is more than "it would not reach you". Where no conclusion is shown, that
/// cannot be told, and the bill stands there with its sources.
fn is_difference(screen: &IssueScreen<'_>) -> bool {
    let mark = screen.outcome().and_then(|outcome| outcome.mark);
    !screen.law.status.is_law()
        && (screen.freshness == Freshness::Withheld || mark != Some(OutcomeMark::AddsNothing))
}
