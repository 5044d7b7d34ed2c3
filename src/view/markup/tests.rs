//! Yew's own macro is the judge: the same markup must come out the same.

use yew::prelude::{Component, Context, Properties};
use yew::{Callback, Event, Html, LocalServerRenderer, MouseEvent};

use crate::text::Text;

#[derive(Properties, PartialEq)]
struct Drawn {
    html: Html,
}

struct Draw;

impl Component for Draw {
    type Message = ();
    type Properties = Drawn;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        context.props().html.clone()
    }
}

/// As HTML, with the attributes of each element sorted, since Yew writes some before others.
fn drawn(html: Html) -> String {
    let renderer = LocalServerRenderer::<Draw>::with_props(Drawn { html }).hydratable(false);
    let written = pollster::block_on(renderer.render());
    let tags = written.split('<').map(|tag| {
        let (head, rest) = tag.split_once('>').unwrap_or((tag, ""));
        let mut attributes: Vec<&str> = head.split("\" ").flat_map(|part| part.splitn(2, ' ')).collect();
        attributes.sort_by_key(|part| part.trim_end_matches('"').to_owned());
        format!("{} > {rest}", attributes.join("|").replace('"', ""))
    });
    tags.collect::<Vec<String>>().join("<")
}

/// The same markup by our macro and by Yew's.
macro_rules! same {
    ($($markup:tt)*) => {
        let ours = drawn(crate::view::markup::html! { $($markup)* });
        assert_eq!(ours, drawn(yew::html! { $($markup)* }));
        assert!(!ours.is_empty());
    };
}

#[test]
fn elements_attributes_and_words() {
    let (id, hint) = ("one", Some("two".to_owned()));
    let absent: Option<String> = None;
    same! { <p /> }
    same! { <p class="lead">{ "words & <signs>" }</p> }
    same! { <p {id} class="lead" lang="en" dir={"ltr"}>{ id }{ " " }{ hint.clone() }</p> }
    same! { <p aria-label={hint.clone()} aria-describedby={absent.clone()}>{ absent.clone() }</p> }
    same! { <ul><li>{ "a" }</li><li><strong>{ "b" }</strong>{ "c" }</li></ul> }
    same! { <><h1 tabindex="-1">{ id.to_owned() }</h1><p /></> }
    same! { <svg viewBox="0 0 9 9"><circle r="3.5" /><text x={3.to_string()}>{ "a" }</text></svg> }
    same! { <table><thead><tr><th scope="col" colspan="2">{ "a" }</th></tr></thead></table> }
}

#[test]
fn fields() {
    let checked = true;
    same! { <form novalidate=true autocomplete="off"><button type="submit">{ "go" }</button></form> }
    same! { <input type="radio" name="answer" id="a" {checked} /> }
    same! { <input type="checkbox" checked=false value="x" /> }
    same! { <select id="place"><option value="" selected=true>{ "a" }</option><option selected=false value="1" /></select> }
}

#[test]
fn conditions_and_lists() {
    let numbers = [1, 2, 3];
    for is_there in [true, false] {
        same! { <div>if is_there { <p>{ "yes" }</p> } else { <p>{ "no" }</p><br /> }{ "after" }</div> }
        same! { <div>if is_there && !numbers.is_empty() { { "yes" } }</div> }
    }
    let items = || numbers.iter().map(|number| yew::html! { <li>{ number.to_string() }</li> });
    same! { <ul>{ for items() }<li>{ "last" }</li></ul> }
    same! { <>{ for items() }</> }
    same! { { numbers.len().to_string() } }
    let empty: Vec<Html> = Vec::new();
    same! { <ul>{ for empty.clone() }</ul> }
}

#[test]
fn words_of_the_page_by_their_keys() {
    let text = Text::default();
    same! { <p class="name" aria-label={text.say("back.label")}>{ text.say("product.name") }<br />{ text.say("back.link") }</p> }
    same! { { text.say("product.name") } }
}

#[test]
fn listeners_and_keys_are_kept() {
    let html = crate::view::markup::html! {
        <main key={"place"}>
            <button onclick={Callback::from(|_: MouseEvent| ())}>{ "a" }</button>
            <select onchange={Callback::from(|_: Event| ())} />
        </main>
    };
    let Html::VTag(main) = html else { panic!("an element") };
    assert_eq!(main.key, Some("place".into()));
    let Some(Html::VList(children)) = main.children() else { panic!("two children") };
    let kinds: Vec<String> = children.iter().map(|child| format!("{child:?}")).collect();
    assert!(kinds[0].contains("onclick") && !kinds[0].contains("onchange"), "{kinds:?}");
    assert!(kinds[1].contains("onchange") && !kinds[1].contains("onclick"), "{kinds:?}");
}
