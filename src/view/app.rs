//! The app: holds the session and keeps the browser's history, title and focus in step with it.

use std::ops::Deref;
use std::rc::Rc;

use deemed_engine::Rulebook;
use deemed_engine::date::Date;
use yew::prelude::*;

use crate::language::{self, State};
use crate::platform::{document, history, paper};
use crate::saved::{self, Way};
use crate::session::{Action, Session};
use crate::text::{Language, Text};
use crate::view::around::{Around, use_host};
use crate::view::{Scope, brief, frame, title};

/// A rulebook shared by reference; the same only if it is the very same.
#[derive(Debug, Clone)]
pub struct Shared(pub Rc<Rulebook>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Shared {
    type Target = Rulebook;

    fn deref(&self) -> &Rulebook {
        &self.0
    }
}

/// What the app is started with.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct AppProperties {
    /// The rulebook.
    pub rulebook: Shared,
    /// Today.
    pub today: Date,
    /// The day on which the page was built, where it is known.
    pub built: Option<Date>,
    /// What is around the page.
    pub around: Around,
    /// Whether a browser is there to keep in step.
    pub is_live: bool,
    /// Where to begin, if not at the start.
    pub session: Option<Session>,
}

struct Store {
    rulebook: Shared,
    session: Session,
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let session = self.session.clone().apply(&self.rulebook, action);
        Rc::new(Self { rulebook: self.rulebook.clone(), session })
    }
}

/// The app.
#[component]
pub fn App(properties: &AppProperties) -> Html {
    let store = {
        let properties = properties.clone();
        use_reducer(move || Store { session: first_session(&properties), rulebook: properties.rulebook })
    };
    let send = {
        let dispatcher = store.dispatcher();
        use_callback((), move |action, ()| dispatcher.dispatch(action))
    };
    let session = &store.session;
    let language = session.language.or_english();
    let scope = Scope {
        rulebook: &store.rulebook,
        session,
        text: Text::new(language),
        today: properties.today,
        built: properties.built,
        around: &properties.around,
        send: &send,
    };
    use_history(session.trail.at(), send.clone());
    use_host(&properties.around, session, send.clone());
    use_title_and_focus(session, title(&scope), properties.is_live);
    use_language(language);
    let is_brief = brief::use_brief(session.trail.moves());
    brief::draw(is_brief, || frame::frame(&scope))
}

/// After a reload the browser still knows its place; the answers are gone, so the start is shown there.
fn first_session(properties: &AppProperties) -> Session {
    let mut session = properties.session.clone().unwrap_or_default();
    // A page of a language is asked for by its address, which says more than what an institution wants.
    if session.language == Language::ENGLISH {
        session.language = properties.around.language().unwrap_or_default();
    }
    let place = if properties.is_live { history::place() } else { None };
    let session = match place {
        Some(place) => session.apply(&properties.rulebook, Action::Visit(place)),
        None => session,
    };
    let part = if properties.is_live { history::take_fragment(saved::LINK_PART) } else { None };
    match part {
        Some(part) => session.apply(&properties.rulebook, Action::OpenSaved(Way::Link, Some(part))),
        None => session,
    }
}

/// Adds an entry to the browser's history for each new place, and follows back and forward.
#[hook]
fn use_history(at: usize, send: Callback<Action>) {
    let browser_at = use_mut_ref(|| None);
    {
        let browser_at = Rc::clone(&browser_at);
        use_effect_with((), move |()| {
            paper::open_on_print();
            let listener = history::listen(move |place| {
                let part = history::take_fragment(saved::LINK_PART);
                *browser_at.borrow_mut() = Some(place);
                send.emit(Action::Visit(place));
                // A link with answers that was opened in this tab.
                if part.is_some() {
                    send.emit(Action::OpenSaved(Way::Link, part));
                }
            });
            move || drop(listener)
        });
    }
    use_effect_with(at, move |at| {
        let known = browser_at.borrow_mut().replace(*at);
        match known {
            None => history::replace(*at),
            Some(known) if known != *at => history::push(*at),
            Some(_) => {}
        }
    });
}

/// Tells the browser the language, and draws anew when the words of another language came.
#[hook]
fn use_language(spoken: Language) {
    let draw = use_force_update();
    use_effect_with((), move |()| {
        // Words may have come since the page was first drawn; in the single file they come at once.
        let has_come = |language: Language| language.state() != State::Coming;
        if Language::all().skip(1).any(has_come) {
            draw.force_update();
        }
        language::on_change(move || draw.force_update());
    });
    use_effect_with(spoken, |spoken| document::set_language(spoken.tag(), spoken.direction()));
}

/// Sets the title, and moves the focus: to the heading of a new view, to the summary of a new error.
#[hook]
fn use_title_and_focus(session: &Session, title: String, is_live: bool) {
    use_effect_with(title, |title| document::set_title(title));
    let place = (session.trail.moves(), session.draft.refusals);
    let last = use_mut_ref(|| place);
    // A browser lays everything out at once when what has the focus is taken away, the new view and the
    // old; so it is let go before.
    if last.borrow().0 != place.0 && is_live && document::is_running() {
        document::blur();
    }
    use_effect_with(place, move |(moves, refusals)| {
        let (moves_before, refusals_before) = last.replace((*moves, *refusals));
        if *moves != moves_before {
            document::focus_heading();
        } else if *refusals > refusals_before {
            document::focus("error-summary");
        }
    });
}
