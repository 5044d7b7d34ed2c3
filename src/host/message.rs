//! The messages, as JSON. `docs/embedding/messages.md` says the same for people who write a loader.

use deemed_engine::Tree;
use serde_json::json;

use super::address::{Channel, Secret, is_tag};
use super::height::Height;

/// The version of the messages. Another version is another language.
const VERSION: i64 = 1;
/// No message of ours is longer.
const BYTES_MAX: usize = 200;

/// What the page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outgoing {
    /// It runs.
    Ready,
    /// It would like this height.
    Size(Height),
    /// A new view begins at its top.
    ScrollTop,
    /// It knows the language that the embedding page named. Whether a person chose another is not told.
    Language(String),
}

impl Outgoing {
    /// As our loader reads it.
    pub fn for_loader(&self, channel: &Channel) -> String {
        let channel = channel.as_str();
        let message = match self {
            Self::Ready => json!({"deemed": 1, "channel": channel, "message": "ready"}),
            Self::Size(height) => {
                json!({"deemed": 1, "channel": channel, "message": "size", "step": height.step()})
            }
            Self::ScrollTop => json!({"deemed": 1, "channel": channel, "message": "scroll-top"}),
            Self::Language(tag) => {
                json!({"deemed": 1, "channel": channel, "message": "lang", "lang": tag})
            }
        };
        message.to_string()
    }

    /// As WordPress reads it, which wants to know heights and nothing else.
    pub fn for_wordpress(&self, secret: &Secret) -> Option<String> {
        match self {
            Self::Size(height) => {
                let message =
                    json!({"message": "height", "value": height.pixels(), "secret": secret.as_str()});
                Some(message.to_string())
            }
            Self::Ready | Self::ScrollTop | Self::Language(_) => None,
        }
    }

    /// What WordPress takes as the wish to leave its page for an address on the frame's own host.
    pub fn own_tab_by_wordpress(address: &str, secret: &Secret) -> String {
        json!({"message": "link", "value": address, "secret": secret.as_str()}).to_string()
    }
}

/// What the embedding page may say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Incoming {
    /// Please speak this language.
    Language(String),
    /// WordPress listens from now on.
    Listening,
}

impl Incoming {
    /// Reads a message; nothing for all that is not exactly one of ours and for this frame.
    pub fn parse(text: &str, channel: Option<&Channel>, secret: Option<&Secret>) -> Option<Self> {
        if text.len() > BYTES_MAX {
            return None;
        }
        let tree = Tree::parse("message", text).ok()?;
        let is_ours = || channel.is_some_and(|channel| tree.text("channel") == channel.as_str());
        let is_theirs = || secret.is_some_and(|secret| tree.text("secret") == secret.as_str());
        let mut keys: Vec<&str> = tree.entries().iter().map(|(key, _)| key.as_str()).collect();
        keys.sort_unstable();
        match (keys.as_slice(), tree.text("message")) {
            (["channel", "deemed", "lang", "message"], "lang") if is_ours() => {
                let version = tree.get("deemed") == Some(&Tree::Number(VERSION));
                let tag = tree.text("lang");
                (version && is_tag(tag)).then(|| Self::Language(tag.to_owned()))
            }
            (["message", "secret"], "ready") if is_theirs() => Some(Self::Listening),
            _ => None,
        }
    }
}
