//! From the type and the words of a field to its kind.

use proc_macro2::TokenStream;
use quote::quote;
use syn::spanned::Spanned as _;
use syn::{Error, Expr, GenericArgument, PathArguments, PathSegment, Result, Type};

use crate::words::{Words, text};

/// The kind of a field, with what follows from it.
pub(crate) struct Kind {
    /// Expression of type `vestibule_resource::Kind`.
    pub(crate) tokens: TokenStream,
    /// The struct field holds nothing.
    pub(crate) marker: bool,
    /// Answers hold it, requests do not.
    pub(crate) shown_only: bool,
    /// Expression of type `vestibule_resource::Default` for a blank value; `None` when nothing can be blank.
    pub(crate) empty: Option<TokenStream>,
    /// It may be empty without being told so.
    pub(crate) blank: bool,
    /// A whole number as a default means a floating point number.
    pub(crate) float: bool,
}

impl Kind {
    fn plain(tokens: TokenStream) -> Self {
        Kind { tokens, marker: false, shown_only: false, empty: None, blank: false, float: false }
    }
    fn emptied(tokens: TokenStream, empty: TokenStream) -> Self {
        Kind { empty: Some(empty), ..Kind::plain(tokens) }
    }
    fn marker(tokens: TokenStream, shown_only: bool) -> Self {
        Kind { marker: true, shown_only, ..Kind::plain(tokens) }
    }
}

/// The type inside `Option`, if it is one.
pub(crate) fn optional(kind: &Type) -> Option<&Type> {
    let segment = last(kind).filter(|segment| segment.ident == "Option")?;
    argument(segment)
}

/// The kind of a field of that type (without `Option`).
pub(crate) fn kind(rust: &Type, words: &mut Words) -> Result<Kind> {
    let segment = last(rust).ok_or_else(|| Error::new(rust.span(), "expected the name of a type"))?;
    match segment.ident.to_string().as_str() {
        "Links" => links(rust, words),
        "Nest" => nested(rust, words),
        "Computed" => computed(segment, words),
        _ => match words.text("to")? {
            Some(to) => reference(rust, &to, words),
            None => column(rust, segment, words),
        },
    }
}

