//! Speaking with a page that shows this one in a frame. Nothing here knows a browser.
//!
//! The other side may be anybody, so everything that comes in is checked against a schema, and what goes
//! out says nothing about answers: that the page runs, one of three heights that depends on the kind of
//! view alone, that a new view begins at its top, and that a language was understood.

mod address;
mod height;
mod message;

pub use address::{Address, Channel, Secret};
pub use height::{Height, Room};
pub use message::{Incoming, Outgoing};

/// How the page stands in the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Standing {
    /// In a tab of its own.
    #[default]
    Own,
    /// In a frame that lets it print, save files and open tabs.
    Framed,
    /// In a frame that forbids these, as far as can be told.
    Confined,
}

impl Standing {
    /// How it stands, from what a page can find out about its frame.
    ///
    /// No browser tells a page which outputs its sandbox allows. A frame without a sandbox has an origin of
    /// its own; the frames that we recommend say in the address that they allow outputs.
    pub fn of(is_framed: bool, has_origin: bool, address: &Address) -> Self {
        match (is_framed, has_origin || address.allows_outputs) {
            (false, _) => Self::Own,
            (true, _) if address.secret.is_some() => Self::Confined,
            (true, true) => Self::Framed,
            (true, false) => Self::Confined,
        }
    }

    /// Whether printing, saving and opening tabs work here.
    pub fn has_outputs(self) -> bool {
        match self {
            Self::Own | Self::Framed => true,
            Self::Confined => false,
        }
    }

    /// Whether another page is around this one.
    pub fn is_framed(self) -> bool {
        match self {
            Self::Own => false,
            Self::Framed | Self::Confined => true,
        }
    }
}

#[cfg(test)]
mod tests;
