//! Reading rule files and answer sheets from disk.

use std::io::Read;
use std::path::{Path, PathBuf};

use deemed_engine::tree::FILE_BYTES_MAX;
use deemed_engine::{Problem, Rulebook, Scenario, Tree};

use crate::report::Refusal;

/// How deep folders of rule files are looked into; the format needs four levels.
const DEPTH_MAX: usize = 8;

/// The English texts of the page, below the folder that holds the rulebook's.
const PAGE: &str = "locales/en/page.json";

/// The texts of all rule files, by path below the rulebook's folder, sorted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Files {
    texts: Vec<(String, String)>,
    profiles: Vec<(String, String)>,
    page: String,
}

impl Files {
    /// Files from texts that are already in memory.
    pub fn from_texts(mut texts: Vec<(String, String)>) -> Self {
        texts.sort();
        Self { texts, profiles: Vec::new(), page: String::new() }
    }

    /// Reads every `.json` file below a folder, and the profiles of institutions beside it.
    ///
    /// # Errors
    /// Everything that can't be read.
    pub fn read(folder: &Path) -> Result<Self, Refusal> {
        if !folder.is_dir() {
            return Err(Refusal::one(format!("the rulebook folder `{}` does not exist", folder.display())));
        }
        let mut reader = Reader { root: folder, texts: Vec::new(), problems: Vec::new() };
        reader.folder(folder, 0);
        let beside = folder.parent().unwrap_or(folder).join("profiles");
        let mut profiles = Reader { root: &beside, texts: Vec::new(), problems: Vec::new() };
        if beside.is_dir() {
            profiles.folder(&beside, 0);
        }
        reader.problems.append(&mut profiles.problems);
        if reader.problems.is_empty() {
            profiles.texts.sort();
            // A rulebook may stand alone, without any page.
            let page = std::fs::read_to_string(folder.join("..").join(PAGE)).unwrap_or_default();
            Ok(Self { profiles: profiles.texts, page, ..Self::from_texts(reader.texts) })
        } else {
            reader.problems.sort();
            Err(reader.problems.into())
        }
    }

    /// Path and text of the page's own English texts, which stand beside the rulebook; nothing for none.
    pub fn page(&self) -> Option<(&'static str, &str)> {
        (!self.page.is_empty()).then_some((PAGE, self.page.as_str()))
    }

    /// Path and text of each profile of an institution. They stand in `profiles/`, beside the rulebook.
    pub fn profiles(&self) -> impl Iterator<Item = (String, &str)> {
        self.profiles.iter().map(|(path, text)| (format!("profiles/{path}"), text.as_str()))
    }

    /// Path and text of each file.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> + Clone {
        self.texts.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The text of one file.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.iter().find(|(own, _)| *own == path).map(|(_, text)| text)
    }

    /// The same files with one put in or replaced.
    #[must_use]
    pub fn with(&self, path: &str, text: String) -> Self {
        let mut texts = self.texts.clone();
        texts.retain(|(own, _)| own != path);
        texts.push((path.to_owned(), text));
        Self { profiles: self.profiles.clone(), ..Self::from_texts(texts) }
    }
}

struct Reader<'a> {
    root: &'a Path,
    texts: Vec<(String, String)>,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn push(&mut self, path: &Path, message: String) {
        let name = self.name(path);
        self.problems.push(Problem::new(name, "", message));
    }

    fn name(&self, path: &Path) -> String {
        let below = path.strip_prefix(self.root).unwrap_or(path);
        let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        parts.join("/")
    }

    fn folder(&mut self, folder: &Path, depth: usize) {
        if depth > DEPTH_MAX {
            return self.push(folder, format!("folders are nested deeper than {DEPTH_MAX} levels"));
        }
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.push(folder, format!("the folder is not readable: {error}")),
        };
        for entry in entries {
            match entry.map(|entry| entry.path()) {
                Ok(path) if path.is_dir() => self.folder(&path, depth + 1),
                Ok(path) if path.extension().is_some_and(|ending| ending == "json") => self.file(&path),
                Ok(_) => {}
                Err(error) => self.push(folder, format!("the folder is not readable: {error}")),
            }
        }
    }

    fn file(&mut self, path: &Path) {
        match text_of(path) {
            Ok(text) => self.texts.push((self.name(path), text)),
            Err(message) => self.push(path, message),
        }
    }
}

