//! The steps of a review as a drawing: down a line, each with the way out to where it leads.

use std::fmt::Write as _;

use super::super::page::escape;

// The page's own, so that words break in the same places in all drawings.
#[path = "../../../../src/picture/wrap.rs"]
mod wrap;

use wrap::wrap;

/// The width of the drawing, in its own units. On a phone one unit is a little less than a pixel.
const WIDTH: usize = 320;
/// Where the line runs, where the words of a step begin, and where the box of its end does.
const SPINE: usize = 16;
const WORDS: usize = 36;
const BOX: usize = 60;
/// How wide a line of words may be, also in a font with wide letters: of a step, and in a box.
const LETTERS_MAX: usize = 34;
const BOX_LETTERS_MAX: usize = 29;
const LINE_HEIGHT: usize = 18;
const GAP: usize = 16;

/// One step, by its words.
#[derive(Debug)]
pub struct Stop<'a> {
    /// What it asks.
    pub title: &'a str,
    /// The words before the end.
    pub leads_to: &'a str,
    /// Where it leads.
    pub end: &'a str,
}

/// The drawing. It says nothing that the list beside it does not say, so it has a name and no parts.
pub fn draw(stops: &[Stop], label: &str) -> String {
    let mut inside = String::new();
    let mut top = 4;
    let mut before: Option<usize> = None;
    for (number, stop) in stops.iter().enumerate() {
        let middle = top + LINE_HEIGHT / 2;
        if let Some(before) = before {
            let _ = write!(
                inside,
                "<line class=\"tie\" x1=\"{SPINE}\" x2=\"{SPINE}\" y1=\"{}\" y2=\"{}\"/>",
                before + 11,
                middle - 11
            );
        }
        before = Some(middle);
        top = step(number + 1, stop, top, &mut inside) + GAP;
    }
    format!(
        "<svg class=\"path map\" viewBox=\"0 0 {WIDTH} {top}\" role=\"img\" aria-label=\"{}\">{inside}</svg>\n",
        escape(label)
    )
}

/// Draws one step from `top` on, and says where it ends.
fn step(number: usize, stop: &Stop, top: usize, out: &mut String) -> usize {
    let middle = top + LINE_HEIGHT / 2;
    let _ = write!(
        out,
        "<g><circle cx=\"{SPINE}\" cy=\"{middle}\" r=\"11\"/><text class=\"number\" x=\"{SPINE}\" y=\"{}\">{number}</text>",
        middle + 4
    );
    let mut down = top;
    lines(stop.title, LETTERS_MAX, WORDS, "words", &mut down, out);
    lines(stop.leads_to, LETTERS_MAX, WORDS, "label", &mut down, out);
    let box_top = down + 6;
    let mut inside = String::new();
    down = box_top + 4;
    lines(stop.end, BOX_LETTERS_MAX, BOX + 8, "words", &mut down, &mut inside);
    let (height, arrow) = (down + 6 - box_top, usize::midpoint(box_top, down));
    let _ = write!(
        out,
        "<path class=\"arrow\" d=\"M{} {arrow}H{BOX}m-6 -4l6 4l-6 4\"/>\
         <rect x=\"{BOX}\" y=\"{box_top}\" width=\"{}\" height=\"{height}\" rx=\"4\"/>{inside}</g>",
        WORDS + 4,
        WIDTH - BOX - 2
    );
    box_top + height
}

fn lines(text: &str, letters_max: usize, x: usize, class: &str, down: &mut usize, out: &mut String) {
    for line in wrap(text, letters_max) {
        let _ =
            write!(out, "<text class=\"{class}\" x=\"{x}\" y=\"{}\">{}</text>", *down + 13, escape(&line));
        *down += LINE_HEIGHT;
    }
}

#[cfg(test)]
mod tests {
    use super::{Stop, draw};

    #[test]
    fn a_drawing_holds_every_word_once_and_grows_with_its_steps() {
        let stop =
            |title| Stop { title, leads_to: "leads to:", end: "An end with <signs> & more words than fit" };
        let (one, two) =
            (draw(&[stop("First?")], "Steps"), draw(&[stop("First?"), stop("Second?")], "Steps"));
        assert_eq!(two.matches("<circle").count(), 2);
        assert_eq!(two.matches("<rect").count(), 2);
        assert_eq!(two.matches("class=\"tie\"").count(), 1);
        assert!(two.contains("&lt;signs&gt; &amp;") && two.len() > one.len());
    }
}
