//! `#[derive(Resource)]`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::spanned::Spanned as _;
use syn::{Data, DataStruct, DeriveInput, Error, Expr, Fields, LitStr, Result};

use crate::field;
use crate::kind::option;
use crate::names::{snake, title};
use crate::words::{Words, doc, texts};

const WORDS: &[&str] = &[
    "model",
    "table",
    "path",
    "form",
    "verbose",
    "plural",
    "extends",
    "link",
    "without",
    "requires",
    "fixed",
    "polymorphic",
    "key",
    "key_as",
    "lookup",
    "order",
    "search",
    "filter",
    "unique",
    "index",
    "owner",
    "expires",
    "lists_expired",
    "display",
    "permissions",
    "of_object",
    "unbounded",
    "internal",
];

pub(crate) fn derive(input: &DeriveInput) -> Result<TokenStream> {
    let Data::Struct(DataStruct { fields: Fields::Named(fields), .. }) = &input.data else {
        return Err(Error::new(input.ident.span(), "`Resource` is for structs with named fields"));
    };
    let mut declared = Vec::new();
    let mut errors: Option<Error> = None;
    for field in &fields.named {
        match field::declare(field) {
            Ok(field) => declared.push(field),
            Err(error) => match &mut errors {
                Some(errors) => errors.combine(error),
                None => errors = Some(error),
            },
        }
    }
    let (fields, reads): (Vec<_>, Vec<_>) = declared.into_iter().map(|field| (field.descriptor, field.read)).unzip();
    let descriptor = descriptor(input, &fields)?;
    if let Some(errors) = errors {
        return Err(errors);
    }
    let ident = &input.ident;
    let table = format_ident!("{}", snake(&ident.to_string()).to_uppercase());
    Ok(quote! {
        const _: () = {
            static #table: ::vestibule_resource::Resource = #descriptor;
            impl ::vestibule_resource::Model for #ident {
                const RESOURCE: &'static ::vestibule_resource::Resource = &#table;
                fn read(record: &::vestibule_resource::Record) -> ::vestibule_resource::Result<Self> {
                    ::vestibule_resource::Result::Ok(#ident { #(#reads),* })
                }
            }
        };
    })
}

