//! The pages, one file each.

mod answer_field;
mod bills;
mod check;
mod code_field;
mod left;
mod question;
mod result;
mod result_parts;
mod results;
mod sources;
mod start;

pub use bills::bills;
pub use check::check;
pub use left::left;
pub use question::question;
pub use results::results;
pub use sources::sources;
pub use start::start;
