//! What the page's script calls: words of languages, and the start.

use wasm_bindgen::prelude::wasm_bindgen;

/// Takes the words of a language.
#[wasm_bindgen]
pub fn learn(tag: &str, words: String) {
    deemed::language::learn(tag, words);
}

/// Notes that the words of a language did not come.
#[wasm_bindgen]
pub fn give_up(tag: &str) {
    deemed::language::give_up(tag);
}

/// Draws the page in a language; in English where its words are not there.
#[wasm_bindgen]
pub fn start(tag: &str) {
    deemed::view::start(tag);
}

/// The page's script calls `start` once it has the words of the first language.
fn main() {}
