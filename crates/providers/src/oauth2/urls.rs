//! Addresses under which OAuth 2.0 and OpenID Connect are spoken.

use serde_json::{Value as Json, json};
use vestibule_engine::Context;
use vestibule_resource::{Record, Word as _};

use super::IssuerMode;

/// Addresses for one application.
pub(crate) struct Urls {
    /// `scheme://host` of the server.
    origin: String,
    /// Name of the application in addresses.
    slug: String,
}

impl Urls {
    /// Addresses as the caller of a request sees them.
    pub(crate) fn new(cx: &Context, slug: String) -> Self {
        Urls { origin: cx.origin(), slug }
    }

    /// Who says to have issued the tokens.
    pub(crate) fn issuer(&self, provider: &Record) -> String {
        if provider.text("issuer_mode") == IssuerMode::Global.word() { format!("{}/", self.origin) } else { self.of_application("") }
    }

    /// An address that all applications share.
    pub(crate) fn shared(&self, end: &str) -> String {
        format!("{}/application/o/{end}", self.origin)
    }

    /// An address of the application's own.
    pub(crate) fn of_application(&self, end: &str) -> String {
        format!("{}/application/o/{}/{end}", self.origin, self.slug)
    }

    /// What `setup_urls/` answers. `registers`: clients may register themselves.
    pub(super) fn setup(&self, provider: &Record, registers: bool) -> Json {
        json!({
            "issuer": self.issuer(provider),
            "authorize": self.shared("authorize/"),
            "token": self.shared("token/"),
            "user_info": self.shared("userinfo/"),
            "provider_info": self.of_application(".well-known/openid-configuration"),
            "logout": self.of_application("end-session/"),
            "jwks": self.of_application("jwks/"),
            "dcr_registration": registers.then(|| self.of_application("register/")),
        })
    }

    /// What outposts need of the discovery document (OpenID Connect Discovery, section 3).
    pub(crate) fn configuration(&self, provider: &Record) -> Json {
        json!({
            "issuer": self.issuer(provider),
            "authorization_endpoint": self.shared("authorize/"),
            "token_endpoint": self.shared("token/"),
            "userinfo_endpoint": self.shared("userinfo/"),
            "end_session_endpoint": self.of_application("end-session/"),
            "introspection_endpoint": self.shared("introspect/"),
            "jwks_uri": self.of_application("jwks/"),
            "response_types_supported": [
                "code", "id_token", "id_token token", "code token", "code id_token", "code id_token token"
            ],
            "id_token_signing_alg_values_supported": ["HS256"],
            "subject_types_supported": ["public"],
            "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
        })
    }
}
