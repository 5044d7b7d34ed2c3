//! The shape of each kind of rule file. `docs/rule-files.md` says the same in prose.

use crate::shape::{Field, Shape, may, must};

pub use crate::kind::Kind;

impl Kind {
    /// What stands in a file of this kind.
    pub fn shape(self) -> Shape {
        Shape::Object(match self {
            Self::Rulebook => RULEBOOK,
            Self::Places => PLACES,
            Self::Codes => CODES,
            Self::Question => QUESTION,
            Self::Concept => CONCEPT,
            Self::Law => LAW,
            Self::Issue => ISSUE,
            Self::Outcome => OUTCOME,
            Self::Source => SOURCE,
            Self::Card => CARD,
            Self::Scenario => SCENARIO,
        })
    }
}

/// What certainty a conclusion can have.
pub const CERTAINTIES: &[&str] = &["A", "B", "C"];
/// What a law is.
pub const LAW_STATUSES: &[&str] = &["in-force", "codified-not-enforced", "lapsed-bill", "pending-bill"];
/// What an outcome is.
pub const OUTCOME_KINDS: &[&str] =
    &["favorable", "exception", "ask-first", "stop", "unsettled", "not-applicable", "what-if"];
const OUTCOME_MARKS: &[&str] = &["not-enforced", "adds-nothing"];
/// What a source is.
pub const AUTHORITIES: &[&str] =
    &["statute", "regulation", "bill", "form", "guidance", "report", "secondary"];
/// The decks of cards.
pub const DECKS: &[&str] = &["claims", "timeline", "rights", "signposts", "instructions", "checks"];

const IDS: Shape = Shape::Some(&Shape::Id);
const WORDS_LIST: Shape = Shape::List(&Shape::Words);
const CITE: Shape = Shape::Object(&[
    must("source", Shape::Id, "id of a file in sources/"),
    must("at", Shape::Text, "pinpoint inside the source"),
]);
const CITES: Shape = Shape::List(&CITE);
const CITES_SOME: Shape = Shape::Some(&CITE);
const CERTAINTY: Shape = Shape::OneOf(CERTAINTIES);

