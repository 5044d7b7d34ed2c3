//! From the command line to a call.

use std::ffi::OsString;
use std::path::PathBuf;

use deemed_engine::date::Date;
use deemed_engine::problem::nearest;
use lexopt::Arg;

use crate::files::{self, Loaded};
use crate::report::{Format, Refusal};

/// What the program can do, for people.
pub const HELP: &str = "\
The rule author's bench of Deemed.

  deemed-author check [--today DATE]        load, prove, run the scenarios, give advice
  deemed-author diff OLD NEW [--release]    what a change does to people; two rulebook folders; with
                                            --release, whether the new version says as much
  deemed-author evaluate --answers FILE     what comes out for an answer sheet, or for a list of them
  deemed-author explain --answers FILE      the same for people: why, and what to find out from whom
  deemed-author export --jsonlogic          every issue as a JSONLogic rule
  deemed-author mutate [--limit N] [--write] [--today DATE]
                                            seed defects; list (or write) the scenarios to find them
  deemed-author new question FACT | concept ID | law ID | step LAW/ISSUE ID | scenario ID
                                            write the files with which it begins
  deemed-author new language TAG            write the files with which a language begins
  deemed-author paper                       the whole rulebook as one HTML page to print
  deemed-author schema [--write]            JSON Schemas of the rule files; write them beside the rulebook

Everywhere: --rulebook DIR (else the folder rulebook found from here), --format json, --help.
FILE may be - for standard input.
Exit status: 0 done; 1 done, and something was found; 2 the call or a file is wrong.
";

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Print what the program can do.
    Help,
    /// Load, prove, run the scenarios and the lints.
    Check {
        /// The day that counts; else the system's.
        today: Option<Date>,
    },
    /// Compare two rulebooks.
    Diff {
        /// The old folder.
        old: PathBuf,
        /// The new folder.
        new: PathBuf,
        /// Whether to judge the version instead of the difference.
        release: bool,
    },
    /// Begin a language.
    NewLanguage {
        /// Its tag.
        tag: String,
        /// The day that it begins with; else the system's.
        today: Option<Date>,
    },
    /// Evaluate answer sheets.
    Evaluate {
        /// The file of answers, or `-`.
        answers: String,
    },
    /// Explain what comes out.
    Explain {
        /// The file of answers, or `-`.
        answers: String,
    },
    /// Write every issue as a JSONLogic rule.
    Export,
    /// Begin a question, a concept, a law, a step or a scenario.
    New {
        /// What, and its name.
        words: Vec<String>,
        /// The day that it begins with; else the system's.
        today: Option<Date>,
    },
    /// Print the whole rulebook.
    Paper,
    /// JSON Schemas.
    Schema {
        /// Whether to write them.
        write: bool,
    },
    /// Seed defects.
    Mutate {
        /// The day that counts; else the system's.
        today: Option<Date>,
        /// How many defects; else all.
        limit: Option<usize>,
        /// Whether to write the missing scenarios into the rulebook.
        write: bool,
    },
}

const COMMANDS: [&str; 10] =
    ["check", "diff", "evaluate", "explain", "export", "mutate", "new", "paper", "schema", "help"];

/// A call of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// What to do.
    pub command: Command,
    /// The folder named with `--rulebook`.
    pub rulebook: Option<PathBuf>,
    /// How to write the result.
    pub format: Format,
}

/// Everything on the command line, before it is known to fit together.
#[derive(Default)]
struct Given {
    words: Vec<String>,
    rulebook: Option<PathBuf>,
    answers: Option<String>,
    today: Option<Date>,
    limit: Option<usize>,
    switches: Vec<String>,
    format: Format,
    help: bool,
    problems: Vec<String>,
}

impl Call {
    /// Reads the arguments, the program's own name left out.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, Refusal> {
        let mut given = Given::default();
        let mut parser = lexopt::Parser::from_args(arguments);
        loop {
            match parser.next() {
                Ok(Some(Arg::Value(word))) => given.words.push(word.to_string_lossy().into_owned()),
                Ok(Some(Arg::Long(name))) => {
                    let name = name.to_owned();
                    given.option(&name, &mut parser);
                }
                Ok(Some(Arg::Short('h'))) => given.help = true,
                Ok(Some(Arg::Short(letter))) => given.problems.push(format!("unknown option `-{letter}`")),
                Ok(None) => break,
                Err(error) => {
                    given.problems.push(format!("the call is wrong: {error}"));
                    break;
                }
            }
        }
        given.finish()
    }

    /// The folder of the rulebook.
    pub fn folder(&self) -> PathBuf {
        self.rulebook.clone().unwrap_or_else(files::folder_found)
    }

    /// Loads the rulebook.
    ///
    /// # Errors
    /// Every problem of every file.
    pub fn load(&self) -> Result<Loaded, Refusal> {
        Loaded::read(&self.folder())
    }
}

