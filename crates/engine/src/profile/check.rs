//! Everything that a profile must keep to, so that nothing in it can mislead a visitor.

use super::OCCASIONS;
use super::color::{self, CONTRAST_LEAST, Paper};
use super::format::SHAPE;
use crate::date::Date;
use crate::place::Place;
use crate::problem::Problem;
use crate::shape::below;
use crate::tree::Tree;

/// The most letters of a name or a title.
const TITLE_MAX: usize = 80;
/// The most letters of what to say.
const WORDS_MAX: usize = 300;
/// The most contacts, and the most signposts.
const LIST_MAX: usize = 6;
/// The most domains.
const DOMAINS_MAX: usize = 4;
/// What markup, templates and addresses are made of.
const MARKUP: [&str; 10] = ["<", ">", "&#", "&lt", "{", "`", "](", "://", "www.", "javascript:"];
/// A conclusion is the rulebook's to draw, and never as plain as this.
const CLAIMS: [&str; 5] = [
    "need a license",
    "need no license",
    "no license is needed",
    "license is required",
    "license is not required",
];

/// Every problem of a profile's file.
pub fn check(file: &str, text: &str) -> Vec<Problem> {
    let tree = match Tree::parse(file, text) {
        Ok(tree) => tree,
        Err(problem) => return vec![problem],
    };
    let mut problems = Vec::new();
    SHAPE.check(&tree, file, &Place::Top, &mut problems);
    if problems.is_empty() {
        let mut checker = Checker { file, domains: domains(&tree), problems };
        checker.profile(&tree);
        problems = checker.problems;
    }
    problems
}

fn domains(tree: &Tree) -> Vec<String> {
    tree.list("domains").iter().filter_map(Tree::as_text).map(str::to_owned).collect()
}

struct Checker<'a> {
    file: &'a str,
    domains: Vec<String>,
    problems: Vec<Problem>,
}

