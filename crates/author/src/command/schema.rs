//! `schema`: prints the JSON Schemas, or writes them beside the rulebook.

use std::path::Path;

use serde_json::{Map, Value};

use crate::files::save;
use crate::report::{Refusal, Report};
use crate::schema;

/// Prints all schemas by kind; with a folder, writes them and the editor's settings into it.
///
/// # Errors
/// Where a file can't be written.
pub fn run(folder: Option<&Path>) -> Result<Report, Refusal> {
    let files = schema::files();
    let Some(folder) = folder else {
        let parse = |(path, text): &(String, String)| -> Option<(String, Value)> {
            let name = path.strip_prefix("schemas/")?.strip_suffix(".json")?;
            Some((name.to_owned(), serde_json::from_str(text).ok()?))
        };
        let all: Map<String, Value> = files.iter().filter_map(parse).collect();
        return Ok(Report::json(&all.into()));
    };
    save(folder, &files)?;
    Ok(Report::written(&files))
}