fn text_of(path: &Path) -> Result<String, String> {
    let file = std::fs::File::open(path).map_err(|error| format!("the file is not readable: {error}"))?;
    limited(file)
}

/// Reads text, and stops at the first byte beyond the limit.
fn limited(source: impl Read) -> Result<String, String> {
    let limit = u64::try_from(FILE_BYTES_MAX).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    source
        .take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| format!("the file is not readable: {error}"))?;
    if bytes.len() > FILE_BYTES_MAX {
        return Err(format!("the file is too large; at most {FILE_BYTES_MAX} bytes are read"));
    }
    String::from_utf8(bytes).map_err(|error| {
        format!(
            "the file is not UTF-8: the first wrong byte is at place {}",
            error.utf8_error().valid_up_to()
        )
    })
}

/// The folder `rulebook` of the current folder or the nearest one above it.
pub fn folder_found() -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    let found = here.ancestors().map(|folder| folder.join("rulebook")).find(|folder| folder.is_dir());
    found.unwrap_or_else(|| PathBuf::from("rulebook"))
}

/// A rulebook with the files it came from.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The rule files.
    pub files: Files,
    /// The rulebook.
    pub rulebook: Rulebook,
    /// Its scenarios.
    pub scenarios: Vec<Scenario>,
}

impl Loaded {
    /// Loads a rulebook and its scenarios.
    ///
    /// # Errors
    /// Every problem of every file.
    pub fn from_files(files: Files) -> Result<Self, Vec<Problem>> {
        let rulebook = Rulebook::load(files.iter())?;
        let scenarios = rulebook.scenarios(files.iter())?;
        Ok(Self { files, rulebook, scenarios })
    }

    /// Reads and loads the rulebook in a folder.
    ///
    /// # Errors
    /// Every problem of every file.
    pub fn read(folder: &Path) -> Result<Self, Refusal> {
        Ok(Self::from_files(Files::read(folder)?)?)
    }
}

/// Reads and loads two rulebooks, and tells the problems of both.
///
/// # Errors
/// Every problem of every file, with its folder.
pub fn both(old: &Path, new: &Path) -> Result<(Rulebook, Rulebook), Refusal> {
    let load = |folder: &Path| {
        let files = Files::read(folder)?;
        Rulebook::load(files.iter()).map_err(|problems| {
            Refusal::all(problems.iter().map(|problem| format!("{}/{problem}", folder.display())))
        })
    };
    match (load(old), load(new)) {
        (Ok(old), Ok(new)) => Ok((old, new)),
        (old, new) => {
            let refusals = [old.err(), new.err()].into_iter().flatten();
            Err(Refusal::all(refusals.flat_map(|refusal| refusal.lines().to_vec())))
        }
    }
}

/// Reads one JSON file, or standard input where the name is `-`.
///
/// # Errors
/// Where it is not readable, too large or no JSON.
pub fn tree(name: &str) -> Result<Tree, Refusal> {
    let text = if name == "-" { limited(std::io::stdin().lock()) } else { text_of(Path::new(name)) };
    let problem = |message| Problem::new(name, "", message);
    let tree = text.map_err(problem).and_then(|text| Tree::parse(name, &text));
    tree.map_err(|problem| vec![problem].into())
}

/// Writes files below a folder, and makes the folders that they need.
///
/// # Errors
/// Every file that can't be written.
pub fn save(folder: &Path, files: &[(String, String)]) -> Result<(), Refusal> {
    let mut problems = Vec::new();
    for (name, text) in files {
        let path = folder.join(name);
        let made = path.parent().map_or(Ok(()), std::fs::create_dir_all);
        if let Err(error) = made.and_then(|()| std::fs::write(&path, text)) {
            problems.push(format!("`{}` can't be written: {error}", path.display()));
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Refusal::all(problems)) }
}
