//! The rule author's bench: answers from the command line, the proof of the whole rulebook, what a
//! change does to people, and what a lawyer reviews.
//!
//! The engine does no input or output; all of it is here. Each command is a function from what was read
//! to a [`Report`], so that tests and benchmarks call the same code as the program.

pub mod arguments;
pub mod command;
pub mod compare;
pub mod files;
pub mod lint;
pub mod locale;
pub mod mutate;
pub mod names;
pub mod paper;
pub mod progress;
pub mod prove;
pub mod reading;
pub mod report;
pub mod scaffold;
pub mod scenarios;
pub mod schema;
pub mod texts;
pub mod today;

use std::ffi::OsString;

use arguments::{Call, Command};
use progress::Clock;
use report::{Refusal, Report};

/// What a call of the program came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Done {
    /// For standard output.
    pub output: String,
    /// For standard error.
    pub errors: String,
    /// 0: done; 1: done, and something was found; 2: the call or a file is wrong.
    pub status: u8,
}

/// Runs the program with these arguments, its own name left out.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Done {
    match Call::parse(arguments).and_then(|call| perform(&call)) {
        Ok(report) => {
            Done { output: report.output, errors: report.remarks, status: u8::from(report.is_found) }
        }
        Err(refusal) => Done { output: String::new(), errors: refusal.to_string(), status: 2 },
    }
}

fn perform(call: &Call) -> Result<Report, Refusal> {
    let _clock = clock(&call.command);
    match &call.command {
        Command::Help => Ok(Report::text(arguments::HELP.to_owned())),
        Command::Check { today } => {
            let files = files::Files::read(&call.folder())?;
            let report = command::check::run(&files, today.unwrap_or_else(today::today), call.format);
            Ok(locale::add(report, &locale::languages(&call.folder())?, call.format))
        }
        Command::Diff { old, new, release } => {
            let (old, new) = files::both(old, new)?;
            Ok(command::diff::run(&old, &new, *release, call.format))
        }
        Command::NewLanguage { tag, today } => {
            locale::new_language(&call.folder(), tag, today.unwrap_or_else(today::today))
        }
        Command::Evaluate { answers } => command::evaluate::run(&call.load()?, answers, call.format),
        Command::Explain { answers } => command::explain::run(&call.load()?, answers, call.format),
        Command::Export => Ok(command::export::run(&call.load()?.rulebook)),
        Command::New { words, today } => {
            let files = files::Files::read(&call.folder())?;
            let made = scaffold::files(&files, words, today.unwrap_or_else(today::today))?;
            files::save(&call.folder(), &made)?;
            Ok(Report::written(&made))
        }
        Command::Paper => Ok(command::paper::run(&call.load()?.rulebook)),
        Command::Schema { write } => {
            let folder = call.folder().canonicalize().unwrap_or_else(|_| call.folder());
            command::schema::run(folder.parent().filter(|_| *write))
        }
        Command::Mutate { today, limit, write } => {
            let folder = write.then(|| call.folder());
            let today = today.unwrap_or_else(today::today);
            command::mutate::run(&call.load()?, today, *limit, folder.as_deref(), call.format)
        }
    }
}

/// Work on a whole rulebook may take a while. Seeding defects counts them itself, and a command that
/// waits for a person at the terminal writes nothing between.
fn clock(command: &Command) -> Option<Clock> {
    match command {
        Command::Check { .. } => Some(Clock::start("check")),
        Command::Diff { .. } => Some(Clock::start("diff")),
        Command::Export => Some(Clock::start("export")),
        Command::Paper => Some(Clock::start("paper")),
        Command::Evaluate { answers } | Command::Explain { answers } if answers != "-" => {
            Some(Clock::start("evaluate"))
        }
        Command::Help
        | Command::NewLanguage { .. }
        | Command::Evaluate { .. }
        | Command::Explain { .. }
        | Command::New { .. }
        | Command::Schema { .. }
        | Command::Mutate { .. } => None,
    }
}
