//! The law in force beside the bills. A cell speaks of one law only, and says which.

use deemed_engine::model::{Law, OutcomeMark};
use yew::prelude::*;

use super::check::item_title;
use super::result::{headline, status};
use crate::freshness::Freshness;
use crate::screen::{BesideRow, BesideScreen, Cell, IssueScreen};
use crate::session::{Action, Reading, View};
use crate::view::Scope;
use crate::view::component::{back_link, citations, disclosure, link, said, said_list};
use crate::view::markup::html;

/// The comparison.
pub fn beside(scope: &Scope<'_>) -> Html {
    let text = scope.text;
    let screen = BesideScreen::new(scope.rulebook, scope.session, scope.today);
    let all = scope.session.draft.is_all_shown;
    let words = if all { text.say("beside.show-differences") } else { text.say("beside.show-all") };
    html! {
        <div class="beside">
            { back_link(scope) }
            <h1 tabindex="-1">{ text.say("beside.title") }</h1>
            <p class="lead">{ text.say("beside.lead") }</p>
            <p>{ if all { text.say("beside.all") } else { text.say("beside.differences") } }</p>
            if screen.has_differences || all {
                { table(scope, &screen) }
            } else {
                <p class="headline">{ text.say("beside.no-difference") }</p>
            }
            <div class="buttons screen-only">
                <button type="button" onclick={scope.on(Action::ShowAll(!all))}>{ words }</button>
                <button type="button" onclick={scope.open(View::Results)}>{ text.say("beside.results") }</button>
                <button type="button" onclick={scope.open(View::Bills)}>{ text.say("beside.bills") }</button>
            </div>
            <p class="screen-only">
                { link(text.say("claims.title"), scope.open(View::Reading(Reading::Claims))) }
            </p>
        </div>
    }
}

// The roles are said although the elements have them, since a phone shows cards, and elements that are
// not laid out as a table lose their roles in some browsers.
fn table(scope: &Scope<'_>, screen: &BesideScreen<'_>) -> Html {
    let text = scope.text;
    let columns = screen.law.iter().chain(&screen.bills).map(|law| {
        html! {
            <th role="columnheader" scope="col" class={column(law)}>{ law_name(scope, law) }</th>
        }
    });
    let rows = screen.rows.iter().map(|row| row_of(scope, row));
    let (law, bills) = (screen.law.len(), screen.bills.len());
    html! {
        <table role="table" aria-label={text.say("beside.title")}>
            <thead role="rowgroup">
                <tr role="row">
                    <td role="cell" rowspan="2"></td>
                    if law > 0 {
                        <th role="columnheader" scope="colgroup" class="in-force" colspan={law.to_string()}>
                            { text.say("beside.in-force") }
                        </th>
                    }
                    if bills > 0 {
                        <th role="columnheader" scope="colgroup" class="what-if" colspan={bills.to_string()}>
                            { text.say("bills.not-law") }
                        </th>
                    }
                </tr>
                <tr role="row">{ for columns }</tr>
            </thead>
            <tbody role="rowgroup">{ for rows }</tbody>
        </table>
    }
}

fn column(law: &Law) -> &'static str {
    if law.status.is_law() { "in-force" } else { "what-if" }
}

fn law_name(scope: &Scope<'_>, law: &Law) -> Html {
    html! {
        <>
            <span class="law-title">{ said(scope, &law.short_title) }</span>
            <span class="law-status">{ status(scope, law.status) }</span>
        </>
    }
}

fn row_of(scope: &Scope<'_>, row: &BesideRow<'_>) -> Html {
    html! {
        <tr role="row">
            <th role="rowheader" scope="row">{ item_title(scope, row.item) }</th>
            { for row.cells.iter().map(|cell| cell_of(scope, cell)) }
        </tr>
    }
}

fn cell_of(scope: &Scope<'_>, cell: &Cell<'_>) -> Html {
    let issues = cell.issues.iter().map(|screen| entry(scope, screen));
    html! {
        <td role="cell" class={column(cell.law)}>
            <p class="cell-law">{ law_name(scope, cell.law) }</p>
            if cell.issues.is_empty() {
                <p>{ scope.text.say("beside.nothing") }</p>
            }
            { for issues }
        </td>
    }
}

/// One result, with the way back to its step and its source.
fn entry(scope: &Scope<'_>, screen: &IssueScreen<'_>) -> Html {
    let mark = screen.outcome().and_then(|outcome| outcome.mark);
    let is_shown = screen.freshness != Freshness::Withheld;
    html! {
        <div class="entry">
            <p class="topic">{ said(scope, &screen.issue.title) }</p>
            if is_shown && mark == Some(OutcomeMark::NotEnforced) {
                <p class="not-enforced">{ scope.text.say("status.not-enforced") }</p>
            }
            <p class="finding">{ headline(scope, screen) }</p>
            { disclosure(scope.text.say("beside.from"), origin(scope, screen)) }
        </div>
    }
}

fn origin(scope: &Scope<'_>, screen: &IssueScreen<'_>) -> Html {
    let text = scope.text;
    if screen.freshness == Freshness::Withheld {
        return html! { <><p>{ text.say("result.withheld-ask") }</p>{ citations(scope, &screen.cites) }</> };
    }
    if screen.outcome().is_none() {
        let open = screen.find_out.iter().map(|found| &found.question.heading);
        return html! {
            <>
                <p>{ text.say("result.depends") }</p>
                { said_list(scope, open) }
                { citations(scope, &screen.cites) }
            </>
        };
    }
    let steps = screen.steps.iter().map(|step| {
        html! {
            <>
                <p><strong>{ said(scope, &step.title) }</strong></p>
                <p>{ said(scope, &step.because) }</p>
                { citations(scope, &step.cites) }
            </>
        }
    });
    html! { <>{ for steps }</> }
}
