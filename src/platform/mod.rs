//! The browser, as the rest of the program needs it: strings, numbers and callbacks.
//!
//! Nothing else names `web_sys` or `js_sys`. Nothing here knows the rulebook, the session or the views.
//! What a browser refuses, for instance inside a frame, is left undone.

pub mod build;
pub mod clipboard;
pub mod clock;
pub mod document;
pub mod download;
pub mod field;
pub mod history;
pub mod host;
pub mod paper;
pub mod upload;
