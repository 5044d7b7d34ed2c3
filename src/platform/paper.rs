//! Printing.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlDetailsElement, Window};

/// Opens the browser's print dialog. Some frames forbid it.
pub fn print() {
    if let Some(window) = web_sys::window() {
        window.print().ok();
    }
}

/// Opens whatever can be opened, since closed parts are missing on paper.
pub fn open_on_print() {
    let Some(window) = web_sys::window() else { return };
    let open = Closure::<dyn Fn()>::new(|| set_all_open(true));
    let close = Closure::<dyn Fn()>::new(|| set_all_open(false));
    listen(&window, "beforeprint", &open);
    listen(&window, "afterprint", &close);
    // They listen as long as the page is there.
    open.forget();
    close.forget();
}

fn listen(window: &Window, event: &str, closure: &Closure<dyn Fn()>) {
    window.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref()).ok();
}

fn set_all_open(open: bool) {
    const OPENED: &str = "data-opened-for-print";
    let selector = if open { "details:not([open])".to_owned() } else { format!("details[{OPENED}]") };
    let found = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector_all(&selector).ok());
    let Some(found) = found else { return };
    for place in 0..found.length() {
        let details = found.item(place).and_then(|node| node.dyn_into::<HtmlDetailsElement>().ok());
        if let Some(details) = details {
            details.set_open(open);
            if open {
                details.set_attribute(OPENED, "").ok();
            } else {
                details.remove_attribute(OPENED).ok();
            }
        }
    }
}
