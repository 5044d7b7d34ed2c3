//! Reading files and folders. What goes wrong is added to a list, so that all of it is told at once.

use std::path::Path;

use deemed_engine::Tree;

/// How deep folders are looked into.
const DEPTH_MAX: usize = 8;

/// The names of the folders in a folder, sorted.
pub fn folders(folder: &Path, problems: &mut Vec<String>) -> Vec<String> {
    let mut names: Vec<String> =
        entries(folder, problems).into_iter().filter(|name| folder.join(name).is_dir()).collect();
    names.sort();
    names
}

/// The `.json` files below a folder, as paths with `/`, sorted.
pub fn files(folder: &Path, problems: &mut Vec<String>) -> Vec<String> {
    let mut found = Vec::new();
    below(folder, "", 0, &mut found, problems);
    found.sort();
    found
}

fn below(folder: &Path, prefix: &str, depth: usize, found: &mut Vec<String>, problems: &mut Vec<String>) {
    if depth > DEPTH_MAX {
        problems.push(format!("`{}`: folders are nested too deep", folder.display()));
        return;
    }
    for name in entries(folder, problems) {
        let path = folder.join(&name);
        if path.is_dir() {
            below(&path, &format!("{prefix}{name}/"), depth + 1, found, problems);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            found.push(format!("{prefix}{name}"));
        }
    }
}

fn entries(folder: &Path, problems: &mut Vec<String>) -> Vec<String> {
    let read = std::fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    match read {
        Ok(entries) => entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect(),
        Err(error) => {
            problems.push(format!("`{}`: the folder is not readable: {error}", folder.display()));
            Vec::new()
        }
    }
}

/// The JSON in a file; `Null` where there is a problem.
pub fn tree(folder: &Path, file: &str, problems: &mut Vec<String>) -> Tree {
    let path = folder.join(file);
    let name = path.display().to_string();
    let read = std::fs::read_to_string(&path)
        .map_err(|error| format!("`{name}`: the file is not readable: {error}"))
        .and_then(|text| Tree::parse(&name, &text).map_err(|problem| problem.to_string()));
    read.unwrap_or_else(|problem| {
        problems.push(problem);
        Tree::Null
    })
}
