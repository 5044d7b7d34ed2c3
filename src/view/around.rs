//! What is around the page: its address, the frame it stands in, the institution it was opened for.

use std::rc::Rc;

use deemed_engine::Profile;
use yew::prelude::*;

use crate::build::Build;
use crate::bundle;
use crate::host::{Address, Height, Incoming, Outgoing, Room, Standing};
use crate::platform::{build, host};
use crate::session::{Action, Session, View};
use crate::text::Language;

/// What is around the page. Nothing in it comes from an address as it stands.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Around {
    /// How the page stands in the browser.
    pub standing: Standing,
    /// The institution that the page was opened for.
    pub profile: Option<Rc<Profile>>,
    /// Whether the address names an institution that nobody knows here.
    pub is_profile_unknown: bool,
    /// Whether the browser was not told to refuse every further request.
    pub is_open: bool,
    /// Where this program comes from.
    pub build: Build,
    /// The page's own address, without anything that others may have put behind it.
    pub page: String,
    address: Address,
}

impl Around {
    /// Looks around, once, at the start.
    pub fn look() -> Self {
        let (query, fragment) = host::query_and_fragment();
        let mut address = Address::parse(&query, &fragment);
        if !address.asks_for_profile {
            address.profile = host::profile_of_page();
        }
        let standing = Standing::of(host::is_framed(), host::has_origin(), &address);
        let mut around = Self::of(address, standing, host::address());
        around.is_open = !build::is_closed();
        around.build = Build::of_page();
        if let Some((light, dark)) = around.profile.as_ref().and_then(|profile| profile.accent.as_ref()) {
            host::set_accent(light, dark);
        }
        around
    }

    /// What an address means on a page that stands so.
    pub fn of(address: Address, standing: Standing, page: String) -> Self {
        let profile = address.profile.as_deref().and_then(bundle::profile).map(Rc::new);
        let is_profile_unknown = address.asks_for_profile && profile.is_none();
        Self { standing, profile, is_profile_unknown, page, address, ..Self::default() }
    }

    /// The language to begin with: what the address says, or else what the institution wants, if known.
    pub fn language(&self) -> Option<Language> {
        let wanted = self.profile.iter().flat_map(|profile| &profile.languages).map(String::as_str);
        self.address.language.as_deref().into_iter().chain(wanted.take(1)).find_map(Language::find)
    }

    /// The address under which the same page stands alone, made of what is known and nothing else.
    pub fn own_tab(&self, language: Language) -> String {
        let profile = self.profile.as_ref().map(|profile| format!("for={}", profile.id));
        let language = (language != Language::default()).then(|| format!("lang={}", language.tag()));
        let query: Vec<String> = profile.into_iter().chain(language).collect();
        if query.is_empty() { self.page.clone() } else { format!("{}?{}", self.page, query.join("&")) }
    }

    /// Asks WordPress to open the page alone, since it forbids us to; false where no WordPress is around.
    pub fn ask_for_own_tab(&self, language: Language) -> bool {
        let Some(secret) = &self.address.secret else { return false };
        host::post(&Outgoing::own_tab_by_wordpress(&self.own_tab(language), secret));
        true
    }

    /// Where the site's files stand, with a slash behind. A page on disk has no site.
    pub fn site(&self) -> Option<&str> {
        let (folder, _) = self.page.rsplit_once('/').filter(|_| self.page.starts_with("http"))?;
        // Languages have folders of their own, and so have institutions.
        let below = |name: &str| folder.strip_suffix(&format!("/{name}"));
        let of_language = Language::all().find_map(|language| below(&language.tag().to_ascii_lowercase()));
        let of_profile = self.profile.as_ref().and_then(|profile| below(&format!("for/{}", profile.id)));
        self.page.get(..of_language.or(of_profile).unwrap_or(folder).len() + 1)
    }

    fn say(&self, message: &Outgoing) {
        if let Some(channel) = &self.address.channel {
            host::post(&message.for_loader(channel));
        }
        if let Some(json) = self.address.secret.as_ref().and_then(|secret| message.for_wordpress(secret)) {
            host::post(&json);
        }
    }

    fn hear(&self, text: &str) -> Option<Incoming> {
        Incoming::parse(text, self.address.channel.as_ref(), self.address.secret.as_ref())
    }

    fn is_spoken_to(&self) -> bool {
        self.standing.is_framed() && (self.address.channel.is_some() || self.address.secret.is_some())
    }
}

fn room(view: &View) -> Room {
    match view {
        View::Start | View::Question { .. } | View::Left => Room::Asking,
        View::Check => Room::Checking,
        View::Results
        | View::Bills
        | View::Beside
        | View::TakeAlong
        | View::Reading(_)
        | View::Keep
        | View::Promise
        | View::About
        | View::Sources(_) => Room::Reading,
    }
}

/// Tells the page around what it may know, and hears what it may say.
#[hook]
pub fn use_host(around: &Around, session: &Session, send: Callback<Action>) {
    let height = use_mut_ref(Height::default);
    {
        let (around, height) = (around.clone(), Rc::clone(&height));
        use_effect_with((), move |()| {
            if around.is_spoken_to() {
                around.say(&Outgoing::Ready);
                around.say(&Outgoing::Size(*height.borrow()));
                host::listen(move |text| match around.hear(&text) {
                    Some(Incoming::Language(tag)) => {
                        if let Some(language) = Language::find(&tag) {
                            send.emit(Action::Suggest(language));
                            around.say(&Outgoing::Language(tag));
                        }
                    }
                    Some(Incoming::Listening) => around.say(&Outgoing::Size(*height.borrow())),
                    None => {}
                });
            }
        });
    }
    let around = around.clone();
    let wanted = Height::of(room(session.view()));
    let moves_before = use_mut_ref(|| session.trail.moves());
    use_effect_with((session.trail.moves(), wanted), move |(moves, wanted)| {
        if !around.is_spoken_to() {
            return;
        }
        let grown = height.borrow().grown_to(*wanted);
        if height.replace(grown) != grown {
            around.say(&Outgoing::Size(grown));
        }
        if moves_before.replace(*moves) != *moves {
            around.say(&Outgoing::ScrollTop);
        }
    });
}
