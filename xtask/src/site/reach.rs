//! What of the browser the program can reach. It reaches nothing but what the JavaScript beside it hands
//! over, and that script names each thing, so that reading the names is enough.

use crate::run::Outcome;

/// Parts of names that must not be handed to the program, in lower case, and why.
const FORBIDDEN: [(&str, &str); 26] = [
    ("rtcpeerconnection", SENDS),
    ("rtcdatachannel", SENDS),
    ("websocket", SENDS),
    ("webtransport", SENDS),
    ("eventsource", SENDS),
    ("sendbeacon", SENDS),
    ("xmlhttprequest", SENDS),
    ("_fetch_", SENDS),
    ("_fetchwith", SENDS),
    ("broadcastchannel", SENDS),
    ("_newworker", SENDS),
    ("sharedworker", SENDS),
    ("serviceworker", STORES),
    ("localstorage", STORES),
    ("sessionstorage", STORES),
    ("indexeddb", STORES),
    ("cachestorage", STORES),
    ("_caches_", STORES),
    ("cookie", STORES),
    ("navigator.storage", STORES),
    ("filesystem", STORES),
    ("readtext", READS),
    (".read(", READS),
    ("mediadevices", READS),
    ("geolocation", READS),
    ("_eval_", "text cannot become script"),
];
const SENDS: &str = "nothing leaves the device";
const STORES: &str = "nothing is stored on the device";
const READS: &str = "the page reads nothing that a person did not put into it";

/// Looks through the JavaScript that wasm-bindgen wrote, before it is made smaller.
///
/// # Errors
/// When the program could reach something that it must not.
pub fn check(script: &str) -> Outcome {
    let start = script.find("function __wbg_get_imports").ok_or(
        "wasm-bindgen's script has no `__wbg_get_imports`; what the program can reach cannot be read",
    )?;
    let imports = script.get(start..).unwrap_or_default();
    let end = imports.find("\n}").unwrap_or(imports.len());
    let imports = imports.get(..end).unwrap_or_default().to_lowercase();
    let found: Vec<String> = FORBIDDEN
        .iter()
        .filter(|(word, _)| imports.contains(word))
        .map(|(word, why)| format!("`{}` ({why})", word.trim_matches('_')))
        .collect();
    if found.is_empty() { Ok(()) } else { Err(format!("the program could reach {}", found.join(", "))) }
}

#[cfg(test)]
mod tests {
    use super::check;

    fn script(import: &str) -> String {
        format!("function __wbg_get_imports() {{\n    {import}\n}}\nfunction other() {{ fetch(x); }}\n")
    }

    #[test]
    fn only_what_the_program_gets_is_looked_at() {
        assert_eq!(check(&script("__wbg_focus_d5e2: function(arg0) { arg0.focus(); }")), Ok(()));
    }

    #[test]
    fn ways_out_stores_and_spies_are_refused() {
        for import in [
            "__wbg_new_1: function(arg0) { return new RTCPeerConnection(arg0); }",
            "__wbg_localStorage_1: function(arg0) { return arg0.localStorage; }",
            "__wbg_fetch_9a1: function(arg0, arg1) { return arg0.fetch(arg1); }",
            "__wbg_readText_1: function(arg0) { return arg0.readText(); }",
            "__wbg_serviceWorker_1: function(arg0) { return arg0.serviceWorker; }",
            "__wbg_sendBeacon_1: function(arg0) { return arg0.sendBeacon(); }",
            "__wbg_new_2: function(arg0) { return new WebSocket(arg0); }",
        ] {
            assert!(check(&script(import)).is_err(), "{import}");
        }
    }

    #[test]
    fn a_script_that_is_not_understood_is_refused() {
        assert!(check("function get_imports() {}").is_err());
    }
}
