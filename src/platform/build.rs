//! What the document says about the program: its build, and whether the connection is closed.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Whether the second policy stands, which forbids every request.
pub fn is_closed() -> bool {
    document().and_then(|document| document.get_element_by_id("airlock")).is_some()
}

/// The content of the `meta` element of that name.
pub fn meta(name: &str) -> String {
    let element = document()
        .and_then(|document| document.query_selector(&format!("meta[name='{name}']")).ok().flatten());
    element.and_then(|element| element.get_attribute("content")).unwrap_or_default()
}

/// Name and digest of every file that the browser checked.
pub fn checked_files() -> Vec<(String, String)> {
    let Some(document) = document() else { return Vec::new() };
    let mut files = Vec::new();
    let Ok(found) = document.query_selector_all("[integrity], [data-integrity]") else { return files };
    for place in 0..found.length() {
        let element = found.item(place).and_then(|node| node.dyn_into::<Element>().ok());
        let Some(element) = element else { continue };
        for (address, digest) in
            [("src", "integrity"), ("href", "integrity"), ("data-program", "data-integrity")]
        {
            if let (Some(address), Some(digest)) =
                (element.get_attribute(address), element.get_attribute(digest))
            {
                let name = address.rsplit('/').next().unwrap_or_default().to_owned();
                files.push((name, digest));
            }
        }
    }
    files
}
