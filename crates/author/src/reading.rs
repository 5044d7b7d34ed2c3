//! How hard questions and headlines are to read: the Flesch-Kincaid grade, a number of school years.
//!
//! It counts letters and knows no meaning, so a grade is a reason to look again and never a verdict. What is
//! short and full of names (a status, a code) gets a high grade and may still be plain.

use serde_json::{Value, json};

use crate::texts::{Text, words_count};

/// Fewer words have no grade: one long word would be all of it.
const WORDS_MIN: usize = 4;

/// Above this grade a text is named.
pub const GRADE_MAX: f64 = 8.0;

/// A text with its grade.
#[derive(Debug, Clone, PartialEq)]
pub struct Graded {
    /// The file.
    pub file: String,
    /// JSON pointer inside it.
    pub pointer: String,
    /// The words.
    pub words: String,
    /// The grade.
    pub grade: f64,
}

/// The grades of all questions and headlines.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    all: Vec<Graded>,
}

impl Reading {
    /// Of the texts that are questions or headlines: of rules, and the page's own titles and leads.
    pub fn of(texts: &[Text]) -> Self {
        let all = texts.iter().filter(|text| is_read_first(text) && words_count(&text.words) >= WORDS_MIN);
        let all = all.map(|text| Graded {
            file: text.file.clone(),
            pointer: text.pointer.clone(),
            words: text.words.clone(),
            grade: grade(text),
        });
        Self { all: all.collect() }
    }

    /// Those above the grade, the hardest first.
    pub fn hard(&self) -> Vec<&Graded> {
        let mut hard: Vec<&Graded> = self.all.iter().filter(|graded| graded.grade > GRADE_MAX).collect();
        hard.sort_by(|one, other| other.grade.total_cmp(&one.grade));
        hard
    }

    /// How many there are, and their mean grade.
    pub fn mean(&self) -> (usize, f64) {
        let sum: f64 = self.all.iter().map(|graded| graded.grade).sum();
        let count = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        (self.all.len(), if count == 0 { 0.0 } else { sum / f64::from(count) })
    }

    /// As JSON.
    pub fn value(&self) -> Value {
        let (count, mean) = self.mean();
        let hard = self.hard();
        let hard = hard.iter().map(
            |graded| json!({"file": graded.file, "pointer": graded.pointer, "grade": tenths(graded.grade)}),
        );
        json!({"texts": count, "mean": tenths(mean), "above": GRADE_MAX, "hard": hard.collect::<Vec<_>>()})
    }
}

fn tenths(grade: f64) -> f64 {
    (grade * 10.0).round() / 10.0
}

/// What people read first: the questions, the headlines of outcomes, titles and leads of pages.
fn is_read_first(text: &Text) -> bool {
    let Text { file, pointer, .. } = text;
    let is_of_page =
        file.starts_with("locales/") && matches!(pointer.rsplit('.').next(), Some("title" | "lead"));
    (file.starts_with("questions/") && pointer == "/heading")
        || (file.starts_with("outcomes/") && pointer == "/headline")
        || (file.starts_with("laws/") && pointer == "/question")
        || is_of_page
}

fn grade(text: &Text) -> f64 {
    let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    let sentences = text.sentences();
    let words = sentences.iter().map(|sentence| words_count(sentence)).sum::<usize>().max(1);
    let syllables: usize = text.words.split_whitespace().map(syllables).sum();
    let per_sentence = count(words) / count(sentences.len().max(1));
    (0.39 * per_sentence + 11.8 * count(syllables) / count(words) - 15.59).max(0.0)
}

/// About how many syllables a word has: groups of vowels, less an `e` at the end that is not spoken. Letters
/// of an abbreviation are spoken one by one.
fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word.chars().filter(|letter| letter.is_alphanumeric()).collect();
    if letters.is_empty() {
        return 0;
    }
    if letters.iter().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit()) {
        return letters.len();
    }
    let plain: Vec<char> = letters.iter().map(char::to_ascii_lowercase).collect();
    let is_vowel = |letter: &char| "aeiouy".contains(*letter);
    let starts = plain.iter().zip(std::iter::once(&'-').chain(&plain));
    let groups = starts.filter(|(letter, before)| is_vowel(letter) && !is_vowel(before)).count();
    let is_silent = match plain.as_slice() {
        [.., 'l', 'e'] => false,
        [.., before, 'e'] => !is_vowel(before),
        _ => false,
    };
    groups.saturating_sub(usize::from(is_silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Text {
        Text { file: "questions/a.json".to_owned(), pointer: "/heading".to_owned(), words: words.to_owned() }
    }

    #[test]
    fn syllables_are_counted_about_as_people_speak() {
        let counted = ["a", "code", "able", "license", "government", "US", "“your", "–"].map(syllables);
        assert_eq!(counted, [1, 1, 2, 2, 3, 2, 1, 0]);
    }

    #[test]
    fn hard_words_and_long_sentences_are_named_and_plain_ones_are_not() {
        let reading = Reading::of(&[
            text("Is it already public?"),
            text(
                "Does the organization's authorization necessitate multilateral consideration of applicability?",
            ),
        ]);
        let hard: Vec<&str> = reading.hard().iter().map(|graded| graded.words.as_str()).collect();
        assert_eq!(hard.len(), 1);
        assert!(hard[0].starts_with("Does the organization"));
        assert_eq!(reading.mean().0, 2);
        assert_eq!(reading.value()["hard"][0]["pointer"], "/heading");
    }
}
