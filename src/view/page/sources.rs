//! Every text that the rulebook cites, with its official page.

use deemed_engine::model::{Authority, Source};
use yew::prelude::*;

use crate::text::Language;
use crate::view::Scope;
use crate::view::component::{back_link, said};
use crate::view::markup::html;

/// All sources; the one that was asked for stands first.
pub fn sources(scope: &Scope<'_>, wanted: Option<&str>) -> Html {
    let text = scope.text;
    let all = &scope.book().sources;
    let first = wanted.and_then(|id| all.get_key_value(id));
    let rest = all.iter().filter(|(id, _)| Some(id.as_str()) != wanted);
    html! {
        <>
            { back_link(scope) }
            <h1 tabindex="-1">{ text.say("sources.title") }</h1>
            <p>{ text.say("sources.says") }</p>
            { map(scope) }
            if let Some((_, source)) = first {
                <h2>{ text.say("sources.wanted") }</h2>
                { entry(scope, source) }
                <h2>{ text.say("sources.others") }</h2>
            } else {
                <h2>{ text.say("footer.sources") }</h2>
            }
            { for rest.map(|(_, source)| entry(scope, source)) }
        </>
    }
}

/// The way to the map of the whole rulebook, which stands beside the page.
fn map(scope: &Scope<'_>) -> Html {
    let Some(site) = scope.around.site() else { return Html::default() };
    let language = scope.session.language;
    let folder = if language == Language::ENGLISH { String::new() } else { format!("{}/", language.tag()) };
    let address = format!("{site}{}map/", folder.to_ascii_lowercase());
    html! {
        <p class="screen-only">
            <a href={address} rel="noreferrer noopener" target="_blank">{ scope.text.say("sources.map") }</a>
        </p>
    }
}

fn entry(scope: &Scope<'_>, source: &Source) -> Html {
    let text = scope.text;
    let written = source.text_date.map_or_else(
        || text.say("sources.undated").to_owned(),
        |date| text.say_with("sources.text-date", &[("date", &text.date(date))]),
    );
    let evidence = if source.was_read { text.say("sources.read") } else { text.say("sources.second-hand") };
    let checked = text.say_with("sources.checked", &[("date", &text.date(source.checked))]);
    html! {
        <article class="source">
            <h3 lang="en">{ source.citation.clone() }</h3>
            <p lang="en">{ source.title.english.to_string() }</p>
            <p>{ authority(scope, source.authority) }{ scope.text.say("sign.stop") }{ written }{ scope.text.gap() }{ checked }</p>
            <p>{ evidence }</p>
            { source.note.as_ref().map(|note| html! { <p>{ said(scope, note) }</p> }) }
            <ul class="outside">
                <li>{ outside(&source.official, text.say("sources.official")) }</li>
                { source.dated.as_ref().map(|dated| html! { <li>{ outside(dated, text.say("sources.dated")) }</li> }) }
            </ul>
        </article>
    }
}

/// A way out of the page. It carries nothing along.
fn outside(address: &str, words: &'static str) -> Html {
    html! {
        <a href={address.to_owned()} rel="noreferrer noopener" target="_blank">
            { words }
            <span class="address">{ " " }{ address.to_owned() }</span>
        </a>
    }
}

fn authority(scope: &Scope<'_>, authority: Authority) -> &'static str {
    match authority {
        Authority::Statute => scope.text.say("authority.statute"),
        Authority::Regulation => scope.text.say("authority.regulation"),
        Authority::Bill => scope.text.say("authority.bill"),
        Authority::Form => scope.text.say("authority.form"),
        Authority::Guidance => scope.text.say("authority.guidance"),
        Authority::Report => scope.text.say("authority.report"),
        Authority::Secondary => scope.text.say("authority.secondary"),
    }
}
