//! What an institution's profile adds: its name, whom to ask there, its own signposts.

#[cfg(not(target_arch = "wasm32"))]
pub mod examples;

use deemed_engine::Profile;
use deemed_engine::profile::{Contact, Signpost, Texts};
use yew::prelude::*;

use super::notice;
use crate::view::Scope;
use crate::view::markup::html;

/// For which institution the page was opened, or that the link names none that is known.
pub fn institution(scope: &Scope<'_>) -> Html {
    let text = scope.text;
    match &scope.around.profile {
        Some(profile) => html! {
            <p class="institution">
                { text.say_with("profile.for", &[("name", profile.name.say(tag(scope)).0)]) }
                if profile.is_invented {
                    { text.gap() }{ text.say("profile.invented") }
                }
            </p>
        },
        None if scope.around.is_profile_unknown => {
            html! { <p class="institution">{ text.say("profile.unknown") }</p> }
        }
        None => Html::default(),
    }
}

/// Whom to ask about a result of a kind, and in which words; nothing without a profile.
pub fn contacts(scope: &Scope<'_>, occasion: &str, heading: impl Fn(Html) -> Html) -> Html {
    let Some(profile) = &scope.around.profile else { return Html::default() };
    let mut asks = profile
        .contacts
        .iter()
        .filter_map(|contact| Some(ask(scope, contact, contact.words_for(occasion)?)))
        .peekable();
    if asks.peek().is_none() {
        return Html::default();
    }
    let name = profile.name.say(tag(scope)).0;
    html! {
        <div class="contacts">
            { heading(html! { { scope.text.say_with("profile.contacts", &[("name", name)]) } }) }
            { due(scope, profile) }
            <p>{ scope.text.say("profile.not-told") }</p>
            <dl class="asks">{ for asks }</dl>
        </div>
    }
}

fn due(scope: &Scope<'_>, profile: &Profile) -> Html {
    if scope.today <= profile.review_by {
        return Html::default();
    }
    let date = scope.text.date(profile.review_by);
    let says = scope.text.say_with("profile.due", &[("date", &date)]);
    notice(scope.text.say("profile.due-heading"), html! { <p>{ says }</p> })
}

fn ask(scope: &Scope<'_>, contact: &Contact, words: &Texts) -> Html {
    html! {
        <div>
            <dt>{ said(scope, &contact.title) }</dt>
            <dd>
                <blockquote>{ said(scope, words) }</blockquote>
                <p>{ outside(&contact.page) }</p>
                if let Some(email) = &contact.email {
                    <p>{ scope.text.say("profile.email") }{ scope.text.gap() }{ mailbox(scope, email) }</p>
                }
            </dd>
        </div>
    }
}

/// A mailbox; a frame that forbids to open the mail program gets its name alone.
fn mailbox(scope: &Scope<'_>, email: &str) -> Html {
    if scope.around.standing.has_outputs() {
        html! { <a href={format!("mailto:{email}")}>{ email.to_owned() }</a> }
    } else {
        html! { <span class="whole-address">{ email.to_owned() }</span> }
    }
}

/// The institution's own signposts; nothing for none.
pub fn signposts(scope: &Scope<'_>) -> Html {
    let Some(profile) = scope.around.profile.as_ref().filter(|profile| !profile.signposts.is_empty()) else {
        return Html::default();
    };
    let name = profile.name.say(tag(scope)).0;
    html! {
        <section class="signposts" aria-labelledby="signposts">
            <h2 id="signposts">{ scope.text.say_with("profile.signposts", &[("name", name)]) }</h2>
            <ul>{ for profile.signposts.iter().map(|post| signpost(scope, post)) }</ul>
        </section>
    }
}

fn signpost(scope: &Scope<'_>, post: &Signpost) -> Html {
    let text = scope.text;
    let expired = scope.today > post.expires;
    html! {
        <li>
            <p><strong>{ said(scope, &post.title) }</strong></p>
            <p>{ said(scope, &post.says) }</p>
            <p>{ outside(&post.page) }</p>
            <p class="small">
                { text.say_with("profile.checked", &[("date", &text.date(post.checked))]) }
                if expired {
                    { text.gap() }{ text.say("profile.expired") }
                }
            </p>
        </li>
    }
}

/// A page of the institution, by its whole address: the person sees where it leads.
fn outside(address: &str) -> Html {
    html! {
        <a href={address.to_owned()} rel="noreferrer noopener" target="_blank">
            <span class="whole-address">{ address.to_owned() }</span>
        </a>
    }
}

fn said(scope: &Scope<'_>, texts: &Texts) -> Html {
    let (text, language) = texts.say(tag(scope));
    let other = (language != tag(scope)).then(|| language.to_owned());
    html! { <span lang={other}>{ text.to_owned() }</span> }
}

fn tag(scope: &Scope<'_>) -> &'static str {
    scope.session.language.tag()
}
