//! How a page gets its script, style and program: from files beside it, or from within itself.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::asset::Asset;
use super::languages::Language;
use crate::run::Outcome;

/// Where `static/single.js` wants the program, and the words of each language by its tag.
const PROGRAM: &str = "\"PROGRAM\"";
const WORDS: &str = "\"WORDS\"";

/// The markup that loads files, each with the digest that the browser checks.
pub const FILES: &str = r#"<script src="{{base}}{{boot}}" integrity="{{boot.integrity}}" crossorigin data-program="{{base}}{{wasm}}" data-integrity="{{wasm.integrity}}" data-languages="{{languages}}"></script>
<link rel="stylesheet" href="{{base}}{{style}}" integrity="{{style.integrity}}" crossorigin>
<script type="module" src="{{base}}{{script}}" integrity="{{script.integrity}}" crossorigin></script>"#;

/// A page that holds everything, and the policy that allows exactly that and no connection.
#[derive(Debug)]
pub struct Inside {
    /// The markup.
    pub load: String,
    /// The policy.
    pub policy: String,
}

/// The markup that holds everything.
///
/// # Errors
/// When a part cannot stand inside a page.
pub fn from_within(
    single: &[u8],
    style: &Asset,
    script: &Asset,
    wasm: &Asset,
    languages: &[Language],
) -> Outcome<Inside> {
    let boot = text(single)?;
    if [PROGRAM, WORDS].iter().any(|name| boot.matches(name).count() != 1) {
        return Err(format!("`static/single.js` must name `{PROGRAM}` and `{WORDS}` once"));
    }
    let boot = boot
        .replace(WORDS, &words(languages)?)
        .replace(PROGRAM, &format!("\"{}\"", STANDARD.encode(&wasm.bytes)));
    let (style, script) = (text(&style.bytes)?, text(&script.bytes)?);
    for part in [&boot, &style, &script] {
        if ["</script", "</style", "<!--"].iter().any(|end| part.to_lowercase().contains(end)) {
            return Err("a part of the single file would end its own element".into());
        }
    }
    let policy = format!(
        "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; style-src {}; connect-src 'none'; img-src data:; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        digest(&boot),
        digest(&script),
        digest(&style),
    );
    let load =
        format!("<style>{style}</style>\n<script>{boot}</script>\n<script type=\"module\">{script}</script>");
    Ok(Inside { load, policy })
}

/// The words of each language by its tag, as JavaScript that cannot end its element.
fn words(languages: &[Language]) -> Outcome<String> {
    let mut all = Map::new();
    for language in languages {
        if let Some(words) = &language.words {
            all.insert(language.tag.clone(), Value::String(text(&words.bytes)?));
        }
    }
    Ok(Value::Object(all).to_string().replace('<', "\\u003c"))
}

fn text(bytes: &[u8]) -> Outcome<String> {
    // A carriage return would be another character once the page is read, and the digest another one.
    String::from_utf8(bytes.to_vec())
        .map(|text| text.replace('\r', ""))
        .map_err(|_| "a part of the single file is not UTF-8".into())
}

fn digest(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}
