//! `release`: compares the rulebook with that of the last tag, and refuses a version that says less than
//! the change does.

use std::path::{Path, PathBuf};

use crate::options::Options;
use crate::run::{Outcome, empty, output, program, run};
use crate::workspace::{root, target};

/// `release`: what the change since the last tag does to people, and whether the version fits.
///
/// # Errors
/// When a patch changes an outcome, or git or the rule author's program fails.
pub fn command(words: &[String]) -> Outcome {
    Options::read(words, &[], &[])?;
    release(&root()?)
}

/// Compares the repository's rulebook with that of its last tag; without a tag there is nothing to compare.
///
/// # Errors
/// As [`command`].
pub fn release(root: &Path) -> Outcome {
    let Some(tag) = last_tag(root)? else {
        println!("there is no tag yet to compare with");
        return Ok(());
    };
    let old = rulebook_at(root, &tag, &target(root).join("last-tag"))?;
    println!("since `{tag}`:");
    let words = ["run", "--locked", "--quiet", "--package", "deemed-author", "--", "diff", "--release"];
    run(program(root, "cargo", &words).arg(old).arg("rulebook"))
}

/// The newest tag of a version among the ancestors of what is checked out.
fn last_tag(root: &Path) -> Outcome<Option<String>> {
    let words = ["tag", "--list", "v[0-9]*", "--merged", "HEAD", "--sort=-version:refname"];
    let tags = output(&mut program(root, "git", &words))?;
    Ok(tags.lines().next().map(str::to_owned))
}

/// The rulebook as it was at the tag, written below `folder`.
fn rulebook_at(root: &Path, tag: &str, folder: &Path) -> Outcome<PathBuf> {
    empty(folder)?;
    let (work_tree, index) = (folder.display().to_string(), folder.join("index").display().to_string());
    let words = ["--work-tree", &work_tree, "checkout", "--quiet", tag, "--", "rulebook"];
    // An index of its own, so that the one in use does not learn of the old files.
    run(program(root, "git", &words).env("GIT_INDEX_FILE", index))?;
    Ok(folder.join("rulebook"))
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{last_tag, rulebook_at};
    use crate::run::{empty, output, program, read_text, write};

    fn git(root: &Path, words: &[&str]) -> String {
        let author = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"];
        output(&mut program(root, "git", &[&author[..], words].concat())).expect("git works")
    }

    /// A repository whose rulebook says `text`, with these tags on its first commit.
    fn repository(name: &str, text: &str, tags: &[&str]) -> PathBuf {
        let root = std::env::temp_dir().join(format!("deemed-{name}-{}", std::process::id()));
        empty(&root).expect("a folder");
        git(&root, &["init", "--quiet"]);
        write(&root.join("rulebook/rulebook.json"), text.as_bytes()).expect("a file");
        git(&root, &["add", "."]);
        git(&root, &["commit", "--quiet", "-m", "first"]);
        for tag in tags {
            git(&root, &["tag", tag]);
        }
        root
    }

    #[test]
    fn the_rulebook_of_the_newest_version_is_taken_and_nothing_else_touched() {
        let root = repository("release", "old", &["v0.9.0", "v0.10.0", "other"]);
        write(&root.join("rulebook/rulebook.json"), b"new").expect("a file");
        git(&root, &["commit", "--quiet", "--all", "-m", "second"]);
        let tag = last_tag(&root).expect("git works").expect("there is one");
        assert_eq!(tag, "v0.10.0");
        let old = rulebook_at(&root, &tag, &root.join("target/last-tag")).expect("git works");
        assert_eq!(read_text(&old.join("rulebook.json")).as_deref(), Ok("old"));
        assert_eq!(read_text(&root.join("rulebook/rulebook.json")).as_deref(), Ok("new"));
        assert_eq!(git(&root, &["status", "--porcelain", "--untracked-files=no"]), "");
        std::fs::remove_dir_all(&root).expect("it is ours");
    }

    #[test]
    fn without_a_version_there_is_nothing_to_compare_with() {
        let root = repository("no-release", "old", &["other"]);
        assert_eq!(last_tag(&root), Ok(None));
        std::fs::remove_dir_all(&root).expect("it is ours");
    }
}
