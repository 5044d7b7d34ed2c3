//! Signs that have no place beside a Han letter: Chinese has its own, as wide as a letter.

const HALF_WIDTH: [char; 9] = [',', ':', ';', '!', '?', '(', ')', '"', '\''];

/// The first half-width sign, or space, that touches a Han letter, with that letter.
pub fn half_width(text: &str) -> Option<String> {
    let mut letters = text.chars().peekable();
    let mut before = None;
    while let Some(letter) = letters.next() {
        let after = letters.peek().copied();
        let is_wrong = |sign: char| sign == ' ' || HALF_WIDTH.contains(&sign);
        // A full stop may begin the name of a part, as in `.z`.
        let is_end = |sign: char| sign == '.' && !after.is_some_and(|next| next.is_ascii_alphanumeric());
        let beside = |other: Option<char>| other.filter(|other| is_han(*other));
        if let Some(han) = beside(before).filter(|_| is_wrong(letter) || is_end(letter)) {
            return Some(format!("{han}{letter}"));
        }
        if let Some(han) = beside(after).filter(|_| is_wrong(letter)) {
            return Some(format!("{letter}{han}"));
        }
        before = Some(letter);
    }
    None
}

fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::half_width;

    #[test]
    fn half_width_signs_and_spaces_beside_han_are_found() {
        for (text, found) in [
            ("法律,不是", "律,"),
            ("(法律)", "(法"),
            ("法律.", "律."),
            ("受 EAR管辖", "受 "),
            ("EAR 管辖", " 管"),
            ("他说\"是\"", "说\""),
        ] {
            assert_eq!(half_width(text).as_deref(), Some(found), "{text}");
        }
    }

    #[test]
    fn chinese_signs_codes_and_other_languages_are_left_alone() {
        for text in [
            "受EAR管辖（subject to the EAR）。",
            "任何.z项",
            "5D002, 5E002",
            "{number}WT。",
            "قانون، نه لایحه.",
        ] {
            assert_eq!(half_width(text), None, "{text}");
        }
    }
}
