//! A review that is overdue.
//!
//! What: a rulebook or a law whose `review-by` day has passed.
//! Why: from that day the page tells every visitor that the rules may be out of date.
//! Example: `"review-by": "2026-05-21"` on 22 November 2026.

use super::{Context, Found, Lint};

pub const LINT: Lint = Lint { name: "review-due", about: "no day for review has passed", is_due: true, find };

fn find(context: &Context) -> Vec<Found> {
    let book = context.book();
    let of_laws = book.laws.iter().map(|law| (format!("laws/{}/law.json", law.id), law.review_by));
    std::iter::once(("rulebook.json".to_owned(), book.review_by))
        .chain(of_laws)
        .filter(|(_, review_by)| *review_by < context.today)
        .map(|(file, review_by)| {
            (file, "/review-by".to_owned(), format!("the review was due by `{review_by}`"))
        })
        .collect()
}
