//! What other websites use of ours: the page that explains it, codes to scan, and answers for oEmbed.

use std::path::Path;

use serde_json::{Value, json};

use super::asset::Asset;
use super::code;
use super::languages::{self, Common};
use super::page::Words;
use crate::run::{Outcome, files_below, read, read_text, write};

/// Where the site stands if nobody says otherwise: the project's own pages.
const HOME: &str = "https://deemed.github.io";
/// The loader under its date. Its bytes never change; a changed loader gets another date.
const LOADER: &str = "embed/v1-2026-11-22.js";
/// The same loader under the name that stays, for people who want repairs without asking.
const LOADER_NEWEST: &str = "embed/v1.js";
/// What a frame of ours may do. `docs/embedding/` says why.
const SANDBOX: &str = "allow-scripts allow-modals allow-downloads allow-popups \
    allow-popups-to-escape-sandbox allow-top-navigation-to-custom-protocols";
/// The page that explains shows frames of our own, and asks for nothing.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    frame-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
    trusted-types 'none'";
/// Heights and widths are wishes; WordPress takes at most 1,000 pixels.
const SIZE: (u16, u16) = (600, 800);

/// An institution with a profile.
struct Institution {
    id: String,
    name: String,
    languages: Value,
}

/// Splits what `--public-url` says: the origin, where it is said, and the path.
///
/// # Errors
/// When it begins like an address and has no host.
pub fn split(public_url: &str) -> Outcome<(String, &str)> {
    let mut schemes = ["https://", "http://"].into_iter();
    let found = schemes.find_map(|scheme| Some((scheme, public_url.strip_prefix(scheme)?)));
    let Some((scheme, rest)) = found else { return Ok((HOME.to_owned(), public_url)) };
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-.:".contains(letter);
    if host.is_empty() || !host.chars().all(plain) {
        return Err(format!("`{public_url}` is not an address such as `https://example.org/deemed/`"));
    }
    Ok((format!("{scheme}{host}"), path))
}

/// Writes everything for other websites: answers, codes, a page for each institution, and the page that
/// explains it.
///
/// # Errors
/// When a source is missing or a file cannot be written.
pub fn write_embed(common: &Common, out: &Path, site: &str) -> Outcome {
    let institutions = institutions(common.root)?;
    let page = read_text(&common.root.join("static/page.html"))?;
    let english = common.all.first().ok_or("there is no English")?;
    let title = english.text("site.title");
    write(&out.join("oembed.json"), answer(title, site, "").as_bytes())?;
    codes(common, out, site, "")?;
    for Institution { id, .. } in &institutions {
        let folder = format!("for/{id}/");
        let mut facts = common.facts.clone();
        facts.insert("profile".into(), id.clone());
        facts.insert("oembed".into(), format!("{site}{folder}oembed.json"));
        let page = languages::page(&page, english, &Common { facts: &facts, ..*common })?;
        write(&out.join(&folder).join("oembed.json"), answer(title, site, id).as_bytes())?;
        write(&out.join(&folder).join("index.html"), page.as_bytes())?;
        codes(common, out, site, id)?;
    }
    chooser(common, out, &institutions)
}

