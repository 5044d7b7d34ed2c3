//! The groups that a country is in, each with its source.

use deemed_engine::Answer;
use deemed_engine::model::{Place, Question};
use yew::prelude::*;

use super::fields::{list_of, option};
use super::line::take_over;
use crate::helper::Field;
use crate::view::component::{citations, disclosure, said};
use crate::view::markup::html;
use crate::view::{Scope, places};

/// The look-up.
pub fn country(scope: &Scope<'_>, question: &Question) -> Html {
    let text = scope.text;
    let options = places::options(scope, question, |place, name| {
        let place = u16::try_from(place).ok();
        place.map_or_else(Html::default, |place| option(scope, Field::Place, place, name))
    });
    let content = html! {
        <>
            <p>{ text.say("country.says") }</p>
            { list_of(scope, ("helper-place", Field::Place), text.say("country.label"), options) }
            <div aria-live="polite">{ found(scope, question) }</div>
        </>
    };
    disclosure(text.say("country.summary"), content)
}

fn found(scope: &Scope<'_>, question: &Question) -> Option<Html> {
    let number = scope.session.draft.helper.get(Field::Place)?;
    let choice = question.choices.get(usize::from(number))?;
    let place = scope.book().places.iter().find(|place| place.id == choice.value)?;
    let value = question.value(&choice.value)?;
    Some(html! {
        <div class="found">
            <p><strong>{ said(scope, &place.name) }</strong></p>
            { groups(scope, place) }
            { place.note.as_ref().map(|note| html! { <p>{ said(scope, note) }</p> }) }
            { take_over(scope, Answer::Known(value)) }
        </div>
    })
}

fn groups(scope: &Scope<'_>, place: &Place) -> Html {
    let groups = scope.book().groups.iter().filter(|group| place.groups.contains(&group.id));
    let mut groups = groups
        .map(|group| html! { <li>{ said(scope, &group.title) }{ citations(scope, &group.cites) }</li> })
        .peekable();
    if groups.peek().is_none() {
        return html! { <p>{ scope.text.say("country.none") }</p> };
    }
    html! { <><p>{ scope.text.say("country.groups") }</p><ul>{ for groups }</ul></> }
}
