//! A citation whose link does not fit.
//!
//! What: a source whose official page is not where texts of its kind stand, or whose address names
//! another section, page or bill than its citation.
//! Why: a link copied from the neighbor and not adapted sends people to the wrong law.
//! Example: `15 CFR 734.13` with a link to `section-734.3`.

use deemed_engine::model::{Authority, Source};

use super::{Context, Found, Lint};

pub const LINT: Lint = Lint {
    name: "link-pattern",
    about: "every official link fits its citation and authority",
    is_due: false,
    find,
};

fn find(context: &Context) -> Vec<Found> {
    let mut found = Vec::new();
    for source in context.book().sources.values() {
        if let Some(wanted) = misfit(source) {
            let message = format!("`{}` does not fit `{}`; {wanted}", source.official, source.citation);
            found.push((format!("sources/{}.json", source.id), "/official".to_owned(), message));
        }
    }
    found
}

/// What the link should hold, if it does not.
fn misfit(source: &Source) -> Option<String> {
    let link = source.official.to_lowercase();
    let wanted = match source.authority {
        Authority::Statute => code_section(&source.citation)
            .map_or_else(Vec::new, |(title, section)| vec![format!("title{title}-section{section}")]),
        Authority::Regulation => regulation(&source.citation),
        Authority::Bill => bill(&source.citation),
        Authority::Form | Authority::Guidance | Authority::Report => Vec::new(),
        Authority::Secondary => return None,
    };
    let host = link.trim_start_matches("https://").split('/').next().unwrap_or_default();
    let is_official = matches!(host.rsplit('.').next(), Some("gov" | "mil"));
    if !is_official {
        return Some("an official page ends in .gov".to_owned());
    }
    if wanted.is_empty() || wanted.iter().any(|part| holds(&link, part)) {
        return None;
    }
    Some(format!("the address should hold `{}`", wanted.join("` or `")))
}

/// Whether the address holds the part as a whole: `section-734.1` is not held by `section-734.13`.
fn holds(link: &str, part: &str) -> bool {
    link.match_indices(part).any(|(at, _)| {
        let after = link.get(at + part.len()..).and_then(|rest| rest.chars().next());
        after.is_none_or(|letter| !letter.is_ascii_alphanumeric())
    })
}

/// Title and section of `50 U.S.C. 4801`.
fn code_section(citation: &str) -> Option<(String, String)> {
    let (title, section) = citation.split_once(" U.S.C. ")?;
    Some((last_word(title), first_word(section)))
}

fn regulation(citation: &str) -> Vec<String> {
    if let Some((title, rest)) = citation.split_once(" CFR ") {
        let title = last_word(title);
        let words = rest.trim_start_matches("part ").trim_start_matches("Part ");
        let number = first_word(words);
        let kind = if number.contains('.') { "section" } else { "part" };
        return vec![
            format!("title-{title}/{kind}-{number}"),
            format!("{kind}-{number}"),
            format!("part-{number}"),
        ];
    }
    match citation.split_once(" FR ") {
        Some((volume, page)) => {
            vec![
                format!("{}-fr-{}", last_word(volume), first_word(page)),
                "govinfo.gov/content/pkg/fr".to_owned(),
            ]
        }
        None => Vec::new(),
    }
}

fn bill(citation: &str) -> Vec<String> {
    let number: String =
        citation.split(',').next().unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    let chamber = if citation.starts_with('H') { "house" } else { "senate" };
    let congress = citation.split_once(", ").map(|(_, rest)| first_word(rest)).unwrap_or_default();
    if number.is_empty() || !congress.starts_with(|letter: char| letter.is_ascii_digit()) {
        return Vec::new();
    }
    vec![format!("{congress}-congress/{chamber}-bill/{number}")]
}

fn first_word(text: &str) -> String {
    let word = text.split_whitespace().next().unwrap_or_default();
    word.split('(').next().unwrap_or_default().trim_end_matches([',', '.', ';']).to_lowercase()
}

fn last_word(text: &str) -> String {
    text.split_whitespace().next_back().unwrap_or_default().to_lowercase()
}
