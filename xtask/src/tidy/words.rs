//! Words that must not stand in some of the sources.

use crate::run::has_extension;
use crate::tidy::Source;

/// Words, the places where they are forbidden and allowed, and why.
struct Rule {
    words: &'static [&'static str],
    /// Beginnings of paths that the rule is for.
    within: &'static [&'static str],
    /// Beginnings of paths that it is not for.
    except: &'static [&'static str],
    because: &'static str,
}

const RULES: [Rule; 5] = [
    Rule {
        words: &["web_sys", "js_sys", "gloo"],
        within: &["src/", "crates/"],
        except: &["src/platform/", "src/platform.rs", "src/main.rs"],
        because: "only src/platform speaks to the browser",
    },
    Rule {
        words: &[
            "style=",
            "innerHTML",
            "inner_html",
            "from_html_unchecked",
            "outerHTML",
            "insertAdjacentHTML",
        ],
        within: &["src/", "static/"],
        except: &[],
        because: "the policy of the page refuses style attributes and markup made of text",
    },
    Rule {
        words: &[
            "localStorage",
            "local_storage",
            "sessionStorage",
            "session_storage",
            "indexedDB",
            "indexed_db",
            "serviceWorker",
            "service_worker",
            "document.cookie",
            "set_cookie",
        ],
        within: &["src/", "static/"],
        except: &[],
        because: "nothing is stored on the device",
    },
    Rule {
        words: &[
            "RTCPeerConnection",
            "RtcPeerConnection",
            "sendBeacon",
            "send_beacon",
            "WebSocket",
            "EventSource",
        ],
        within: &["src/", "static/"],
        except: &[],
        because: "nothing leaves the device",
    },
    Rule {
        words: &["clipboard-read", "readText", "read_text_from_clipboard"],
        within: &["src/", "static/"],
        except: &[],
        because: "the page writes to the clipboard and never reads it",
    },
];

/// Every forbidden word in the source, and inline script in pages.
pub fn problems(source: &Source) -> Vec<String> {
    let starts = |places: &[&str]| places.iter().any(|place| source.path.starts_with(place));
    let rules: Vec<&Rule> = RULES.iter().filter(|rule| starts(rule.within) && !starts(rule.except)).collect();
    let page = has_extension(&source.path, "html");
    let mut problems = Vec::new();
    for (number, line) in source.text.lines().enumerate() {
        let line = without_comment(line);
        let mut add = |what: &str| problems.push(format!("{}:{}: {what}", source.path, number + 1));
        for rule in &rules {
            for word in rule.words.iter().filter(|word| line.contains(**word)) {
                add(&format!("`{word}`: {}", rule.because));
            }
        }
        if page && inline_script(line) {
            add("script in a page: the policy of the page allows files only");
        }
    }
    problems
}

/// The line up to a comment that takes its rest.
fn without_comment(line: &str) -> &str {
    if line.trim_start().starts_with("//") {
        return "";
    }
    line.split_once(" // ").map_or(line, |(code, _)| code)
}

fn inline_script(line: &str) -> bool {
    let handler = line.split(" on").skip(1).any(|rest| {
        let name: String = rest.chars().take_while(char::is_ascii_lowercase).collect();
        !name.is_empty() && rest.get(name.len()..).is_some_and(|rest| rest.starts_with("=\""))
    });
    handler
        || line
            .split("<script")
            .skip(1)
            .any(|tag| !tag.split('>').next().unwrap_or_default().contains("src="))
}

#[cfg(test)]
mod tests {
    use super::{inline_script, problems};
    use crate::tidy::Source;

    fn found(path: &str, text: &str) -> usize {
        problems(&Source { path: path.to_owned(), text: text.to_owned() }).len()
    }

    #[test]
    fn the_browser_is_spoken_to_in_one_place() {
        assert_eq!(found("src/view/page.rs", "use web_sys::Window;"), 1);
        assert_eq!(found("src/platform/focus.rs", "use web_sys::Window;"), 0);
        assert_eq!(found("src/view/page.rs", "// not web_sys, on purpose"), 0);
        assert_eq!(found("crates/engine/src/lib.rs", "let address = \"https://web_sys\";"), 1);
    }

    #[test]
    fn nothing_is_stored() {
        assert_eq!(found("static/boot.js", "localStorage.clear();"), 1);
        assert_eq!(found("src/platform/window.rs", "window.local_storage()"), 1);
    }

    #[test]
    fn pages_hold_no_script() {
        assert!(inline_script("<script>alert(1)</script>"));
        assert!(inline_script("<body onload=\"go()\">"));
        assert!(!inline_script("<script src=\"boot.js\"></script>"));
        assert!(!inline_script("<p>reads on=\"\" and on</p>"));
    }
}
