//! What is built into the program: the rulebook, and the profiles of institutions.

use deemed_engine::{Problem, Profile, Rulebook};

/// Name and file of each profile. They were reviewed and checked before they came here.
static PROFILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/profiles.rs"));

/// The fingerprint of the rule files.
pub const FINGERPRINT: &str = include_str!(concat!(env!("OUT_DIR"), "/fingerprint.txt"));

/// Makes it in a folder with the source, with what every Unix has.
pub const FINGERPRINT_COMMAND: &str = "(cd rulebook && find . -name '*.json' ! -path './scenarios/*' \
                                       | LC_ALL=C sort | xargs sha256sum | sha256sum)";

/// Loads the rulebook.
///
/// # Errors
/// Every problem of the rule files. A tested build has none; the page shows them rather than nothing.
pub fn load() -> Result<Rulebook, Vec<Problem>> {
    Rulebook::from_bundle(include_str!(concat!(env!("OUT_DIR"), "/rulebook.json")))
}

/// The profile of that name; nothing for a name that nobody has.
pub fn profile(name: &str) -> Option<Profile> {
    let (name, file) = PROFILES.iter().find(|(known, _)| *known == name)?;
    Profile::read(name, file).ok()
}

/// The names of all profiles.
pub fn profiles() -> impl Iterator<Item = &'static str> {
    PROFILES.iter().map(|(name, _)| *name)
}
