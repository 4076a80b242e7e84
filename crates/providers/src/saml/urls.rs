//! Addresses under which SAML is spoken.

use serde_json::{Map, Value as Json};
use vestibule_engine::Context;
use vestibule_resource::Record;

/// What stands where an address would, when no application uses the provider.
pub(super) const NONE: &str = "-";

/// Addresses for one application.
pub(super) struct Urls {
    /// `scheme://host/application/saml/slug`, without a slash at the end.
    root: String,
}

impl Urls {
    /// Addresses as the caller of a request sees them.
    pub(super) fn new(cx: &Context, slug: &str) -> Self {
        Urls { root: format!("{}/application/saml/{slug}", cx.origin()) }
    }

    /// The address that ends so.
    pub(super) fn at(&self, end: &str) -> String {
        format!("{}/{end}", self.root)
    }

    /// Entity ID of the server.
    pub(super) fn issuer(&self, provider: &Record) -> String {
        let own = provider.text("issuer_override");
        if own.is_empty() { self.at("metadata/") } else { own.to_owned() }
    }
}

/// Addresses by the name of the field that shows them.
const SHOWN: &[(&str, &str)] = &[
    ("url_unified", ""),
    ("url_unified_init", "init/"),
    ("url_sso_post", "sso/binding/post/"),
    ("url_sso_redirect", "sso/binding/redirect/"),
    ("url_sso_init", "sso/binding/init/"),
    ("url_slo_post", "slo/binding/post/"),
    ("url_slo_redirect", "slo/binding/redirect/"),
];

/// Puts all addresses into the object of a provider. `slug` is that of the application that uses it.
pub(super) fn show(cx: &Context, provider: &Record, slug: Option<&str>, object: &mut Map<String, Json>) {
    let urls = slug.map(|slug| Urls::new(cx, slug));
    for (name, end) in SHOWN {
        object.insert((*name).to_owned(), urls.as_ref().map_or_else(|| NONE.to_owned(), |urls| urls.at(end)).into());
    }
    let issuer = match (&urls, provider.text("issuer_override")) {
        (Some(urls), _) => urls.issuer(provider),
        (None, "") => NONE.to_owned(),
        (None, own) => own.to_owned(),
    };
    object.insert("url_issuer".into(), issuer.into());
    object.insert("url_download_metadata".into(), download(cx, "saml", provider).into());
}

/// Address under which the metadata of a provider can be saved to a file.
pub(crate) fn download(cx: &Context, kind: &str, provider: &Record) -> String {
    format!("{}/api/v3/providers/{kind}/{}/metadata/?download", cx.origin(), provider.key())
}
