//! The kinds of rule files.

/// A kind of file, known by its path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `rulebook.json`
    Rulebook,
    /// `places.json`
    Places,
    /// `codes.json`
    Codes,
    /// `questions/<fact>.json`
    Question,
    /// `concepts/<id>.json`
    Concept,
    /// `laws/<law>/law.json`
    Law,
    /// `laws/<law>/<issue>.json`
    Issue,
    /// `outcomes/<law>/<issue>/<outcome>.json`
    Outcome,
    /// `sources/<id>.json`
    Source,
    /// `cards/<deck>/<id>.json`
    Card,
    /// `scenarios/<id>.json`
    Scenario,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 11] = [
        Self::Rulebook,
        Self::Places,
        Self::Codes,
        Self::Question,
        Self::Concept,
        Self::Law,
        Self::Issue,
        Self::Outcome,
        Self::Source,
        Self::Card,
        Self::Scenario,
    ];

    /// The kind of the file at this path below the rulebook's folder; none for a path that has no meaning.
    pub fn of(path: &str) -> Option<Self> {
        let mut parts = [""; 4];
        let mut count = 0;
        for part in path.strip_suffix(".json")?.split('/') {
            *parts.get_mut(count)? = part;
            count += 1;
        }
        match parts.get(..count)? {
            ["rulebook"] => Some(Self::Rulebook),
            ["places"] => Some(Self::Places),
            ["codes"] => Some(Self::Codes),
            ["questions", _] => Some(Self::Question),
            ["concepts", _] => Some(Self::Concept),
            ["laws", _, "law"] => Some(Self::Law),
            ["laws", _, _] => Some(Self::Issue),
            ["outcomes", _, _, _] => Some(Self::Outcome),
            ["sources", _] => Some(Self::Source),
            ["cards", _, _] => Some(Self::Card),
            ["scenarios", _] => Some(Self::Scenario),
            _ => None,
        }
    }

    /// The kind's name in file names and messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rulebook => "rulebook",
            Self::Places => "places",
            Self::Codes => "codes",
            Self::Question => "question",
            Self::Concept => "concept",
            Self::Law => "law",
            Self::Issue => "issue",
            Self::Outcome => "outcome",
            Self::Source => "source",
            Self::Card => "card",
            Self::Scenario => "scenario",
        }
    }
}
