//! Breaking words into lines: drawings have no text that flows.

/// Signs that must not begin a line, however full it is, and signs that must not end one.
const CLOSING: [char; 12] = ['。', '，', '、', '；', '：', '？', '！', '）', '》', '”', '」', '』'];
const OPENING: [char; 5] = ['（', '《', '“', '「', '『'];

/// The text in lines of at most `width_max` letters. Chinese, Japanese and Korean letters are twice as
/// wide and may break anywhere. A word that is too long stands alone on its line.
pub fn wrap(text: &str, width_max: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces(text) {
        match lines.last_mut() {
            Some(line)
                if line.is_empty()
                    || piece.starts_with(CLOSING)
                    || width(line) + width(piece.trim_end()) <= width_max =>
            {
                line.push_str(piece);
            }
            Some(line) => {
                let end = line.trim_end_matches(OPENING).len();
                let next = line.split_off(end) + piece;
                lines.push(next);
            }
            None => lines.push(piece.to_owned()),
        }
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}

fn is_wide(letter: char) -> bool {
    letter >= '\u{2e80}'
}

fn width(text: &str) -> usize {
    text.chars().map(|letter| if is_wide(letter) { 2 } else { 1 }).sum()
}

/// Pieces that must not be broken, each with the space behind it.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(|letter: char| letter == ' ' || is_wide(letter))
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn lines_hold_what_fits() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("one two", 80), ["one two"]);
        assert_eq!(wrap("", 10), [""]);
    }

    #[test]
    fn no_word_is_cut_and_none_is_lost() {
        let text = "The review goes through incomprehensibilities in order";
        assert_eq!(wrap(text, 12).join(" "), text);
    }

    #[test]
    fn no_line_begins_with_a_closing_sign_or_ends_with_an_opening_one() {
        assert_eq!(wrap("规则规则。", 8), ["规则规则。"]);
        assert_eq!(wrap("规则规（则）规则", 8), ["规则规", "（则）规", "则"]);
    }

    #[test]
    fn wide_letters_count_twice() {
        assert_eq!(wrap("规则规则规则", 8), ["规则规则", "规则"]);
        assert_eq!(wrap("规则规则？规则", 8), ["规则规则？", "规则"]);
    }
}
