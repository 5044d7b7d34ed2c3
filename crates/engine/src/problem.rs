//! What is wrong with a file, written for the person who wrote it.

use std::fmt;

/// One thing that stops the build: where it is, what was given and what is allowed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path of the file below the rulebook's folder, or the name under which text was handed in.
    pub file: String,
    /// JSON pointer to the place inside the file; empty for the whole file.
    pub pointer: String,
    /// One sentence: lower case, no full stop, the author's input in backticks.
    pub message: String,
    /// What would be accepted here, where that can be listed.
    pub allowed: Option<String>,
    /// The nearest accepted word, where one is near.
    pub suggestion: Option<String>,
}

impl Problem {
    /// A problem at a place.
    pub fn new(file: impl Into<String>, pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            pointer: pointer.into(),
            message: message.into(),
            allowed: None,
            suggestion: None,
        }
    }

    /// A word that is not one of those allowed; lists them (at most twelve) and names the nearest.
    pub fn unknown_word<'a>(
        file: &str,
        pointer: &str,
        what: &str,
        given: &str,
        allowed: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let words: Vec<&str> = allowed.into_iter().collect();
        let mut problem = Self::new(file, pointer, format!("unknown {what} `{given}`"));
        problem.suggestion = nearest(given, &words).map(str::to_owned);
        problem.allowed = Some(list(&words));
        problem
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}#{}: {}", OneLine(&self.file), OneLine(&self.pointer), OneLine(&self.message))?;
        if let Some(allowed) = &self.allowed {
            write!(out, "; allowed: {}", OneLine(allowed))?;
        }
        if let Some(suggestion) = &self.suggestion {
            write!(out, "; did you mean `{suggestion}`?")?;
        }
        Ok(())
    }
}

/// A text on one line: what a file holds may have ends of lines in it, and a list has a problem on each.
struct OneLine<'a>(&'a str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut pieces = self.0.split(char::is_control);
        let mut signs = self.0.matches(char::is_control);
        out.write_str(pieces.next().unwrap_or_default())?;
        for piece in pieces {
            write!(out, "{}{piece}", signs.next().unwrap_or_default().escape_default())?;
        }
        Ok(())
    }
}

/// The word nearest to `given`, if it is near enough to be a slip of the hand.
#[cfg(feature = "check")]
pub fn nearest<'a>(given: &str, words: &[&'a str]) -> Option<&'a str> {
    let given = given.to_lowercase();
    // A 50 MB word must not make the comparison quadratic.
    let short: String = given.chars().take(64).collect();
    words
        .iter()
        .map(|word| (strsim::damerau_levenshtein(&short, &word.to_lowercase()), *word))
        .min()
        .filter(|(distance, word)| *distance <= (word.len().max(short.len()) / 3).max(1))
        .map(|(_, word)| word)
}

/// Without the feature `check` nothing is suggested.
#[cfg(not(feature = "check"))]
pub fn nearest<'a>(_given: &str, _words: &[&'a str]) -> Option<&'a str> {
    None
}

fn list(words: &[&str]) -> String {
    const SHOWN_MAX: usize = 12;
    let shown: Vec<String> = words.iter().take(SHOWN_MAX).map(|word| format!("`{word}`")).collect();
    match words.len().checked_sub(SHOWN_MAX) {
        Some(more) if more > 0 => format!("{} and {more} more", shown.join(", ")),
        _ if words.is_empty() => "nothing".to_owned(),
        _ => shown.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_hand_is_recognized() {
        let problem = Problem::unknown_word("a.json", "/x", "value", "h1b", ["h-1b", "l-1"]);
        assert_eq!(
            problem.to_string(),
            "a.json#/x: unknown value `h1b`; allowed: `h-1b`, `l-1`; did you mean `h-1b`?"
        );
    }

    #[test]
    fn a_problem_stands_on_one_line_whatever_the_file_holds() {
        let problem = Problem::unknown_word("a\n.json", "/x\ty", "key", "mea\r\nns", ["me\u{85}"]);
        assert_eq!(problem.to_string(), "a\\n.json#/x\\ty: unknown key `mea\\r\\nns`; allowed: `me\\u{85}`");
    }

    #[test]
    fn a_far_word_gets_no_suggestion() {
        assert_eq!(nearest("banana", &["h-1b", "l-1"]), None);
    }

    #[test]
    fn long_lists_are_cut() {
        let words: Vec<String> = (0..20).map(|n| format!("w{n}")).collect();
        let problem = Problem::unknown_word("a", "", "word", "zzzzzzz", words.iter().map(String::as_str));
        assert!(problem.allowed.unwrap().ends_with("and 8 more"));
    }
}
