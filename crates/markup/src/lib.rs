//! `html!`, the macro in which the views are written.
//!
//! It takes the markup that Yew's own macro takes, as far as the views use it, and makes a template of it:
//! one text, with a list of what is put into it. Yew's macro makes program text for each element instead,
//! which was nearly half of all code. Why and how much: `docs/decisions/0009-templates.md`.

mod children;
mod element;
mod template;

use proc_macro::TokenStream;
use syn::parse_macro_input;

use crate::children::Root;

/// Markup as a node of Yew.
///
/// - `<p class="lead" id={id} {dir}>…</p>`, `<br />`: elements, their attributes, and a value named as its
///   attribute
/// - `onclick={callback}`, `onchange={callback}`, `key={…}`: as in Yew
/// - `{ value }`: anything that can stand in markup; `{ for values }`: several
/// - `if condition { … } else { … }`, with markup in the braces
/// - `<>…</>`: several nodes as one
///
/// It is used inside the package `deemed`, whose `view::markup` puts templates together.
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    let root = parse_macro_input!(input as Root);
    root.expand().unwrap_or_else(syn::Error::into_compile_error).into()
}
