//! A person's way through the steps of a review, from the first step down to the ends.
//!
//! What a stop means is told by its shape and its words, never by color alone.

use super::wrap;

/// The width of the drawing, in its own units. On a phone one unit is a little less than a pixel.
pub const WIDTH: u32 = 300;
/// Where the line from stop to stop runs, and where the words begin.
const SPINE: u32 = 14;
const WORDS: u32 = 34;
/// How wide a line of words may be, also in a font with wide letters; and one of bold words.
const LETTERS_MAX: usize = 34;
const BOLD_LETTERS_MAX: usize = 29;
const LINE_HEIGHT: u32 = 18;
/// From the top of a stop to the baseline of its first words, and from there to its mark.
const TOP: u32 = 18;
const MARK_RAISED: u32 = 5;
const GAP: u32 = 12;

/// What a step did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It does not fit.
    Passed,
    /// It can still decide.
    CanDecide,
    /// It decides.
    Decides,
    /// It is where the way ends, or can end.
    End,
}

/// One line of words, by where it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Across.
    pub x: u32,
    /// Down, to the baseline.
    pub y: u32,
    /// The words.
    pub text: String,
}

/// One step, or one end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// What it did.
    pub mark: Mark,
    /// The middle of its mark.
    pub x: u32,
    /// The middle of its mark.
    pub y: u32,
    /// Where the stop begins, and how high it is.
    pub top: u32,
    /// Where the stop begins, and how high it is.
    pub height: u32,
    /// Its words; the last line says what it did.
    pub lines: Vec<Line>,
}

/// Where the way ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ending<'a> {
    /// Its words.
    pub words: &'a str,
    /// What it is, in a word or two.
    pub label: &'a str,
}

/// The whole drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// Its height.
    pub height: u32,
    /// The steps in order, then the ends.
    pub stops: Vec<Stop>,
    /// Pieces of the line between stops that follow one another: from and to, down the spine.
    pub ties: Vec<(u32, u32)>,
}

impl Path {
    /// Where the spine runs.
    pub fn spine(&self) -> u32 {
        SPINE
    }
}

/// Draws steps (what each did, its words, and a word for what it did) and ends.
pub fn draw<'a>(
    steps: impl IntoIterator<Item = (Mark, &'a str, &'a str)>,
    ends: impl IntoIterator<Item = Ending<'a>>,
) -> Path {
    let ends = ends.into_iter().map(|end| (Mark::End, end.words, end.label));
    let mut down = 0;
    let mut drawn: Vec<Stop> = Vec::new();
    for (mark, words, label) in steps.into_iter().chain(ends) {
        let stop = stop(mark, words, label, down);
        down += stop.height + GAP;
        drawn.push(stop);
    }
    let ties = drawn.windows(2).filter_map(|two| match two {
        [above, below] => Some((above.y, below.y)),
        _ => None,
    });
    Path { height: down, ties: ties.collect(), stops: drawn }
}

fn stop(mark: Mark, words: &str, label: &str, top: u32) -> Stop {
    let words_max = match mark {
        Mark::Passed | Mark::CanDecide => LETTERS_MAX,
        Mark::Decides | Mark::End => BOLD_LETTERS_MAX,
    };
    let texts = wrap(words, words_max).into_iter().chain(wrap(label, LETTERS_MAX));
    let lines: Vec<Line> = texts
        .zip(0_u32..)
        .map(|(text, number)| Line { x: WORDS, y: top + TOP + number * LINE_HEIGHT, text })
        .collect();
    let count = u32::try_from(lines.len()).unwrap_or_default();
    let height = TOP + count * LINE_HEIGHT - LINE_HEIGHT / 2;
    Stop { mark, x: SPINE, y: top + TOP - MARK_RAISED, top, height, lines }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn() -> Path {
        draw(
            [
                (Mark::Passed, "Is the item outside the rules because it is published already?", "no"),
                (Mark::Decides, "Is it on the list?", "yes"),
            ],
            [Ending { words: "A license is likely required", label: "result" }],
        )
    }

    #[test]
    fn stops_follow_one_another_and_never_overlap() {
        let path = drawn();
        assert_eq!(path.stops.len(), 3);
        for two in path.stops.windows(2) {
            assert!(two[0].top + two[0].height < two[1].top);
        }
        let last = path.stops.last().unwrap();
        assert!(last.top + last.height <= path.height);
    }

    #[test]
    fn every_stop_is_tied_to_the_next() {
        let path = drawn();
        let middles: Vec<u32> = path.stops.iter().map(|stop| stop.y).collect();
        assert_eq!(path.ties, [(middles[0], middles[1]), (middles[1], middles[2])]);
    }

    #[test]
    fn words_stay_within_the_drawing_and_say_what_the_stop_did() {
        for stop in drawn().stops {
            assert!(stop.lines.iter().all(|line| line.text.chars().count() <= LETTERS_MAX));
            assert!(["no", "yes", "result"].contains(&stop.lines.last().unwrap().text.as_str()));
        }
    }

    #[test]
    fn nothing_is_an_empty_drawing() {
        assert_eq!(draw([], []), Path { height: 0, stops: Vec::new(), ties: Vec::new() });
    }
}
