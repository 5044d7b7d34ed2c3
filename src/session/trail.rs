//! The views that were visited, in step with the browser's history.
//!
//! The browser keeps only a view's place; the view itself stays here and is gone after a reload.

use super::View;

/// A place beyond this did not come from us.
const PLACE_MAX: usize = 5_000;

/// Views by place, and the place that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trail {
    views: Vec<View>,
    at: usize,
    moves: u32,
}

impl Default for Trail {
    fn default() -> Self {
        Self { views: vec![View::Start], at: 0, moves: 0 }
    }
}

impl Trail {
    /// The view that is shown.
    pub fn view(&self) -> &View {
        self.views.get(self.at).unwrap_or(&View::Start)
    }

    /// Its place.
    pub fn at(&self) -> usize {
        self.at
    }

    /// How often the view has changed.
    pub fn moves(&self) -> u32 {
        self.moves
    }

    /// Goes on to a view; what lay ahead is dropped, as browsers do.
    pub fn push(&mut self, view: View) {
        if *self.view() != view {
            self.views.truncate(self.at + 1);
            self.views.push(view);
            self.at += 1;
        }
        self.moves = self.moves.wrapping_add(1);
    }

    /// Goes to a place that the browser names. One that is not known, for instance after a reload,
    /// shows the start.
    pub fn visit(&mut self, place: usize) {
        let place = if place > PLACE_MAX { 0 } else { place };
        if place >= self.views.len() {
            self.views.resize(place + 1, View::Start);
        }
        self.at = place;
        self.moves = self.moves.wrapping_add(1);
    }

    /// Shows another view at the same place.
    pub fn replace(&mut self, view: View) {
        if let Some(shown) = self.views.get_mut(self.at) {
            *shown = view;
        }
    }

    /// Turns every question into the list of answers: their things have changed places.
    pub fn forget_questions(&mut self) {
        for view in &mut self.views {
            if let View::Question { .. } = view {
                *view = View::Check;
            }
        }
    }

    /// Forgets every view and shows this one in their place.
    pub fn wipe(&mut self, view: View) {
        self.views.clear();
        self.views.resize(self.at, View::Start);
        self.views.push(view);
        self.moves = self.moves.wrapping_add(1);
    }
}
