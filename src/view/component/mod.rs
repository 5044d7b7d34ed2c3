//! Pieces of markup that several pages use.

pub mod citations;
pub mod contacts;
pub mod disclosure;
pub mod error_summary;
#[cfg(not(target_arch = "wasm32"))]
pub mod gallery;
pub mod languages;
pub mod letter;
pub mod link;
pub mod notice;
pub mod own_tab;
pub mod said;

pub use citations::{citations, citations_spelled};
pub use contacts::{contacts, institution, signposts};
pub use disclosure::disclosure;
pub use error_summary::error_summary;
pub use languages::{about_language, languages};
pub use letter::{Letter, own_answer, own_words};
pub use link::{back_link, link};
pub use notice::notice;
pub use own_tab::{framed_line, instead};
pub use said::{said, said_list};
