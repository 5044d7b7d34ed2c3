//! Running other programs, and files read and written with errors that name them.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

/// A result whose error is one sentence for the person at the terminal.
pub type Outcome<T = ()> = Result<T, String>;

/// A command that starts in `folder`.
pub fn program(folder: &Path, name: impl AsRef<OsStr>, words: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.current_dir(folder).args(words);
    command
}

/// Runs the command, its output going to the terminal.
///
/// # Errors
/// When it cannot be started or fails.
pub fn run(command: &mut Command) -> Outcome {
    let line = describe(command);
    let status = command.status().map_err(|error| format!("could not start `{line}`: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{line}` failed ({status})")) }
}

/// Runs the command and returns what it wrote, without the final line end.
///
/// # Errors
/// When it cannot be started or fails.
pub fn output(command: &mut Command) -> Outcome<String> {
    Ok(String::from_utf8_lossy(&bytes(command)?).trim_end().to_owned())
}

/// Runs the command and returns what it wrote.
///
/// # Errors
/// When it cannot be started or fails.
pub fn bytes(command: &mut Command) -> Outcome<Vec<u8>> {
    let line = describe(command);
    let output = command.output().map_err(|error| format!("could not start `{line}`: {error}"))?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        let why = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        Err(format!("`{line}` failed ({}): {why}", output.status))
    }
}

/// Whether a program of this name can be started.
pub fn exists(name: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|paths| std::env::split_paths(&paths).any(|folder| folder.join(name).is_file()))
}

/// The command as one would type it.
pub fn describe(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

/// Reads a file as bytes.
///
/// # Errors
/// When it cannot be read.
pub fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| format!("could not read `{}`: {error}", path.display()))
}

/// Reads a file as text.
///
/// # Errors
/// When it cannot be read or is not UTF-8.
pub fn read_text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("could not read `{}`: {error}", path.display()))
}

/// Writes a file, making the folders above it.
///
/// # Errors
/// When it cannot be written.
pub fn write(path: &Path, bytes: &[u8]) -> Outcome {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)
            .map_err(|error| format!("could not make the folder `{}`: {error}", folder.display()))?;
    }
    fs::write(path, bytes).map_err(|error| format!("could not write `{}`: {error}", path.display()))
}

/// Makes the folder anew, without what it held.
///
/// # Errors
/// When it cannot be emptied or made.
pub fn empty(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .map_err(|error| format!("could not empty `{}`: {error}", folder.display()))?;
    }
    fs::create_dir_all(folder)
        .map_err(|error| format!("could not make the folder `{}`: {error}", folder.display()))
}

/// Paths of all files below the folder, relative to it, with `/` between names, sorted.
///
/// # Errors
/// When a folder cannot be listed.
pub fn files_below(folder: &Path) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    let mut waiting = vec![String::new()];
    while let Some(below) = waiting.pop() {
        let here = folder.join(&below);
        let listing =
            fs::read_dir(&here).map_err(|error| format!("could not list `{}`: {error}", here.display()))?;
        for entry in listing.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if below.is_empty() { name } else { format!("{below}/{name}") };
            if entry.path().is_dir() {
                waiting.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Whether the file's name ends with a dot and `extension`.
pub fn has_extension(file: &str, extension: &str) -> bool {
    Path::new(file).extension().is_some_and(|found| found == extension)
}