/// The page on which an office puts its snippet together.
fn chooser(common: &Common, out: &Path, institutions: &[Institution]) -> Outcome {
    let from = common.root.join("static");
    let script = Asset::new("embed/choose", "js", read(&from.join("choose.js"))?);
    let style = Asset::new("embed/choose", "css", read(&from.join("choose.css"))?);
    let loader = read(&from.join("public").join(LOADER))?;
    if loader != read(&from.join("public").join(LOADER_NEWEST))? {
        return Err(format!("`{LOADER}` and `{LOADER_NEWEST}` differ; a changed loader needs a new date"));
    }
    let integrity = Asset::new("loader", "js", loader).integrity;
    let known =
        institutions.iter().map(|one| json!({"id": one.id, "name": one.name, "languages": one.languages}));
    let tags = languages::with_page(common.all).map(|one| json!({"tag": one.tag, "name": one.name}));
    let mut facts: Words = common.facts.clone();
    for (name, word) in [
        ("embed.policy", POLICY.to_owned()),
        ("embed.script", script.name.clone()),
        ("embed.script.integrity", script.integrity.clone()),
        ("embed.style", style.name.clone()),
        ("embed.style.integrity", style.integrity.clone()),
        ("embed.loader", LOADER.to_owned()),
        ("embed.loader.integrity", integrity),
        ("embed.sandbox", SANDBOX.to_owned()),
        ("embed.profiles", known.collect::<Value>().to_string()),
        ("embed.languages", tags.collect::<Value>().to_string()),
        ("repository", env!("CARGO_PKG_REPOSITORY").to_owned()),
    ] {
        facts.insert(name.to_owned(), word);
    }
    for asset in [&script, &style] {
        write(&out.join(&asset.name), &asset.bytes)?;
    }
    let english = common.all.first().ok_or("there is no English")?;
    let template = read_text(&from.join("embed.html"))?;
    let page = languages::page(&template, english, &Common { facts: &facts, ..*common })?;
    write(&out.join("embed/index.html"), page.as_bytes())
}

/// The answer to whoever asks by oEmbed how to show the page.
fn answer(title: &str, site: &str, profile: &str) -> String {
    let address = address(site, profile, "en");
    let (width, height) = SIZE;
    // WordPress keeps the frame and the link, and drops the rest.
    let html = format!(
        "<blockquote><a href=\"{address}\">{title}</a></blockquote>\
         <iframe src=\"{address}#outputs\" width=\"{width}\" height=\"{height}\" title=\"{title}\" frameborder=\"0\" \
         sandbox=\"{SANDBOX}\" allow=\"clipboard-write\" referrerpolicy=\"no-referrer\" loading=\"lazy\"></iframe>"
    );
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": title,
        "provider_url": site,
        "title": title,
        "html": html,
        "width": width,
        "height": height,
        "cache_age": 86400,
    });
    format!("{answer:#}\n")
}

/// The address of the page for an institution and a language.
fn address(site: &str, profile: &str, language: &str) -> String {
    let profile = (!profile.is_empty()).then(|| format!("for={profile}"));
    let language = (language != "en").then(|| format!("lang={language}"));
    let query: Vec<String> = profile.into_iter().chain(language).collect();
    if query.is_empty() { site.to_owned() } else { format!("{site}?{}", query.join("&")) }
}

fn codes(common: &Common, out: &Path, site: &str, profile: &str) -> Outcome {
    let folder = if profile.is_empty() { String::new() } else { format!("{profile}/") };
    for one in languages::with_page(common.all) {
        let drawing = code::draw(&address(site, profile, &one.tag))?;
        write(&out.join(format!("embed/codes/{folder}{}.svg", one.tag)), drawing.as_bytes())?;
    }
    Ok(())
}

fn institutions(root: &Path) -> Outcome<Vec<Institution>> {
    let folder = root.join("profiles");
    let read = |file: String| {
        let tree: Value = serde_json::from_str(&read_text(&folder.join(&file))?)
            .map_err(|error| format!("could not read `profiles/{file}`: {error}"))?;
        let text =
            |pointer: &str| tree.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned();
        let languages = tree.get("languages").cloned().unwrap_or_default();
        Ok(Institution { id: text("/id"), name: text("/name/en"), languages })
    };
    files_below(&folder)?.into_iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::{address, split};

    #[test]
    fn an_address_of_the_site_is_split_into_origin_and_path() {
        assert_eq!(split("/deemed/"), Ok(("https://deemed.github.io".into(), "/deemed/")));
        assert_eq!(split("https://a.example/b/"), Ok(("https://a.example".into(), "/b/")));
        assert_eq!(split("https://a.example"), Ok(("https://a.example".into(), "")));
        assert!(split("https:///b").is_err());
        assert!(split("https://a\"b/").is_err());
    }

    #[test]
    fn addresses_name_an_institution_and_a_language() {
        assert_eq!(address("https://a/", "", "en"), "https://a/");
        assert_eq!(address("https://a/", "demo", "zh-Hans"), "https://a/?for=demo&lang=zh-Hans");
    }
}
