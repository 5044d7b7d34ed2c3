//! Rulebooks drawn by lot, for tests and benchmarks.
//!
//! `local` ones read like law: each issue looks at a few neighboring questions. In `tangled` ones any
//! rule reads any fact.

use serde_json::{Value, json};

/// Numbers that look random and are the same on every computer (`SplitMix64`).
#[derive(Debug, Clone)]
pub struct Lot(pub u64);

impl Lot {
    /// The next number.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.draw() % u64::try_from(limit.max(1)).unwrap_or(1)).unwrap_or_default()
    }

    /// Whether it falls on the one side, once in `times`.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}

/// What a rulebook is like.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// How many facts.
    pub facts: usize,
    /// How many values a fact has at most; it has two at least.
    pub values: usize,
    /// How many concepts.
    pub concepts: usize,
    /// How many issues.
    pub issues: usize,
    /// How many steps an issue has.
    pub steps: usize,
    /// How many outcomes an issue has.
    pub outcomes: usize,
    /// How many neighboring facts a rule may read; all of them in a tangled rulebook.
    pub window: usize,
    /// How many doubts an issue has.
    pub doubts: usize,
}

impl Size {
    /// Small enough to enumerate.
    pub fn small(window: usize) -> Self {
        Self { facts: 5, values: 3, concepts: 2, issues: 2, steps: 5, outcomes: 3, window, doubts: 1 }
    }

    /// 60 questions, 150 derived facts, 30 outcomes, times a factor; each rule reads its neighborhood.
    pub fn local(times: usize) -> Self {
        Self {
            facts: 60 * times,
            values: 4,
            concepts: 150 * times,
            issues: 10 * times,
            steps: 12,
            outcomes: 3,
            window: 7,
            doubts: 1,
        }
    }

    /// The same with any rule reading any fact.
    pub fn tangled(times: usize) -> Self {
        Self { window: 60 * times, ..Self::local(times) }
    }
}

/// Path and text of every file of a rulebook.
pub fn rulebook(lot: &mut Lot, size: Size) -> Vec<(String, String)> {
    let mut files: Vec<(String, Value)> = frame(size);
    for number in 0..size.facts {
        files.push((format!("questions/f{number}.json"), question(lot, size, number)));
    }
    // A concept reads facts, and concepts before it, of the neighborhood that it stands in.
    for number in 0..size.concepts {
        let start = number * size.facts / size.concepts.max(1);
        let known = number.checked_sub(1).filter(|_| lot.once_in(3));
        let when = condition(lot, size, start, 1, known);
        files.push((
            format!("concepts/c{number}.json"),
            json!({"id": format!("c{number}"), "title": "T", "says": "S.", "when": when, "certainty": "A",
                "because": "B.", "cites": cites()}),
        ));
    }
    for number in 0..size.issues {
        issue(lot, size, number, &mut files);
    }
    files.into_iter().map(|(path, value)| (path, value.to_string())).collect()
}

fn cites() -> Value {
    json!([{"source": "s", "at": "1"}])
}

fn frame(size: Size) -> Vec<(String, Value)> {
    let names = |letter: &str, count: usize| (0..count).map(|at| format!("{letter}{at}")).collect::<Vec<_>>();
    vec![
        (
            "rulebook.json".to_owned(),
            json!({"id": "drawn", "version": "0.1.0", "reviewed": "2026-01-01", "review-by": "2027-01-01",
                "languages": ["en"], "laws": ["law"], "questions": names("f", size.facts),
                "sections": [{"id": "all", "title": "All", "reason": "R."}]}),
        ),
        (
            "places.json".to_owned(),
            json!({"groups": [{"id": "G", "title": "G", "cites": cites()}],
                "places": [{"id": "XX", "name": "X", "groups": ["G"]}]}),
        ),
        (
            "sources/s.json".to_owned(),
            json!({"id": "s", "title": "S", "authority": "statute", "evidence": "read", "citation": "S",
                "official": "https://example.gov/", "text-date": "2026-01-01", "checked": "2026-01-01"}),
        ),
        (
            "laws/law/law.json".to_owned(),
            json!({"id": "law", "title": "L", "short-title": "L", "status": "pending-bill", "about": "A.",
                "text-date": "2026-01-01", "reviewed": "2026-01-01", "review-by": "2027-01-01",
                "withhold-after": "2028-01-01", "issues": names("i", size.issues),
                "last-action": {"date": "2026-01-01", "text": "T.", "cites": cites()}}),
        ),
    ]
}

