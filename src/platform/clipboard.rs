//! Copying. The page writes to the clipboard and never reads it.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::JsValue;
use web_sys::Clipboard;

/// Copies the text, and says whether it worked. Some frames and old browsers forbid it.
pub fn copy(text: &str, on_done: impl Fn(bool) + Clone + 'static) {
    let Some(clipboard) = clipboard() else { return on_done(false) };
    let on_refused = on_done.clone();
    let worked = Closure::<dyn FnMut(JsValue)>::new(move |_| on_done(true));
    let refused = Closure::<dyn FnMut(JsValue)>::new(move |_| on_refused(false));
    drop(clipboard.write_text(text).then2(&worked, &refused));
    // The browser calls one of them later; they are small, and few people copy often.
    worked.forget();
    refused.forget();
}

/// The clipboard, where the browser has one: it has none on a page that was not loaded safely.
fn clipboard() -> Option<Clipboard> {
    let navigator = web_sys::window()?.navigator();
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
    (!clipboard.is_undefined() && !clipboard.is_null()).then(|| navigator.clipboard())
}