const RULEBOOK: &[Field] = &[
    must("id", Shape::Id, "name of the rulebook"),
    must("version", Shape::Text, "semantic version; major: an answer sheet may change its outcome by design"),
    must("reviewed", Shape::Date, "day of the last review of the whole"),
    must("review-by", Shape::Date, "day after which the page says that a review is due"),
    must("languages", Shape::Some(&Shape::Text), "language tags that are complete"),
    must("laws", IDS, "laws in the order in which they are shown"),
    must("sections", Shape::Some(&Shape::Object(SECTION)), "groups of questions, in order"),
    must("questions", IDS, "facts in the order in which they are asked"),
];
const SECTION: &[Field] = &[
    must("id", Shape::Id, "name of the section"),
    must("title", Shape::Words, "what the section is about"),
    must("reason", Shape::Words, "why these questions come now"),
];
const PLACES: &[Field] = &[
    must("groups", Shape::Some(&Shape::Object(GROUP)), "groups of places"),
    must("places", Shape::Some(&Shape::Object(PLACE)), "every place a person can pick"),
];
const GROUP: &[Field] = &[
    must("id", Shape::Text, "Country Group such as D:1, or a derived group"),
    must("title", Shape::Words, "what membership means"),
    must("cites", CITES_SOME, "where membership is written"),
];
const PLACE: &[Field] = &[
    must("id", Shape::Text, "ISO 3166-1 alpha-2 code"),
    must("name", Shape::Words, "plain name"),
    must("groups", Shape::List(&Shape::Text), "groups it is in"),
    may("note", Shape::Words, "what a person from there should know"),
];
const CODES: &[Field] = &[must("codes", Shape::Some(&Shape::Object(CODE)), "codes people are told")];
const CODE: &[Field] = &[
    must("pattern", Shape::Text, "the code; a final * matches any ending"),
    must("class", Shape::Id, "value of the fact classification"),
    must("because", Shape::Words, "why this class"),
    must("cites", CITES_SOME, "where it is written"),
];
const QUESTION: &[Field] = &[
    must("fact", Shape::Id, "the fact that the answer sets"),
    must("section", Shape::Id, "section in which it is asked"),
    must("about", Shape::OneOf(&["person", "item"]), "shared by all items, or asked for each"),
    must(
        "nature",
        Shape::OneOf(&["fixed", "changeable", "discoverable"]),
        "whether it may be offered as a change",
    ),
    must("heading", Shape::Words, "the question"),
    may("hint", Shape::Words, "at most 20 words"),
    must("why", Shape::Words, "why we ask"),
    may("sensitive", Shape::Words, "why we ask all the same, and what happens to the answer"),
    must(
        "law-says",
        Shape::Object(&[must("text", Shape::Words, "what the law says"), must("cites", CITES_SOME, "where")]),
        "the law behind the question",
    ),
    must("who-knows", Shape::Words, "who would know"),
    must("ask-words", Shape::Words, "the sentence to send to that person"),
    must(
        "unknown",
        Shape::Object(&[
            must("label", Shape::Words, "the choice"),
            must("means", Shape::Words, "what happens then"),
        ]),
        "the choice I don't know",
    ),
    may("choices", Shape::Some(&Shape::Object(CHOICE)), "the answers, in order"),
    may("places", Shape::Flag, "the answers are the places of places.json"),
    may("codes", Shape::Flag, "codes.json maps what the person was told to an answer"),
];
const CHOICE: &[Field] = &[
    must("value", Shape::Id, "value of the fact"),
    must("label", Shape::Words, "the answer"),
    must("means", Shape::Words, "what it means"),
    may("example", Shape::Words, "an example from AI work"),
];
const CONCEPT: &[Field] = &[
    must("id", Shape::Id, "name of the concept"),
    must("title", Shape::Words, "the term"),
    must("says", Shape::Words, "what it is, in one sentence"),
    must("when", Shape::Condition, "when it holds"),
    must("certainty", CERTAINTY, "how sure the reading is"),
    must("because", Shape::Words, "why"),
    must("cites", CITES_SOME, "where it is written"),
];
const LAW: &[Field] = &[
    must("id", Shape::Id, "name of the law"),
    must("title", Shape::Words, "full title"),
    must("short-title", Shape::Words, "title for tables"),
    must("status", Shape::OneOf(LAW_STATUSES), "what kind of text it is"),
    must("about", Shape::Words, "what it does, in one or two sentences"),
    must("text-date", Shape::Date, "date of the text that was read"),
    must("reviewed", Shape::Date, "day of our last review"),
    must("review-by", Shape::Date, "day after which the page says that a review is due"),
    must("withhold-after", Shape::Date, "day after which no conclusion is shown"),
    must(
        "last-action",
        Shape::Object(&[
            must("date", Shape::Date, "its day"),
            must("text", Shape::Words, "what happened"),
            must("cites", CITES_SOME, "where it is written"),
        ]),
        "the last thing that happened to it",
    ),
    may("notes", WORDS_LIST, "what to keep in mind"),
    must("issues", IDS, "issues in order"),
];
const ISSUE: &[Field] = &[
    must("id", Shape::Id, "name of the issue"),
    must("law", Shape::Id, "its law"),
    must("title", Shape::Words, "short title"),
    must("question", Shape::Words, "the legal question"),
    must("outcomes", IDS, "possible outcomes, in order"),
    may("doubts", Shape::List(&Shape::Object(DOUBT)), "what makes a result less certain"),
    must(
        "steps",
        Shape::Some(&Shape::Object(STEP)),
        "order of review: the first step whose condition holds decides",
    ),
];
const DOUBT: &[Field] = &[
    must("id", Shape::Id, "name of the doubt"),
    must("when", Shape::Condition, "when it applies"),
    may("outcomes", IDS, "outcomes that it touches; all when left out"),
    must("certainty", Shape::OneOf(&["B", "C"]), "the best certainty that remains"),
    must("because", Shape::Words, "why"),
    must("cites", CITES_SOME, "where it is written"),
];
const STEP: &[Field] = &[
    must("id", Shape::Id, "name of the step"),
    must("title", Shape::Words, "what the step asks"),
    may("when", Shape::Condition, "its condition; only the last step has none"),
    must("outcome", Shape::Id, "what follows"),
    must("certainty", CERTAINTY, "never better than the weakest source allows"),
    must("because", Shape::Words, "why it follows"),
    must("cites", CITES_SOME, "where it is written"),
];
const OUTCOME: &[Field] = &[
    must("id", Shape::Id, "name of the outcome"),
    must("law", Shape::Id, "its law"),
    must("issue", Shape::Id, "its issue"),
    must("kind", Shape::OneOf(OUTCOME_KINDS), "what sort of outcome it is"),
    may("mark", Shape::OneOf(OUTCOME_MARKS), "what sets it apart when law and bills stand side by side"),
    must("headline", Shape::Words, "one sentence"),
    must("means", Shape::Some(&Shape::Words), "what it means"),
    must("not-means", WORDS_LIST, "what it does not mean"),
    must("do-now", Shape::Some(&Shape::Words), "what to do now"),
    must("ask", Shape::List(&Shape::Object(ASK)), "whom to ask, and in which words"),
    must("gather", WORDS_LIST, "what to have at hand"),
    must("do-not", WORDS_LIST, "what not to do"),
    must("checks", Shape::List(&Shape::Id), "cards of the deck checks to repeat"),
    must("cites", CITES_SOME, "where it is written"),
];
const ASK: &[Field] =
    &[must("who", Shape::Words, "whom to ask"), must("words", Shape::Words, "the sentence to send")];
