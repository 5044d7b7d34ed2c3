//! One element with its attributes.

use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Expr, ExprBlock, Ident, Lit, LitStr, Result, Token, braced, token};

use crate::children::{Child, until_close};

/// An element.
pub struct Element {
    pub name: LitStr,
    pub attributes: Vec<Attribute>,
    pub children: Vec<Child>,
}

/// An attribute.
pub struct Attribute {
    pub name: LitStr,
    pub value: Value,
}

/// What an attribute is set to.
pub enum Value {
    Text(String),
    Expression(Expr),
}

impl Parse for Element {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        input.parse::<Token![<]>()?;
        let name = dashed(input)?;
        let mut attributes = Vec::new();
        while !input.peek(Token![>]) && !input.peek(Token![/]) {
            attributes.push(input.parse()?);
        }
        if input.peek(Token![/]) {
            input.parse::<Token![/]>()?;
            input.parse::<Token![>]>()?;
            return Ok(Self { name, attributes, children: Vec::new() });
        }
        input.parse::<Token![>]>()?;
        let children = until_close(input)?;
        input.parse::<Token![<]>()?;
        input.parse::<Token![/]>()?;
        let close = dashed(input)?;
        if close.value() != name.value() {
            let problem = format!("`<{}>` is closed by `</{}>`", name.value(), close.value());
            return Err(syn::Error::new(close.span(), problem));
        }
        input.parse::<Token![>]>()?;
        Ok(Self { name, attributes, children })
    }
}

impl Parse for Attribute {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        if input.peek(token::Brace) {
            let content;
            braced!(content in input);
            let name: Ident = content.parse()?;
            let value = syn::parse_quote!(#name);
            return Ok(Self {
                name: LitStr::new(&name.unraw().to_string(), name.span()),
                value: Value::Expression(value),
            });
        }
        let name = dashed(input)?;
        input.parse::<Token![=]>()?;
        let value = if input.peek(token::Brace) {
            Value::Expression(one_expression(input)?)
        } else {
            let literal: Lit = input.parse()?;
            if let Lit::Str(text) = &literal {
                Value::Text(text.value())
            } else {
                Value::Expression(syn::parse_quote!(#literal))
            }
        };
        Ok(Self { name, value })
    }
}

/// What stands in braces: the expression alone where there is but one.
fn one_expression(input: ParseStream<'_>) -> Result<Expr> {
    let block: ExprBlock = input.parse()?;
    match block.block.stmts.as_slice() {
        [syn::Stmt::Expr(value, None)] => Ok(value.clone()),
        _ => Ok(Expr::Block(block)),
    }
}

/// A name with dashes, as one text.
fn dashed(input: ParseStream<'_>) -> Result<LitStr> {
    let first = input.call(Ident::parse_any)?;
    let mut name = first.unraw().to_string();
    while input.peek(Token![-]) {
        input.parse::<Token![-]>()?;
        name.push('-');
        name.push_str(&input.call(Ident::parse_any)?.unraw().to_string());
    }
    Ok(LitStr::new(&name, first.span()))
}
