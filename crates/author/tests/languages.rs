//! `check` on languages, and `new language`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{author, root};
use serde_json::{Value, json};

/// A copy of the real rulebook and translations that a test may change.
fn copy(name: &str) -> PathBuf {
    let place = root().join("target/language-tests").join(name);
    let _ = fs::remove_dir_all(&place);
    for folder in ["rulebook", "locales"] {
        copy_folder(&root().join(folder), &place.join(folder));
    }
    place
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            if entry.file_name() != "scenarios" {
                copy_folder(&entry.path(), &target);
            }
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn change(path: &Path, change: impl FnOnce(&mut Value)) {
    let mut value: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    change(&mut value);
    fs::write(path, value.to_string()).unwrap();
}

/// The findings in a language of the copy, and the status of the call.
fn check(place: &Path, tag: &str) -> (Vec<Value>, i32) {
    let rulebook = place.join("rulebook");
    let run = author(&["check", "--format", "json", "--rulebook", &rulebook.display().to_string()], "");
    let languages = run.json()["languages"].as_array().unwrap().clone();
    let language = languages.into_iter().find(|language| language["tag"] == tag).unwrap();
    (language["findings"].as_array().unwrap().clone(), run.status)
}

fn has(findings: &[Value], kind: &str, key: &str) -> bool {
    findings.iter().any(|found| found["kind"] == kind && found["key"] == key)
}

#[test]
fn stale_and_missing_texts_fail_a_complete_language_and_no_other() {
    let place = copy("stale");
    let scenarios = "rulebook/scenarios";
    copy_folder(&root().join(scenarios), &place.join(scenarios));
    change(&place.join("locales/zh-Hant/language.json"), |about| about["complete"] = json!(false));
    change(&place.join("locales/zh-Hans/questions/status.json"), |texts| {
        texts.as_object_mut().unwrap().remove("questions/status#heading");
    });
    change(&place.join("rulebook/questions/status.json"), |question| {
        question["why"] = json!("We ask for another reason.");
    });
    for (is_complete, fails) in [(true, true), (false, false)] {
        change(&place.join("locales/zh-Hans/language.json"), |about| about["complete"] = json!(is_complete));
        let (findings, status) = check(&place, "zh-Hans");
        for (key, kind) in [("why", "stale"), ("heading", "missing")] {
            let key = format!("questions/status#{key}");
            let found = findings.iter().find(|found| found["key"] == key.as_str()).unwrap();
            assert_eq!((&found["kind"], &found["fails"]), (&json!(kind), &json!(fails)));
        }
        // It fails the whole check, and with it the release.
        assert_eq!(status, i32::from(fails));
    }
}

#[test]
fn missing_foreign_and_misleading_texts_are_told() {
    let place = copy("others");
    change(&place.join("locales/zh-Hans/questions/status.json"), |texts| {
        let texts = texts.as_object_mut().unwrap();
        let mut entry = texts.remove("questions/status#why").unwrap();
        entry["text"] = json!("这是认为出口。");
        texts.insert("questions/status#nothing".to_owned(), entry);
    });
    let (findings, status) = check(&place, "zh-Hans");
    assert!(has(&findings, "missing", "questions/status#why"));
    assert!(has(&findings, "foreign", "questions/status#nothing"));
    assert!(has(&findings, "wrong", "questions/status#nothing"));
    assert_eq!(status, 1);
}

#[test]
fn a_bill_that_reads_like_law_other_letters_and_half_width_signs_fail() {
    let place = copy("wording");
    for (tag, key, text, kind) in [
        ("zh-Hans", "hint", "该法案要求许可证。", "wrong"),
        ("zh-Hans", "hint", "这是基础研究。", "wrong"),
        ("zh-Hans", "hint", "這是法律。", "wrong"),
        ("zh-Hant", "hint", "这是法律。", "wrong"),
        ("zh-Hant", "hint", "這個軟件受管制。", "wrong"),
        // The English speaks of foreign persons.
        ("zh-Hans", "why", "这项规则针对外籍人员。", "wrong"),
        ("zh-Hans", "hint", "这是法律,不是建议。", "sign"),
        ("zh-Hant", "hint", "受 EAR管轄。", "sign"),
    ] {
        let key = format!("questions/status#{key}");
        change(&place.join(format!("locales/{tag}/questions/status.json")), |texts| {
            texts[key.as_str()]["text"] = json!(text);
        });
        let (findings, status) = check(&place, tag);
        let found = findings.iter().find(|found| found["key"] == key.as_str()).expect(text);
        assert_eq!((&found["kind"], &found["fails"], status), (&json!(kind), &json!(true), 1), "{text}");
    }
}

#[test]
fn a_bill_whose_stage_is_named_is_fine() {
    let place = copy("stage");
    change(&place.join("locales/zh-Hans/questions/status.json"), |texts| {
        texts["questions/status#hint"]["text"] = json!("这项待审法案尚未成为法律。");
    });
    assert!(check(&place, "zh-Hans").0.iter().all(|found| found["fails"] == false));
}

#[test]
fn a_name_in_braces_may_not_be_lost() {
    let place = copy("names");
    let english = "Law as reviewed on {date}. Rulebook version {version}.";
    change(&place.join("locales/en/page.json"), |page| page["footer.law"] = json!(english));
    let entry = json!({"of": "ea0a4d80dd3d", "text": "{date}"});
    fs::create_dir_all(place.join("locales/zh-Hans")).unwrap();
    let path = place.join("locales/zh-Hans/page.json");
    let mut page: Value =
        fs::read_to_string(&path).map_or(json!({}), |text| serde_json::from_str(&text).unwrap());
    page["page#footer.law"] = entry;
    page["page#footer.law"]["of"] = json!(deemed_locales::digest(english));
    fs::write(&path, page.to_string()).unwrap();
    assert!(has(&check(&place, "zh-Hans").0, "names", "page#footer.law"));
}

#[test]
fn a_new_language_begins_with_nothing_translated_and_fails_nothing() {
    let place = copy("new");
    let rulebook = place.join("rulebook").display().to_string();
    let made = author(&["new", "language", "de", "--today", "2026-11-22", "--rulebook", &rulebook], "");
    assert_eq!((made.status, made.errors.as_str()), (0, ""));
    let (findings, _) = check(&place, "de");
    assert!(has(&findings, "missing", "questions/status#heading"));
    assert!(has(&findings, "missing", "page#start.title"));
    assert!(findings.iter().all(|found| found["fails"] == false));
    let report = author(&["check", "--rulebook", &rulebook], "").output;
    let coverage = report.lines().find(|line| line.starts_with("language: de (in work): ")).unwrap();
    assert_eq!(
        coverage,
        format!("language: de (in work): 0 % of the texts; 0 fresh, 0 stale, {} missing", findings.len())
    );
    assert_eq!(author(&["new", "language", "de", "--rulebook", &rulebook], "").refused().len(), 1);
    assert_eq!(author(&["new", "language", "../de", "--rulebook", &rulebook], "").refused().len(), 1);
}

#[test]
fn no_language_of_ours_has_a_finding_that_fails() {
    let run = author(&["check", "--format", "json"], "");
    for language in run.json()["languages"].as_array().unwrap() {
        for found in language["findings"].as_array().unwrap() {
            assert_eq!(found["fails"], false, "{}: {}", found["file"], found["message"]);
        }
    }
}
