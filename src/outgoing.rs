//! What leaves the page by a person's own act, written out here and nowhere else.

mod reminder;

pub use reminder::{Reminder, reminder};
