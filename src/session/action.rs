//! What a person can do, and what follows.

use deemed_engine::model::FactId;
use deemed_engine::{Answer, Answers, Rulebook};

use crate::helper::Field;
use crate::saved::{self, Notice, Refusal, Way};
use crate::text::Language;

use super::{Draft, ITEMS_MAX, Reach, Session, View};

/// One thing that a person did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Begins or goes on with the questions.
    Begin,
    /// Marks a choice.
    Pick(Option<Answer>),
    /// Looks a code up, by its place in the rulebook's list.
    LookUp(Option<usize>),
    /// Puts something into a helper, or takes it out.
    Fill(Field, Option<u16>),
    /// Gives the marked choice as the answer.
    Continue,
    /// Goes back to a question to change its answer.
    Change {
        /// Which question.
        fact: FactId,
        /// About which thing.
        item: usize,
    },
    /// Adds another thing to check.
    AddItem,
    /// Takes a thing away, with its answers.
    RemoveItem(usize),
    /// Wants the bills looked at too.
    LookAtBills,
    /// Wants every result beside the others, or only the differences.
    ShowAll(bool),
    /// Wants the answers among what is taken along, or not.
    TakeAnswers(bool),
    /// Takes a group of questions along, or leaves it out: changes its tick.
    Tick(u32),
    /// The browser copied the questions, or refused to.
    Copied(bool),
    /// Goes to a view.
    Open(View),
    /// The browser's history went to a place.
    Visit(usize),
    /// The page around this one would like a language. What the person chose stands.
    Suggest(Language),
    /// Chooses a language.
    Speak(Language),
    /// Opens kept answers: the text of a file, or what stood behind the `#`. Nothing if there was too much.
    OpenSaved(Way, Option<String>),
    /// Wipes everything.
    Clear,
}

impl Session {
    /// The session after an action.
    #[must_use]
    pub fn apply(mut self, rulebook: &Rulebook, action: Action) -> Self {
        match action {
            Action::Begin => {
                self.aim = View::Check;
                let next = self.next_view(rulebook);
                self.open(next);
            }
            Action::Pick(answer) => self.draft.answer = answer,
            Action::LookUp(code) => self.draft.code = code,
            Action::Fill(field, value) => self.draft.helper.set(field, value),
            Action::Continue => self.go_on(rulebook),
            Action::Change { fact, item } => {
                self.aim = View::Check;
                self.open(View::Question { fact, item });
            }
            Action::AddItem => self.add_item(rulebook),
            Action::RemoveItem(item) => self.remove_item(item),
            Action::LookAtBills => {
                self.reach = Reach::Bills;
                self.aim = View::Beside;
                let next = self.next_view(rulebook);
                self.open(next);
            }
            Action::ShowAll(all) => self.draft.is_all_shown = all,
            Action::TakeAnswers(take) => {
                // What was copied before is not what is shown now.
                self.draft.copied = None;
                self.draft.are_answers_taken = take;
            }
            Action::Tick(place) => {
                self.draft.copied = None;
                self.draft.changed_ticks ^= 1_u32.checked_shl(place).unwrap_or_default();
            }
            Action::Copied(worked) => self.draft.copied = Some(worked),
            Action::Open(view) => self.open(view),
            Action::Visit(place) => {
                self.trail.visit(place);
                self.arrive();
            }
            Action::Suggest(language) => {
                if !self.is_language_chosen {
                    self.language = language;
                }
            }
            Action::Speak(language) => {
                self.language = language;
                self.is_language_chosen = true;
            }
            Action::OpenSaved(way, text) => self.open_saved(rulebook, way, text.as_deref()),
            Action::Clear => self.clear(),
        }
        self
    }

    fn open(&mut self, view: View) {
        self.trail.push(view);
        self.arrive();
    }

    /// Makes the view in reach sound, and marks what was answered before.
    fn arrive(&mut self) {
        self.draft = Draft::default();
        self.notice = None;
        if let View::Question { fact, item } = *self.view() {
            // A thing that was taken away since may still be named in the browser's history.
            if item >= self.items.len() {
                self.trail.replace(View::Check);
            } else {
                self.draft.answer = self.answers(item).get(fact);
            }
        }
    }

    fn go_on(&mut self, rulebook: &Rulebook) {
        let View::Question { fact, item } = *self.view() else { return };
        match self.draft.answer {
            Some(answer) => {
                self.store(rulebook, fact, item, answer);
                let next = self.next_view(rulebook);
                self.open(next);
            }
            None => self.draft.refusals = self.draft.refusals.saturating_add(1),
        }
    }

    fn add_item(&mut self, rulebook: &Rulebook) {
        if self.items.len() < ITEMS_MAX {
            self.items.push(Answers::new());
            self.aim = View::Check;
        }
        let next = self.next_view(rulebook);
        self.open(next);
    }

    fn remove_item(&mut self, item: usize) {
        if self.items.len() > 1 && item < self.items.len() {
            self.items.remove(item);
            self.trail.forget_questions();
            self.open(View::Check);
        }
    }

    fn open_saved(&mut self, rulebook: &Rulebook, way: Way, text: Option<&str>) {
        // A link can come from others, for instance from a page around this one; a file is picked by hand.
        let read = match (way, text) {
            (_, None) => Err(Refusal::TooLarge),
            (Way::Link, Some(_)) if self.is_answered() => Err(Refusal::InUse),
            (Way::Link, Some(text)) => saved::from_link(rulebook, text).unwrap_or(Err(Refusal::NotAnswers)),
            (Way::File, Some(text)) => saved::read(rulebook, text),
        };
        match read {
            Ok(found) => {
                (self.person, self.items, self.reach) = (found.person, found.items, found.reach);
                self.aim = View::Check;
                self.trail.forget_questions();
                self.open(View::Check);
                self.notice = Some(Notice::Read(way, found.origin));
            }
            Err(refusal) => self.notice = Some(Notice::Refused(way, refusal)),
        }
    }

    fn clear(&mut self) {
        let mut fresh =
            Self { language: self.language, is_language_chosen: self.is_language_chosen, ..Self::default() };
        fresh.trail = std::mem::take(&mut self.trail);
        fresh.trail.wipe(View::Left);
        *self = fresh;
    }
}
