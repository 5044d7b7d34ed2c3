//! The pages that can be read without answering anything.

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reading {
    /// Claims that circulate, and what the texts say.
    Claims,
    /// What happened to the law, year by year.
    Timeline,
    /// What a letter to one company is.
    Instructions,
    /// What an employer may ask, and what not.
    Rights,
    /// Other rules that this audience meets.
    Signposts,
    /// What changed in the rulebook.
    Changes,
}

impl Reading {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 6] =
        [Self::Claims, Self::Timeline, Self::Rights, Self::Instructions, Self::Signposts, Self::Changes];

    /// The deck whose cards it shows, if it shows cards.
    pub fn deck(self) -> Option<&'static str> {
        match self {
            Self::Claims => Some("claims"),
            Self::Timeline => Some("timeline"),
            Self::Instructions => Some("instructions"),
            Self::Rights => Some("rights"),
            Self::Signposts => Some("signposts"),
            Self::Changes => None,
        }
    }
}
