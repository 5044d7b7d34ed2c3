//! Drawing a new view in two steps: first what is seen at once, then, after it was painted, the rest.
//!
//! What closed parts hide, what long lists offer and what stands below the first result is most of a view's
//! elements. A person reads for seconds before they come to one; a slow phone needs tens of milliseconds to
//! make them.

use std::cell::Cell;

use yew::prelude::*;

use crate::platform::document;

thread_local! {
    static IS_BRIEF: Cell<bool> = const { Cell::new(false) };
}

/// Draws, and leaves out what is not seen at once if `is_brief`.
pub fn draw(is_brief: bool, draw: impl FnOnce() -> Html) -> Html {
    IS_BRIEF.set(is_brief);
    let drawn = draw();
    IS_BRIEF.set(false);
    drawn
}

/// Something that is not seen at once: nothing, while only the rest is drawn.
pub fn later(content: impl FnOnce() -> Html) -> Html {
    if IS_BRIEF.get() { Html::default() } else { content() }
}

/// Whether the view at a place is to be drawn in brief; draws it whole once that was painted.
///
/// The first view and what is drawn out of sight before the page is taken over are whole at once.
#[hook]
pub fn use_brief(moves: u32) -> bool {
    let whole = use_state_eq(|| moves);
    let is_brief = *whole != moves && document::is_running();
    use_effect_with(moves, move |moves| {
        let moves = *moves;
        document::after_paint(move || whole.set(moves));
    });
    is_brief
}
