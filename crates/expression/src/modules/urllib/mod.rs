//! `urllib` and `urllib.parse`: addresses of pages taken apart, put together and quoted.

mod join;
mod query;
mod quote;
mod split;

use crate::{Module, Native};

/// `urllib.parse`
pub(super) static MODULE: Module = Module {
    name: "urllib.parse",
    functions: &[
        Native { name: "quote", call: |vm, args| quote::quote(vm, args, "quote") },
        Native { name: "quote_plus", call: |vm, args| quote::quote(vm, args, "quote_plus") },
        Native { name: "quote_from_bytes", call: |vm, args| quote::quote(vm, args, "quote_from_bytes") },
        Native { name: "unquote", call: |vm, args| quote::unquote(vm, args, "unquote") },
        Native { name: "unquote_plus", call: |vm, args| quote::unquote(vm, args, "unquote_plus") },
        Native { name: "unquote_to_bytes", call: quote::unquote_to_bytes },
        Native { name: "urlencode", call: query::urlencode },
        Native { name: "parse_qs", call: query::parse_qs },
        Native { name: "parse_qsl", call: query::parse_qsl },
        Native { name: "urlparse", call: split::urlparse },
        Native { name: "urlsplit", call: split::urlsplit },
        Native { name: "urldefrag", call: split::urldefrag },
        Native { name: "urlunparse", call: join::urlunparse },
        Native { name: "urlunsplit", call: join::urlunsplit },
        Native { name: "urljoin", call: join::urljoin },
    ],
    classes: &[&split::PARSE_RESULT, &split::SPLIT_RESULT, &split::DEFRAG_RESULT],
    constants: &[],
};

/// `urllib`, which holds nothing but its parts.
pub(super) static PACKAGE: Module = Module { name: "urllib", functions: &[], classes: &[], constants: &[] };
