//! How a page gets its script, style and program: from files beside it, or from within itself.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::asset::Asset;
use super::languages::Language;
use super::page::{Words, fill};
use crate::run::Outcome;

/// Where `static/single.js` wants the program, and the words of each language by its tag.
const PROGRAM: &str = "\"PROGRAM\"";
const WORDS: &str = "\"WORDS\"";
/// What every policy ends with. Nothing turns text into markup or script.
pub const REST: &str = "img-src data:; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// The markup behind the style: what runs first, and the script with the digest that the browser checks.
const FILES: &str = r#"<script data-program="{{base}}{{wasm}}" data-integrity="{{wasm.integrity}}" data-languages="{{languages}}">{{=boot}}</script>
<script type="module" src="{{base}}{{script}}" integrity="{{script.integrity}}" crossorigin></script>"#;

/// How a page loads, and the policy that allows exactly that.
#[derive(Debug)]
pub struct Loading {
    /// The markup.
    pub load: String,
    /// The policy.
    pub policy: String,
}

/// The markup of a page that is seen at once: style and first script inside, all else in files that the
/// browser checks.
///
/// # Errors
/// When a part cannot stand inside a page.
pub fn beside(boot: &[u8], style: &[u8], site: &str, words: &Words) -> Outcome<Loading> {
    let (boot, style) = (text(boot)?, text(style)?);
    check(&[&boot, &style])?;
    // In a frame without an origin WebKit takes `'self'` for nobody, so that the site is named too.
    let policy = format!(
        "default-src 'none'; script-src 'self' {site} {} 'wasm-unsafe-eval'; connect-src 'self' {site}; \
         style-src {}; {REST}",
        digest(&boot),
        digest(&style),
    );
    let mut words = words.clone();
    words.insert("boot".into(), boot);
    Ok(Loading { load: format!("<style>{style}</style>\n{}", fill(FILES, &words)?), policy })
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
) -> Outcome<Loading> {
    let boot = text(single)?;
    if [PROGRAM, WORDS].iter().any(|name| boot.matches(name).count() != 1) {
        return Err(format!("`static/single.js` must name `{PROGRAM}` and `{WORDS}` once"));
    }
    let boot = boot
        .replace(WORDS, &words(languages)?)
        .replace(PROGRAM, &format!("\"{}\"", STANDARD.encode(&wasm.bytes)));
    let (style, script) = (text(&style.bytes)?, text(&script.bytes)?);
    check(&[&boot, &style, &script])?;
    let policy = format!(
        "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; style-src {}; connect-src 'none'; {REST}",
        digest(&boot),
        digest(&script),
        digest(&style),
    );
    let load =
        format!("<style>{style}</style>\n<script>{boot}</script>\n<script type=\"module\">{script}</script>");
    Ok(Loading { load, policy })
}

/// Parts that stand inside a page must not end their own elements.
fn check(parts: &[&String]) -> Outcome {
    let ends =
        |part: &&&String| ["</script", "</style", "<!--"].iter().any(|end| part.to_lowercase().contains(end));
    match parts.iter().find(ends) {
        Some(_) => Err("a part of the page would end its own element".into()),
        None => Ok(()),
    }
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

/// What a policy says to allow exactly this text inside an element.
pub fn digest(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}
