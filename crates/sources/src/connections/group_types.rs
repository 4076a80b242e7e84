//! The types of connection of groups: one per type of source that tells of groups.

use vestibule_core::groups::PARTIAL_GROUP;
use vestibule_resource::{Model as _, Nest, Resource};
use vestibule_resource_derive::Resource;

use super::GroupSourceConnection;

/// Declares types, each as its documentation, name, model, collection, table and name for people, and the fields of its own.
macro_rules! types {
    ($($(#[$about:meta])+ $name:ident $model:tt $path:tt $table:tt $verbose:tt { $($fields:tt)* })+) => {
        $(
            $(#[$about])+
            #[derive(Debug, Clone, Resource)]
            #[resource(
                extends = GroupSourceConnection, model = $model, path = $path, table = $table, verbose = $verbose, unbounded,
                order = [source__slug, id], search = [group__name, source__slug, identifier], filter = [group, source__slug]
            )]
            pub struct $name { $($fields)* }
        )+

        /// All of them.
        pub(super) static RESOURCES: &[&Resource] = &[$($name::RESOURCE),+];
    };
}

types! {
    /// Which group of a Kerberos realm a group is.
    GroupKerberosSourceConnection "authentik_sources_kerberos.groupkerberossourceconnection" "sources/group_connections/kerberos"
    "group_kerberos_source_connection" "Group Kerberos Source Connection" {}

    /// Which group of an LDAP directory a group is.
    GroupLDAPSourceConnection "authentik_sources_ldap.groupldapsourceconnection" "sources/group_connections/ldap"
    "group_ldap_source_connection" "Group LDAP Source Connection" {
        /// That group, shown.
        #[field(nest(of = "group", to = "authentik_core.group", view = PARTIAL_GROUP))]
        pub group_obj: Nest,
    }

    /// Which group of an identity provider that speaks OAuth 2 a group is.
    GroupOAuthSourceConnection "authentik_sources_oauth.groupoauthsourceconnection" "sources/group_connections/oauth"
    "group_oauth_source_connection" "Group OAuth Source Connection" {}

    /// Which group of Plex a group is.
    GroupPlexSourceConnection "authentik_sources_plex.groupplexsourceconnection" "sources/group_connections/plex"
    "group_plex_source_connection" "Group Plex Source Connection" {}

    /// Which group of an identity provider that speaks SAML a group is.
    GroupSAMLSourceConnection "authentik_sources_saml.groupsamlsourceconnection" "sources/group_connections/saml"
    "group_saml_source_connection" "Group SAML Source Connection" {}

    /// Which group of Telegram a group is.
    GroupTelegramSourceConnection "authentik_sources_telegram.grouptelegramsourceconnection" "sources/group_connections/telegram"
    "group_telegram_source_connection" "Group Telegram Source Connection" {}
}
