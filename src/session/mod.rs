//! What a person has done so far: answers, items, language and where they are. Never outcomes or text.
//!
//! Everything else is derived from this and the rulebook, so changing an early answer loses nothing and
//! leaves nothing stale.

mod action;
mod reading;
mod trail;

use deemed_engine::agenda::{self, Way};
use deemed_engine::model::{About, FactId, Law};
use deemed_engine::{Answer, Answers, Rulebook};

use crate::helper::Inputs;
use crate::saved::Notice;
use crate::text::Language;
pub use action::Action;
pub use reading::Reading;
pub use trail::Trail;

/// The most things that can be checked in one go.
pub const ITEMS_MAX: usize = 12;

/// Which texts the person wants looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reach {
    /// Law only.
    #[default]
    Law,
    /// Law, and bills as a what-if.
    Bills,
}

impl Reach {
    /// Whether a law is looked at.
    pub fn includes(self, law: &Law) -> bool {
        match self {
            Self::Law => law.status.is_law(),
            Self::Bills => true,
        }
    }
}

/// What the page shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum View {
    /// What this is.
    #[default]
    Start,
    /// One question, about the thing of that place.
    Question {
        /// Which question.
        fact: FactId,
        /// About which thing.
        item: usize,
    },
    /// All answers.
    Check,
    /// Results under the law in force.
    Results,
    /// What bills would do.
    Bills,
    /// The law in force beside the bills.
    Beside,
    /// Questions to take to others.
    TakeAlong,
    /// Something to read.
    Reading(Reading),
    /// Keeping answers, and sharing the check.
    Keep,
    /// What is promised, and what is not.
    Promise,
    /// Where this program comes from.
    About,
    /// All sources, at one of them.
    Sources(Option<String>),
    /// Everything is wiped.
    Left,
}

/// What is picked on the view and not yet given as an answer. It is gone once the view is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Draft {
    /// The choice that is marked.
    pub answer: Option<Answer>,
    /// The code that is looked up, as its place in the rulebook's list.
    pub code: Option<usize>,
    /// What is put into a helper.
    pub helper: Inputs,
    /// How often Continue was pressed without a choice.
    pub refusals: u32,
    /// Whether results that are no difference between law and bills are shown too.
    pub is_all_shown: bool,
    /// Whether the questions to take along say the answers too.
    pub are_answers_taken: bool,
    /// Groups of questions to take along whose tick was changed, by their places.
    pub changed_ticks: u32,
    /// Whether copying worked, once it was tried.
    pub copied: Option<bool>,
}

/// The state of one visit.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// The language of the page.
    pub language: Language,
    /// Whether the person chose it; then no embedding page may change it.
    pub is_language_chosen: bool,
    /// Answers about the person, shared by all things.
    pub person: Answers,
    /// Answers about each thing the person works with; at least one.
    pub items: Vec<Answers>,
    /// Which texts are looked at.
    pub reach: Reach,
    /// Where to go when nothing is left to ask.
    pub aim: View,
    /// What is marked on the question in view.
    pub draft: Draft,
    /// What to tell about the last file or link; gone once the view is left.
    pub notice: Option<Notice>,
    /// The views that the browser's back button can reach.
    pub trail: Trail,
}

impl Default for Session {
    fn default() -> Self {
        Self {
            language: Language::default(),
            is_language_chosen: false,
            person: Answers::new(),
            items: vec![Answers::new()],
            reach: Reach::default(),
            aim: View::Check,
            draft: Draft::default(),
            notice: None,
            trail: Trail::default(),
        }
    }
}

impl Session {
    /// The view.
    pub fn view(&self) -> &View {
        self.trail.view()
    }

    /// All answers that concern a thing: those about the person and those about the thing.
    pub fn answers(&self, item: usize) -> Answers {
        let mut all = self.person.clone();
        for (fact, answer) in self.items.get(item).iter().flat_map(|answers| answers.iter()) {
            all.set(fact, answer);
        }
        all
    }

    /// The answers about a thing that count, and what to ask next.
    pub fn way(&self, rulebook: &Rulebook, item: usize) -> Way {
        agenda::way(rulebook, &self.answers(item), |law| self.reach.includes(law))
    }

    /// Whether anything is answered.
    pub fn is_answered(&self) -> bool {
        !self.person.is_empty() || self.items.iter().any(|item| !item.is_empty())
    }

    /// The next question of any thing, or where to go after the last.
    fn next_view(&self, rulebook: &Rulebook) -> View {
        let next = (0..self.items.len())
            .find_map(|item| self.way(rulebook, item).next.map(|fact| View::Question { fact, item }));
        next.unwrap_or_else(|| self.aim.clone())
    }

    fn store(&mut self, rulebook: &Rulebook, fact: FactId, item: usize, answer: Answer) {
        let Some(question) = rulebook.book().question_of(fact) else { return };
        match question.about {
            About::Person => self.person.set(fact, answer),
            About::Item => {
                if let Some(answers) = self.items.get_mut(item) {
                    answers.set(fact, answer);
                }
            }
        }
    }
}