fn descriptor(input: &DeriveInput, fields: &[TokenStream]) -> Result<TokenStream> {
    let name = input.ident.to_string();
    let about = doc(&input.attrs, &input.ident)?;
    let mut words = Words::parse(&input.attrs, "resource", input.ident.span(), WORDS)?;
    let model = words.needed("model")?;
    let table = words.text("table")?.unwrap_or_else(|| snake(&name));
    let path = words.text("path")?.unwrap_or_default();
    let form = words.text("form")?.unwrap_or_default();
    let verbose = words.text("verbose")?.unwrap_or_else(|| title(&name));
    let plural = words.text("plural")?.unwrap_or_else(|| format!("{verbose}s"));
    let Keys { extends, base, key, key_as, lookup } = keys(&mut words)?;
    let polymorphic = words.flag("polymorphic")?;
    let (order, search) = (words.texts("order")?, words.texts("search")?);
    let filters = words.texts("filter")?.iter().map(filter).collect::<Result<Vec<_>>>()?;
    let (unique, indexes) = (sets(&mut words, "unique")?, sets(&mut words, "index")?);
    let owner = option(words.text("owner")?.map(|owner| quote!(#owner)));
    let (expires, lists_expired) = (words.flag("expires")?, words.flag("lists_expired")?);
    let display = match (words.text("display")?, base) {
        (Some(display), _) => quote!(#display),
        (None, Some(base)) => quote!(#base.display),
        (None, None) => quote!("{name}"),
    };
    let (permissions, without) = (words.texts("permissions")?, words.texts("without")?);
    let (requires, fixed) = (words.texts("requires")?, words.texts("fixed")?);
    let of_object = of_object(&mut words)?;
    let (unbounded, internal) = (words.flag("unbounded")?, words.flag("internal")?);
    words.finish()?;
    Ok(quote! {
        ::vestibule_resource::Resource {
            name: #name,
            model: #model,
            table: #table,
            path: #path,
            about: #about,
            verbose_name: #verbose,
            verbose_name_plural: #plural,
            extends: #extends,
            polymorphic: #polymorphic,
            form: #form,
            key: #key,
            key_as: #key_as,
            lookup: #lookup,
            fields: &[#(#fields),*],
            without: &[#(#without),*],
            requires: &[#(#requires),*],
            fixed: &[#(#fixed),*],
            order: &[#(#order),*],
            search: &[#(#search),*],
            filters: &[#(#filters),*],
            unique_together: &[#(#unique),*],
            indexes: &[#(#indexes),*],
            owner: #owner,
            expires: #expires,
            lists_expired: #lists_expired,
            display: #display,
            permissions: &[#(#permissions),*],
            of_object: #of_object,
            unbounded: #unbounded,
            internal: #internal,
        }
    })
}

struct Keys {
    extends: TokenStream,
    /// The base's descriptor, when there is one.
    base: Option<TokenStream>,
    key: TokenStream,
    key_as: TokenStream,
    lookup: TokenStream,
}

/// A resource without a `link` of its own shares its base's key, and its name on the wire.
fn keys(words: &mut Words) -> Result<Keys> {
    let base = words.value("extends")?.map(|base| quote!(<#base as ::vestibule_resource::Model>::RESOURCE));
    let link = words.text("link")?.map(|link| quote!(#link));
    let shared = base.as_ref().filter(|_| link.is_none());
    let key = match (words.text("key")?, shared) {
        (Some(key), _) => quote!(#key),
        (None, Some(base)) => quote!(#base.key),
        (None, None) => words.needed("key").map(|key| quote!(#key))?,
    };
    let key_as = match (words.text("key_as")?, shared) {
        (Some(name), _) => quote!(#name),
        (None, Some(base)) => quote!(#base.key_as),
        (None, None) => quote!("pk"),
    };
    let lookup = words.text("lookup")?.map_or_else(|| key.clone(), |lookup| quote!(#lookup));
    let extends = option(base.clone().map(|base| {
        let link = link.unwrap_or_else(|| quote!(#base.key));
        quote!(::vestibule_resource::Base { resource: #base, link: #link })
    }));
    Ok(Keys { extends, base, key, key_as, lookup })
}

/// The columns that name the object that a row is about.
fn of_object(words: &mut Words) -> Result<TokenStream> {
    let named = words.texts("of_object")?;
    match named.as_slice() {
        [] => Ok(option(None)),
        [model, key] => Ok(option(Some(quote!([#model, #key])))),
        [first, ..] => Err(Error::new(first.span(), "expected the column of the model label and that of the key")),
    }
}

/// Columns that belong together.
fn sets(words: &mut Words, name: &str) -> Result<Vec<TokenStream>> {
    let sets = match words.value(name)? {
        None => return Ok(Vec::new()),
        Some(Expr::Array(sets)) => sets.elems,
        Some(other) => return Err(Error::new(other.span(), "expected a list of lists: `[[\"target\", \"order\"]]`")),
    };
    sets.iter().map(|set| texts(set).map(|names| quote!(&[#(#names),*]))).collect()
}

/// `name`, `expires__gt`, or `param: path lookup`.
fn filter(word: &LitStr) -> Result<TokenStream> {
    let text = word.value();
    let (param, path, lookup) = match text.split_once(':') {
        Some((param, rest)) => {
            let (path, lookup) = rest.trim().split_once(' ').unwrap_or((rest.trim(), "exact"));
            (param.trim(), path, lookup.trim())
        }
        None => match text.rsplit_once("__") {
            Some((path, lookup @ ("gt" | "lt" | "isnull" | "iexact" | "icontains"))) => (text.as_str(), path, lookup),
            _ => (text.as_str(), text.as_str(), "exact"),
        },
    };
    let lookup = match lookup {
        "exact" => quote!(Exact),
        "in" => quote!(In),
        "iexact" => quote!(IExact),
        "icontains" => quote!(IContains),
        "gt" => quote!(Gt),
        "lt" => quote!(Lt),
        "isnull" => quote!(IsNull),
        "startswith" => quote!(StartsWith),
        "attributes" => quote!(Attributes),
        _ => {
            return Err(Error::new(word.span(), "a lookup is one of exact, in, iexact, icontains, gt, lt, isnull, startswith, attributes"));
        }
    };
    Ok(quote!(::vestibule_resource::Filter { param: #param, path: #path, lookup: ::vestibule_resource::Lookup::#lookup }))
}
