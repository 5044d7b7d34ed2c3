//! Checks that every name that a file uses is defined, and every promise between files is kept.

mod condition;

use std::collections::{BTreeMap, BTreeSet};

use crate::kind::Kind;
use crate::model::Certainty;
use crate::place::Place;
use crate::place::below;
use crate::problem::Problem;
use crate::tree::Tree;

use super::build;
use super::names::{Names, ids, stem};

/// Adds a problem for everything that does not fit together.
pub fn check(trees: &BTreeMap<String, Tree>, names: &Names, problems: &mut Vec<Problem>) {
    let mut linker = Linker { trees, names, problems, headings: BTreeMap::new() };
    for (path, tree) in trees {
        if let Some(kind) = Kind::of(path) {
            linker.file(kind, path, tree);
        }
    }
    for id in &names.concepts_in_cycle {
        linker.push(
            &format!("concepts/{id}.json"),
            "/when",
            format!("the concept `{id}` refers to itself, directly or through others"),
        );
    }
}

struct Linker<'a> {
    trees: &'a BTreeMap<String, Tree>,
    names: &'a Names,
    problems: &'a mut Vec<Problem>,
    /// The file of each heading so far.
    headings: BTreeMap<String, String>,
}

impl Linker<'_> {
    fn push(&mut self, file: &str, pointer: &str, message: impl Into<String>) {
        self.problems.push(Problem::new(file, pointer, message));
    }

    fn file(&mut self, kind: Kind, path: &str, tree: &Tree) {
        self.own_name(kind, path, tree);
        self.cites(path, &Place::Top, tree);
        match kind {
            Kind::Rulebook => self.rulebook(path, tree),
            Kind::Places => self.places(path, tree),
            Kind::Codes => self.codes(path, tree),
            Kind::Question => self.question(path, tree),
            Kind::Concept => self.concept(path, tree),
            Kind::Law => self.law(path, tree),
            Kind::Issue => self.issue(path, tree),
            Kind::Outcome => self.outcome(path, tree),
            Kind::Source | Kind::Card | Kind::Scenario => {}
        }
    }

    /// A file's name and folders repeat what stands inside it.
    fn own_name(&mut self, kind: Kind, path: &str, tree: &Tree) {
        let parts: Vec<&str> = path.split('/').collect();
        let folder = |from_end: usize| parts.iter().rev().nth(from_end).copied().unwrap_or_default();
        let pairs: Vec<(&str, &str)> = match kind {
            Kind::Rulebook | Kind::Places | Kind::Codes => vec![],
            Kind::Question => vec![("fact", stem(path))],
            Kind::Concept | Kind::Source | Kind::Scenario => vec![("id", stem(path))],
            Kind::Law => vec![("id", folder(1))],
            Kind::Issue => vec![("id", stem(path)), ("law", folder(1))],
            Kind::Outcome => vec![("id", stem(path)), ("issue", folder(1)), ("law", folder(2))],
            Kind::Card => vec![("id", stem(path)), ("deck", folder(1))],
        };
        for (key, name) in pairs {
            if tree.text(key) != name {
                self.push(
                    path,
                    &below("", key),
                    format!("`{}` should be `{name}`, as the path says", tree.text(key)),
                );
            }
        }
    }

    /// Every citation anywhere in the file names a source that exists.
    fn cites(&mut self, path: &str, place: &Place, tree: &Tree) {
        for (key, value) in tree.entries() {
            let place = place.key(key);
            if key == "cites" {
                for (number, cite) in value.elements().iter().enumerate() {
                    let source = cite.text("source");
                    if !source.is_empty() && !self.names.sources.contains(source) {
                        let known = self.names.sources.iter().map(String::as_str);
                        let pointer = format!("{place}/{number}/source");
                        self.problems.push(Problem::unknown_word(path, &pointer, "source", source, known));
                    }
                }
            } else {
                self.cites(path, &place, value);
            }
        }
        for (number, element) in tree.elements().iter().enumerate() {
            self.cites(path, &place.at(number), element);
        }
    }

    fn rulebook(&mut self, path: &str, tree: &Tree) {
        self.once(path, "/sections", tree.list("sections").iter().map(|section| section.text("id")));
        self.once(path, "/questions", tree.list("questions").iter().filter_map(Tree::as_text));
        self.once(path, "/laws", tree.list("laws").iter().filter_map(Tree::as_text));
        self.files_exist(path, "/questions", tree.list("questions"), |id| format!("questions/{id}.json"));
        self.files_exist(path, "/laws", tree.list("laws"), |id| format!("laws/{id}/law.json"));
        self.all_listed(path, "/questions", tree.list("questions"), Kind::Question, |path| {
            stem(path).to_owned()
        });
        self.all_listed(path, "/laws", tree.list("laws"), Kind::Law, |path| {
            path.split('/').nth(1).unwrap_or_default().to_owned()
        });
    }

    fn once<'b>(&mut self, path: &str, pointer: &str, words: impl Iterator<Item = &'b str>) {
        let mut seen = BTreeSet::new();
        for (number, word) in words.enumerate() {
            if !seen.insert(word) {
                self.push(path, &format!("{pointer}/{number}"), format!("`{word}` is listed twice"));
            }
        }
    }

    fn files_exist(&mut self, path: &str, pointer: &str, list: &[Tree], file_of: impl Fn(&str) -> String) {
        for (number, id) in list.iter().filter_map(Tree::as_text).enumerate() {
            let file = file_of(id);
            if !self.trees.contains_key(&file) && !self.problems.iter().any(|problem| problem.file == file) {
                self.push(path, &format!("{pointer}/{number}"), format!("`{id}` has no file `{file}`"));
            }
        }
    }

    fn all_listed(
        &mut self,
        path: &str,
        pointer: &str,
        list: &[Tree],
        kind: Kind,
        name_of: impl Fn(&str) -> String,
    ) {
        let listed: BTreeSet<&str> = list.iter().filter_map(Tree::as_text).collect();
        for file in self.trees.keys().filter(|file| Kind::of(file) == Some(kind)) {
            let name = name_of(file);
            if !listed.contains(name.as_str()) {
                self.problems.push(Problem::new(
                    path,
                    pointer,
                    format!("`{name}` has the file `{file}` but is not listed"),
                ));
            }
        }
    }

    fn places(&mut self, path: &str, tree: &Tree) {
        let known = ids(tree.list("groups"));
        self.once(path, "/places", tree.list("places").iter().map(|place| place.text("id")));
        self.once(path, "/groups", tree.list("groups").iter().map(|group| group.text("id")));
        for (number, place) in tree.list("places").iter().enumerate() {
            for (at, group) in place.list("groups").iter().filter_map(Tree::as_text).enumerate() {
                if !known.contains(group) {
                    let pointer = format!("/places/{number}/groups/{at}");
                    self.problems.push(Problem::unknown_word(
                        path,
                        &pointer,
                        "group",
                        group,
                        known.iter().map(String::as_str),
                    ));
                }
            }
        }
    }

    fn codes(&mut self, path: &str, tree: &Tree) {
        self.once(path, "/codes", tree.list("codes").iter().map(|code| code.text("pattern")));
        for (number, code) in tree.list("codes").iter().enumerate() {
            self.value(path, &format!("/codes/{number}/class"), "classification", code.text("class"));
        }
    }

    fn question(&mut self, path: &str, tree: &Tree) {
        self.once(path, "/choices", tree.list("choices").iter().map(|choice| choice.text("value")));
        if !self.names.sections.contains(tree.text("section")) {
            let known = self.names.sections.iter().map(String::as_str);
            self.problems.push(Problem::unknown_word(
                path,
                "/section",
                "section",
                tree.text("section"),
                known,
            ));
        }
        if tree.flag("places") == tree.get("choices").is_some() {
            self.push(path, "", "a question has either `choices` or `places`");
        }
        if let Some(other) = self.headings.insert(tree.text("heading").to_owned(), path.to_owned()) {
            self.push(path, "/heading", format!("the heading is that of `{other}`"));
        }
    }

    fn concept(&mut self, path: &str, tree: &Tree) {
        if let Some(when) = tree.get("when") {
            self.condition(path, "/when", when);
        }
        self.certainty(path, "", tree);
    }

    fn law(&mut self, path: &str, tree: &Tree) {
        let law = tree.text("id").to_owned();
        self.files_exist(path, "/issues", tree.list("issues"), |id| format!("laws/{law}/{id}.json"));
        let dates: Vec<&str> =
            ["reviewed", "review-by", "withhold-after"].iter().map(|key| tree.text(key)).collect();
        if !dates.is_sorted() {
            self.push(
                path,
                "/review-by",
                "`reviewed`, `review-by` and `withhold-after` do not follow each other",
            );
        }
    }

    fn issue(&mut self, path: &str, tree: &Tree) {
        let outcomes: Vec<&str> = tree.list("outcomes").iter().filter_map(Tree::as_text).collect();
        self.once(path, "/outcomes", outcomes.iter().copied());
        self.once(path, "/steps", tree.list("steps").iter().map(|step| step.text("id")));
        self.once(path, "/doubts", tree.list("doubts").iter().map(|doubt| doubt.text("id")));
        if outcomes.len() > 64 {
            self.push(path, "/outcomes", "an issue has at most 64 outcomes");
        }
        let folder = path.replacen("laws/", "outcomes/", 1);
        let folder = folder.strip_suffix(".json").unwrap_or_default().to_owned();
        self.files_exist(path, "/outcomes", tree.list("outcomes"), |id| format!("{folder}/{id}.json"));
        let law = format!("laws/{}/law.json", tree.text("law"));
        let listed = self
            .trees
            .get(&law)
            .is_some_and(|law| law.list("issues").iter().any(|id| id.as_text() == Some(tree.text("id"))));
        if !listed {
            self.push(path, "/id", format!("`{law}` does not list this issue"));
        }
        let last = tree.list("steps").len().saturating_sub(1);
        for (number, step) in tree.list("steps").iter().enumerate() {
            let pointer = format!("/steps/{number}");
            self.known_outcome(path, &format!("{pointer}/outcome"), step.text("outcome"), &outcomes);
            self.certainty(path, &pointer, step);
            match step.get("when") {
                Some(when) if number < last => self.condition(path, &format!("{pointer}/when"), when),
                Some(_) => self.push(
                    path,
                    &format!("{pointer}/when"),
                    "the last step has no `when`, so that every person gets a result",
                ),
                None if number < last => self.push(path, &pointer, "only the last step has no `when`"),
                None => {}
            }
        }
        for (number, doubt) in tree.list("doubts").iter().enumerate() {
            let pointer = format!("/doubts/{number}");
            if let Some(when) = doubt.get("when") {
                self.condition(path, &format!("{pointer}/when"), when);
            }
            for (at, outcome) in doubt.list("outcomes").iter().filter_map(Tree::as_text).enumerate() {
                self.known_outcome(path, &format!("{pointer}/outcomes/{at}"), outcome, &outcomes);
            }
        }
    }

    fn known_outcome(&mut self, path: &str, pointer: &str, outcome: &str, known: &[&str]) {
        if !outcome.is_empty() && !known.contains(&outcome) {
            self.problems.push(Problem::unknown_word(
                path,
                pointer,
                "outcome",
                outcome,
                known.iter().copied(),
            ));
        }
    }

    fn outcome(&mut self, path: &str, tree: &Tree) {
        let issue_path = path.replacen("outcomes/", "laws/", 1);
        let issue_path =
            format!("{}.json", issue_path.rsplit_once('/').map(|(folder, _)| folder).unwrap_or_default());
        let listed = self.trees.get(&issue_path).is_some_and(|issue| {
            issue.list("outcomes").iter().any(|id| id.as_text() == Some(tree.text("id")))
        });
        if !listed {
            self.push(path, "/id", format!("`{issue_path}` does not list this outcome"));
        }
        for (number, check) in tree.list("checks").iter().filter_map(Tree::as_text).enumerate() {
            if !self.names.checks.contains(check) {
                let known = self.names.checks.iter().map(String::as_str);
                self.problems.push(Problem::unknown_word(
                    path,
                    &format!("/checks/{number}"),
                    "check",
                    check,
                    known,
                ));
            }
        }
        self.three_checks(path, tree);
    }

    /// A favorable result under a law in force always repeats what could turn it.
    fn three_checks(&mut self, path: &str, tree: &Tree) {
        let law = self.trees.get(&format!("laws/{}/law.json", tree.text("law")));
        let in_force = law.is_some_and(|law| law.text("status") == "in-force");
        let is_release = tree.text("law") == "ear" && tree.text("issue") == "access";
        if !(in_force && is_release && matches!(tree.text("kind"), "favorable" | "exception")) {
            return;
        }
        for check in ["abroad", "listed-party", "company-instruction"] {
            if !tree.list("checks").iter().any(|given| given.as_text() == Some(check)) {
                self.push(path, "/checks", format!("a favorable outcome repeats the check `{check}`"));
            }
        }
    }

    /// A certainty is never better than the weakest source allows.
    fn certainty(&mut self, path: &str, pointer: &str, tree: &Tree) {
        let given = Certainty::parse(tree.text("certainty"));
        for (number, cite) in tree.list("cites").iter().enumerate() {
            let id = cite.text("source");
            let Some(source) = self.trees.get(&format!("sources/{id}.json")) else { continue };
            let best = build::certainty_best(source);
            if given < best {
                let (given, best) = (given.letter(), best.letter());
                self.push(
                    path,
                    &format!("{pointer}/cites/{number}"),
                    format!("certainty `{given}` is too good: the source `{id}` allows {best} at best"),
                );
            }
        }
    }
}
