//! What stands between two tags.

use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::{Block, Expr, Lit, Result, Token, braced, token};

use crate::element::Element;
use crate::template::Template;

/// One child.
pub enum Child {
    Element(Element),
    Fragment(Vec<Child>),
    Text(String),
    Said(Said),
    Value(TokenStream),
    Values(Expr),
    If(If),
}

/// Words of the page, named by their key.
pub struct Said {
    pub text: Expr,
    pub key: String,
}

/// Markup under a condition.
pub struct If {
    condition: Expr,
    then: Root,
    otherwise: Option<Root>,
}

/// All that one macro, or one pair of braces, holds.
pub struct Root(Vec<Child>);

impl Parse for Root {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut children = Vec::new();
        while !input.is_empty() {
            children.push(input.parse()?);
        }
        Ok(Self(children))
    }
}

impl Root {
    /// The expression that makes the node.
    pub fn expand(self) -> Result<TokenStream> {
        let mut children = self.0;
        match (children.pop(), children.is_empty()) {
            (None, _) => Ok(quote! { ::yew::virtual_dom::VNode::default() }),
            // What stands alone needs no template.
            (Some(Child::Said(Said { text, key })), true) => {
                Ok(quote! { crate::view::markup::node(#text.say(#key)) })
            }
            (Some(Child::Value(value)), true) => Ok(quote! { crate::view::markup::node(#value) }),
            (Some(Child::Values(values)), true) => Ok(quote! { crate::view::markup::list(#values) }),
            (Some(Child::If(condition)), true) => condition.expand(),
            (Some(last), _) => {
                children.push(last);
                let mut template = Template::default();
                template.children(children)?;
                Ok(template.expand())
            }
        }
    }
}

impl If {
    /// The expression that makes the node; an empty one where the condition does not hold.
    pub fn expand(self) -> Result<TokenStream> {
        let condition = self.condition;
        let then = self.then.expand()?;
        let otherwise = self.otherwise.unwrap_or(Root(Vec::new())).expand()?;
        Ok(quote! { if #condition { #then } else { #otherwise } })
    }
}

impl Parse for Child {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        if input.peek(Token![if]) {
            return Ok(Self::If(input.parse()?));
        }
        if input.peek(token::Brace) {
            return block(input);
        }
        if input.peek(Token![<]) && input.peek2(Token![>]) {
            input.parse::<Token![<]>()?;
            input.parse::<Token![>]>()?;
            let children = until_close(input)?;
            input.parse::<Token![<]>()?;
            input.parse::<Token![/]>()?;
            input.parse::<Token![>]>()?;
            return Ok(Self::Fragment(children));
        }
        if input.peek(Token![<]) {
            return Ok(Self::Element(input.parse()?));
        }
        Err(input.error("expected an element, a value in braces, or `if`"))
    }
}

impl Parse for If {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        input.parse::<Token![if]>()?;
        let condition = Expr::parse_without_eager_brace(input)?;
        let then = in_braces(input)?;
        let otherwise = if input.peek(Token![else]) {
            input.parse::<Token![else]>()?;
            Some(in_braces(input)?)
        } else {
            None
        };
        Ok(Self { condition, then, otherwise })
    }
}

fn in_braces(input: ParseStream<'_>) -> Result<Root> {
    let content;
    braced!(content in input);
    content.parse()
}

/// The children up to the next closing tag, which stays.
pub fn until_close(input: ParseStream<'_>) -> Result<Vec<Child>> {
    let mut children = Vec::new();
    while !(input.peek(Token![<]) && input.peek2(Token![/])) {
        if input.is_empty() {
            return Err(input.error("a closing tag is missing"));
        }
        children.push(input.parse()?);
    }
    Ok(children)
}

fn block(input: ParseStream<'_>) -> Result<Child> {
    let content;
    let brace = braced!(content in input);
    if content.peek(Token![for]) {
        content.parse::<Token![for]>()?;
        return Ok(Child::Values(content.parse()?));
    }
    let stmts = content.call(Block::parse_within)?;
    if let [syn::Stmt::Expr(Expr::Lit(literal), None)] = stmts.as_slice()
        && let Lit::Str(text) = &literal.lit
    {
        return Ok(Child::Text(text.value()));
    }
    if let [syn::Stmt::Expr(value, None)] = stmts.as_slice() {
        return Ok(said(value).map_or_else(|| Child::Value(quote! { #value }), Child::Said));
    }
    let block = Block { brace_token: brace, stmts };
    Ok(Child::Value(quote! { #block }))
}

/// `text.say("key")`.
pub fn said(value: &Expr) -> Option<Said> {
    let Expr::MethodCall(call) = value else { return None };
    let mut arguments = call.args.iter();
    let (Some(Expr::Lit(literal)), None) = (arguments.next(), arguments.next()) else { return None };
    let Lit::Str(key) = &literal.lit else { return None };
    (call.method == "say").then(|| Said { text: (*call.receiver).clone(), key: key.value() })
}
