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

/// The worst state of the laws in force, and of the rulebook's own date.
pub fn of_book(book: &Book, today: Date) -> Freshness {
    let own = if today > book.review_by { Freshness::ReviewDue } else { Freshness::Current };
    let laws = book.laws.iter().filter(|law| law.status.is_law());
    laws.map(|law| of_law(law, today)).fold(own, Freshness::max)
}

/// Whether the device's clock must be wrong: it shows a day before the rulebook was reviewed.
/// One day is forgiven, since it is yesterday in some time zone.
pub fn clock_is_behind(book: &Book, today: Date) -> bool {
    let latest = book.laws.iter().map(|law| law.reviewed).fold(book.reviewed, Date::max);
    today.days() < latest.days() - 1
}