fn question(lot: &mut Lot, size: Size, number: usize) -> Value {
    let count = 2 + lot.below(size.values - 1);
    let choice = |at: usize| json!({"value": format!("v{at}"), "label": format!("V{at}"), "means": "M."});
    let nature = ["fixed", "changeable", "discoverable"][lot.below(3)];
    json!({"fact": format!("f{number}"), "section": "all", "about": "person", "nature": nature,
        "heading": format!("F{number}?"), "why": "W.", "law-says": {"text": "L.", "cites": cites()},
        "who-knows": "You", "ask-words": "A?", "unknown": {"label": "?", "means": "M."},
        "choices": (0..count).map(choice).collect::<Vec<_>>()})
}

/// A condition over facts from `start` on; `concept` is one that may be referred to.
fn condition(lot: &mut Lot, size: Size, start: usize, depth: usize, concept: Option<usize>) -> Value {
    if let Some(number) = concept.filter(|_| lot.once_in(2)) {
        return json!({"concept": format!("c{number}")});
    }
    if depth == 0 || lot.once_in(4) {
        let fact = if size.window >= size.facts {
            lot.below(size.facts)
        } else {
            (start + lot.below(size.window)).min(size.facts - 1)
        };
        // Every fact has the first two values.
        return json!({"fact": format!("f{fact}"), "in": [format!("v{}", lot.below(2))]});
    }
    if lot.once_in(4) {
        return json!({"not": condition(lot, size, start, depth - 1, concept)});
    }
    let key = ["all", "any"][lot.below(2)];
    let parts: Vec<Value> =
        (0..2 + lot.below(2)).map(|_| condition(lot, size, start, depth - 1, concept)).collect();
    json!({key: parts})
}

fn issue(lot: &mut Lot, size: Size, number: usize, files: &mut Vec<(String, Value)>) {
    let start = number * size.facts / size.issues.max(1);
    let concepts =
        number * size.concepts / size.issues.max(1)..(number + 1) * size.concepts / size.issues.max(1);
    let mut steps = Vec::new();
    for at in 0..size.steps {
        let certainty = ["A", "B", "C"][lot.below(3)];
        let mut step = json!({"id": format!("s{at}"), "title": "T", "outcome": format!("o{}", lot.below(size.outcomes)),
            "certainty": certainty, "because": "B.", "cites": cites()});
        if at + 1 < size.steps {
            let concept = (!concepts.is_empty()).then(|| concepts.start + lot.below(concepts.len()));
            step["when"] = condition(lot, size, start, 2, concept);
        }
        steps.push(step);
    }
    let doubt = |at: usize, lot: &mut Lot| {
        json!({"id": format!("d{at}"), "when": condition(lot, size, start, 1, None), "certainty": "C",
            "outcomes": [format!("o{}", lot.below(size.outcomes))], "because": "B.", "cites": cites()})
    };
    let doubts: Vec<Value> = (0..size.doubts).map(|at| doubt(at, lot)).collect();
    let outcomes: Vec<String> = (0..size.outcomes).map(|at| format!("o{at}")).collect();
    for outcome in &outcomes {
        files.push((
            format!("outcomes/law/i{number}/{outcome}.json"),
            json!({"id": outcome, "law": "law", "issue": format!("i{number}"), "kind": "what-if",
                "headline": "H.", "means": ["M."], "not-means": [], "do-now": ["D."], "ask": [], "gather": [],
                "do-not": [], "checks": [], "cites": cites()}),
        ));
    }
    files.push((
        format!("laws/law/i{number}.json"),
        json!({"id": format!("i{number}"), "law": "law", "title": "T", "question": "Q?", "outcomes": outcomes,
            "doubts": doubts, "steps": steps}),
    ));
}
