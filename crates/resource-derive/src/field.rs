//! One field of a resource.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{Error, Expr, ExprLit, ExprUnary, Field, Ident, Lit, LitBool, Result};

use crate::kind::{Kind, kind, option, optional};
use crate::words::{Words, doc, text};

const WORDS: &[&str] = &[
    "default",
    "read_only",
    "write_only",
    "internal",
    "required",
    "blank",
    "nullable",
    "unique",
    "min",
    "max",
    "pattern",
    "verbatim",
    "kind",
    "to",
    "on_delete",
    "shown",
    "one_to_one",
    "include",
    "include_default",
    "links",
    "nest",
    "component",
    "component_list",
];

/// What the derive makes of a field.
pub(crate) struct Declared {
    /// Expression of type `vestibule_resource::Field`.
    pub(crate) descriptor: TokenStream,
    /// `name: expression` that reads it out of `record`.
    pub(crate) read: TokenStream,
}

pub(crate) fn declare(field: &Field) -> Result<Declared> {
    let ident = field.ident.as_ref().ok_or_else(|| Error::new(field.span(), "a field needs a name"))?;
    let (name, help) = (ident.unraw().to_string(), doc(&field.attrs, ident)?);
    let mut words = Words::parse(&field.attrs, "field", ident.span(), WORDS)?;
    let inner = optional(&field.ty);
    let kind = kind(inner.unwrap_or(&field.ty), &mut words)?;
    let access = access(&kind, ident, &mut words)?;
    let read = read(ident, &name, field, &kind);

    let nullable = words.flag("nullable")? || inner.is_some();
    let given = words.value("default")?.map(|value| default(&value, kind.float)).transpose()?;
    let must = words.flag("required")?;
    let blank = words.flag("blank")? || kind.blank;
    let empty = kind.empty.clone().filter(|_| blank && !must && !nullable);
    let required = must || (access.written && !kind.marker && !nullable && !blank && given.is_none());
    let default = given.or(empty).unwrap_or(quote!(::vestibule_resource::Default::None));
    let unique = unique(&mut words)?;
    let include = include(&mut words)?;
    let (kind, access) = (kind.tokens, access.tokens);
    words.finish()?;
    let descriptor = quote! {
        ::vestibule_resource::Field {
            name: #name,
            help: #help,
            kind: #kind,
            access: #access,
            required: #required,
            nullable: #nullable,
            blank: #blank,
            default: #default,
            unique: #unique,
            include: #include,
        }
    };
    Ok(Declared { descriptor, read })
}

fn read(ident: &Ident, name: &str, field: &Field, kind: &Kind) -> TokenStream {
    let rust = &field.ty;
    if kind.marker { quote!(#ident: <#rust as ::core::default::Default>::default()) } else { quote!(#ident: record.column(#name)?) }
}

struct Access {
    tokens: TokenStream,
    written: bool,
}

fn access(kind: &Kind, ident: &Ident, words: &mut Words) -> Result<Access> {
    let given = (words.flag("read_only")?, words.flag("write_only")?, words.flag("internal")?);
    let (tokens, written) = match given {
        (false, false, false) if kind.shown_only => (quote!(ReadOnly), false),
        (false, false, false) => (quote!(ReadWrite), true),
        (true, false, false) => (quote!(ReadOnly), false),
        (false, true, false) => (quote!(WriteOnly), true),
        (false, false, true) => (quote!(Internal), false),
        _ => return Err(Error::new(ident.span(), "`read_only`, `write_only` and `internal` exclude each other")),
    };
    Ok(Access { tokens: quote!(::vestibule_resource::Access::#tokens), written })
}

fn default(value: &Expr, float: bool) -> Result<TokenStream> {
    let number = |whole: bool| if whole && !float { quote!(Int(#value)) } else { quote!(Float(#value as f64)) };
    let tokens = match value {
        Expr::Lit(ExprLit { lit: Lit::Bool(yes), .. }) => quote!(Bool(#yes)),
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => quote!(Text(#text)),
        Expr::Lit(ExprLit { lit: Lit::Int(_), .. }) => number(true),
        Expr::Lit(ExprLit { lit: Lit::Float(_), .. }) => quote!(Float(#value)),
        Expr::Unary(ExprUnary { expr, .. }) => number(matches!(**expr, Expr::Lit(ExprLit { lit: Lit::Int(_), .. }))),
        Expr::Call(call) if text(&call.func)?.value() == "json" => {
            let json = call.args.first();
            quote!(Json(#json))
        }
        word => match text(word)?.value().as_str() {
            "uuid" => quote!(Uuid),
            "now" => quote!(Now),
            "touched" => quote!(Touched),
            "serial" => quote!(Serial),
            _ => return Err(Error::new(word.span(), "a default is a literal, `uuid`, `now`, `touched`, `serial` or `json(\"…\")`")),
        },
    };
    Ok(quote!(::vestibule_resource::Default::#tokens))
}

fn unique(words: &mut Words) -> Result<TokenStream> {
    if words.is_flag("unique") {
        words.flag("unique")?;
        return Ok(quote!(::vestibule_resource::Unique::Model));
    }
    match words.value("unique")? {
        None => Ok(quote!(::vestibule_resource::Unique::No)),
        Some(value) if text(&value)?.value() == "plain" => Ok(quote!(::vestibule_resource::Unique::Plain)),
        Some(value) => Err(Error::new(value.span(), "expected `unique` or `unique = \"plain\"`")),
    }
}

fn include(words: &mut Words) -> Result<TokenStream> {
    let Some(param) = words.text("include")? else { return Ok(option(None)) };
    let default = match words.value("include_default")? {
        None => true,
        Some(Expr::Lit(ExprLit { lit: Lit::Bool(LitBool { value, .. }), .. })) => value,
        Some(other) => return Err(Error::new(other.span(), "expected `true` or `false`")),
    };
    Ok(option(Some(quote!(::vestibule_resource::Include { param: #param, default: #default }))))
}
