//! The types of connection of users: one per type of source that people log in through.

use jiff::Timestamp;
use vestibule_core::users::PARTIAL_USER;
use vestibule_resource::{Model as _, Nest, Resource};
use vestibule_resource_derive::Resource;

use super::UserSourceConnection;

/// Declares types, each as its documentation, name, model, collection, table and name for people, and the fields of its own.
macro_rules! types {
    ($($(#[$about:meta])+ $name:ident $model:tt $path:tt $table:tt $verbose:tt { $($fields:tt)* })+) => {
        $(
            $(#[$about])+
            #[derive(Debug, Clone, Resource)]
            #[resource(
                extends = UserSourceConnection, model = $model, path = $path, table = $table, verbose = $verbose, owner = "user",
                unbounded, order = [source__slug, id], search = [user__username, source__slug, identifier],
                filter = [source__slug, user]
            )]
            pub struct $name { $($fields)* }
        )+

        /// All of them.
        pub(super) static RESOURCES: &[&Resource] = &[$($name::RESOURCE),+];
    };
}

types! {
    /// Who a user is in a Kerberos realm.
    UserKerberosSourceConnection "authentik_sources_kerberos.userkerberossourceconnection" "sources/user_connections/kerberos"
    "user_kerberos_source_connection" "User Kerberos Source Connection" {}

    /// Who a user is in an LDAP directory.
    UserLDAPSourceConnection "authentik_sources_ldap.userldapsourceconnection" "sources/user_connections/ldap"
    "user_ldap_source_connection" "User LDAP Source Connection" {
        /// That user, shown.
        #[field(nest(of = "user", to = "authentik_core.user", view = PARTIAL_USER))]
        pub user_obj: Nest,
    }

    /// Who a user is at an identity provider that speaks OAuth 2.
    UserOAuthSourceConnection "authentik_sources_oauth.useroauthsourceconnection" "sources/user_connections/oauth"
    "user_oauth_source_connection" "User OAuth Source Connection" {
        /// Token with which the identity provider can be asked about the user.
        #[field(write_only, kind = secret, blank)]
        pub access_token: Option<String>,
        /// When that token ends.
        #[field(default = now)]
        pub expires: Timestamp,
    }

    /// Who a user is at Plex.
    UserPlexSourceConnection "authentik_sources_plex.userplexsourceconnection" "sources/user_connections/plex"
    "user_plex_source_connection" "User Plex Source Connection" {
        /// Token with which Plex can be asked about the user.
        #[field(write_only, kind = secret)]
        pub plex_token: String,
    }

    /// Who a user is at an identity provider that speaks SAML.
    UserSAMLSourceConnection "authentik_sources_saml.usersamlsourceconnection" "sources/user_connections/saml"
    "user_saml_source_connection" "User SAML Source Connection" {}

    /// Who a user is at Telegram.
    UserTelegramSourceConnection "authentik_sources_telegram.usertelegramsourceconnection" "sources/user_connections/telegram"
    "user_telegram_source_connection" "User Telegram Source Connection" {}
}
