//! The parts of a result.

use deemed_engine::model::Outcome;
use yew::prelude::*;

use crate::screen::{FindOutScreen, Given, IssueScreen};
use crate::view::Scope;
use crate::view::component::{citations, citations_spelled, disclosure, said, said_list};
use crate::view::markup::html;

/// A heading of a level; one with an id can take the focus.
pub fn heading(level: u8, id: Option<String>, content: Html) -> Html {
    let tabindex = id.is_some().then_some("-1");
    match level {
        0..=2 => html! { <h2 {id} {tabindex}>{ content }</h2> },
        3 => html! { <h3 {id} {tabindex}>{ content }</h3> },
        4.. => html! { <h4 {id} {tabindex}>{ content }</h4> },
    }
}

/// A part with a heading; nothing when it has no content.
pub fn part(level: u8, title: &'static str, content: Html) -> Html {
    if content == Html::default() {
        return content;
    }
    html! { <>{ heading(level, None, html! { { title } }) }{ content }</> }
}

/// How many deciding answers are shown at once.
const DECIDING_SHOWN_MAX: usize = 4;

/// The steps that decided, and the answers that led there.
pub fn why(scope: &Scope<'_>, screen: &IssueScreen<'_>) -> Html {
    let steps = screen.steps.iter().map(|step| {
        html! { <><p>{ said(scope, &step.because) }</p>{ citations(scope, &step.cites) }</> }
    });
    html! { <>{ for steps }{ deciding(scope, screen) }</> }
}

fn deciding(scope: &Scope<'_>, screen: &IssueScreen<'_>) -> Html {
    match screen.deciding.len() {
        0 => html! { <p>{ scope.text.say("result.decided-by-nothing") }</p> },
        1..=DECIDING_SHOWN_MAX => html! {
            <><p>{ scope.text.say("result.decided-by") }</p>{ given(scope, &screen.deciding) }</>
        },
        count => disclosure(
            scope.text.say_with("result.decided-by-many", &[("count", &count.to_string())]),
            given(scope, &screen.deciding),
        ),
    }
}

/// Answers with their questions.
fn given(scope: &Scope<'_>, answers: &[Given<'_>]) -> Html {
    let rows = answers.iter().map(|given| {
        html! {
            <div>
                <dt>{ said(scope, &given.question.heading) }</dt>
                <dd>{ said(scope, given.words) }</dd>
            </div>
        }
    });
    html! { <dl class="given">{ for rows }</dl> }
}

/// Whom to ask, in which words.
pub fn asks(scope: &Scope<'_>, outcome: &Outcome) -> Html {
    if outcome.ask.is_empty() {
        return Html::default();
    }
    // Whoever is asked twice in a row is named once.
    let asks = outcome.ask.chunk_by(|one, next| one.who.english == next.who.english).map(|group| {
        let words = group.iter().map(|ask| {
            html! { <dd><blockquote>{ said(scope, &ask.words) }</blockquote></dd> }
        });
        html! {
            <div>
                { for group.iter().take(1).map(|ask| html! { <dt>{ said(scope, &ask.who) }</dt> }) }
                { for words }
            </div>
        }
    });
    html! { <dl class="asks">{ for asks }</dl> }
}

/// The checks that a favorable result always repeats.
pub fn checks(scope: &Scope<'_>, outcome: &Outcome) -> Html {
    if outcome.checks.is_empty() {
        return Html::default();
    }
    let cards = scope.book().deck("checks").filter(|card| outcome.checks.contains(&card.id));
    let cards = cards.map(|card| {
        let content = html! { <>{ said_list(scope, &card.says) }{ citations(scope, &card.cites) }</> };
        disclosure(scope.text.rule(&card.title).0.to_owned(), content)
    });
    html! { <><p>{ scope.text.say("result.checks-says") }</p>{ for cards }</> }
}

/// How many open facts are shown at once.
const OPEN_SHOWN_MAX: usize = 4;

/// What an open result depends on, and who would know. A long list begins with what is asked first.
pub fn depends_on(scope: &Scope<'_>, screen: &IssueScreen<'_>) -> Html {
    let (shown, more) = screen.find_out.split_at_checked(OPEN_SHOWN_MAX).unwrap_or((&screen.find_out, &[]));
    if more.is_empty() {
        return facts(scope, shown);
    }
    let words = scope.text.say_with("result.depends-more", &[("count", &more.len().to_string())]);
    html! { <>{ facts(scope, shown) }{ disclosure(words, facts(scope, more)) }</> }
}

fn facts(scope: &Scope<'_>, found: &[FindOutScreen<'_>]) -> Html {
    let facts = found.iter().map(|found| {
        let question = found.question;
        html! {
            <li>
                <p><strong>{ said(scope, &question.heading) }</strong></p>
                <p>{ scope.text.say("result.who-knows") }{ scope.text.gap() }{ said(scope, &question.who_knows) }</p>
                <blockquote>{ said(scope, &question.ask_words) }</blockquote>
                { settles(scope, found) }
            </li>
        }
    });
    html! { <ul class="depends">{ for facts }</ul> }
}

fn settles(scope: &Scope<'_>, found: &FindOutScreen<'_>) -> Html {
    if found.settles.is_empty() {
        return Html::default();
    }
    let text = scope.text;
    let lines = found.settles.iter().map(|(answers, more, outcome)| {
        let mut names: Vec<String> = answers.iter().map(|words| text.rule(words).0.to_owned()).collect();
        if *more > 0 {
            names.push(text.say_with("result.more-answers", &[("count", &more.to_string())]));
        }
        html! {
            <li>
                { text.say_with("result.if-answer", &[("answers", &names.join(text.say("sign.list")))]) }{ text.gap() }
                { said(scope, &outcome.headline) }
            </li>
        }
    });
    let content = html! {
        <>
            <ul>{ for lines }</ul>
            if found.may_stay_open {
                <p>{ text.say("result.may-stay-open") }</p>
            }
        </>
    };
    disclosure(text.say("result.settles"), content)
}

/// What would change the result: information, not advice.
pub fn changes(scope: &Scope<'_>, screen: &IssueScreen<'_>) -> Html {
    if screen.changes.is_empty() {
        return Html::default();
    }
    let lines = screen.changes.iter().map(|change| {
        html! { <li><p>{ said(scope, &change.outcome.headline) }</p>{ given(scope, &change.differences) }</li> }
    });
    let content = html! { <><p>{ scope.text.say("result.changes-says") }</p><ul>{ for lines }</ul></> };
    disclosure(scope.text.say("result.changes"), content)
}

/// Where it is written, and as of when.
pub fn written(scope: &Scope<'_>, screen: &IssueScreen<'_>) -> Html {
    let (text, law) = (scope.text, screen.law);
    let (date, reviewed) = (text.date(law.text_date), text.date(law.reviewed));
    html! {
        <>
            <p class="law-date">
                { text.say_with("result.law-date", &[("date", &date), ("reviewed", &reviewed)]) }
            </p>
            { disclosure(text.say("result.sources"), citations_spelled(scope, &screen.cites)) }
        </>
    }
}
