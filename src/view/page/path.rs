//! The person's own way through the steps of a review: a drawing, and the same as a list.

use deemed_engine::model::{Outcome, Step};
use yew::prelude::*;

use crate::picture::{Ending, Mark, Stop, WIDTH, draw};
use crate::screen::IssueScreen;
use crate::view::component::{disclosure, said};
use crate::view::markup::html;
use crate::view::{Scope, brief};

/// The way, shown on demand.
pub fn path(scope: &Scope<'_>, screen: &IssueScreen<'_>) -> Html {
    disclosure(scope.text.say("path.summary"), brief::later(|| way(scope, screen)))
}

fn way(scope: &Scope<'_>, screen: &IssueScreen<'_>) -> Html {
    let text = scope.text;
    let steps = steps(screen);
    let ends: Vec<(&Outcome, &'static str)> =
        screen.possible.iter().map(|outcome| (*outcome, end_label(scope, screen))).collect();
    let of_steps = steps.iter().map(|(mark, step)| {
        html! { <li>{ said(scope, &step.title) }{ scope.text.gap() }<strong>{ label(scope, *mark) }</strong></li> }
    });
    let of_ends = ends.iter().map(|(outcome, label)| {
        html! { <li>{ said(scope, &outcome.headline) }{ scope.text.gap() }<strong>{ *label }</strong></li> }
    });
    html! {
        <>
            <p>{ text.say("path.says") }</p>
            <div class="way">
                { drawing(scope, &steps, &ends) }
                <div>
                    <p>{ text.say("path.list") }</p>
                    <ol>{ for of_steps }{ for of_ends }</ol>
                </div>
            </div>
        </>
    }
}

/// The steps down to the last that can decide, with what each did.
fn steps<'a>(screen: &IssueScreen<'a>) -> Vec<(Mark, &'a Step)> {
    let deciding = &screen.result.steps;
    let last = deciding.last().copied().unwrap_or_default();
    let mark = |place: usize| match (deciding.contains(&place), deciding.len()) {
        (false, _) => Mark::Passed,
        (true, 1) => Mark::Decides,
        (true, _) => Mark::CanDecide,
    };
    screen.issue.steps.iter().enumerate().take(last + 1).map(|(place, step)| (mark(place), step)).collect()
}

fn label(scope: &Scope<'_>, mark: Mark) -> &'static str {
    match mark {
        Mark::Passed => scope.text.say("path.passed"),
        Mark::CanDecide => scope.text.say("path.can-decide"),
        Mark::Decides => scope.text.say("path.decides"),
        Mark::End => scope.text.say("path.end"),
    }
}

fn end_label(scope: &Scope<'_>, screen: &IssueScreen<'_>) -> &'static str {
    if screen.outcome().is_some() { scope.text.say("path.end") } else { scope.text.say("path.can-end") }
}

/// The drawing. It says nothing that the list beside it does not say, so it has a name and no parts.
fn drawing(scope: &Scope<'_>, steps: &[(Mark, &Step)], ends: &[(&Outcome, &'static str)]) -> Html {
    let text = scope.text;
    let steps = steps.iter().map(|(mark, step)| (*mark, text.rule(&step.title).0, label(scope, *mark)));
    let ends = ends.iter().map(|(outcome, label)| Ending { words: text.rule(&outcome.headline).0, label });
    let path = draw(steps, ends);
    let spine = path.spine().to_string();
    let ties = path.ties.iter().map(|(from, to)| {
        html! { <line class="tie" x1={spine.clone()} x2={spine.clone()} y1={from.to_string()} y2={to.to_string()} /> }
    });
    html! {
        <svg class="path" viewBox={format!("0 0 {WIDTH} {}", path.height)} role="img"
            aria-label={text.say("path.drawing")}>
            { for ties }
            { for path.stops.iter().map(stop) }
        </svg>
    }
}

fn stop(stop: &Stop) -> Html {
    let last = stop.lines.len().saturating_sub(1);
    let lines = stop.lines.iter().enumerate().map(|(place, line)| {
        let class = if place == last { "label" } else { "words" };
        html! { <text {class} x={line.x.to_string()} y={line.y.to_string()}>{ line.text.clone() }</text> }
    });
    html! { <g class={class(stop.mark)}>{ shape(stop) }{ for lines }</g> }
}

fn class(mark: Mark) -> &'static str {
    match mark {
        Mark::Passed => "passed",
        Mark::CanDecide => "can-decide",
        Mark::Decides => "decides",
        Mark::End => "end",
    }
}

/// A ring with a bar for a step that does not fit, a diamond for one that decides or can decide, a box
/// for an end.
fn shape(stop: &Stop) -> Html {
    let (x, y) = (stop.x, stop.y);
    match stop.mark {
        Mark::Passed => html! {
            <>
                <circle cx={x.to_string()} cy={y.to_string()} r="7" />
                <path d={format!("M{} {y}h8", x - 4)} />
            </>
        },
        Mark::CanDecide | Mark::Decides => html! { <path d={format!("M{x} {}l9 9l-9 9l-9 -9z", y - 9)} /> },
        Mark::End => html! {
            <>
                <rect x="1" y={stop.top.to_string()} width={(WIDTH - 2).to_string()} height={stop.height.to_string()} rx="6" />
                <path d={format!("M{} {}l6 8l6 -8z", x - 6, y - 4)} />
            </>
        },
    }
}
