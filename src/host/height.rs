//! How high a frame should be. Of the answers it must tell nothing.

/// What kind of view is shown. Every person comes by each of the first three, whatever they answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// The start and the questions.
    Asking,
    /// The list of answers.
    Checking,
    /// Results and everything else to read.
    Reading,
}

/// One of the three heights. Ordered: the greater, the higher.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Height {
    /// What the loader reserves before anything is there.
    #[default]
    First,
    /// Somewhat more.
    Second,
    /// The most.
    Third,
}

impl Height {
    /// The height for a kind of view. The length of its text plays no part, since others see the height.
    pub fn of(room: Room) -> Self {
        match room {
            Room::Asking => Self::First,
            Room::Checking => Self::Second,
            Room::Reading => Self::Third,
        }
    }

    /// Never less than before, so that nothing jumps.
    #[must_use]
    pub fn grown_to(self, wanted: Self) -> Self {
        self.max(wanted)
    }

    /// Its number in messages.
    pub fn step(self) -> u8 {
        match self {
            Self::First => 0,
            Self::Second => 1,
            Self::Third => 2,
        }
    }

    /// In CSS pixels, for WordPress, which takes no steps and at most 1,000. The loader has the same table.
    pub fn pixels(self) -> u16 {
        match self {
            Self::First => 800,
            Self::Second => 1_000,
            Self::Third => 1_300,
        }
    }
}
