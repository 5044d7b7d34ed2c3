//! The browser's history. An entry holds a view's place, a small number, and the address never changes.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::JsValue;
use web_sys::{History, PopStateEvent, Window};

fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

fn place_of(state: &JsValue) -> Option<usize> {
    let number = state.as_f64()?;
    let whole = number.fract() == 0.0 && (0.0..=f64::from(u16::MAX)).contains(&number);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked just above")]
    whole.then_some(number as usize)
}

fn state_of(place: usize) -> JsValue {
    JsValue::from(u32::try_from(place).unwrap_or_default())
}

/// The place that the present entry holds; none on a first visit.
pub fn place() -> Option<usize> {
    place_of(&history()?.state().ok()?)
}

/// Adds an entry.
pub fn push(place: usize) {
    if let Some(history) = history() {
        history.push_state_with_url(&state_of(place), "", None).ok();
    }
}

/// Gives the present entry a place.
pub fn replace(place: usize) {
    if let Some(history) = history() {
        history.replace_state_with_url(&state_of(place), "", None).ok();
    }
}

/// Goes one entry back.
pub fn back() {
    if let Some(history) = history() {
        history.back().ok();
    }
}

/// Listens until it is dropped.
pub struct Listener {
    window: Window,
    closure: Closure<dyn Fn(PopStateEvent)>,
}

/// Calls back with the place whenever the person goes back or forward.
pub fn listen(on_visit: impl Fn(usize) + 'static) -> Option<Listener> {
    let window = web_sys::window()?;
    let closure = Closure::<dyn Fn(PopStateEvent)>::new(move |event: PopStateEvent| {
        on_visit(place_of(&event.state()).unwrap_or_default());
    });
    window.add_event_listener_with_callback("popstate", closure.as_ref().unchecked_ref()).ok()?;
    Some(Listener { window, closure })
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.window
            .remove_event_listener_with_callback("popstate", self.closure.as_ref().unchecked_ref())
            .ok();
    }
}

/// Takes the part of that name out of what stands behind the `#` of the address, so that the bar and the
/// present entry no longer hold it. Gives the part.
pub fn take_fragment(name: &str) -> Option<String> {
    let location = web_sys::window()?.location();
    let fragment = location.hash().ok()?;
    let is_wanted = |part: &&str| part.strip_prefix(name).is_some_and(|rest| rest.starts_with('='));
    let parts = fragment.strip_prefix('#')?.split('&');
    let (taken, kept): (Vec<&str>, Vec<&str>) = parts.partition(is_wanted);
    let part = taken.first()?;
    let kept = if kept.is_empty() { String::new() } else { format!("#{}", kept.join("&")) };
    let path = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    let history = history()?;
    let state = history.state().unwrap_or(JsValue::NULL);
    history.replace_state_with_url(&state, "", Some(&format!("{path}{kept}"))).ok();
    Some((*part).to_owned())
}
