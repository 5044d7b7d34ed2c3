//! A file of the site: named after its content, with the digest that browsers check.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// How many digits of the digest stand in a file's name.
const NAME_DIGITS: usize = 16;

/// A file whose name holds a digest of its content.
#[derive(Debug, Clone)]
pub struct Asset {
    /// File name, such as `deemed-0123456789abcdef.wasm`.
    pub name: String,
    /// What the `integrity` attribute says.
    pub integrity: String,
    /// The content.
    pub bytes: Vec<u8>,
}

impl Asset {
    /// Names the content `stem-<digest>.extension`.
    pub fn new(stem: &str, extension: &str, bytes: Vec<u8>) -> Self {
        let digest: String = sha256(&bytes).chars().take(NAME_DIGITS).collect();
        let integrity = format!("sha384-{}", STANDARD.encode(Sha384::digest(&bytes)));
        Self { name: format!("{stem}-{digest}.{extension}"), integrity, bytes }
    }
}

/// The SHA-256 digest in lower-case hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

#[cfg(test)]
mod tests {
    use super::{Asset, sha256};

    #[test]
    fn digests_are_the_published_ones() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        let asset = Asset::new("style", "css", b"abc".to_vec());
        assert_eq!(asset.name, "style-ba7816bf8f01cfea.css");
        assert_eq!(
            asset.integrity,
            "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
        );
    }
}
