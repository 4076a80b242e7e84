//! `#[derive(Choices)]`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::spanned::Spanned as _;
use syn::{Data, DeriveInput, Error, Fields, Result};

use crate::names::{snake, title};
use crate::words::Words;

pub(crate) fn derive(input: &DeriveInput) -> Result<TokenStream> {
    let Data::Enum(data) = &input.data else {
        return Err(Error::new(input.ident.span(), "`Choices` is for enums"));
    };
    let mut words = Words::parse(&input.attrs, "choices", input.ident.span(), &["name"])?;
    let (ident, name) = (&input.ident, words.needed("name")?);
    let (mut variants, mut values, mut labels) = (Vec::new(), Vec::new(), Vec::new());
    for variant in &data.variants {
        if !matches!(variant.fields, Fields::Unit) {
            return Err(Error::new(variant.fields.span(), "a choice has no fields"));
        }
        let mut words = Words::parse(&variant.attrs, "choice", variant.ident.span(), &["value", "label"])?;
        let rust = variant.ident.to_string();
        variants.push(&variant.ident);
        values.push(words.text("value")?.unwrap_or_else(|| snake(&rust)));
        labels.push(words.text("label")?.unwrap_or_else(|| title(&rust)));
    }
    let set = format_ident!("{}", snake(&ident.to_string()).to_uppercase());
    Ok(quote! {
        const _: () = {
            static #set: ::vestibule_resource::Choices = ::vestibule_resource::Choices {
                name: #name,
                items: &[#(::vestibule_resource::Choice { value: #values, label: #labels }),*],
            };
            impl ::vestibule_resource::Word for #ident {
                const CHOICES: &'static ::vestibule_resource::Choices = &#set;
                fn from_word(word: &str) -> ::core::option::Option<Self> {
                    match word {
                        #(#values => ::core::option::Option::Some(#ident::#variants),)*
                        _ => ::core::option::Option::None,
                    }
                }
                fn word(&self) -> &'static str {
                    match self {
                        #(#ident::#variants => #values,)*
                    }
                }
            }
            impl ::core::fmt::Display for #ident {
                fn fmt(&self, out: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    out.write_str(::vestibule_resource::Word::word(self))
                }
            }
            impl ::core::convert::From<#ident> for ::vestibule_resource::Value {
                fn from(choice: #ident) -> Self {
                    ::vestibule_resource::Value::from(::vestibule_resource::Word::word(&choice))
                }
            }
        };
    })
}
