//! Each direct dependency stands with its reason in `docs/dependencies.md`.

use std::path::Path;

use serde_json::Value;

use crate::run::{Outcome, output, program, read_text};

/// Direct dependencies without a reason, and reasons for what is no dependency any more.
///
/// # Errors
/// When cargo cannot tell or the list is missing.
pub fn problems(root: &Path) -> Outcome<Vec<String>> {
    let words = ["metadata", "--format-version", "1", "--no-deps", "--locked", "--offline"];
    let metadata: Value = serde_json::from_str(&output(&mut program(root, "cargo", &words))?)
        .map_err(|error| format!("cargo's metadata cannot be read: {error}"))?;
    let list =
        |value: &Value, key: &str| value.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    let name = |value: &Value| value.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
    let packages = list(&metadata, "packages");
    let mut names: Vec<String> = packages
        .iter()
        .flat_map(|package| list(package, "dependencies"))
        .filter(|dependency| dependency.get("path").is_none())
        .map(|dependency| name(&dependency))
        .collect();
    for file in ["package.json", "benches/browser/package.json"] {
        let npm: Value = serde_json::from_str(&read_text(&root.join(file))?)
            .map_err(|error| format!("could not read `{file}`: {error}"))?;
        let all = npm.get("devDependencies").and_then(Value::as_object);
        names.extend(all.into_iter().flat_map(|all| all.keys().cloned()));
    }
    Ok(compare(&names, &read_text(&root.join("docs/dependencies.md"))?))
}

fn compare(names: &[String], reasons: &str) -> Vec<String> {
    let listed: Vec<&str> = reasons
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`'))
        .map(|(name, _)| name)
        .collect();
    let mut problems: Vec<String> = names
        .iter()
        .filter(|name| !listed.contains(&name.as_str()))
        .map(|name| format!("docs/dependencies.md: no reason for `{name}`"))
        .collect();
    let gone = listed.iter().filter(|name| !names.iter().any(|known| known == *name));
    problems.extend(gone.map(|name| format!("docs/dependencies.md: `{name}` is no direct dependency")));
    problems.sort();
    problems.dedup();
    problems
}

#[cfg(test)]
mod tests {
    use super::compare;

    #[test]
    fn reasons_and_dependencies_are_the_same_set() {
        let names = ["a".to_owned(), "b".to_owned()];
        let found = compare(&names, "| name | why |\n|---|---|\n| `a` | for it |\n| `c` | once |\n");
        assert_eq!(found.len(), 2);
        assert!(found.iter().any(|problem| problem.contains("no reason for `b`")));
    }
}