fn column(rust: &Type, segment: &PathSegment, words: &mut Words) -> Result<Kind> {
    let empty_text = quote!(::vestibule_resource::Default::Text(""));
    Ok(match segment.ident.to_string().as_str() {
        "bool" => Kind::plain(quote!(::vestibule_resource::Kind::Bool)),
        "i64" => {
            let min = words.value("min")?.map_or(quote!(i32::MIN as i64), |min| quote!(#min));
            let max = words.value("max")?.map_or(quote!(i32::MAX as i64), |max| quote!(#max));
            let long = long(words)?;
            Kind::plain(quote!(::vestibule_resource::Kind::Int { min: #min, max: #max, long: #long }))
        }
        "f64" => Kind { float: true, ..Kind::plain(quote!(::vestibule_resource::Kind::Float)) },
        "Uuid" => Kind::plain(quote!(::vestibule_resource::Kind::Uuid)),
        "Timestamp" => Kind::plain(quote!(::vestibule_resource::Kind::Time)),
        "String" => Kind::emptied(textual(words)?, empty_text),
        "Map" => object(),
        "Value" | "Json" => match (words.text("component_list")?, words.value("kind")?) {
            (Some(name), None) => {
                Kind::emptied(quote!(::vestibule_resource::Kind::Objects(#name)), quote!(::vestibule_resource::Default::Json("[]")))
            }
            (Some(name), Some(_)) => return Err(Error::new(rust.span(), format!("a list of {name} has no other kind"))),
            (None, None) => Kind::plain(quote!(::vestibule_resource::Kind::Json)),
            (None, Some(word)) if text(&word)?.value() == "object" => object(),
            (None, Some(word)) => return Err(Error::new(word.span(), "JSON can only be an `object`")),
        },
        "Vec" => {
            let word = argument(segment).ok_or_else(|| Error::new(rust.span(), "expected `Vec<Choice>` or `Vec<String>`"))?;
            let tokens = match last(word).is_some_and(|segment| segment.ident == "String") {
                true => quote!(::vestibule_resource::Kind::TextList),
                false => quote!(::vestibule_resource::Kind::ChoiceList(<#word as ::vestibule_resource::Word>::CHOICES)),
            };
            Kind::emptied(tokens, quote!(::vestibule_resource::Default::Json("[]")))
        }
        _ => Kind::emptied(quote!(::vestibule_resource::Kind::Choice(<#rust as ::vestibule_resource::Word>::CHOICES)), empty_text),
    })
}

fn object() -> Kind {
    let empty = quote!(::vestibule_resource::Default::Json("{}"));
    Kind { blank: true, ..Kind::emptied(quote!(::vestibule_resource::Kind::Object), empty) }
}

/// Whether a number is told to be one: `kind = long`.
fn long(words: &mut Words) -> Result<bool> {
    match words.value("kind")? {
        None => Ok(false),
        Some(word) if text(&word)?.value() == "long" => Ok(true),
        Some(word) => Err(Error::new(word.span(), "a number can only be `long`")),
    }
}

fn textual(words: &mut Words) -> Result<TokenStream> {
    let max = words.value("max")?;
    let Some(word) = words.value("kind")? else {
        let max = option(max.map(|max| quote!(#max)));
        let pattern = option(words.value("pattern")?.map(|pattern| pattern_path(&pattern)));
        let verbatim = words.flag("verbatim")?;
        return Ok(quote!(::vestibule_resource::Kind::Text { max: #max, pattern: #pattern, verbatim: #verbatim }));
    };
    match (text(&word)?.value().as_str(), max) {
        ("email", max) => {
            let max = max.map_or(quote!(254), |max| quote!(#max));
            Ok(quote!(::vestibule_resource::Kind::Email { max: #max }))
        }
        ("url", max) => {
            let max = option(max.map(|max| quote!(#max)));
            let pattern = option(words.value("pattern")?.map(|pattern| pattern_path(&pattern)));
            Ok(quote!(::vestibule_resource::Kind::Url { max: #max, pattern: #pattern }))
        }
        ("secret", None) => Ok(quote!(::vestibule_resource::Kind::Secret)),
        ("duration", None) => Ok(quote!(::vestibule_resource::Kind::Duration)),
        (_, Some(max)) => Err(Error::new(max.span(), "only a text, an `email` and a `url` have a greatest length")),
        (_, None) => Err(Error::new(word.span(), "a text can be an `email`, `url`, `secret` or `duration`")),
    }
}

fn pattern_path(pattern: &Expr) -> TokenStream {
    match text(pattern).map(|word| word.value()).as_deref() {
        Ok("slug") => quote!(&::vestibule_resource::Pattern::SLUG),
        Ok("slug_straight") => quote!(&::vestibule_resource::Pattern::SLUG_STRAIGHT),
        _ => quote!(&#pattern),
    }
}

fn reference(rust: &Type, to: &str, words: &mut Words) -> Result<Kind> {
    let on_delete = match words.text("on_delete")?.as_deref() {
        Some("cascade") => quote!(::vestibule_resource::OnDelete::Cascade),
        Some("set_null") => quote!(::vestibule_resource::OnDelete::SetNull),
        Some("set_default") => quote!(::vestibule_resource::OnDelete::SetDefault),
        _ => return Err(Error::new(rust.span(), "a reference needs `on_delete = cascade`, `set_null` or `set_default`")),
    };
    let shown = words.value("shown")?;
    let shown_only = shown.is_some();
    let shown = option(shown.map(|view| quote!(&#view)));
    let one_to_one = words.flag("one_to_one")?;
    let tokens = quote! {
        ::vestibule_resource::Kind::Ref(::vestibule_resource::Ref { to: #to, on_delete: #on_delete, shown: #shown, one_to_one: #one_to_one })
    };
    Ok(Kind { shown_only, ..Kind::plain(tokens) })
}

fn links(rust: &Type, words: &mut Words) -> Result<Kind> {
    let group = words.group("links", &["to", "table", "mine", "theirs"])?;
    let mut group = group.ok_or_else(|| Error::new(rust.span(), "needs `links(to = …, table = …, mine = …, theirs = …)`"))?;
    let to = group.needed("to")?;
    let many = many(&to, &mut group)?;
    group.finish()?;
    Ok(Kind::marker(quote!(::vestibule_resource::Kind::Many(#many)), false))
}

fn nested(rust: &Type, words: &mut Words) -> Result<Kind> {
    let group = words.group("nest", &["of", "to", "table", "mine", "theirs", "view", "concrete"])?;
    let mut group = group.ok_or_else(|| Error::new(rust.span(), "needs `nest(of = …, to = …)`"))?;
    let to = group.needed("to")?;
    let source = match group.text("of")? {
        Some(of) => quote!(::vestibule_resource::Source::Ref(#of)),
        None => {
            let many = many(&to, &mut group)?;
            quote!(::vestibule_resource::Source::Many(#many))
        }
    };
    let view = option(group.value("view")?.map(|view| quote!(&#view)));
    let concrete = group.flag("concrete")?;
    group.finish()?;
    let tokens = quote! {
        ::vestibule_resource::Kind::Nested(::vestibule_resource::Nested { source: #source, view: #view, to: #to, concrete: #concrete })
    };
    Ok(Kind::marker(tokens, true))
}

fn many(to: &str, group: &mut Words) -> Result<TokenStream> {
    let (table, mine, theirs) = (group.needed("table")?, group.needed("mine")?, group.needed("theirs")?);
    Ok(quote!(::vestibule_resource::Many { to: #to, table: #table, mine: #mine, theirs: #theirs }))
}

fn computed(segment: &PathSegment, words: &mut Words) -> Result<Kind> {
    let shape = if let Some(name) = words.text("component")? {
        quote!(::vestibule_resource::Shape::Component(#name))
    } else if let Some(name) = words.text("component_list")? {
        quote!(::vestibule_resource::Shape::ComponentList(#name))
    } else {
        let rust = argument(segment).ok_or_else(|| Error::new(segment.span(), "expected `Computed<Type>`"))?;
        let tokens = kind(optional(rust).unwrap_or(rust), words)?.tokens;
        quote!(::vestibule_resource::Shape::Kind(&#tokens))
    };
    Ok(Kind::marker(quote!(::vestibule_resource::Kind::Computed(#shape)), true))
}

/// `Some(…)` or `None` as tokens.
pub(crate) fn option(value: Option<TokenStream>) -> TokenStream {
    value.map_or(quote!(::core::option::Option::None), |value| quote!(::core::option::Option::Some(#value)))
}

fn last(rust: &Type) -> Option<&PathSegment> {
    match rust {
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    }
}

fn argument(segment: &PathSegment) -> Option<&Type> {
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(rust) => Some(rust),
        _ => None,
    })
}
