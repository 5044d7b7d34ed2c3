//! Marks the English that stands in place of a text that the language lacks.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{VNode, VTag};

use crate::text::Language;
use crate::view::markup::html;

const CLASS: &str = "stand-in";

/// One text in English, marked as such.
pub fn marked(text: &str) -> Html {
    html! { <span lang={Language::ENGLISH.tag()} dir="ltr" class={CLASS}>{ text.to_owned() }</span> }
}

/// The same markup, with every text that is one of the stand-ins marked.
pub fn mark(html: Html, stand_ins: &BTreeSet<String>) -> Html {
    if stand_ins.is_empty() { html } else { mark_node(html, stand_ins) }
}

fn mark_node(node: VNode, stand_ins: &BTreeSet<String>) -> VNode {
    match node {
        VNode::VText(text) if stand_ins.contains(text.text.as_str()) => marked(&text.text),
        VNode::VTag(tag) => VNode::VTag(Rc::new(mark_tag(Rc::unwrap_or_clone(tag), stand_ins))),
        VNode::VList(mut list) => {
            for child in Rc::make_mut(&mut list).iter_mut() {
                *child = mark_node(std::mem::take(child), stand_ins);
            }
            VNode::VList(list)
        }
        other @ (VNode::VText(_)
        | VNode::VComp(_)
        | VNode::VPortal(_)
        | VNode::VRef(_)
        | VNode::VSuspense(_)
        | VNode::VRaw(_)) => other,
    }
}

fn mark_tag(mut tag: VTag, stand_ins: &BTreeSet<String>) -> VTag {
    let lang = tag.attributes.iter().find(|(name, _)| *name == "lang").map(|(_, value)| value.to_owned());
    if lang.as_deref() == Some(Language::ENGLISH.tag()) {
        return tag;
    }
    // An option holds no elements, so the mark stands on itself.
    if tag.tag() == "option" {
        let is_stand_in = tag.children().is_some_and(|child| holds(child, stand_ins));
        if is_stand_in {
            tag.add_attribute("lang", Language::ENGLISH.tag());
        }
        return tag;
    }
    if let Some(children) = tag.children_mut() {
        *children = mark_node(std::mem::take(children), stand_ins);
    }
    tag
}

fn holds(node: &VNode, stand_ins: &BTreeSet<String>) -> bool {
    match node {
        VNode::VText(text) => stand_ins.contains(text.text.as_str()),
        VNode::VList(list) => list.iter().any(|child| holds(child, stand_ins)),
        VNode::VTag(_)
        | VNode::VComp(_)
        | VNode::VPortal(_)
        | VNode::VRef(_)
        | VNode::VSuspense(_)
        | VNode::VRaw(_) => false,
    }
}
