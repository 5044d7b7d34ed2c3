//! The document: its root, its title, and what has the focus.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, HtmlElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element that the page is drawn into.
pub fn root() -> Option<Element> {
    document()?.get_element_by_id("app")
}

/// The day on which the page was built, as its head says: `YYYY-MM-DD`.
pub fn built() -> Option<String> {
    document()?.query_selector("meta[name=deemed-built]").ok()??.get_attribute("content")
}

/// Marks the text of the element of that id, as a person would to copy it, and moves the focus there.
pub fn select(id: &str) {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else { return };
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    if let Some(selection) = selection {
        selection.select_all_children(&element).ok();
    }
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        element.focus().ok();
    }
}

/// Sets the title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets the language of the whole document, and which way it is written.
pub fn set_language(tag: &str, direction: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        root.set_attribute("lang", tag).ok();
        root.set_attribute("dir", direction).ok();
    }
}

/// Moves the focus to the element of that id and brings it into view.
pub fn focus(id: &str) {
    if let Some(element) = find_by_id(id) {
        element.scroll_into_view();
        element.focus().ok();
    }
}

/// Moves the focus to the field of that id and brings the question above it into view.
pub fn focus_field(id: &str) {
    if let Some(element) = find_by_id(id) {
        element.focus().ok();
    }
    if let Some(heading) = find("h1") {
        heading.scroll_into_view();
    }
}

// An id may hold signs that mean something else in a selector.
fn find_by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

fn find(selector: &str) -> Option<HtmlElement> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// Moves the focus to the view's heading, with the top of the page in view.
pub fn focus_heading() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    if let Some(heading) = find("h1") {
        heading.focus().ok();
    }
}

/// Takes the focus from whatever has it.
pub fn blur() {
    let focused = document().and_then(|document| document.active_element());
    if let Some(element) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.blur().ok();
    }
}

/// Whether the program's page is the one that is seen; see `static/early.js`.
pub fn is_running() -> bool {
    let root = document().and_then(|document| document.document_element());
    root.is_some_and(|root| root.class_list().contains("running"))
}

/// Does something soon after the next frame was painted.
pub fn after_paint(work: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let later = Closure::once_into_js(work);
    let frame = Closure::once_into_js(move || {
        if let Some(window) = web_sys::window() {
            window.set_timeout_with_callback(later.unchecked_ref()).ok();
        }
    });
    window.request_animation_frame(frame.unchecked_ref()).ok();
}
