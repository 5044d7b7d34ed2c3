//! From files to a rulebook that is always sound, or to the list of everything that is wrong.

mod build;
#[cfg(feature = "check")]
mod link;
mod names;
#[cfg(feature = "check")]
mod scenario;

use std::collections::BTreeMap;

use crate::compile::{self, Compiled};
use crate::diagram::NodeId;
#[cfg(feature = "check")]
use crate::kind::Kind;
use crate::model::Book;
use crate::order;
use crate::plan::{Kept, Plan};
use crate::problem::Problem;
use crate::tree::Tree;

#[cfg(feature = "check")]
pub use scenario::{Expectation, Scenario};

/// The most rule files that are read.
const FILES_MAX: usize = 50_000;

/// A sound rulebook: linked, checked and compiled to diagrams. There is no unchecked one.
#[derive(Debug, Clone)]
pub struct Rulebook {
    book: Book,
    compiled: Compiled,
    /// What was planned before; it changes no result.
    plan: Kept,
}

impl Rulebook {
    /// Reads rule files, given as pairs of path (below the rulebook's folder) and text.
    /// Scenario files are checked but not kept; see [`Rulebook::scenarios`].
    ///
    /// # Errors
    /// Every problem of every file, sorted by file and place.
    pub fn load<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut trees = BTreeMap::new();
        for (count, (path, text)) in files.into_iter().enumerate() {
            if count >= FILES_MAX {
                return Err(vec![Problem::new(path, "", format!("more than {FILES_MAX} rule files"))]);
            }
            match Tree::parse(path, text) {
                Ok(tree) => drop(trees.insert(path.to_owned(), tree)),
                Err(problem) => problems.push(problem),
            }
        }
        Self::from_trees(trees, problems)
    }

    /// Reads one JSON object whose keys are paths and whose values are the files: the browser's bundle.
    ///
    /// # Errors
    /// As [`Rulebook::load`].
    pub fn from_bundle(text: &'static str) -> Result<Self, Vec<Problem>> {
        let Tree::Object(entries) = Tree::parse_built_in("bundle", text).map_err(|problem| vec![problem])?
        else {
            return Err(vec![Problem::new("bundle", "", "the bundle is no object")]);
        };
        let mut trees = BTreeMap::new();
        for (path, tree) in entries {
            trees.insert(path.into_owned(), tree);
        }
        Self::from_trees(trees, Vec::new())
    }

    fn from_trees(trees: BTreeMap<String, Tree>, problems: Vec<Problem>) -> Result<Self, Vec<Problem>> {
        let names = names::Names::collect(&trees);
        let problems = checked(&trees, &names, problems);
        if !problems.is_empty() {
            return Err(sorted(problems));
        }
        let book = build::book(&trees, &names);
        // The memory of the text as it was read serves the diagrams; a page's memory never shrinks.
        drop((trees, names));
        let compiled = compile::compile(&book).map_err(sorted)?;
        Ok(Self { book, compiled, plan: Kept::default() })
    }

    /// Reads the scenarios among the files.
    ///
    /// # Errors
    /// Every problem of every scenario file.
    #[cfg(feature = "check")]
    pub fn scenarios<'a>(
        &self,
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Vec<Scenario>, Vec<Problem>> {
        scenario::read(self, files)
    }

    /// The rulebook as written and linked.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// Lends what was planned before, and the diagrams of all issues in it.
    pub(crate) fn with_plan<Found>(&self, work: impl FnOnce(&mut Plan, &[NodeId]) -> Found) -> Found {
        self.plan.with(&self.compiled, work)
    }

    /// The diagrams.
    pub fn compiled(&self) -> &Compiled {
        &self.compiled
    }
}

/// Adds everything that is wrong with the files.
#[cfg(feature = "check")]
fn checked(trees: &BTreeMap<String, Tree>, names: &names::Names, mut problems: Vec<Problem>) -> Vec<Problem> {
    for (path, tree) in trees {
        match Kind::of(path) {
            Some(kind) => kind.shape().check(tree, path, &crate::place::Place::Top, &mut problems),
            None => problems.push(Problem::new(path, "", "no rule file belongs at this path")),
        }
    }
    for required in ["rulebook.json", "places.json"] {
        if !trees.contains_key(required) && !problems.iter().any(|problem| problem.file == required) {
            problems.push(Problem::new(required, "", "the file is missing"));
        }
    }
    link::check(trees, names, &mut problems);
    problems
}

/// The files were checked when they were bundled.
#[cfg(not(feature = "check"))]
fn checked(_trees: &BTreeMap<String, Tree>, _names: &names::Names, problems: Vec<Problem>) -> Vec<Problem> {
    problems
}

fn sorted(mut problems: Vec<Problem>) -> Vec<Problem> {
    order::sort(&mut problems);
    problems.dedup();
    problems
}
