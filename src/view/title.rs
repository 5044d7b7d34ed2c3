//! The document's title. Browsers keep titles, so it never holds an answer or a question's words.

use deemed_engine::model::FactId;

use crate::screen::QuestionScreen;
use crate::session::View;
use crate::view::Scope;
use crate::view::menu::reading_name;

/// The title of the view.
pub fn title(scope: &Scope<'_>) -> String {
    let text = scope.text;
    let page = match scope.session.view() {
        View::Start => return text.say("product.name").to_owned(),
        View::Question { fact, item } => question_title(scope, *fact, *item),
        View::Check => text.say("title.check").to_owned(),
        View::Results => text.say("title.results").to_owned(),
        View::Bills => text.say("title.bills").to_owned(),
        View::Beside => text.say("beside.title").to_owned(),
        View::TakeAlong => text.say("take.title").to_owned(),
        View::Reading(reading) => reading_name(scope, *reading).to_owned(),
        View::Sources(_) => text.say("title.sources").to_owned(),
        View::Keep => text.say("keep.title").to_owned(),
        View::Promise => text.say("promise.title").to_owned(),
        View::About => text.say("about.title").to_owned(),
        View::Left => return text.say("title.left").to_owned(),
    };
    text.say_with("title.page", &[("page", &page), ("name", text.say("product.name"))])
}

fn question_title(scope: &Scope<'_>, fact: FactId, item: usize) -> String {
    let Some(screen) = QuestionScreen::new(scope.rulebook, scope.session, fact, item) else {
        return scope.text.say("product.name").to_owned();
    };
    let section = screen.section.map_or("", |section| scope.text.rule(&section.title).0);
    let number = screen.number.to_string();
    let page = scope.text.say_with("title.question", &[("number", &number), ("section", section)]);
    if scope.session.draft.refusals > 0 {
        scope.text.say_with("title.error", &[("page", &page)])
    } else {
        page
    }
}
