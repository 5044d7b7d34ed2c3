//! The pages, one file each.

mod about;
mod answer_field;
mod beside;
mod bills;
mod check;
mod code_field;
mod drawing;
mod keep;
mod left;
mod outputs;
mod path;
mod promise;
mod question;
mod reading;
mod result;
mod result_parts;
mod results;
mod rights;
mod sources;
mod start;
mod take_along;

pub use about::about;
pub use beside::beside;
pub use bills::bills;
pub use check::check;
pub use keep::keep;
pub use left::left;
pub use promise::promise;
pub use question::question;
pub use reading::reading;
pub use results::results;
pub use sources::sources;
pub use start::start;
pub use take_along::take_along;
