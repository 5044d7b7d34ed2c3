//! What the page's address may say. Nothing of it is ever shown.

/// Longer names are nobody's.
const NAME_MAX: usize = 40;
const CHANNEL_LENGTH: usize = 32;

/// A number that the embedding page made up for one frame, so that frames can be told apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel(String);

impl Channel {
    /// Reads 32 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = text.len() == CHANNEL_LENGTH
            && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        fits.then(|| Self(text.to_owned()))
    }

    /// Its digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What WordPress puts behind the address of a frame, and wants back with each message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    fn parse(text: &str) -> Option<Self> {
        let fits =
            (1..=NAME_MAX).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        fits.then(|| Self(text.to_owned()))
    }

    /// Its letters and digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What an address says, as far as it is understood. Everything else in it is ignored.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address {
    /// `?for=`: the name of an institution's profile, which may not exist.
    pub profile: Option<String>,
    /// Whether `?for=` is there at all.
    pub asks_for_profile: bool,
    /// `?lang=`: a language tag, which may not exist.
    pub language: Option<String>,
    /// `#channel=`: the loader wants messages.
    pub channel: Option<Channel>,
    /// `#outputs`: the frame's sandbox lets the page print, save files and open tabs.
    pub allows_outputs: bool,
    /// `#?secret=`: WordPress wants messages.
    pub secret: Option<Secret>,
}

impl Address {
    /// Reads the query and the fragment, with or without their `?` and `#`.
    pub fn parse(query: &str, fragment: &str) -> Self {
        let query = query.strip_prefix('?').unwrap_or(query);
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        // WordPress puts `#?secret=…` behind whatever is there.
        let (own, foreign) = fragment
            .split_once("?secret=")
            .map_or((fragment, None), |(own, secret)| (own.strip_suffix('#').unwrap_or(own), Some(secret)));
        let profile = value(query, "for");
        Self {
            asks_for_profile: profile.is_some(),
            profile: profile.filter(|name| is_name(name)).map(str::to_owned),
            language: value(query, "lang").filter(|tag| is_tag(tag)).map(str::to_owned),
            channel: value(own, "channel").and_then(Channel::parse),
            allows_outputs: own.split('&').any(|part| part == "outputs"),
            secret: foreign.and_then(Secret::parse),
        }
    }
}

/// The value of the first part with that name.
fn value<'a>(parts: &'a str, name: &str) -> Option<&'a str> {
    parts.split('&').find_map(|part| part.strip_prefix(name)?.strip_prefix('='))
}

fn is_name(text: &str) -> bool {
    (1..=NAME_MAX).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// Whether the text could be a language tag.
pub fn is_tag(text: &str) -> bool {
    (2..=NAME_MAX).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
