//! The shape of a profile's file. `docs/embedding/profiles.md` says the same in prose.

use crate::shape::{Field, Shape, may, must};

/// A text by language tag; English is always there.
const TEXTS: Shape = Shape::Map(&Shape::Words);

const PROFILE: &[Field] = &[
    must("id", Shape::Id, "name of the file, and what an address may say after `?for=`"),
    must("name", TEXTS, "name of the institution, by language"),
    may("invented", Shape::Flag, "true for one that does not exist"),
    must("domains", Shape::Some(&Shape::Text), "domains on which its pages and mailboxes are"),
    must("languages", Shape::Some(&Shape::Text), "language tags that it wants offered, the first first"),
    may("accent", Shape::Object(ACCENT), "a color of its own for links and buttons"),
    must("reviewed", Shape::Date, "day on which the institution confirmed this"),
    must("review-by", Shape::Date, "day after which the page says that this may be out of date"),
    must("contacts", Shape::Some(&Shape::Object(CONTACT)), "whom to ask there"),
    may("signposts", Shape::List(&Shape::Object(SIGNPOST)), "its own pages worth a look"),
];
const ACCENT: &[Field] = &[
    must("light", Shape::Text, "#rrggbb on light paper"),
    must("dark", Shape::Text, "#rrggbb on dark paper"),
];
const CONTACT: &[Field] = &[
    must("id", Shape::Id, "name of the contact"),
    must("title", TEXTS, "the office, by language"),
    must("page", Shape::Address, "its page"),
    may("email", Shape::Text, "its mailbox"),
    must("words", Shape::Map(&TEXTS), "what to say there, by kind of outcome and language"),
];
const SIGNPOST: &[Field] = &[
    must("id", Shape::Id, "name of the signpost"),
    must("title", TEXTS, "what the page is, by language"),
    must("says", TEXTS, "why to look at it, by language"),
    must("page", Shape::Address, "the page"),
    must("checked", Shape::Date, "day on which it was last checked"),
    must("expires", Shape::Date, "day after which it says that it may be out of date"),
];

/// The shape of a profile's file.
pub const SHAPE: Shape = Shape::Object(PROFILE);
