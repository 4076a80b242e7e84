//! What an LDAP directory is as a source.

use serde_json::Value as Json;
use uuid::Uuid;
use vestibule_resource::{Computed, Pattern};
use vestibule_resource_derive::Resource;

use crate::{Source, SyncOutgoingTriggerMode};

/// One address or several with commas between, each of a server of LDAP or of LDAP over TLS (RFC 4516).
static SERVERS: Pattern = Pattern { regex: r"^(?i)ldaps?://[^\s,/?#@]+/?(\s*,\s*ldaps?://[^\s,/?#@]+/?)*$", message: "Enter a valid URL." };

/// People of an LDAP directory are copied from there and log in with their password of the directory.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Source, model = "authentik_sources_ldap.ldapsource", path = "sources/ldap", table = "ldap_source", lookup = "slug",
    form = "ak-source-ldap-form", verbose = "LDAP Source", plural = "LDAP Sources", order = "name", search = [name, slug],
    filter = [
        additional_group_dn, additional_user_dn, base_dn, bind_cn, client_certificate, delete_not_found_objects, enabled,
        group_membership_field, group_object_filter, group_property_mappings, lookup_groups_from_user, name, object_uniqueness_field,
        password_login_update_internal_password, pbm_uuid, peer_certificate, server_uri, slug, sni, start_tls, sync_group_hierarchy,
        sync_groups, sync_parent_group, sync_users, sync_users_password, user_membership_attribute, user_object_filter,
        user_property_mappings
    ]
)]
pub struct LDAPSource {
    /// Address of the icon.
    pub icon_url: Computed<String>,
    /// Addresses of the servers, `ldap://` or `ldaps://`, with commas between; one that can be reached is used.
    #[field(kind = url, pattern = SERVERS)]
    pub server_uri: String,
    /// Certificate that the servers' ones are checked against; those that this system trusts when null.
    #[field(to = "authentik_crypto.certificatekeypair", on_delete = set_default)]
    pub peer_certificate: Option<Uuid>,
    /// Certificate, with its private key, to log in to the servers with.
    #[field(to = "authentik_crypto.certificatekeypair", on_delete = set_default)]
    pub client_certificate: Option<Uuid>,
    /// Name to log in to the servers with: a distinguished name, or what else they take. Anonymous when empty.
    #[field(blank)]
    pub bind_cn: String,
    /// Password for that name.
    #[field(write_only, kind = secret, blank)]
    pub bind_password: String,
    /// Begin in clear text and change to TLS (RFC 4513, section 3). Not for `ldaps://`.
    #[field(default = false)]
    pub start_tls: bool,
    /// Tell the servers by which name they are called (RFC 6066); only with a single address.
    #[field(default = false)]
    pub sni: bool,
    /// Distinguished name below which all users and groups are.
    pub base_dn: String,
    /// Put before that name to find users.
    #[field(blank)]
    pub additional_user_dn: String,
    /// Put before that name to find groups.
    #[field(blank)]
    pub additional_group_dn: String,
    /// Filter that finds users (RFC 4515).
    #[field(default = "(objectClass=person)")]
    pub user_object_filter: String,
    /// Filter that finds groups (RFC 4515).
    #[field(default = "(objectClass=group)")]
    pub group_object_filter: String,
    /// Attribute that names the members: of a group, or of a user where groups are looked up from users.
    #[field(default = "member")]
    pub group_membership_field: String,
    /// Attribute of a user that groups name their members by.
    #[field(default = "distinguishedName")]
    pub user_membership_attribute: String,
    /// Attribute that is different for each user and each group and never changes.
    #[field(default = "objectSid")]
    pub object_uniqueness_field: String,
    /// Keep the password that somebody logs in with as their password here too.
    #[field(default = false)]
    pub password_login_update_internal_password: bool,
    /// Copy users from the directory.
    #[field(default = true)]
    pub sync_users: bool,
    /// Write passwords that people change here to the directory.
    #[field(default = true)]
    pub sync_users_password: bool,
    /// Copy groups from the directory.
    #[field(default = true)]
    pub sync_groups: bool,
    /// Group that all copied groups become part of.
    #[field(to = "authentik_core.group", on_delete = set_default)]
    pub sync_parent_group: Option<Uuid>,
    /// Whether each server was reached when it was last tried, by server; null when none was tried yet.
    #[field(component = "LDAPConnectivity", nullable)]
    pub connectivity: Computed<Json>,
    /// Find groups through an attribute of users, not users through one of groups.
    #[field(default = false)]
    pub lookup_groups_from_user: bool,
    /// Delete users and groups here that a synchronisation no longer finds in the directory.
    #[field(default = false)]
    pub delete_not_found_objects: bool,
    /// When changes that a synchronisation makes are written on to outgoing providers.
    #[field(default = "deferred_end")]
    pub sync_outgoing_trigger_mode: SyncOutgoingTriggerMode,
    /// Copy which groups are part of which, too.
    #[field(default = false)]
    pub sync_group_hierarchy: bool,
}
