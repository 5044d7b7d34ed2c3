//! Saving a text as a file, without any request.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Hands the text to the browser as a plain text file. Some frames forbid it.
pub fn text(name: &str, text: &str) {
    file(name, "text/plain", text);
}

/// Hands the text to the browser as a file of that media type. Some frames forbid it.
pub fn file(name: &str, media_type: &str, text: &str) {
    let kind = BlobPropertyBag::new();
    kind.set_type(&format!("{media_type};charset=utf-8"));
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &kind) else { return };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
    if let Some(anchor) = anchor() {
        anchor.set_href(&address);
        anchor.set_download(name);
        anchor.click();
    }
    Url::revoke_object_url(&address).ok();
}

fn anchor() -> Option<HtmlAnchorElement> {
    let document = web_sys::window()?.document()?;
    document.create_element("a").ok()?.dyn_into().ok()
}