const SOURCE: &[Field] = &[
    must("id", Shape::Id, "name of the source"),
    must("title", Shape::Words, "title"),
    must("authority", Shape::OneOf(AUTHORITIES), "what it is"),
    must(
        "evidence",
        Shape::OneOf(&["read", "second-hand"]),
        "whether the official text or a true copy was read",
    ),
    must("citation", Shape::Text, "formal citation"),
    must("official", Shape::Address, "official page"),
    may("dated", Shape::Address, "the text at its date"),
    may("text-date", Shape::Date, "date of the text"),
    may("undated", Shape::Flag, "the source shows no date"),
    must("checked", Shape::Date, "day on which we last checked it"),
    may("read-in", Shape::Text, "where the copy was read"),
    may("note", Shape::Words, "what to keep in mind"),
];
const CARD: &[Field] = &[
    must("id", Shape::Id, "name of the card"),
    must("deck", Shape::OneOf(DECKS), "its deck"),
    must("order", Shape::Number, "place in the deck"),
    must("title", Shape::Words, "title"),
    may("claimed", Shape::Words, "what is claimed"),
    must("says", Shape::Some(&Shape::Words), "what there is to say"),
    may("date", Shape::Date, "day of the event"),
    may("date-words", Shape::Words, "the day in words, where it is not one day"),
    must("checked", Shape::Date, "day on which we last checked it"),
    may("expires", Shape::Date, "day after which the card says that it may be out of date"),
    must("cites", CITES, "where it is written"),
];
const SCENARIO: &[Field] = &[
    must("id", Shape::Id, "name of the scenario"),
    must("person", Shape::Text, "who it is about"),
    must("facts", Shape::Map(&Shape::Text), "what is known"),
    must("expect", Shape::Map(&Shape::Object(EXPECT)), "what must come out, by law/issue"),
    must("citations", Shape::List(&Shape::Text), "where it is written"),
    must("certainty", CERTAINTY, "how sure the expectation is"),
    must("why", Shape::Text, "the reason"),
    must("origin", Shape::Text, "where the scenario comes from"),
];
const EXPECT: &[Field] = &[
    may("outcome", Shape::Id, "the decided outcome"),
    may("status", Shape::OneOf(&["open", "decided"]), "open where it must depend on something unknown"),
    may("step", Shape::Id, "the step that must decide"),
    may("certainty", CERTAINTY, "the certainty that must come out"),
    may("doubts", Shape::List(&Shape::Id), "the doubts that must apply, all of them"),
];
