//! Answers from text that anybody may have written.

use deemed_engine::date::Date;
use deemed_engine::model::About;
use deemed_engine::{Answer, Answers, Book, Rulebook, Tree};

use super::{BYTES_MAX, Changed, FORMAT, LINK_PART, Origin, Refusal, Saved, VERSION, from_base64};
use crate::session::{ITEMS_MAX, Reach};

/// A version is shown to people, so it may hold digits and dots only.
const VERSION_LENGTH_MAX: usize = 12;
const KEYS: [&str; 7] = ["format", "version", "rulebook", "laws", "bills", "person", "items"];

/// Reads a file.
///
/// # Errors
/// Why it holds nothing that can be used. Parts that the rulebook does not know are left out and counted.
pub fn read(rulebook: &Rulebook, text: &str) -> Result<Saved, Refusal> {
    let book = rulebook.book();
    if text.len() > BYTES_MAX {
        return Err(Refusal::TooLarge);
    }
    // A file that went through another program may begin with a byte order mark.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let tree = Tree::parse("", text).map_err(|_| Refusal::NotAnswers)?;
    let of_rulebook = header(book, &tree)?;
    let mut reader = Reader { book, left_out: unknown_keys(&tree) };
    let person = reader.sheet(tree.get("person"), About::Person);
    let sheets = tree.list("items");
    let mut items: Vec<Answers> =
        sheets.iter().take(ITEMS_MAX).map(|sheet| reader.sheet(Some(sheet), About::Item)).collect();
    reader.left_out += sheets.len().saturating_sub(ITEMS_MAX);
    if items.is_empty() {
        items.push(Answers::new());
    }
    let version = Some(of_rulebook.text("version")).filter(|version| is_version(version)).map(str::to_owned);
    let origin = Origin {
        is_same: version.as_ref() == Some(&book.version),
        version,
        changed: changed(book, &tree),
        left_out: reader.left_out,
    };
    let reach = if tree.get("bills") == Some(&Tree::Flag(true)) { Reach::Bills } else { Reach::Law };
    Ok(Saved { person, items, reach, origin })
}

/// Reads what stands behind the `#` of an address; nothing where it speaks of no answers.
pub fn from_link(rulebook: &Rulebook, fragment: &str) -> Option<Result<Saved, Refusal>> {
    let text = fragment.split('&').find_map(|part| part.strip_prefix(LINK_PART)?.strip_prefix('='))?;
    if text.len() > BYTES_MAX * 4 / 3 {
        return Some(Err(Refusal::TooLarge));
    }
    let bytes = from_base64(text).and_then(|bytes| String::from_utf8(bytes).ok());
    Some(bytes.ok_or(Refusal::NotAnswers).and_then(|text| read(rulebook, &text)))
}

/// Checks what the file says it is, and gives what it says about its rulebook.
fn header<'a>(book: &Book, tree: &'a Tree) -> Result<&'a Tree, Refusal> {
    if tree.text("format") != FORMAT {
        return Err(Refusal::NotAnswers);
    }
    match tree.get("version") {
        Some(Tree::Number(version)) if *version > VERSION => return Err(Refusal::Newer),
        Some(Tree::Number(version)) if *version == VERSION => {}
        _ => return Err(Refusal::NotAnswers),
    }
    match tree.get("rulebook") {
        Some(of_rulebook) if of_rulebook.text("id") == book.id => Ok(of_rulebook),
        Some(_) => Err(Refusal::OtherRulebook),
        None => Err(Refusal::NotAnswers),
    }
}

fn unknown_keys(tree: &Tree) -> usize {
    tree.entries().iter().filter(|(key, _)| !KEYS.contains(&key.as_ref())).count()
}

fn is_version(text: &str) -> bool {
    (1..=VERSION_LENGTH_MAX).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

fn changed(book: &Book, tree: &Tree) -> Vec<Changed> {
    let dates = tree.get("laws");
    let then = |id: &str| Date::parse(dates?.text(id));
    let laws = book.laws.iter().enumerate().filter_map(|(law, now)| {
        let then = then(&now.id)?;
        (then != now.text_date).then_some(Changed { law, then })
    });
    laws.collect()
}

struct Reader<'a> {
    book: &'a Book,
    left_out: usize,
}

impl Reader<'_> {
    fn sheet(&mut self, sheet: Option<&Tree>, about: About) -> Answers {
        let mut answers = Answers::new();
        let Some(sheet) = sheet else { return answers };
        for (fact, value) in sheet.get("facts").map(Tree::entries).unwrap_or_default() {
            let question = self.book.question(fact).filter(|question| question.about == about);
            let value = question.zip(value.as_text()).and_then(|(question, value)| question.value(value));
            match question.zip(value) {
                Some((question, value)) => answers.set(question.id, Answer::Known(value)),
                None => self.left_out += 1,
            }
        }
        for fact in sheet.list("unknown") {
            let question = self.book.question(fact.as_text().unwrap_or_default());
            match question.filter(|question| question.about == about && answers.get(question.id).is_none()) {
                Some(question) => answers.set(question.id, Answer::DontKnow),
                None => self.left_out += 1,
            }
        }
        answers
    }
}
