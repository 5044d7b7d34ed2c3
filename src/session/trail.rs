//! The views that were visited, in step with the browser's history.
//!
//! The browser keeps only a view's place; the view itself stays here and is gone after a reload.

use super::View;

/// A place beyond this did not come from us.
const PLACE_MAX: usize = 5_000;

/// Views by place, and the place that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trail {
    /// Places before this one were wiped and show the start, so that a long day leaves nothing here.
    first: usize,
    /// The views from there on.
    views: Vec<View>,
    at: usize,
    moves: u32,
}

impl Default for Trail {
    fn default() -> Self {
        Self { first: 0, views: vec![View::Start], at: 0, moves: 0 }
    }
}

impl Trail {
    /// The view that is shown.
    pub fn view(&self) -> &View {
        self.at.checked_sub(self.first).and_then(|nth| self.views.get(nth)).unwrap_or(&View::Start)
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
            self.at += 1;
            // From a wiped place a new way begins.
            self.views.truncate(self.at.saturating_sub(self.first));
            self.first = self.first.min(self.at);
            self.views.push(view);
        }
        self.moves = self.moves.wrapping_add(1);
    }

    /// Goes to a place that the browser names. One that is not known, for instance after a reload,
    /// shows the start.
    pub fn visit(&mut self, place: usize) {
        let place = if place > PLACE_MAX { 0 } else { place };
        let count = (place + 1).saturating_sub(self.first);
        if count > self.views.len() {
            self.views.resize(count, View::Start);
        }
        self.at = place;
        self.moves = self.moves.wrapping_add(1);
    }

    /// Shows another view at the same place.
    pub fn replace(&mut self, view: View) {
        let shown = self.at.checked_sub(self.first).and_then(|nth| self.views.get_mut(nth));
        if let Some(shown) = shown {
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
        self.first = self.at;
        self.views.clear();
        self.views.push(view);
        self.moves = self.moves.wrapping_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(trail: &mut Trail, places: std::ops::Range<usize>) -> Vec<View> {
        places
            .map(|place| {
                trail.visit(place);
                trail.view().clone()
            })
            .collect()
    }

    /// Check, results and bills after the start.
    fn walked() -> Trail {
        let mut trail = Trail::default();
        for view in [View::Check, View::Results, View::Bills] {
            trail.push(view);
        }
        trail
    }

    #[test]
    fn wiping_leaves_one_view_and_everything_before_shows_the_start() {
        let mut trail = walked();
        trail.visit(2);
        trail.wipe(View::Left);
        assert_eq!((trail.at(), trail.view()), (2, &View::Left));
        assert_eq!(seen(&mut trail, 0..4), [View::Start, View::Start, View::Left, View::Start]);
    }

    #[test]
    fn from_a_wiped_place_a_new_way_begins() {
        let mut trail = walked();
        trail.wipe(View::Left);
        trail.visit(1);
        trail.push(View::Check);
        trail.push(View::Results);
        assert_eq!((trail.at(), trail.view()), (3, &View::Results));
        assert_eq!(seen(&mut trail, 0..4), [View::Start, View::Start, View::Check, View::Results]);
    }

    #[test]
    fn a_thousand_wiped_visits_leave_no_more_than_one() {
        let mut trail = Trail::default();
        for _ in 0..1_000 {
            trail.push(View::Check);
            trail.push(View::Results);
            trail.wipe(View::Left);
        }
        assert_eq!((trail.views.len(), trail.at()), (1, 2_000));
        trail.replace(View::Check);
        assert_eq!(trail.view(), &View::Check);
    }
}
