//! A site made of stand-in parts.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::load::digest;
use super::{Parts, Views, base, finish, sha256};
use crate::run::{files_below, read, read_text};

/// Makes a site in a folder of its own and returns the folder.
fn site(name: &str, public_url: &str) -> PathBuf {
    site_of(name, public_url, Views::default())
}

fn site_of(name: &str, public_url: &str, views: Views) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().expect("the repository").to_owned();
    let out = root.join("target/site-tests").join(name);
    let part = |text: &str| text.as_bytes().to_vec();
    let parts = Parts {
        script: part("script"),
        wasm: part("wasm"),
        style: part("style"),
        boot: part("boot"),
        single: part("single(\"PROGRAM\", \"WORDS\")"),
        views,
    };
    crate::run::empty(&out).expect("a fresh folder");
    finish(&root, parts, &out, public_url).expect("the site is written");
    out
}

/// Every text of the rule files that the map shows, from the files themselves.
fn texts_of_rules(root: &Path) -> Vec<String> {
    let rules = root.join("rulebook");
    let files = files_below(&rules).expect("the rulebook");
    let mut texts = Vec::new();
    for file in files.iter().filter(|file| file.starts_with("laws/") || file.starts_with("outcomes/")) {
        let tree: Value = serde_json::from_str(&read_text(&rules.join(file)).expect("a file")).expect("JSON");
        let steps = tree.get("steps").and_then(Value::as_array).into_iter().flatten();
        for part in steps.chain([&tree]) {
            let keys = ["title", "question", "about", "headline", "because"];
            texts.extend(keys.iter().filter_map(|key| Some(part.get(key)?.as_str()?.to_owned())));
        }
    }
    texts
}

#[test]
fn the_map_says_every_step_and_draws_what_it_lists() {
    let out = site("map", "/");
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().expect("the repository").to_owned();
    let page = read_text(&out.join("map/index.html")).expect("the map");
    let texts = texts_of_rules(&root);
    assert!(texts.len() > 100, "{}", texts.len());
    for text in &texts {
        assert!(page.contains(&super::page::escape(text)), "{text}");
    }
    // Lines of the drawings, put together, are the titles of the list and where each leads.
    let steps = page.matches("<circle").count();
    assert_eq!(page.matches("<details>").count(), steps);
    assert_eq!(page.matches("class=\"citations\"").count(), steps);
    assert!(!page.contains("<script") && !page.contains("style="), "nothing runs on the map");
    for target in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(page.contains(&format!("id=\"{target}\"")), "{target}");
    }
    let chinese = read_text(&out.join("zh-hans/map/index.html")).expect("the map in Chinese");
    assert!(chinese.contains("lang=\"zh-Hans\""));
    assert_eq!(chinese.matches("<circle").count(), steps);
}

#[test]
fn the_gallery_is_written_for_those_who_serve_and_in_no_release() {
    let out = site("gallery", "/");
    assert!(!out.join("gallery").exists());
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().expect("the repository").to_owned();
    super::write_gallery(&root, &out).expect("the gallery is written");
    let page = read_text(&out.join("gallery/index.html")).expect("the gallery");
    assert!(page.contains("<h2>notice</h2>") && page.contains("href=\"../style-"));
    assert!(!page.contains("<script"));
}

#[test]
fn public_paths_get_both_slashes() {
    assert_eq!(base("deemed"), Ok("/deemed/".into()));
    assert_eq!(base("/"), Ok("/".into()));
    assert_eq!(base("/a/b/"), Ok("/a/b/".into()));
    assert!(base("https://example.org/").is_err());
}

#[test]
fn everything_a_page_loads_is_ours_and_has_its_digest() {
    let out = site("digests", "/sub/");
    for page in ["index.html", "404.html"] {
        let text = read_text(&out.join(page)).expect("the page is there");
        let policy = text.find("http-equiv=\"Content-Security-Policy\"").expect("a policy");
        for tag in
            text.split('<').filter(|tag| tag.starts_with("script") || tag.contains("rel=\"stylesheet\""))
        {
            if let Some((_, inside)) =
                tag.split_once("data-languages").and_then(|(_, rest)| rest.split_once('>'))
            {
                assert!(text.contains(&digest(inside)), "{tag}");
                continue;
            }
            assert!(tag.contains("=\"/sub/"), "{tag}");
            assert!(tag.contains("integrity=\"sha384-"), "{tag}");
        }
        let first = ["<style", "<script", "<link"].iter().filter_map(|tag| text.find(tag)).min();
        assert!(policy < first.expect("something to load"), "the policy comes before all that it is for");
    }
    let page = read_text(&out.join("index.html")).expect("the page is there");
    assert!(page.contains("<style>style</style>") && page.contains(&digest("style")));
    assert!(!page.contains("style-src 'self'") && !page.contains("'unsafe-inline'"));
}

