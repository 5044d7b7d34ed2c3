//! What every view needs at hand.

use deemed_engine::date::Date;
use deemed_engine::{Book, Rulebook};
use yew::Callback;

use crate::session::{Action, Session, View};
use crate::text::Text;
use crate::view::Around;

/// Rulebook, session, texts, the day, and the way to act.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// The rulebook.
    pub rulebook: &'a Rulebook,
    /// The session.
    pub session: &'a Session,
    /// The texts.
    pub text: Text,
    /// Today.
    pub today: Date,
    /// The day on which the page was built, where it is known.
    pub built: Option<Date>,
    /// What is around the page.
    pub around: &'a Around,
    /// Takes what a person does.
    pub send: &'a Callback<Action>,
}

impl<'a> Scope<'a> {
    /// The rulebook as written.
    pub fn book(&self) -> &'a Book {
        self.rulebook.book()
    }

    /// A callback that sends an action, whatever the event.
    pub fn on<Event: 'static>(&self, action: Action) -> Callback<Event> {
        self.send.reform(move |_| action.clone())
    }

    /// A callback that opens a view.
    pub fn open<Event: 'static>(&self, view: View) -> Callback<Event> {
        self.on(Action::Open(view))
    }
}