const OPTIONS: [&str; 9] =
    ["rulebook", "answers", "format", "today", "limit", "write", "release", "jsonlogic", "help"];

impl Given {
    fn option(&mut self, name: &str, parser: &mut lexopt::Parser) {
        match name {
            "help" => return self.help = true,
            "write" | "release" | "jsonlogic" => return self.switches.push(name.to_owned()),
            _ => {}
        }
        if !OPTIONS.contains(&name) {
            // What follows `=` belongs to the unknown option.
            let _ = parser.optional_value();
            return self.unknown("option", "--", name, &OPTIONS);
        }
        let value = match parser.value() {
            Ok(value) => value,
            Err(error) => return self.problems.push(format!("the call is wrong: {error}")),
        };
        let text = value.to_string_lossy().into_owned();
        match name {
            "rulebook" => self.rulebook = Some(PathBuf::from(value)),
            "answers" => self.answers = Some(text),
            "limit" => match text.parse() {
                Ok(limit) => self.limit = Some(limit),
                Err(_) => self.problems.push(format!("`{text}` is no whole number")),
            },
            "today" => match Date::parse(&text) {
                Some(day) => self.today = Some(day),
                None => self.problems.push(format!("`{text}` is no day; allowed: a date as YYYY-MM-DD")),
            },
            _ => match text.as_str() {
                "json" => self.format = Format::Json,
                "text" => self.format = Format::Text,
                other => self.unknown("format", "", other, &["json", "text"]),
            },
        }
    }

    fn unknown(&mut self, what: &str, dashes: &str, given: &str, allowed: &[&str]) {
        let list: Vec<String> = allowed.iter().map(|word| format!("`{dashes}{word}`")).collect();
        let meant = nearest(given, allowed).map(|word| format!("; did you mean `{dashes}{word}`?"));
        self.problems.push(format!(
            "unknown {what} `{dashes}{given}`; allowed: {}{}",
            list.join(", "),
            meant.unwrap_or_default()
        ));
    }

    fn is_on(&self, switch: &str) -> bool {
        self.switches.iter().any(|given| given == switch)
    }

    fn finish(mut self) -> Result<Call, Refusal> {
        let command = self.command();
        match command {
            Some(command) if self.problems.is_empty() => {
                Ok(Call { command, rulebook: self.rulebook, format: self.format })
            }
            _ => Err(Refusal::all(self.problems)),
        }
    }

    fn command(&mut self) -> Option<Command> {
        let words = std::mem::take(&mut self.words);
        let mut words = words.into_iter();
        let name = words.next();
        if self.help {
            return Some(Command::Help);
        }
        let command = match name.as_deref() {
            Some("help") => Some(Command::Help),
            Some("check") => Some(Command::Check { today: self.today }),
            Some("diff") => self.diff(&mut words),
            Some("evaluate") => self.answers().map(|answers| Command::Evaluate { answers }),
            Some("mutate") => {
                Some(Command::Mutate { today: self.today, limit: self.limit, write: self.is_on("write") })
            }
            Some("explain") => self.answers().map(|answers| Command::Explain { answers }),
            Some("export") => self.export(),
            Some("new") => Some(self.new_rules(&mut words)),
            Some("paper") => Some(Command::Paper),
            Some("schema") => Some(Command::Schema { write: self.is_on("write") }),
            Some(other) => {
                self.unknown("command", "", other, &COMMANDS);
                None
            }
            None => {
                self.problems.push(format!("a command is missing; allowed: `{}`", COMMANDS.join("`, `")));
                None
            }
        };
        for word in words {
            self.problems.push(format!("`{word}` is one word too many"));
        }
        command
    }

    fn diff(&mut self, words: &mut impl Iterator<Item = String>) -> Option<Command> {
        let folders = words.next().zip(words.next());
        if folders.is_none() {
            self.problems.push("two folders are expected: `diff OLD NEW`".to_owned());
        }
        let release = self.is_on("release");
        folders.map(|(old, new)| Command::Diff { old: old.into(), new: new.into(), release })
    }

    fn export(&mut self) -> Option<Command> {
        if !self.is_on("jsonlogic") {
            self.problems.push("the form is expected: `export --jsonlogic`".to_owned());
        }
        self.is_on("jsonlogic").then_some(Command::Export)
    }

    fn new_rules(&mut self, words: &mut impl Iterator<Item = String>) -> Command {
        let words: Vec<String> = words.collect();
        let today = self.today;
        match words.as_slice() {
            [what, tag] if what == "language" => Command::NewLanguage { tag: tag.clone(), today },
            _ => Command::New { words, today },
        }
    }

    fn answers(&mut self) -> Option<String> {
        if self.answers.is_none() {
            self.problems.push("the option `--answers FILE` is missing".to_owned());
        }
        self.answers.take()
    }
}
