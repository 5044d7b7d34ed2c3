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

/// The worst state among some laws that are not current, with the day by which a review was due.
pub fn overdue(book: &Book, today: Date, in_view: impl Fn(&Law) -> bool) -> Option<(Freshness, Date)> {
    let of_book = (today > book.review_by).then_some((Freshness::ReviewDue, book.review_by));
    let laws = book.laws.iter().filter(|law| in_view(law));
    let states = laws.map(|law| (of_law(law, today), law.review_by)).chain(of_book);
    states
        .filter(|(freshness, _)| *freshness != Freshness::Current)
        .max_by_key(|(freshness, due)| (*freshness, std::cmp::Reverse(*due)))
}

/// Whether the device's clock must be wrong: it shows a day before the rulebook was reviewed.
/// One day is forgiven, since it is yesterday in some time zone.
pub fn clock_is_behind(book: &Book, today: Date) -> bool {
    let latest = book.laws.iter().map(|law| law.reviewed).fold(book.reviewed, Date::max);
    today.days() < latest.days() - 1
}
