//! Options of a command line: `--name value` pairs, `--name` switches and plain words.

use crate::run::Outcome;

/// What stood behind the command.
#[derive(Debug, Default, PartialEq)]
pub struct Options {
    values: Vec<(String, String)>,
    switches: Vec<String>,
    words: Vec<String>,
}

impl Options {
    /// Reads `words`, where `values` and `switches` name what the command knows.
    ///
    /// # Errors
    /// When an option is unknown or lacks its value.
    pub fn read(words: &[String], values: &[&str], switches: &[&str]) -> Outcome<Self> {
        let mut options = Self::default();
        let mut rest = words.iter();
        while let Some(word) = rest.next() {
            if switches.contains(&word.as_str()) {
                options.switches.push(word.clone());
            } else if values.contains(&word.as_str()) {
                let value = rest.next().ok_or_else(|| format!("`{word}` needs a value"))?;
                options.values.push((word.clone(), value.clone()));
            } else if word.starts_with('-') {
                return Err(format!("unknown option `{word}`"));
            } else {
                options.words.push(word.clone());
            }
        }
        Ok(options)
    }

    /// The value given last to the option.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.values.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether the switch was given.
    pub fn has(&self, name: &str) -> bool {
        self.switches.iter().any(|known| known == name)
    }

    /// The words that are not options.
    pub fn words(&self) -> &[String] {
        &self.words
    }
}

#[cfg(test)]
mod tests {
    use super::Options;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn values_switches_and_words_are_told_apart() {
        let options =
            Options::read(&words("--port 81 folder --release --port 82"), &["--port"], &["--release"])
                .expect("all are known");
        assert_eq!(options.value("--port"), Some("82"));
        assert!(options.has("--release"));
        assert_eq!(options.words(), ["folder"]);
    }

    #[test]
    fn what_is_unknown_or_cut_short_is_refused() {
        assert_eq!(
            Options::read(&words("--prot 81"), &["--port"], &[]),
            Err("unknown option `--prot`".into())
        );
        assert_eq!(Options::read(&words("--port"), &["--port"], &[]), Err("`--port` needs a value".into()));
    }
}
