//! The list of what the page's program is made of, as CycloneDX. The tools that build it are not in it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value, json};

use crate::options::Options;
use crate::prepare::WASM;
use crate::run::{Outcome, output, program, read_text, write};
use crate::workspace::root;

/// The file's name in the site.
pub const SBOM: &str = "sbom.cdx.json";

/// `sbom`: prints the list, or writes it to a file.
///
/// # Errors
/// When cargo cannot tell, or the file cannot be written.
pub fn command(words: &[String]) -> Outcome {
    let options = Options::read(words, &["--out"], &[])?;
    let list = sbom(&root()?)?;
    if let Some(file) = options.value("--out") {
        return write(Path::new(file), list.as_bytes());
    }
    print!("{list}");
    Ok(())
}

/// The list. It holds no time and no path, so that it is the same on every computer.
///
/// # Errors
/// When cargo cannot tell.
pub fn sbom(root: &Path) -> Outcome<String> {
    let words = ["metadata", "--format-version", "1", "--locked", "--filter-platform", WASM];
    let metadata = output(&mut program(root, "cargo", &words))?;
    let metadata: Value = serde_json::from_str(&metadata)
        .map_err(|error| format!("cargo's metadata cannot be read: {error}"))?;
    let lock = read_text(&root.join("Cargo.lock"))?;
    let list = list(&metadata, &checksums(&lock))?;
    Ok(format!("{list:#}\n"))
}

/// Digest of each package in the lock file, by `name@version`.
fn checksums(lock: &str) -> BTreeMap<String, String> {
    let field = |entry: &str, name: &str| {
        entry.lines().find_map(|line| {
            Some(line.strip_prefix(name)?.strip_prefix(" = \"")?.strip_suffix('"')?.to_owned())
        })
    };
    let entries = lock.split("[[package]]").skip(1);
    let pairs = entries.filter_map(|entry| {
        let (name, version) = (field(entry, "name")?, field(entry, "version")?);
        Some((format!("{name}@{version}"), field(entry, "checksum")?))
    });
    pairs.collect()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn each<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value.get(key).and_then(Value::as_array).into_iter().flatten()
}

fn list(metadata: &Value, checksums: &BTreeMap<String, String>) -> Outcome<Value> {
    let packages: BTreeMap<&str, &Value> =
        each(metadata, "packages").map(|package| (text(package, "id"), package)).collect();
    let resolve = metadata.get("resolve").ok_or("cargo's metadata resolves nothing")?;
    let nodes: BTreeMap<&str, &Value> = each(resolve, "nodes").map(|node| (text(node, "id"), node)).collect();
    let (main, _) = packages
        .iter()
        .find(|(_, package)| text(package, "name") == "deemed")
        .ok_or("there is no `deemed`")?;
    let mut reached: BTreeSet<&str> = BTreeSet::new();
    let mut waiting = vec![*main];
    while let Some(id) = waiting.pop() {
        if reached.insert(id) {
            waiting.extend(nodes.get(id).into_iter().flat_map(|node| used(node)));
        }
    }
    let reference = |id: &str| packages.get(id).map(|package| purl(package)).unwrap_or_default();
    let depends = |id: &&str| {
        let on: BTreeSet<String> =
            nodes.get(*id).into_iter().flat_map(|node| used(node)).map(reference).collect();
        json!({ "ref": reference(id), "dependsOn": on })
    };
    let components = reached.iter().filter(|id| *id != main);
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": packages.get(main).map(|package| component(package, checksums)) },
        "components": components.filter_map(|id| Some(component(packages.get(id)?, checksums))).collect::<Vec<_>>(),
        "dependencies": reached.iter().map(depends).collect::<Vec<_>>(),
    }))
}

/// What a package needs in the program itself, not only to build or test it.
fn used(node: &Value) -> impl Iterator<Item = &str> {
    let in_program =
        |need: &&Value| each(need, "dep_kinds").any(|kind| kind.get("kind").is_some_and(Value::is_null));
    each(node, "deps").filter(in_program).map(|need| text(need, "pkg"))
}

/// The license as SPDX writes it; old packages put a stroke for "or".
fn license(package: &Value) -> String {
    text(package, "license").replace('/', " OR ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn purl(package: &Value) -> String {
    format!("pkg:cargo/{}@{}", text(package, "name"), text(package, "version"))
}

fn component(package: &Value, checksums: &BTreeMap<String, String>) -> Value {
    let (name, version) = (text(package, "name"), text(package, "version"));
    let mut component = json!({
        "type": if name == "deemed" { "application" } else { "library" },
        "bom-ref": purl(package),
        "name": name,
        "version": version,
        "purl": purl(package),
        "licenses": [{ "expression": license(package) }],
    });
    if let (Some(entry), Some(digest)) =
        (component.as_object_mut(), checksums.get(&format!("{name}@{version}")))
    {
        entry.insert("hashes".into(), json!([{ "alg": "SHA-256", "content": digest }]));
    }
    component
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde_json::Value;

    use super::{checksums, sbom};

    #[test]
    fn the_list_names_what_is_in_the_program_and_nothing_else() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the repository");
        let text = sbom(root).expect("cargo tells");
        assert!(!text.contains(&root.display().to_string()));
        let list: Value = serde_json::from_str(&text).expect("it is JSON");
        let names: Vec<&str> = list["components"]
            .as_array()
            .expect("components")
            .iter()
            .map(|component| component["name"].as_str().expect("a name"))
            .collect();
        for name in ["yew", "wasm-bindgen", "deemed-engine", "rustc-hash"] {
            assert!(names.contains(&name), "{name}");
        }
        for name in ["proptest", "wasm-bindgen-cli", "pollster", "deemed-locales"] {
            assert!(!names.contains(&name), "{name}");
        }
        for component in list["components"].as_array().expect("components") {
            let is_ours = component["name"].as_str().is_some_and(|name| name.starts_with("deemed"));
            assert!(is_ours || component["hashes"][0]["content"].is_string(), "{component}");
            assert_ne!(component["licenses"][0]["expression"], "", "{component}");
        }
    }

    #[test]
    fn digests_are_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"ff\"\n\n[[package]]\nname = \"b\"\nversion = \"2.0.0\"\n";
        let found = checksums(lock);
        assert_eq!(found.get("a@1.0.0").map(String::as_str), Some("ff"));
        assert_eq!(found.len(), 1);
    }
}
