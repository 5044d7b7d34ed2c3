//! Puts templates together: what `html!` writes becomes nodes of Yew here, in one place for all views.
//!
//! Why views are not written with Yew's own macro: `docs/decisions/0009-templates.md`.

#[cfg(test)]
#[allow(clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on fails")]
mod tests;

use std::rc::Rc;

use crate::text::Text;
pub use deemed_markup::html;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VNode, VTag};
use yew::{AttrValue, Callback, Event, Html, MouseEvent};

/// Markup as written, with places for its parts. Only `html!` makes them.
#[derive(Debug)]
pub struct Template {
    /// What to do, each beginning with one of the signs below, and in between the words they need.
    pub signs: &'static str,
    /// The names of attributes, for each element that has any.
    pub names: &'static [&'static [&'static str]],
}

/// What is put into a template.
#[derive(Debug, Default)]
pub enum Part {
    /// Nothing: the attribute is not there.
    #[default]
    Nothing,
    /// The attribute is there, without a value of its own.
    Flag,
    /// The attribute's value.
    Value(AttrValue),
    /// A child.
    Node(VNode),
    /// What listens to the element.
    On(Rc<dyn Listener>),
    /// What tells the element from its neighbors.
    Key(Key),
}

/// Puts a template together.
pub fn build<const COUNT: usize>(template: &Template, mut parts: [Part; COUNT]) -> Html {
    assemble(template, Text::default(), &mut parts)
}

/// Puts a template together that names words of the page by their keys.
pub fn build_said<const COUNT: usize>(template: &Template, text: Text, mut parts: [Part; COUNT]) -> Html {
    assemble(template, text, &mut parts)
}

/// What was begun and not yet ended.
struct Begun {
    tag: VTag,
    names: &'static [&'static str],
    values: Vec<Option<AttributeOrProperty>>,
    children: Vec<VNode>,
}

// Kept apart from `build`, which there is once for each number of parts.
fn assemble(template: &Template, text: Text, parts: &mut [Part]) -> Html {
    let mut parts = parts.iter_mut().map(std::mem::take);
    let mut names = template.names.iter();
    let mut outer = Vec::new();
    let mut now = Begun::new("", &[]);
    let mut rest = template.signs;
    while let Some((sign, after)) = rest.split_at_checked(1) {
        let end = after.bytes().position(is_sign).unwrap_or(after.len());
        let (words, next) = after.split_at_checked(end).unwrap_or((after, ""));
        rest = next;
        match sign {
            "\x01" => outer.push(std::mem::replace(&mut now, Begun::new(words, &[]))),
            "\x02" => {
                let names = names.next().copied().unwrap_or_default();
                outer.push(std::mem::replace(&mut now, Begun::new(words, names)));
            }
            "\x03" => now.attribute(Part::Value(AttrValue::Static(words))),
            "\x04" => now.attribute(parts.next().unwrap_or_default()),
            "\x05" => now.children.push(words.node()),
            "\x06" => now.more(parts.next().unwrap_or_default()),
            "\x07" => now.children.push(text.say(words).node()),
            "\x08" => now.attribute(text.say(words).into()),
            _ => {
                if let Some(before) = outer.pop() {
                    let ended = std::mem::replace(&mut now, before).end();
                    now.children.push(ended);
                }
            }
        }
    }
    one(now.children)
}

fn is_sign(byte: u8) -> bool {
    byte <= b'\x0b' && byte != b'\n' && byte != b'\t'
}

