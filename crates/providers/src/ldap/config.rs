//! Applications that speak LDAP.

use uuid::Uuid;
use vestibule_resource::Computed;
use vestibule_resource_derive::{Choices, Resource};

use crate::Provider;

/// Shows users and groups as an LDAP directory (RFC 4511), and checks passwords by its bind, through an outpost.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Provider, path = "providers/ldap", model = "authentik_providers_ldap.ldapprovider", form = "ak-provider-ldap-form",
    verbose = "LDAP Provider", plural = "LDAP Providers", requires = [authorization_flow, invalidation_flow], order = "name",
    search = [name], permissions = [search_full_directory],
    filter = [
        authorization_flow__slug__iexact, base_dn__iexact, certificate__kp_uuid__iexact, certificate__name__iexact,
        gid_start_number__iexact, name__iexact, tls_server_name__iexact, uid_start_number__iexact
    ]
)]
pub struct LDAPProvider {
    /// Distinguished name (RFC 4514) below which all entries are.
    #[field(default = "DC=ldap,DC=goauthentik,DC=io")]
    pub base_dn: String,
    /// Certificate for LDAPS and StartTLS; without one the outpost makes its own.
    #[field(to = "authentik_crypto.certificatekeypair", on_delete = set_null)]
    pub certificate: Option<Uuid>,
    /// Name of the server for which that certificate is shown; empty for all.
    #[field(blank)]
    pub tls_server_name: String,
    /// Number that is added to a user's own to make `uidNumber`, so that the numbers of local users stay free.
    #[field(default = 2000)]
    pub uid_start_number: i64,
    /// Number that is added to a group's own to make `gidNumber`, so that the numbers of local groups stay free.
    #[field(default = 4000)]
    pub gid_start_number: i64,
    /// Names of the outposts that serve the provider.
    pub outpost_set: Computed<Vec<String>>,
    /// Where searches are answered from.
    #[field(default = "direct")]
    pub search_mode: AccessMode,
    /// Where binds are answered from.
    #[field(default = "direct")]
    pub bind_mode: AccessMode,
    /// Take a code of a second factor behind the password, after a semicolon.
    #[field(default = true)]
    pub mfa_support: bool,
}

/// Where the outpost has its answers from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "LDAPAPIAccessMode")]
pub enum AccessMode {
    /// From the server, each time.
    Direct,
    /// From its memory, which is filled from time to time.
    Cached,
}
