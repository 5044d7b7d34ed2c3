//! The template that markup is written as. `view::markup` of the package `deemed` reads it, sign by sign.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Expr, LitStr, Result};

use crate::children::{Child, Said, said};
use crate::element::{Attribute, Element, Value};

/// Begins an element; its name follows.
const OPEN: char = '\u{1}';
/// Begins an element whose attributes follow.
const OPEN_WITH: char = '\u{2}';
/// An attribute's value follows; its name is the next of the element's names.
const VALUE: char = '\u{3}';
/// An attribute's value is the next part.
const PART: char = '\u{4}';
/// Words follow.
const TEXT: char = '\u{5}';
/// The next part belongs here: a child, what the element listens to, or its key.
const MORE: char = '\u{6}';
/// The page's words of the key that follows stand here.
const SAID: char = '\u{7}';
/// The page's words of the key that follows are an attribute's value.
const SAID_VALUE: char = '\u{8}';
/// The element ends.
const CLOSE: char = '\u{b}';

/// A template while it is being written.
#[derive(Default)]
pub struct Template {
    signs: String,
    names: Vec<Vec<LitStr>>,
    parts: Vec<TokenStream>,
    /// What says the page's words; the same for all of a template.
    text: Option<Expr>,
}

impl Template {
    /// Writes children.
    pub fn children(&mut self, children: Vec<Child>) -> Result<()> {
        children.into_iter().try_for_each(|child| self.child(child))
    }

    fn child(&mut self, child: Child) -> Result<()> {
        match child {
            Child::Element(element) => self.element(element)?,
            Child::Fragment(children) => self.children(children)?,
            Child::Text(text) => self.sign(TEXT, &text)?,
            Child::Said(said) => self.said(SAID, said)?,
            Child::Value(value) => self.part(MORE, quote! { Node(crate::view::markup::node(#value)) }),
            Child::Values(values) => self.part(MORE, quote! { Node(crate::view::markup::list(#values)) }),
            Child::If(condition) => {
                let node = condition.expand()?;
                self.part(MORE, quote! { Node(#node) });
            }
        }
        Ok(())
    }

    fn element(&mut self, element: Element) -> Result<()> {
        let (more, attributes): (Vec<Attribute>, Vec<Attribute>) =
            element.attributes.into_iter().partition(Attribute::is_more);
        let open = if attributes.is_empty() { OPEN } else { OPEN_WITH };
        self.sign(open, &element.name.value())?;
        if !attributes.is_empty() {
            self.names.push(attributes.iter().map(|attribute| attribute.name.clone()).collect());
        }
        for attribute in attributes {
            match attribute.value {
                Value::Text(text) => self.sign(VALUE, &text)?,
                Value::Expression(value) => match said(&value) {
                    Some(said) => self.said(SAID_VALUE, said)?,
                    None => self.part(PART, quote! { from(#value) }),
                },
            }
        }
        for one in more {
            let value = match &one.value {
                Value::Text(text) => quote! { #text },
                Value::Expression(value) => quote! { #value },
            };
            match one.name.value().as_str() {
                "key" => self.part(MORE, quote! { Key(crate::view::markup::key(#value)) }),
                "onclick" => self.part(MORE, quote! { On(crate::view::markup::press(#value)) }),
                "onchange" => self.part(MORE, quote! { On(crate::view::markup::change(#value)) }),
                other => {
                    let problem = format!("`{other}` is not known; there are `onclick` and `onchange`");
                    return Err(syn::Error::new(one.name.span(), problem));
                }
            }
        }
        self.children(element.children)?;
        self.sign(CLOSE, "")
    }

    fn said(&mut self, sign: char, said: Said) -> Result<()> {
        self.text.get_or_insert(said.text);
        self.sign(sign, &said.key)
    }

    fn sign(&mut self, sign: char, text: &str) -> Result<()> {
        if text.contains(|letter| letter <= CLOSE && letter != '\n' && letter != '\t') {
            let problem =
                format!("`{}` holds a sign that templates keep for themselves", text.escape_debug());
            return Err(syn::Error::new(proc_macro2::Span::call_site(), problem));
        }
        self.signs.push(sign);
        self.signs.push_str(text);
        Ok(())
    }

    fn part(&mut self, sign: char, part: TokenStream) {
        self.signs.push(sign);
        self.parts.push(part);
    }

    /// The expression that puts it together.
    pub fn expand(self) -> TokenStream {
        let Self { signs, names, parts, text } = self;
        let template = quote! {
            const { &crate::view::markup::Template { signs: #signs, names: &[#(&[#(#names),*]),*] } }
        };
        let parts = quote! { [#(crate::view::markup::Part::#parts),*] };
        if let Some(text) = text {
            quote! { crate::view::markup::build_said(#template, #text, #parts) }
        } else {
            quote! { crate::view::markup::build(#template, #parts) }
        }
    }
}

impl Attribute {
    /// Whether it is none that the browser knows: what the element listens to, or its key.
    fn is_more(&self) -> bool {
        let name = self.name.value();
        name == "key" || name.starts_with("on")
    }
}