impl Begun {
    fn new(name: &'static str, names: &'static [&'static str]) -> Self {
        Self { tag: VTag::new(name), names, values: Vec::new(), children: Vec::new() }
    }

    fn attribute(&mut self, part: Part) {
        let name = self.names.get(self.values.len()).copied().unwrap_or_default();
        let mut value = match part {
            Part::Value(value) => Some(value),
            Part::Flag => Some(AttrValue::Static(name)),
            Part::Nothing | Part::Node(_) | Part::On(_) | Part::Key(_) => None,
        };
        // Yew sets these of a field as the browser has them, not as they are written.
        if self.tag.tag() == "input" {
            match name {
                "checked" => self.tag.set_checked(value.take().is_some()),
                "value" => self.tag.set_value(value.take()),
                _ => {}
            }
        }
        self.values.push(value.map(AttributeOrProperty::Attribute));
    }

    fn more(&mut self, part: Part) {
        match part {
            Part::Node(node) => self.children.push(node),
            Part::On(listener) => {
                self.tag.add_listener(listener);
            }
            Part::Key(key) => self.tag.key = Some(key),
            Part::Nothing | Part::Flag | Part::Value(_) => {}
        }
    }

    fn end(self) -> VNode {
        let mut tag = self.tag;
        if !self.names.is_empty() {
            tag.attributes = Attributes::Dynamic { keys: self.names, values: self.values.into() };
        }
        if let Some(children) = tag.children_mut() {
            *children = one(self.children);
        }
        tag.into()
    }
}

/// Several nodes as one.
fn one(mut nodes: Vec<VNode>) -> VNode {
    match (nodes.pop(), nodes.is_empty()) {
        (None, _) => VNode::default(),
        (Some(node), true) => node,
        (Some(last), false) => {
            nodes.push(last);
            VList::with_children(nodes, None).into()
        }
    }
}

impl From<bool> for Part {
    fn from(is_there: bool) -> Self {
        if is_there { Self::Flag } else { Self::Nothing }
    }
}

impl From<&'static str> for Part {
    fn from(value: &'static str) -> Self {
        Self::Value(AttrValue::Static(value))
    }
}

impl From<String> for Part {
    fn from(value: String) -> Self {
        Self::Value(value.into())
    }
}

impl From<AttrValue> for Part {
    fn from(value: AttrValue) -> Self {
        Self::Value(value)
    }
}

impl<Value: Into<Self>> From<Option<Value>> for Part {
    fn from(value: Option<Value>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

/// What can stand in markup.
pub trait Child {
    /// It as a node.
    fn node(self) -> VNode;
}

impl Child for VNode {
    fn node(self) -> VNode {
        self
    }
}

impl Child for &'static str {
    fn node(self) -> VNode {
        AttrValue::Static(self).node()
    }
}

impl Child for String {
    fn node(self) -> VNode {
        AttrValue::from(self).node()
    }
}

impl Child for AttrValue {
    fn node(self) -> VNode {
        yew::virtual_dom::VText::new(self).into()
    }
}

impl<Inner: Child> Child for Option<Inner> {
    fn node(self) -> VNode {
        self.map_or_else(VNode::default, Child::node)
    }
}

/// A value as a node.
pub fn node(value: impl Child) -> VNode {
    value.node()
}

/// Several values as a node.
pub fn list<Value: Child>(values: impl IntoIterator<Item = Value>) -> VNode {
    let nodes: Vec<VNode> = values.into_iter().map(Child::node).collect();
    VList::with_children(nodes, None).into()
}

/// A key.
pub fn key(value: impl Into<Key>) -> Key {
    value.into()
}

struct Press(Callback<MouseEvent>);

impl Listener for Press {
    fn kind(&self) -> ListenerKind {
        ListenerKind::onclick
    }

    fn handle(&self, event: Event) {
        self.0.emit(wasm_bindgen::JsCast::unchecked_into(event));
    }

    fn passive(&self) -> bool {
        false
    }
}

/// Listens to presses.
pub fn press(callback: Callback<MouseEvent>) -> Rc<dyn Listener> {
    Rc::new(Press(callback))
}

struct Change(Callback<Event>);

impl Listener for Change {
    fn kind(&self) -> ListenerKind {
        ListenerKind::onchange
    }

    fn handle(&self, event: Event) {
        self.0.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}

/// Listens to changes.
pub fn change(callback: Callback<Event>) -> Rc<dyn Listener> {
    Rc::new(Change(callback))
}
