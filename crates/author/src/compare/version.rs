//! Whether a version says as much as the change does.
//!
//! A patch is for words: nobody's outcome may be another one. What says so is the diagrams, not the
//! author; so nobody is told something else tomorrow by what looked like a correction of spelling.

use deemed_engine::Rulebook;

use super::{Difference, IssueDifference};

/// Whether the new version may hold this change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// It may.
    Fits,
    /// Somebody who had an outcome gets another or none, and the version is the same or only a patch.
    SaysTooLittle,
    /// It is not newer than the old one, though the rules differ.
    IsOlder,
    /// One of them is not of the form `1.2.3`.
    Unreadable,
}

impl Fit {
    /// Whether the change may be published under this version.
    pub fn is_fit(self) -> bool {
        self == Self::Fits
    }

    /// In words.
    pub fn says(self) -> &'static str {
        match self {
            Self::Fits => "The version fits the change.",
            Self::SaysTooLittle => {
                "The version does not fit: outcomes change, so its first or second number must rise."
            }
            Self::IsOlder => "The version does not fit: it is older than the one compared with.",
            Self::Unreadable => "The version does not fit: it is not of the form `1.2.3`.",
        }
    }

    /// Compares the difference with the two versions.
    pub fn of(difference: &Difference, old: &Rulebook, new: &Rulebook) -> Self {
        let (Some(before), Some(after)) = (parts(&old.book().version), parts(&new.book().version)) else {
            return Self::Unreadable;
        };
        let ([major, minor, _], [major_old, minor_old, _]) = (after, before);
        if after < before {
            Self::IsOlder
        } else if difference.issues.iter().any(changes_outcome) && (major, minor) == (major_old, minor_old) {
            Self::SaysTooLittle
        } else {
            Self::Fits
        }
    }
}

/// Whether somebody who had an outcome gets another or none. What nobody was asked before changes nothing;
/// what exceeds its budget may change anything.
fn changes_outcome(issue: &IssueDifference) -> bool {
    issue
        .groups
        .as_ref()
        .is_none_or(|groups| groups.iter().any(|group| group.from.is_some() && group.is_outcome()))
}

fn parts(version: &str) -> Option<[u32; 3]> {
    let numbers: Vec<u32> = version.split('.').map(str::parse).collect::<Result<_, _>>().ok()?;
    numbers.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_version_is_three_numbers() {
        assert_eq!(parts("0.10.2"), Some([0, 10, 2]));
        assert!(["1.2", "1.2.3.4", "1.2.x", "", "1.-2.3"].iter().all(|text| parts(text).is_none()));
    }
}