#[test]
fn the_first_views_stand_in_the_page_with_links_to_the_other_languages() {
    let button = |tag: &str, name: &str| {
        format!("<button type=\"button\" class=\"link\" lang=\"{tag}\" dir=\"ltr\">{name}</button>")
    };
    let start = format!("<header>{}</header><main><h1>Start</h1></main>", button("zh-Hans", "简体中文"));
    let both = json!({"start": start, "question": "<header></header><main key=\"1\"><h1>Where?</h1></main>"});
    let views = Views::read(&json!({"en": both}).to_string()).expect("they are pages");
    let out = site_of("views", "/sub/", views);
    let page = read_text(&out.join("index.html")).expect("the page is there");
    assert!(page.contains("<a href=\"/sub/zh-hans/\" lang=\"zh-Hans\" dir=\"ltr\">简体中文</a>"));
    assert!(
        page.contains("<template id=\"first-question\"><main key=\"1\"><h1>Where?</h1></main></template>")
    );
    assert!(Views::read("{\"en\": {\"start\": \"nothing\"}}").is_err());
}

#[test]
fn the_single_file_holds_everything_and_may_connect_to_nothing() {
    let out = site("single", "/sub/");
    let single = read_text(&out.join("deemed.html")).expect("it is there");
    assert!(single.contains("connect-src 'none'") && !single.contains("'self'") && !single.contains("/sub/"));
    assert!(single.contains("<script>single(\"d2FzbQ==\", {\"zh-Hans\":"));
    for part in ["<style>style</style>", "<script type=\"module\">script</script>"] {
        assert!(single.contains(part), "{part}");
    }
    assert_eq!(single.matches("'sha256-").count(), 3);
    let page = read_text(&out.join("index.html")).expect("the page is there");
    assert!(page.contains(&sha256(single.as_bytes())));
}

#[test]
fn the_manifest_and_the_sums_name_every_file() {
    let out = site("manifest", "/");
    let manifest: Value =
        serde_json::from_slice(&read(&out.join("manifest.json")).expect("it is there")).expect("it is JSON");
    let sums = read_text(&out.join("SHA256SUMS")).expect("they are there");
    for file in files_below(&out).expect("a list") {
        let sum = sha256(&read(&out.join(&file)).expect("a file"));
        if !["SHA256SUMS", ".nojekyll"].contains(&file.as_str()) {
            assert!(sums.contains(&format!("{sum}  {file}\n")), "{file}");
            if file != "manifest.json" {
                assert_eq!(manifest["files"][&file]["sha256"], sum, "{file}");
            }
        }
    }
}

#[test]
fn every_language_has_its_page_and_its_words_with_a_digest() {
    let out = site("languages", "/sub/");
    let english = read_text(&out.join("index.html")).expect("the page is there");
    assert!(english.contains("<html lang=\"en\" dir=\"ltr\">"));
    let missing = read_text(&out.join("404.html")).expect("the page is there");
    for (tag, title) in [("zh-Hans", "出口管制自查"), ("zh-Hant", "出口管制自我檢查")] {
        let page = read_text(&out.join(tag.to_lowercase()).join("index.html")).expect("the page is there");
        assert!(page.contains(&format!("<html lang=\"{tag}\" dir=\"ltr\">")));
        let own_title = page.split("<title>").nth(1).and_then(|rest| rest.split('<').next());
        assert!(own_title.is_some_and(|own| own.contains(title)), "{tag}");
        let address = format!("https://deemed.github.io/sub/{}/", tag.to_lowercase());
        assert!(missing.contains(&format!("<section lang=\"{tag}\"")));
        for page in [&english, &page] {
            assert!(page.contains(&format!("hreflang=\"{tag}\" href=\"{address}\"")), "{tag}");
            assert!(page.contains("hreflang=\"x-default\" href=\"https://deemed.github.io/sub/\""));
        }
        let files = files_below(&out).expect("a list");
        let words = files.iter().find(|file| file.starts_with(&format!("words-{tag}-"))).expect("words");
        let bytes = read(&out.join(words)).expect("a file");
        let asset = super::Asset::new("words", "json", bytes);
        assert!(english.contains(&format!("/sub/{words}&quot;,&quot;{}", asset.integrity)), "{tag}");
    }
}
