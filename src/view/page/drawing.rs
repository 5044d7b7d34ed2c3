//! The timeline as a drawing: years down the left, each event tied to its place among them.

use deemed_engine::date::Date;
use deemed_engine::model::Card;
use yew::prelude::*;

use crate::picture::wrap;
use crate::view::Scope;
use crate::view::markup::html;

/// The width of the drawing, in its own units. On a phone one unit is about one pixel.
const WIDTH: u32 = 300;
/// Where the line of years runs, and where the words begin.
const LINE: u32 = 36;
const WORDS: u32 = 78;
/// The height of one event's words, and the space above and below all.
const ROW: u32 = 32;
const EDGE: u32 = 20;
/// How wide a line of words may be; a Chinese character is twice as wide as a letter.
const LETTERS_MAX: usize = 34;

/// The drawing. It says nothing that the list above it does not say, so it has a name and no parts.
pub fn drawing(scope: &Scope<'_>, cards: &[&Card]) -> Html {
    let events: Vec<(Date, &str)> =
        cards.iter().filter_map(|card| Some((card.date?, scope.text.rule(&card.title).0))).collect();
    let (Some((first, _)), Some((last, _))) = (events.first(), events.last()) else {
        return Html::default();
    };
    let rows = u32::try_from(events.len()).unwrap_or_default();
    let scale = Scale { first: year_start(*first), days: last.days() + 60, height: rows * ROW };
    let height = rows * ROW + 2 * EDGE;
    let years =
        (first.year()..=last.year()).map(|year| scale.year(year, scope.text.number(&year.to_string())));
    let marks = events.iter().zip(0..).map(|((date, title), row)| scale.event(*date, title, row));
    html! {
        <figure class="drawing">
            <figcaption>{ scope.text.say("timeline.drawing") }</figcaption>
            <svg viewBox={format!("0 0 {WIDTH} {height}")} role="img"
                aria-label={scope.text.say("timeline.drawing-label")}>
                <line class="years" x1={LINE.to_string()} x2={LINE.to_string()}
                    y1={EDGE.to_string()} y2={(height - EDGE).to_string()} />
                { for years }
                { for marks }
            </svg>
        </figure>
    }
}

/// Days since the year 0 at the start of a date's year.
fn year_start(date: Date) -> i64 {
    day_of_year(date.year())
}

fn day_of_year(year: u16) -> i64 {
    Date::parse(&format!("{year:04}-01-01")).map_or(0, Date::days)
}

/// From days to heights.
struct Scale {
    first: i64,
    days: i64,
    height: u32,
}

impl Scale {
    fn down(&self, days: i64) -> i64 {
        let span = (self.days - self.first).max(1);
        i64::from(EDGE) + (days - self.first) * i64::from(self.height) / span
    }

    fn year(&self, year: u16, name: String) -> Html {
        let y = self.down(day_of_year(year));
        html! {
            <>
                <line class="years" x1={(LINE - 4).to_string()} x2={LINE.to_string()}
                    y1={y.to_string()} y2={y.to_string()} />
                <text class="year" x="0" y={(y + 4).to_string()}>{ name }</text>
            </>
        }
    }

    fn event(&self, date: Date, title: &str, row: u32) -> Html {
        let (at, beside) = (self.down(date.days()), EDGE + row * ROW + ROW / 2);
        let lines = wrap(title, LETTERS_MAX);
        let top = if lines.len() > 1 { beside.saturating_sub(3) } else { beside + 4 };
        let words = lines.into_iter().zip(0_u32..).map(|(line, number)| {
            html! { <text x={WORDS.to_string()} y={(top + number * 12).to_string()}>{ line }</text> }
        });
        html! {
            <>
                <line class="tie" x1={LINE.to_string()} y1={at.to_string()}
                    x2={(WORDS - 6).to_string()} y2={beside.to_string()} />
                <circle cx={LINE.to_string()} cy={at.to_string()} r="3.5" />
                { for words }
            </>
        }
    }
}
