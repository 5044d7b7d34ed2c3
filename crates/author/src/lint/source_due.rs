//! A source that was not checked for half a year.
//!
//! What: a source whose `checked` day is more than 180 days ago.
//! Why: texts move; a link that nobody opened for half a year is a promise that nobody keeps.
//! Example: `"checked": "2026-01-05"` on 22 November 2026.

use super::{Context, Found, Lint};

/// How long a check holds.
const DAYS_MAX: i64 = 180;

pub const LINT: Lint =
    Lint { name: "source-due", about: "every source was checked in the last 180 days", is_due: true, find };

fn find(context: &Context) -> Vec<Found> {
    let mut found = Vec::new();
    for source in context.book().sources.values() {
        let days = context.today.days() - source.checked.days();
        if days > DAYS_MAX {
            let message = format!("the source was last checked on `{}`, {days} days ago", source.checked);
            found.push((format!("sources/{}.json", source.id), "/checked".to_owned(), message));
        }
    }
    found
}
