//! Applications that speak OAuth 2.0 and OpenID Connect.

use serde_json::Value as Json;
use uuid::Uuid;
use vestibule_resource::Links;
use vestibule_resource_derive::Resource;

use super::choices::{ClientType, GrantType, IssuerMode, LogoutMethod, SubMode};
use crate::Provider;

/// Lets applications log people in with OpenID Connect, and gives out tokens of OAuth 2.0.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Provider, path = "providers/oauth2", model = "authentik_providers_oauth2.oauth2provider", table = "oauth2_provider",
    form = "ak-provider-oauth2-form", verbose = "OAuth2/OpenID Provider", plural = "OAuth2/OpenID Providers",
    requires = [authorization_flow, invalidation_flow], order = "name", search = [name],
    filter = [
        access_code_validity, access_token_validity, "application: application__pbm_uuid", authorization_flow, client_id, client_type,
        include_claims_in_id_token, issuer_mode, name, property_mappings, refresh_token_validity, signing_key, sub_mode
    ]
)]
pub struct OAuth2Provider {
    /// Whether the application can keep a secret. Public clients prove themselves by PKCE (RFC 7636) alone.
    #[field(default = "confidential")]
    pub client_type: ClientType,
    /// Ways in which the application may come by tokens. All but token exchange when nobody says.
    #[field(
        blank,
        default = json(r#"["authorization_code","implicit","hybrid","refresh_token","client_credentials","password","urn:ietf:params:oauth:grant-type:device_code"]"#)
    )]
    pub grant_types: Vec<GrantType>,
    /// Name by which the application makes itself known, at most 255 characters; made when nobody says.
    #[field(max = 255, unique = "plain", default = "")]
    pub client_id: String,
    /// Secret by which a confidential application proves itself, at most 255 characters; made when nobody says.
    #[field(max = 255, blank)]
    pub client_secret: String,
    /// How long an authorization code is good for, e.g. `minutes=1`.
    #[field(kind = duration, default = "minutes=1")]
    pub access_code_validity: String,
    /// How long an access token is good for, e.g. `hours=1`.
    #[field(kind = duration, default = "hours=1")]
    pub access_token_validity: String,
    /// How long a refresh token is good for, e.g. `days=30`.
    #[field(kind = duration, default = "days=30")]
    pub refresh_token_validity: String,
    /// A refresh token that is used is replaced when it lasts less than this; it always is when this is `seconds=0`.
    #[field(kind = duration, default = "seconds=0")]
    pub refresh_token_threshold: String,
    /// Put what the scopes tell about the user into the ID token as well, for applications that never ask the userinfo endpoint.
    #[field(default = true)]
    pub include_claims_in_id_token: bool,
    /// Key pair that signs tokens. When null, they are signed with the client secret (HS256).
    #[field(to = "authentik_crypto.certificatekeypair", on_delete = set_null)]
    pub signing_key: Option<Uuid>,
    /// Key pair that tokens are encrypted for (RFC 7516); they are not when it is null.
    #[field(to = "authentik_crypto.certificatekeypair", on_delete = set_null)]
    pub encryption_key: Option<Uuid>,
    /// Addresses to which users may be sent back. Each is compared as a whole, or is a regular expression for the whole.
    #[field(component_list = "RedirectURI", required, blank)]
    pub redirect_uris: Json,
    /// Address that is told when somebody logs out, over the way that `logout_method` names. Empty: it is not told.
    #[field(kind = url, blank)]
    pub logout_uri: String,
    /// How the application is told that somebody logged out.
    #[field(default = "backchannel")]
    pub logout_method: LogoutMethod,
    /// What identifies the user in tokens. Changing it makes other users of them all, in the eyes of the application.
    #[field(default = "hashed_user_id")]
    pub sub_mode: SubMode,
    /// Who says to have issued the tokens.
    #[field(default = "per_provider")]
    pub issuer_mode: IssuerMode,
    /// OAuth sources whose signed tokens stand for the client secret.
    #[field(
        links(
            to = "authentik_sources_oauth.oauthsource",
            table = "oauth2_provider_jwt_federation_sources",
            mine = "provider",
            theirs = "source"
        ),
        blank
    )]
    pub jwt_federation_sources: Links,
    /// Other providers whose access tokens stand for the client secret.
    #[field(
        links(
            to = "authentik_providers_oauth2.oauth2provider",
            table = "oauth2_provider_jwt_federation_providers",
            mine = "provider",
            theirs = "federated"
        ),
        blank
    )]
    pub jwt_federation_providers: Links,
}
