//! What an identity provider that speaks OAuth 2 or OpenID Connect is as a source.

use serde_json::{Map, Value as Json};
use vestibule_resource::Computed;
use vestibule_resource_derive::{Choices, Resource};

use super::Provider;
use crate::{GroupMatchingMode, Source};

/// People log in at an identity provider that speaks OAuth 2 or OpenID Connect.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Source, model = "authentik_sources_oauth.oauthsource", path = "sources/oauth", table = "oauth_source", lookup = "slug",
    form = "ak-source-oauth-form", verbose = "OAuth Source", plural = "OAuth Sources", order = "name", search = [name, slug],
    filter = [
        access_token_url, additional_scopes, authentication_flow, authorization_url, consumer_key, enabled, enrollment_flow,
        group_matching_mode, name, pbm_uuid, policy_engine_mode, profile_url, request_token_url, slug, user_matching_mode
    ]
)]
pub struct OAuthSource {
    /// How groups that come for the first time are matched with those that are there.
    #[field(default = "identifier")]
    pub group_matching_mode: GroupMatchingMode,
    /// Who the identity provider is; it decides the addresses and how people are described.
    pub provider_type: Provider,
    /// Address for request tokens, of providers that still speak OAuth 1.
    #[field(blank)]
    pub request_token_url: Option<String>,
    /// Address that visitors are sent to (RFC 6749, section 3.1). The vendor's own when null, like the other addresses.
    #[field(blank)]
    pub authorization_url: Option<String>,
    /// Address at which codes become tokens (RFC 6749, section 3.2).
    #[field(blank)]
    pub access_token_url: Option<String>,
    /// Address that tells who somebody is.
    #[field(blank)]
    pub profile_url: Option<String>,
    /// How the code is tied to the visitor who asked for it (RFC 7636).
    #[field(default = "none")]
    pub pkce: PkceMethod,
    /// Name by which the identity provider knows this system: the client's identifier.
    pub consumer_key: String,
    /// The client's secret.
    #[field(write_only, kind = secret)]
    pub consumer_secret: String,
    /// Address that the identity provider sends visitors back to; it must be told.
    pub callback_url: Computed<String>,
    /// Scopes to ask for beside the vendor's usual ones, with spaces between; instead of them when a `*` stands in front.
    #[field(blank)]
    pub additional_scopes: String,
    /// The vendor.
    #[field(component = "SourceType")]
    pub r#type: Computed<Json>,
    /// Address of the provider's configuration (OpenID Connect Discovery 1.0): what is not given here is found there.
    #[field(blank)]
    pub oidc_well_known_url: String,
    /// Address of the keys that the provider signs with (RFC 7517).
    #[field(blank)]
    pub oidc_jwks_url: String,
    /// Those keys themselves (RFC 7517), where they have no address.
    pub oidc_jwks: Map<String, Json>,
    /// How this system proves who it is when a code becomes a token (RFC 6749, section 2.3.1).
    #[field(default = "basic_auth")]
    pub authorization_code_auth_method: AuthorizationCodeAuthMethod,
}

/// How a code is tied to the visitor who asked for it (RFC 7636).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "PKCEMethodEnum")]
pub enum PkceMethod {
    /// Not at all.
    #[choice(label = "No PKCE")]
    None,
    /// By a secret that is sent as it is.
    #[choice(label = "Plain")]
    Plain,
    /// By the digest of a secret.
    #[choice(value = "S256", label = "S256")]
    S256,
}

/// How a client proves who it is when a code becomes a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "AuthorizationCodeAuthMethodEnum")]
pub enum AuthorizationCodeAuthMethod {
    /// By HTTP Basic.
    #[choice(label = "HTTP Basic Authentication")]
    BasicAuth,
    /// In the body.
    #[choice(label = "Include the client ID and secret as request parameters")]
    PostBody,
}
