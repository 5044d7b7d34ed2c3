//! The gallery of components, for people who work on the page: only `serve` writes it, no release has it.

use std::path::Path;

use super::page::{Words, fill};
use crate::run::{Outcome, files_below, has_extension, read_text, write};

/// Where the examples stand, one folder for each component.
const COMPONENTS: &str = "src/view/component";

/// Writes the gallery into a site that was finished, and dresses it in that site's style.
///
/// # Errors
/// When a source is missing or a file cannot be written.
pub fn write_gallery(root: &Path, out: &Path) -> Outcome {
    let components = root.join(COMPONENTS);
    let mut gallery = String::new();
    for file in files_below(&components)?.iter().filter(|file| has_extension(file, "html")) {
        gallery.push_str(&read_text(&components.join(file))?);
    }
    let sheet = files_below(out)?.into_iter().find(|file| file.starts_with("style-"));
    let sheet = sheet.ok_or("the site has no style sheet")?;
    let words = Words::from([("style".into(), format!("../{sheet}")), ("gallery".into(), gallery)]);
    let page = fill(&read_text(&root.join("static/gallery.html"))?, &words)?;
    write(&out.join("gallery/index.html"), page.as_bytes())
}
