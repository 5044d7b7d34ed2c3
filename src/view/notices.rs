//! What every view says, on screen and on paper, when a date has passed.

use deemed_engine::model::Law;
use yew::prelude::*;

use crate::freshness::{Dates, Overdue};
use crate::view::Scope;
use crate::view::component::{notice, said};
use crate::view::markup::html;

/// The notices of the day; nothing while everything is current.
pub fn notices(scope: &Scope<'_>) -> Html {
    let text = scope.text;
    let dates = Dates::of(scope.book(), scope.built, scope.today);
    if dates.is_clock_behind {
        return notice(text.say("clock.heading"), html! { <p>{ text.say("clock.says") }</p> });
    }
    html! { <>{ law(scope, &dates) }{ bills(scope, &dates.bills) }</> }
}

fn law(scope: &Scope<'_>, dates: &Dates<'_>) -> Html {
    let (text, book) = (scope.text, scope.book());
    let withheld = (!dates.law.withheld.is_empty()).then(|| {
        let says = html! {
            <><p>{ text.say("withheld.says") }</p>{ list(scope, &dates.law.withheld) }</>
        };
        notice(text.say("withheld.heading"), says)
    });
    // A law that is out of date says more than a rulebook that is due.
    let is_book_due = dates.is_book_due && dates.law.withheld.is_empty();
    let review = (is_book_due || !dates.law.review.is_empty()).then(|| {
        let by = dates.law.review.iter().map(|law| law.review_by).min().unwrap_or(book.review_by);
        let says = text.say_with("review.says", &[("date", &text.date(by))]);
        notice(text.say("review.heading"), html! { <><p>{ says }</p>{ list(scope, &dates.law.review) }</> })
    });
    html! { <>{ withheld }{ review }</> }
}

/// Bills have dates of their own, and a notice apart from that of the law.
fn bills(scope: &Scope<'_>, overdue: &Overdue<'_>) -> Html {
    let text = scope.text;
    let withheld = (!overdue.withheld.is_empty()).then(|| {
        let says = html! {
            <><p>{ text.say("bills.withheld-says") }</p>{ list(scope, &overdue.withheld) }</>
        };
        notice(text.say("bills.withheld-heading"), says)
    });
    let review = (!overdue.review.is_empty()).then(|| {
        let says = html! {
            <><p>{ text.say("bills.review-says") }</p>{ list(scope, &overdue.review) }</>
        };
        notice(text.say("bills.review-heading"), says)
    });
    html! { <>{ withheld }{ review }</> }
}

fn list(scope: &Scope<'_>, laws: &[&Law]) -> Html {
    let text = scope.text;
    let lines = laws.iter().map(|law| {
        let (date, due) = (text.date(law.reviewed), text.date(law.review_by));
        html! {
            <li>{ said(scope, &law.short_title) }{ scope.text.say("sign.colon") }{ text.say_with("review.last", &[("date", &date), ("due", &due)]) }</li>
        }
    });
    if laws.is_empty() {
        Html::default()
    } else {
        html! { <ul>{ for lines }</ul> }
    }
}
