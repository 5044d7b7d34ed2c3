//! The messages, as JSON. `docs/embedding/messages.md` says the same for people who write a loader.

use deemed_engine::{Tree, order};

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
        let (message, more): (&str, Option<(&str, Tree)>) = match self {
            Self::Ready => ("ready", None),
            Self::Size(height) => ("size", Some(("step", i64::from(height.step()).into()))),
            Self::ScrollTop => ("scroll-top", None),
            Self::Language(tag) => ("lang", Some(("lang", tag.as_str().into()))),
        };
        let known =
            [("deemed", VERSION.into()), ("channel", channel.as_str().into()), ("message", message.into())];
        Tree::object(known.into_iter().chain(more)).to_string()
    }

    /// As WordPress reads it, which wants to know heights and nothing else.
    pub fn for_wordpress(&self, secret: &Secret) -> Option<String> {
        match self {
            Self::Size(height) => Some(for_wordpress("height", i64::from(height.pixels()).into(), secret)),
            Self::Ready | Self::ScrollTop | Self::Language(_) => None,
        }
    }

    /// What WordPress takes as the wish to leave its page for an address on the frame's own host.
    pub fn own_tab_by_wordpress(address: &str, secret: &Secret) -> String {
        for_wordpress("link", address.into(), secret)
    }
}

fn for_wordpress(message: &str, value: Tree, secret: &Secret) -> String {
    Tree::object([("message", message.into()), ("value", value), ("secret", secret.as_str().into())])
        .to_string()
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
        let mut keys: Vec<&str> = tree.entries().iter().map(|(key, _)| key.as_ref()).collect();
        order::sort(&mut keys);
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
