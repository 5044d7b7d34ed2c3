//! The page around this one, if there is one.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::JsValue;
use web_sys::{MessageEvent, Window};

/// Whether the page stands in a frame.
pub fn is_framed() -> bool {
    parent().is_some()
}

fn parent() -> Option<Window> {
    let window = web_sys::window()?;
    let parent = window.parent().ok().flatten()?;
    (!js_sys::Object::is(&parent, &window)).then_some(parent)
}

/// Whether the page has an origin. In a sandbox without `allow-same-origin` it has none.
pub fn has_origin() -> bool {
    web_sys::window().is_some_and(|window| window.origin() != "null")
}

/// The query and the fragment of the address.
pub fn query_and_fragment() -> (String, String) {
    let location = web_sys::window().map(|window| window.location());
    let read = |part: fn(&web_sys::Location) -> Result<String, JsValue>| {
        location.as_ref().and_then(|location| part(location).ok()).unwrap_or_default()
    };
    (read(web_sys::Location::search), read(web_sys::Location::hash))
}

/// The address without query and fragment, in which others could have put anything.
pub fn address() -> String {
    let location = web_sys::window().map(|window| window.location());
    let part = |read: fn(&web_sys::Location) -> Result<String, JsValue>| {
        location.as_ref().and_then(|location| read(location).ok()).unwrap_or_default()
    };
    format!("{}{}", part(web_sys::Location::origin), part(web_sys::Location::pathname))
}

/// The profile that this page's own file was written for.
pub fn profile_of_page() -> Option<String> {
    let document = web_sys::window()?.document()?;
    document.query_selector("meta[name=deemed-profile]").ok()??.get_attribute("content")
}

/// Sends a message, given as JSON, to the page around. It holds nothing that others may not read:
/// a page in a frame cannot always know who is around it.
pub fn post(json: &str) {
    if let (Some(parent), Ok(message)) = (parent(), js_sys::JSON::parse(json)) {
        parent.post_message(&message, "*").ok();
    }
}

/// Calls back with each message of the page around, as JSON, for as long as this page is there.
///
/// Messages of any other window are dropped, and so are those of another origin than the first parent
/// has, where the browser names it.
pub fn listen(on_message: impl Fn(String) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let closure = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if is_from_parent(&event)
            && let Some(text) = js_sys::JSON::stringify(&event.data()).ok().and_then(|text| text.as_string())
        {
            on_message(text);
        }
    });
    window.add_event_listener_with_callback("message", closure.as_ref().unchecked_ref()).ok();
    closure.forget();
}

fn is_from_parent(event: &MessageEvent) -> bool {
    let Some(parent) = parent() else { return false };
    let from_parent = event.source().is_some_and(|source| js_sys::Object::is(&source, &parent));
    from_parent && parent_origin().is_none_or(|origin| event.origin() == origin)
}

/// The origin of the page around, in browsers that tell it.
fn parent_origin() -> Option<String> {
    let window = web_sys::window()?;
    let all = js_sys::Reflect::get(&window.location(), &JsValue::from("ancestorOrigins")).ok()?;
    let origin = js_sys::Reflect::get_u32(&all, 0).ok()?.as_string()?;
    // Firefox says this of a parent that has an origin too, when its frame sends no referrer.
    (origin != "null").then_some(origin)
}

/// Gives the page the accent color of a profile, for light and for dark paper.
pub fn set_accent(light: &str, dark: &str) {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root.and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok()) {
        let style = root.style();
        style.set_property("--accent-light", light).ok();
        style.set_property("--accent-dark", dark).ok();
    }
}
