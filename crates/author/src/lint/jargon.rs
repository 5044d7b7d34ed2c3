//! A word that people have to look up.
//!
//! What: legal Latin and its like, and abbreviations that neither the page's glossary explains nor
//! everybody who works with AI knows.
//! Why: terms are explained in place or not used.
//! Example: `pursuant to the CCL`; write `under the control list`.

use super::{Context, Found, Lint};

pub const LINT: Lint =
    Lint { name: "jargon", about: "no word stands outside the glossary of the page", is_due: false, find };

/// Words and what to write instead.
const PLAIN: [(&str, &str); 19] = [
    ("aforementioned", "this"),
    ("ab initio", "from the start"),
    ("adjudicate", "decide"),
    ("commence", "begin"),
    ("de jure", "in law"),
    ("forthwith", "at once"),
    ("hereby", "nothing"),
    ("herein", "here"),
    ("hereinafter", "from here on"),
    ("heretofore", "until now"),
    ("inter alia", "among other things"),
    ("mutatis mutandis", "with the changes this needs"),
    ("notwithstanding", "even if"),
    ("promulgate", "make"),
    ("promulgated", "made"),
    ("pursuant to", "under"),
    ("thereof", "of it"),
    ("thereto", "to it"),
    ("utilize", "use"),
];

/// Abbreviations that the glossary explains, that are names, or that our readers use every day.
const KNOWN: [&str; 61] = [
    "ACE",
    "AES",
    "AI",
    "AIDA",
    "API",
    "APP",
    "CCP",
    "CFR",
    "CPT",
    "CPU",
    "CUDA",
    "DACA",
    "DNA",
    "EAR",
    "ECCN",
    "EEOC",
    "ENC",
    "ENFORCE",
    "EU",
    "FAQ",
    "FBI",
    "FDA",
    "FPGA",
    "FR",
    "GAAFET",
    "GATE",
    "GOV",
    "GPU",
    "IC",
    "IEC",
    "IP",
    "IT",
    "ITAR",
    "NDA",
    "NIH",
    "NOT",
    "NPU",
    "NS",
    "OD",
    "OFAC",
    "OMB",
    "OPT",
    "OVERWATCH",
    "PDF",
    "SAFE",
    "SCALE",
    "SECURE",
    "SPP",
    "STA",
    "STEM",
    "TFLOPS",
    "TLS",
    "TN",
    "TOPS",
    "TPS",
    "TSR",
    "TSU",
    "UK",
    "US",
    "USML",
    "WT",
];

fn find(context: &Context) -> Vec<Found> {
    let mut found = Vec::new();
    for text in context.texts {
        // Titles of sources, and names of laws and places, are not ours to choose. Offices know their words.
        let is_for_offices = text.pointer.starts_with("/site.embed.");
        if text.pointer.ends_with("/title") || text.file == "places.json" || is_for_offices {
            continue;
        }
        let padded = format!(" {} ", plain(&text.words));
        for (word, instead) in PLAIN {
            if padded.contains(&format!(" {word} ")) {
                let message = format!("`{word}` has to be looked up; `{instead}` does not");
                found.push((text.file.clone(), text.pointer.clone(), message));
            }
        }
        for word in abbreviations(&text.words) {
            let message = format!("the abbreviation `{word}` is not in the glossary");
            found.push((text.file.clone(), text.pointer.clone(), message));
        }
    }
    found
}

fn plain(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Words of two or more capital letters and nothing else that are not known. Codes have digits or signs.
fn abbreviations(text: &str) -> Vec<&str> {
    let words = text.split(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '.' | '-' | ':')));
    let words = words.map(|word| word.trim_matches(['.', '-', ':']));
    let all_capitals = |word: &&str| word.len() > 1 && word.bytes().all(|letter| letter.is_ascii_uppercase());
    let roman = |word: &str| word.bytes().all(|letter| b"IVX".contains(&letter));
    words.filter(all_capitals).filter(|word| !KNOWN.contains(word) && !roman(word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_no_abbreviations() {
        assert_eq!(abbreviations("EAR99, 3E001 and D:5 under the EAR, not the CCL."), ["CCL"]);
        assert_eq!(abbreviations("Part VII of H-1B, U.S. law, TSR."), Vec::<&str>::new());
    }
}
