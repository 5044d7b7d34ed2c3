//! The lines that the texts draw, read from `limits.json`.

use deemed_engine::Tree;
use deemed_engine::model::Citation;

/// A line that divides two answers to a question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineLimits {
    /// The fact that the question sets.
    pub fact: String,
    /// The line.
    pub line: u128,
    /// How near is too near to tell, in tenths.
    pub near_tenths: u128,
    /// The value below the line.
    pub below: String,
    /// The value from the line on.
    pub from: String,
    /// Where it is written.
    pub cites: Vec<Citation>,
}

/// The line for computers, and the weights of processors.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ComputerLimits {
    /// The line, in weighted teraflops.
    pub line: LineLimits,
    /// The weight of a vector processor, in tenths.
    pub vector_tenths: u128,
    /// The weight of any other.
    pub other_tenths: u128,
}

/// A range of performance and of density. Nothing above means no upper bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounds {
    /// From this total processing performance on.
    pub performance_from: u128,
    /// Below this one.
    pub performance_below: Option<u128>,
    /// From this density on, in hundredths.
    pub density_from: u128,
    /// Below this one.
    pub density_below: Option<u128>,
}

/// The two paragraphs about processors.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProcessorLimits {
    /// Paragraph a: any of these.
    pub a: Vec<Bounds>,
    /// Paragraph b: any of these.
    pub b: Vec<Bounds>,
    /// Where it is written.
    pub cites: Vec<Citation>,
}

/// All lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Limits {
    /// For the training of models.
    pub training: LineLimits,
    /// For computers.
    pub computer: ComputerLimits,
    /// For processors.
    pub processor: ProcessorLimits,
}

impl Limits {
    /// Reads them. A test makes sure that they are there.
    pub fn read() -> Self {
        let Ok(tree) = Tree::parse("limits.json", include_str!("limits.json")) else {
            return Self::default();
        };
        let part = |key| tree.get(key).cloned().unwrap_or(Tree::Null);
        let (computer, processor) = (part("computer"), part("processor"));
        Self {
            training: line(&part("training")),
            computer: ComputerLimits {
                line: line(&computer),
                vector_tenths: number(&computer, "vector-tenths").unwrap_or_default(),
                other_tenths: number(&computer, "other-tenths").unwrap_or_default(),
            },
            processor: ProcessorLimits {
                a: processor.list("a").iter().filter_map(bounds).collect(),
                b: processor.list("b").iter().filter_map(bounds).collect(),
                cites: cites(&processor),
            },
        }
    }
}

fn number(tree: &Tree, key: &str) -> Option<u128> {
    match tree.get(key) {
        Some(Tree::Number(number)) => u128::try_from(*number).ok(),
        _ => None,
    }
}

fn line(tree: &Tree) -> LineLimits {
    let power = number(tree, "line-power").and_then(|power| u32::try_from(power).ok());
    let scale = 10_u128.saturating_pow(power.unwrap_or_default());
    LineLimits {
        fact: tree.text("fact").to_owned(),
        line: number(tree, "line").unwrap_or_default().saturating_mul(scale),
        near_tenths: number(tree, "near-tenths").unwrap_or_default(),
        below: tree.text("below").to_owned(),
        from: tree.text("from").to_owned(),
        cites: cites(tree),
    }
}

fn bounds(tree: &Tree) -> Option<Bounds> {
    Some(Bounds {
        performance_from: number(tree, "performance-from")?,
        performance_below: number(tree, "performance-below"),
        density_from: number(tree, "density-hundredths-from")?,
        density_below: number(tree, "density-hundredths-below"),
    })
}

fn cites(tree: &Tree) -> Vec<Citation> {
    let cite =
        |cite: &Tree| Citation { source: cite.text("source").to_owned(), at: cite.text("at").to_owned() };
    tree.list("cites").iter().map(cite).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        let limits = Limits::read();
        assert_eq!(limits.training.line, 10_u128.pow(26));
        assert_eq!(limits.computer.line.line, 50);
        assert_eq!((limits.computer.vector_tenths, limits.computer.other_tenths), (9, 3));
        assert_eq!((limits.processor.a.len(), limits.processor.b.len()), (2, 2));
        assert!(limits.training.near_tenths > 10 && limits.computer.line.near_tenths > 10);
        assert!(!limits.training.cites.is_empty() && !limits.processor.cites.is_empty());
    }
}
