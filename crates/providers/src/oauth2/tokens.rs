//! What was issued to applications in the name of users: access tokens, refresh tokens and authorization codes.
//!
//! The secrets themselves are not kept, only their digests. Everybody sees and revokes what stands for themselves.

use jiff::Timestamp;
use uuid::Uuid;
use vestibule_resource::{Computed, View};
use vestibule_resource_derive::Resource;

use crate::PROVIDER;

/// A user in full, as tokens show whom they stand for.
pub static USER: View = View {
    name: "User",
    fields: &[
        "id",
        "username",
        "name",
        "is_active",
        "last_login",
        "date_joined",
        "is_superuser",
        "groups",
        "groups_obj",
        "roles",
        "roles_obj",
        "email",
        "avatar",
        "attributes",
        "uid",
        "path",
        "type",
        "uuid",
        "password_change_date",
        "last_updated",
    ],
};

/// Declares kinds of tokens, each in a module of its own, for the contract calls all of them the same: with their documentation,
/// collection, model, table, names for people, text, and what becomes of them when the session ends in which they were issued.
macro_rules! tokens {
    ($($(#[$about:meta])+ $module:ident { $path:tt $model:tt $table:tt $verbose:tt $plural:tt $display:tt $ended:tt })+) => {$(
        $(#[$about])+
        pub mod $module {
            use super::*;

            $(#[$about])+
            #[derive(Debug, Clone, Resource)]
            #[resource(
                path = $path, model = $model, table = $table, key = "id", verbose = $verbose, plural = $plural, owner = "user", expires,
                lists_expired, unbounded, internal, order = [provider, expires], filter = [provider, user], display = $display
            )]
            pub struct TokenModel {
                /// Number that names the token for ever.
                #[field(read_only, default = serial, min = i64::MIN, max = i64::MAX)]
                pub id: i64,
                /// The provider that issued it.
                #[field(to = "authentik_providers_oauth2.oauth2provider", on_delete = cascade, shown = PROVIDER)]
                pub provider: i64,
                /// The user it stands for.
                #[field(to = "authentik_core.user", on_delete = cascade, shown = USER)]
                pub user: i64,
                /// Whether it has expired.
                pub is_expired: Computed<bool>,
                /// When it expires; null for never.
                pub expires: Option<Timestamp>,
                /// Whether it expires at all.
                #[field(internal, default = true)]
                pub expiring: bool,
                /// What it is good for: the scopes that were granted.
                #[field(blank)]
                pub scope: Vec<String>,
                /// The ID token that belongs to it, as JSON text.
                #[field(read_only, blank)]
                pub id_token: String,
                /// Whether it was revoked, or used up by its successor.
                #[field(default = false)]
                pub revoked: bool,
                /// When the user last proved who they are.
                #[field(internal)]
                pub auth_time: Timestamp,
                /// The session in which it was issued.
                #[field(internal, to = "authentik_core.authenticatedsession", on_delete = $ended)]
                pub session: Option<Uuid>,
                /// SHA-256 of the token in hexadecimal digits.
                #[field(internal, unique)]
                pub token_hash: String,
            }
        }
    )+};
}

tokens! {
    /// Lets an application act for a user until it expires (RFC 6749, section 1.4). It ends with the session.
    access {
        "oauth2/access_tokens" "authentik_providers_oauth2.accesstoken" "oauth2_access_token" "OAuth2 Access Token" "OAuth2 Access Tokens"
        "Access Token for {provider} for user {user}" cascade
    }
    /// Is exchanged for a new access token (RFC 6749, section 1.5). It outlives the session.
    refresh {
        "oauth2/refresh_tokens" "authentik_providers_oauth2.refreshtoken" "oauth2_refresh_token" "OAuth2 Refresh Token"
        "OAuth2 Refresh Tokens" "Refresh Token for {provider} for user {user}" set_default
    }
}

/// Authorization codes.
pub mod code {
    use super::*;

    /// Came through the browser and is exchanged for tokens, once (RFC 6749, section 4.1).
    #[derive(Debug, Clone, Resource)]
    #[resource(
        path = "oauth2/authorization_codes", model = "authentik_providers_oauth2.authorizationcode", table = "oauth2_authorization_code",
        key = "id", verbose = "Authorization Code", plural = "Authorization Codes", owner = "user", expires, lists_expired, unbounded,
        internal, order = [provider, expires], filter = [provider, user], display = "Authorization code for {provider} for user {user}"
    )]
    pub struct ExpiringBaseGrantModel {
        /// Number that names the code for ever.
        #[field(read_only, default = serial, min = i64::MIN, max = i64::MAX)]
        pub id: i64,
        /// The provider that issued it.
        #[field(to = "authentik_providers_oauth2.oauth2provider", on_delete = cascade, shown = PROVIDER)]
        pub provider: i64,
        /// The user it stands for.
        #[field(to = "authentik_core.user", on_delete = cascade, shown = USER)]
        pub user: i64,
        /// Whether it has expired.
        pub is_expired: Computed<bool>,
        /// When it expires; null for never.
        pub expires: Option<Timestamp>,
        /// Whether it expires at all.
        #[field(internal, default = true)]
        pub expiring: bool,
        /// What tokens for it will be good for: the scopes that were granted.
        #[field(blank)]
        pub scope: Vec<String>,
        /// When the user last proved who they are.
        #[field(internal)]
        pub auth_time: Timestamp,
        /// The session in which it was issued; it ends with the session.
        #[field(internal, to = "authentik_core.authenticatedsession", on_delete = cascade)]
        pub session: Option<Uuid>,
        /// SHA-256 of the code in hexadecimal digits.
        #[field(internal, unique)]
        pub code_hash: String,
        /// What the application wants to find again in the ID token; null when it asked for nothing.
        #[field(internal)]
        pub nonce: Option<String>,
        /// Challenge that the verifier must answer (RFC 7636); null without PKCE.
        #[field(internal)]
        pub code_challenge: Option<String>,
        /// How the challenge was made of the verifier: `plain` or `S256`; null without PKCE.
        #[field(internal)]
        pub code_challenge_method: Option<String>,
        /// Whether it was revoked.
        #[field(internal, default = false)]
        pub revoked: bool,
    }
}
