//! Flow charts as SVG: the outcomes diagram where a person can read it, else the order of review.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use deemed_engine::diagram::{Arena, Node, NodeId};
use deemed_engine::model::Issue;
use deemed_engine::{FactId, Rulebook};

use super::words::escaped;
use crate::names;

/// A diagram of more nodes is no longer read but looked at.
const NODES_MAX: usize = 24;

const BOX_WIDTH: usize = 190;
const BOX_HEIGHT: usize = 34;
const GAP_WIDTH: usize = 30;
const GAP_HEIGHT: usize = 66;

/// The chart of an issue.
pub fn of(rulebook: &Rulebook, issue: &Issue, at: usize) -> String {
    let Some(compiled) = rulebook.compiled().issues.get(at) else { return String::new() };
    let arena = &rulebook.compiled().arena;
    let nodes = reached(arena, compiled.outcomes_root);
    if nodes.len() <= NODES_MAX {
        diagram(rulebook, issue, &nodes)
    } else {
        let count = nodes.len();
        let note = format!("<p>The exact diagram has {count} nodes; this is the order of review.</p>\n");
        note + &ladder(issue)
    }
}

fn reached(arena: &Arena, root: NodeId) -> BTreeSet<NodeId> {
    let mut seen = BTreeSet::new();
    let mut waiting = vec![root];
    while let Some(id) = waiting.pop() {
        if seen.insert(id)
            && let Node::Branch(_, children) = arena.node(id)
        {
            waiting.extend(children.iter());
        }
    }
    seen
}

/// A place on the chart: column and row.
type Place = (usize, usize);

fn left(place: Place) -> usize {
    place.0 * (BOX_WIDTH + GAP_WIDTH) + GAP_WIDTH
}

fn top(place: Place) -> usize {
    place.1 * (BOX_HEIGHT + GAP_HEIGHT) + 10
}

fn svg(columns: usize, rows: usize, label: &str, inside: &str) -> String {
    let width = columns * (BOX_WIDTH + GAP_WIDTH) + 2 * GAP_WIDTH;
    let height = rows * (BOX_HEIGHT + GAP_HEIGHT) + 20;
    format!(
        "<svg role=\"img\" aria-label=\"Flow chart: {}\" xmlns=\"http://www.w3.org/2000/svg\" \
         viewBox=\"0 0 {width} {height}\" width=\"{width}\" font-family=\"sans-serif\" font-size=\"11\">\n\
         {inside}</svg>\n",
        escaped(label)
    )
}

fn boxed(place: Place, text: &str, is_end: bool, out: &mut String) {
    let (x, y) = (left(place), top(place));
    let (round, line) = if is_end { (16, 2) } else { (3, 1) };
    let short: String = text.chars().take(32).collect();
    let _ = writeln!(
        out,
        "<g><title>{}</title><rect x=\"{x}\" y=\"{y}\" width=\"{BOX_WIDTH}\" height=\"{BOX_HEIGHT}\" \
         rx=\"{round}\" fill=\"#fff\" stroke=\"#111\" stroke-width=\"{line}\"/>\
         <text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text></g>",
        escaped(text),
        x + BOX_WIDTH / 2,
        y + 21,
        escaped(&short)
    );
}

fn arrow(from: (usize, usize), to: (usize, usize), text: &str, share: (usize, usize), out: &mut String) {
    let middle = |from: usize, to: usize| (from * (share.1 - share.0) + to * share.0) / share.1;
    let _ = writeln!(
        out,
        "<path d=\"M{} {}L{} {}\" stroke=\"#555\" fill=\"none\"/><text x=\"{}\" y=\"{}\" text-anchor=\"middle\" \
         fill=\"#333\" font-size=\"9\">{}</text>",
        from.0,
        from.1,
        to.0,
        to.1,
        middle(from.0, to.0),
        middle(from.1, to.1),
        escaped(text)
    );
}

fn diagram(rulebook: &Rulebook, issue: &Issue, nodes: &BTreeSet<NodeId>) -> String {
    let arena = &rulebook.compiled().arena;
    // Leaves stand in the last row.
    let levels: BTreeSet<u16> = nodes.iter().filter_map(|id| arena.level(*id)).collect();
    let rows: Vec<u16> = levels.into_iter().collect();
    let mut places: BTreeMap<NodeId, Place> = BTreeMap::new();
    let mut filled = vec![0; rows.len() + 1];
    for id in nodes {
        let row = arena.level(*id).and_then(|level| rows.iter().position(|own| *own == level));
        let row = row.unwrap_or(rows.len());
        if let Some(column) = filled.get_mut(row) {
            places.insert(*id, (*column, row));
            *column += 1;
        }
    }
    let mut out = String::new();
    for (id, place) in &places {
        edges(rulebook, arena, *id, *place, &places, &mut out);
    }
    for (id, place) in &places {
        match arena.node(*id) {
            Node::Leaf(end) => {
                let outcome = usize::try_from(end).unwrap_or_default();
                boxed(*place, names::outcome(issue, outcome), true, &mut out);
            }
            Node::Branch(level, _) => {
                boxed(*place, names::fact(rulebook.book(), FactId(level)), false, &mut out);
            }
        }
    }
    svg(filled.iter().copied().max().unwrap_or(1), rows.len() + 1, &issue.title.english, &out)
}

/// One line for each child, with the values that lead there.
fn edges(
    rulebook: &Rulebook,
    arena: &Arena,
    id: NodeId,
    place: Place,
    places: &BTreeMap<NodeId, Place>,
    out: &mut String,
) {
    let Node::Branch(level, children) = arena.node(id) else { return };
    let mut values: BTreeMap<NodeId, Vec<&str>> = BTreeMap::new();
    for (class, child) in children.iter().enumerate() {
        let members = rulebook.compiled().classes.members(FactId(level), class);
        let names = members.map(|value| names::value(rulebook.book(), FactId(level), value));
        values.entry(*child).or_default().extend(names);
    }
    let total = values.len();
    for (number, (child, names)) in values.into_iter().enumerate() {
        let Some(to) = places.get(&child) else { continue };
        let text = match names.as_slice() {
            [one] => (*one).to_owned(),
            [one, other] => format!("{one}, {other}"),
            more => format!("{} values", more.len()),
        };
        let from = (left(place) + BOX_WIDTH / 2, top(place) + BOX_HEIGHT);
        let end = (left(*to) + BOX_WIDTH / 2, top(*to));
        arrow(from, end, &text, (number + 1, total + 1), out);
    }
}

/// The steps downwards, each with its outcome to the right.
fn ladder(issue: &Issue) -> String {
    let mut out = String::new();
    for (row, step) in issue.steps.iter().enumerate() {
        let (own, end) = ((0, row), (1, row));
        let from = (left(own) + BOX_WIDTH, top(own) + BOX_HEIGHT / 2);
        let yes = if step.when.is_some() { "yes" } else { "" };
        arrow(from, (left(end), top(end) + BOX_HEIGHT / 2), yes, (1, 2), &mut out);
        if row + 1 < issue.steps.len() {
            let below = (left(own) + BOX_WIDTH / 2, top((0, row + 1)));
            arrow((left(own) + BOX_WIDTH / 2, top(own) + BOX_HEIGHT), below, "no", (1, 2), &mut out);
        }
        boxed(own, &step.id, false, &mut out);
        boxed(end, names::outcome(issue, step.outcome), true, &mut out);
    }
    svg(2, issue.steps.len(), &issue.title.english, &out)
}
