//! Where this program comes from, and how to check that.

use deemed_engine::date::Date;
use yew::prelude::*;

use crate::bundle;
use crate::view::Scope;
use crate::view::component::back_link;
use crate::view::markup::html;

/// The page.
pub fn about(scope: &Scope<'_>) -> Html {
    let (text, build) = (scope.text, &scope.around.build);
    let day = Date::parse(&build.built).map_or_else(|| build.built.clone(), |date| text.date(date));
    let row = |name: &'static str, value: Html| html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> };
    let code = |value: &str| html! { <code lang="en">{ value.to_owned() }</code> };
    html! {
        <>
            { back_link(scope) }
            <h1 tabindex="-1">{ text.say("about.title") }</h1>
            <p class="lead">{ text.say("about.lead") }</p>
            <dl class="facts">
                { row(text.say("about.version"), code(&build.version)) }
                { row(text.say("about.rulebook"), code(&scope.book().version)) }
                { row(text.say("about.rules"), html! { <code lang="en" class="digest">{ bundle::FINGERPRINT }</code> }) }
                { row(text.say("about.commit"), code(&build.commit)) }
                { row(text.say("about.built"), html! { { day } }) }
            </dl>
            { files(scope) }
            { verify(scope) }
        </>
    }
}

fn files(scope: &Scope<'_>) -> Html {
    let (text, files) = (scope.text, &scope.around.build.files);
    if files.is_empty() {
        return html! { <p>{ text.say("about.single") }</p> };
    }
    let lines = files.iter().map(|(name, digest)| {
        html! { <li><code lang="en">{ name.clone() }</code><br /><code lang="en" class="digest">{ digest.clone() }</code></li> }
    });
    html! {
        <>
            <h2>{ text.say("about.files") }</h2>
            <p>{ text.say("about.files-says") }</p>
            <ul class="files">{ for lines }</ul>
        </>
    }
}

/// What a stranger does to check all of this. The commands are the same in every language.
fn verify(scope: &Scope<'_>) -> Html {
    let (text, page) = (scope.text, &scope.around.page);
    let path = page.splitn(4, '/').nth(3).unwrap_or_default();
    let steps = [
        (text.say("about.step-sums"), format!("curl -s {page}SHA256SUMS")),
        (text.say("about.step-source"), format!("git checkout {}", scope.around.build.commit)),
        (text.say("about.step-rules"), bundle::FINGERPRINT_COMMAND.to_owned()),
        (text.say("about.step-build"), format!("cargo xtask dist --public-url /{path}")),
        (text.say("about.step-compare"), format!("cargo xtask verify {page}")),
    ];
    let steps = steps.into_iter().map(|(says, command)| {
        html! { <li><p>{ says }</p><pre lang="en" tabindex="0">{ command }</pre></li> }
    });
    html! {
        <>
            <h2>{ text.say("about.verify") }</h2>
            <p>{ text.say("about.verify-says") }</p>
            <ol>{ for steps }</ol>
        </>
    }
}
