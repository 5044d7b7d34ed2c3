//! Bytes as letters that an address may hold (RFC 4648, section 5, without padding).

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The letters for the bytes.
pub fn to_base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 4 / 3 + 3);
    for group in bytes.chunks(3) {
        let padded = group.iter().copied().chain([0; 3]).take(3);
        let number = padded.fold(0_u32, |number, byte| number << 8 | u32::from(byte));
        for place in 0..=group.len() {
            let digit = number >> (18 - 6 * place) & 63;
            let letter = LETTERS.get(digit as usize).copied().unwrap_or(b'A');
            text.push(char::from(letter));
        }
    }
    text
}

/// The bytes behind the letters; nothing if they stand for none.
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    for group in text.as_bytes().chunks(4) {
        let mut number = 0_u32;
        for letter in group {
            let digit = LETTERS.iter().position(|known| known == letter)?;
            number = number << 6 | u32::try_from(digit).ok()?;
        }
        let count = match group.len() {
            4 => 3,
            3 => 2,
            2 => 1,
            _ => return None,
        };
        let [_, whole @ ..] = (number << (6 * (4 - group.len()))).to_be_bytes();
        bytes.extend(whole.iter().take(count));
    }
    Some(bytes)
}
