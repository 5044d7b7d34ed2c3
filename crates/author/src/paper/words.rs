//! Text for HTML, and conditions in words.

use deemed_engine::Book;
use deemed_engine::condition::Condition;

use crate::names;

/// How many values are listed before they are counted.
const LISTED_MAX: usize = 12;

/// Text that is safe inside HTML and inside its attributes.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A condition as a reader of statutes would write it, as HTML.
pub fn condition(book: &Book, when: &Condition) -> String {
    match when {
        Condition::Among(fact, values) => {
            let labels =
                values.iter().take(LISTED_MAX).map(|value| escaped(names::value(book, *fact, *value)));
            let labels: Vec<String> = labels.collect();
            let more = match values.len().checked_sub(LISTED_MAX) {
                Some(more) if more > 0 => format!(" or {more} more"),
                _ => String::new(),
            };
            format!("<i>{}</i> is {}{more}", escaped(names::fact(book, *fact)), labels.join(" or "))
        }
        Condition::Concept(at) => book.concepts.get(*at).map_or_else(String::new, |concept| {
            format!("<a href=\"#concept-{}\">{}</a>", concept.id, escaped(&concept.title.english))
        }),
        Condition::All(parts) => joined(book, parts, " and "),
        Condition::Any(parts) => joined(book, parts, " or "),
        Condition::Not(part) => format!("not ({})", condition(book, part)),
    }
}

fn joined(book: &Book, parts: &[Condition], with: &str) -> String {
    let one = |part: &Condition| match part {
        Condition::All(_) | Condition::Any(_) => format!("({})", condition(book, part)),
        Condition::Among(..) | Condition::Concept(_) | Condition::Not(_) => condition(book, part),
    };
    parts.iter().map(one).collect::<Vec<_>>().join(with)
}
