//! How old the law in the rulebook is, seen from today.

use deemed_engine::Book;
use deemed_engine::date::Date;
use deemed_engine::model::Law;

/// Whether a law's conclusions may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Freshness {
    /// Reviewed lately.
    Current,
    /// A review is due; conclusions are shown with a notice.
    ReviewDue,
    /// Too old: sources and contacts only.
    Withheld,
}

/// The state of one law.
pub fn of_law(law: &Law, today: Date) -> Freshness {
    if today > law.withhold_after {
        Freshness::Withheld
    } else if today > law.review_by {
        Freshness::ReviewDue
    } else {
        Freshness::Current
    }
}

/// What every view must say about dates. All empty while everything is current.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dates<'a> {
    /// The device's clock must be wrong; nothing else can be told then.
    pub is_clock_behind: bool,
    /// The rulebook as a whole was to be reviewed by now.
    pub is_book_due: bool,
    /// Laws in force, and the worst of their states.
    pub law: Overdue<'a>,
    /// Bills likewise. They have shorter dates of their own.
    pub bills: Overdue<'a>,
}

/// Texts whose dates have passed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Overdue<'a> {
    /// A review is due.
    pub review: Vec<&'a Law>,
    /// No conclusions are shown any more.
    pub withheld: Vec<&'a Law>,
}

impl<'a> Overdue<'a> {
    fn of(laws: impl Iterator<Item = &'a Law>, today: Date) -> Self {
        let mut found = Self::default();
        for law in laws {
            match of_law(law, today) {
                Freshness::Current => {}
                Freshness::ReviewDue => found.review.push(law),
                Freshness::Withheld => found.withheld.push(law),
            }
        }
        found
    }
}

impl<'a> Dates<'a> {
    /// The state of the rulebook in a page that was built on a day, where that is known.
    pub fn of(book: &'a Book, built: Option<Date>, today: Date) -> Self {
        if is_clock_behind(book, built, today) {
            return Self { is_clock_behind: true, ..Self::default() };
        }
        Self {
            is_clock_behind: false,
            is_book_due: today > book.review_by,
            law: Overdue::of(book.laws.iter().filter(|law| law.status.is_law()), today),
            bills: Overdue::of(book.laws.iter().filter(|law| !law.status.is_law()), today),
        }
    }
}

/// Whether the device's clock must be wrong: it shows a day before the page was built or reviewed.
/// One day is forgiven, since it is yesterday in some time zone.
fn is_clock_behind(book: &Book, built: Option<Date>, today: Date) -> bool {
    let reviewed = book.laws.iter().map(|law| law.reviewed).fold(book.reviewed, Date::max);
    let latest = built.map_or(reviewed, |built| built.max(reviewed));
    today.days() < latest.days() - 1
}