impl Checker<'_> {
    fn push(&mut self, pointer: &str, message: impl Into<String>) {
        self.problems.push(Problem::new(self.file, pointer, message));
    }

    fn profile(&mut self, tree: &Tree) {
        let id = tree.text("id");
        let name = self.file.rsplit('/').next().unwrap_or_default();
        if name.strip_suffix(".json") != Some(id) {
            self.push("/id", format!("the id `{id}` is not the file's name"));
        }
        self.texts(tree, "name", "", TITLE_MAX);
        self.domains_are_plain();
        self.few(tree, "domains", DOMAINS_MAX);
        self.period(tree, "reviewed", "review-by", "");
        self.accent(tree);
        self.few(tree, "contacts", LIST_MAX);
        self.few(tree, "signposts", LIST_MAX);
        for (at, contact) in tree.list("contacts").iter().enumerate() {
            self.contact(contact, &format!("/contacts/{at}"));
        }
        for (at, signpost) in tree.list("signposts").iter().enumerate() {
            let pointer = format!("/signposts/{at}");
            self.texts(signpost, "title", &pointer, TITLE_MAX);
            self.texts(signpost, "says", &pointer, WORDS_MAX);
            self.page(signpost, &pointer);
            self.period(signpost, "checked", "expires", &pointer);
        }
    }

    fn contact(&mut self, contact: &Tree, pointer: &str) {
        self.texts(contact, "title", pointer, TITLE_MAX);
        self.page(contact, pointer);
        if let Some(email) = contact.get("email").and_then(Tree::as_text) {
            self.email(email, &below(pointer, "email"));
        }
        let words = contact.get("words").map(Tree::entries).unwrap_or_default();
        let pointer = below(pointer, "words");
        if words.is_empty() {
            self.push(&pointer, "a contact has words for at least one kind of outcome");
        }
        for (kind, texts) in words {
            let place = below(&pointer, kind);
            if OCCASIONS.contains(&kind.as_ref()) {
                self.by_language(texts, &place, WORDS_MAX);
            } else {
                let known = OCCASIONS.iter().copied();
                let problem = Problem::unknown_word(self.file, &place, "kind of outcome", kind, known);
                self.problems.push(problem);
            }
        }
    }

    fn few(&mut self, tree: &Tree, key: &str, most: usize) {
        let count = tree.list(key).len();
        if count > most {
            self.push(&below("", key), format!("there are {count}, and {most} is the most"));
        }
    }

    fn period(&mut self, tree: &Tree, from: &str, to: &str, pointer: &str) {
        let day = |key: &str| Date::parse(tree.text(key)).map(Date::days).unwrap_or_default();
        if !(1..=731).contains(&(day(to) - day(from))) {
            let message = format!("`{to}` is not after `{from}`, or is more than two years after it");
            self.push(&below(pointer, to), message);
        }
    }

    fn texts(&mut self, tree: &Tree, key: &str, pointer: &str, most: usize) {
        if let Some(texts) = tree.get(key) {
            self.by_language(texts, &below(pointer, key), most);
        }
    }

    fn by_language(&mut self, texts: &Tree, pointer: &str, most: usize) {
        if texts.get("en").is_none() {
            self.push(pointer, "the English text under `en` is missing");
        }
        for (tag, text) in texts.entries() {
            let place = below(pointer, tag);
            if !is_tag(tag) {
                self.push(&place, format!("`{tag}` is not a language tag"));
            }
            self.plain(text.as_text().unwrap_or_default(), &place, most);
        }
    }

    fn plain(&mut self, text: &str, pointer: &str, most: usize) {
        let letters = text.chars().count();
        if letters > most {
            self.push(pointer, format!("the text has {letters} letters, and {most} is the most"));
        }
        let lower = text.to_lowercase();
        if let Some(found) = MARKUP.iter().find(|part| lower.contains(**part)) {
            self.push(pointer, format!("`{found}` is part of markup or of an address, and texts are plain"));
        }
        if lower.contains('@') {
            self.push(pointer, "a mailbox stands under `email`, never in a text");
        }
        if let Some(found) = CLAIMS.iter().find(|claim| lower.contains(**claim)) {
            self.push(pointer, format!("`{found}` draws a conclusion, which only the rulebook may"));
        }
        if text.chars().any(is_unseen) {
            self.push(pointer, "the text has a letter that cannot be seen");
        }
    }

    fn domains_are_plain(&mut self) {
        for domain in self.domains.clone() {
            if !is_domain(&domain) {
                self.push("/domains", format!("`{domain}` is not a plain domain such as `example.edu`"));
            }
        }
    }

    fn page(&mut self, tree: &Tree, pointer: &str) {
        let address = tree.text("page");
        let rest = address.strip_prefix("https://").unwrap_or_default();
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let pointer = below(pointer, "page");
        let plain = |byte: u8| byte.is_ascii_graphic() && !b"\"'<>\\`{}|^".contains(&byte);
        if !address.bytes().all(plain) {
            self.push(&pointer, "the address has a character that does not belong there");
        }
        if !is_domain(host) {
            self.push(&pointer, format!("`{host}` is not a plain host"));
        } else if !self.is_own(host) {
            self.push(&pointer, format!("`{host}` is on none of the domains that the profile names"));
        }
    }

    fn email(&mut self, email: &str, pointer: &str) {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._-+".contains(&byte);
        let (name, host) = email.split_once('@').unwrap_or_default();
        if name.is_empty() || email.len() > TITLE_MAX || !name.bytes().all(plain) || !is_domain(host) {
            self.push(pointer, format!("`{email}` is not a plain mailbox such as `exports@example.edu`"));
        } else if !self.is_own(host) {
            self.push(pointer, format!("`{host}` is on none of the domains that the profile names"));
        }
    }

    fn is_own(&self, host: &str) -> bool {
        let below =
            |domain: &String| host.strip_suffix(domain.as_str()).is_some_and(|sub| sub.ends_with('.'));
        self.domains.iter().any(|domain| host == domain || below(domain))
    }

    fn accent(&mut self, tree: &Tree) {
        let Some(accent) = tree.get("accent") else { return };
        for (key, papers) in [("light", color::LIGHT), ("dark", color::DARK)] {
            let (text, pointer) = (accent.text(key), format!("/accent/{key}"));
            match color::parse(text) {
                Some(color) => self.contrast(text, color, &papers, &pointer),
                None => self.push(&pointer, format!("`{text}` is not a color as `#rrggbb`")),
            }
        }
    }

    fn contrast(&mut self, text: &str, accent: [u8; 3], papers: &[Paper], pointer: &str) {
        for (name, paper) in papers {
            let Some(paper) = color::parse(paper) else { continue };
            let found = color::contrast(accent, paper);
            if found < CONTRAST_LEAST {
                let message = format!(
                    "the contrast of `{text}` with `{name}` is {found:.2}, and {CONTRAST_LEAST} is the least"
                );
                self.push(pointer, message);
            }
        }
    }
}

fn is_tag(tag: &str) -> bool {
    (2..=12).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// ASCII letters with at least one dot: no number of a computer, no port, no letters that look like others.
fn is_domain(host: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty()
            && !part.starts_with('-')
            && !part.ends_with('-')
            && !part.starts_with("xn--")
            && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    let top = host.rsplit('.').next().unwrap_or_default();
    host.len() <= TITLE_MAX
        && host.contains('.')
        && host.split('.').all(part)
        && top.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Letters without width or meaning, behind which another text can hide.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests;
