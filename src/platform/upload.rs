//! Reading a file that a person picked. It is read inside the browser.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::JsValue;
use web_sys::{Event, HtmlInputElement};

/// Calls back with the text of the file that was picked; with nothing if it has more bytes than that or
/// cannot be read.
pub fn text(event: &Event, bytes_max: usize, on_text: impl Fn(Option<String>) + Clone + 'static) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return };
    let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
    // The same file may be picked again, and the page keeps no name of it.
    field.set_value("");
    if u32::try_from(bytes_max).is_ok_and(|most| file.size() > f64::from(most)) {
        return on_text(None);
    }
    let on_refused = on_text.clone();
    let read = Closure::<dyn FnMut(JsValue)>::new(move |text: JsValue| on_text(text.as_string()));
    let refused = Closure::<dyn FnMut(JsValue)>::new(move |_| on_refused(None));
    drop(file.text().then2(&read, &refused));
    // The browser calls one of them later; they are small, and few people open many files.
    read.forget();
    refused.forget();
}
