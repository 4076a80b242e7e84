//! What a Kerberos realm is as a source.

use serde_json::Value as Json;
use vestibule_resource::Computed;
use vestibule_resource_derive::{Choices, Resource};

use crate::{GroupMatchingMode, Source, SyncOutgoingTriggerMode};

/// People of a Kerberos realm log in with their tickets or passwords, and may be copied from the realm.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Source, model = "authentik_sources_kerberos.kerberossource", path = "sources/kerberos", lookup = "slug",
    form = "ak-source-kerberos-form", verbose = "Kerberos Source", plural = "Kerberos Sources",
    order = "name", search = [name, slug, realm, krb5_conf, sync_principal, spnego_server_name],
    filter = [
        enabled, kadmin_type, name, password_login_update_internal_password, pbm_uuid, realm, slug, spnego_server_name, sync_principal,
        sync_users, sync_users_password
    ]
)]
pub struct KerberosSource {
    /// Address of the icon.
    pub icon_url: Computed<String>,
    /// How groups that come for the first time are matched with those that are there.
    #[field(default = "identifier")]
    pub group_matching_mode: GroupMatchingMode,
    /// Name of the realm, usually in capitals; one source per realm.
    #[field(unique = "plain")]
    pub realm: String,
    /// Text of a `krb5.conf` for this realm. When empty, servers are found through DNS.
    #[field(blank)]
    pub krb5_conf: String,
    /// Which kind of administration server the realm has.
    #[field(default = "MIT")]
    pub kadmin_type: KadminType,
    /// Copy users from the realm.
    #[field(default = false)]
    pub sync_users: bool,
    /// Write passwords that people change here to the realm.
    #[field(default = true)]
    pub sync_users_password: bool,
    /// Principal to log in to the administration server with.
    #[field(blank)]
    pub sync_principal: String,
    /// Password of that principal.
    #[field(write_only, kind = secret, blank)]
    pub sync_password: String,
    /// Keytab of that principal, instead of a password: base64, or `TYPE:residual` as MIT Kerberos names one.
    #[field(write_only, kind = secret, blank)]
    pub sync_keytab: String,
    /// Credentials cache of that principal, instead of a password: `TYPE:residual`.
    #[field(write_only, kind = secret, blank)]
    pub sync_ccache: String,
    /// Whether the realm was reached when it was last tried, by server; null when it was not tried yet.
    #[field(component = "KerberosConnectivity", nullable)]
    pub connectivity: Computed<Json>,
    /// Host-based service name that browsers ask a ticket for, `HTTP@hostname` (RFC 4559). Empty means any of the keytab.
    #[field(blank)]
    pub spnego_server_name: String,
    /// Keytab of that service: base64, or `TYPE:residual`.
    #[field(write_only, kind = secret, blank)]
    pub spnego_keytab: String,
    /// Credentials cache of that service: `TYPE:residual`.
    #[field(write_only, kind = secret, blank)]
    pub spnego_ccache: String,
    /// Keep the password that somebody logs in with as their password here too.
    #[field(default = false)]
    pub password_login_update_internal_password: bool,
    /// When changes that a synchronisation makes are written on to outgoing providers.
    #[field(default = "deferred_end")]
    pub sync_outgoing_trigger_mode: SyncOutgoingTriggerMode,
}

/// Kind of administration server of a Kerberos realm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "KadminTypeEnum")]
pub enum KadminType {
    /// MIT krb5.
    #[choice(value = "MIT", label = "MIT krb5 kadmin")]
    Mit,
    /// Heimdal.
    #[choice(value = "Heimdal", label = "Heimdal kadmin")]
    Heimdal,
}
