//! Sources: other directories and identity providers whose people log in here, and the connections of users and groups to them.
//!
//! A folder per type: `config.rs` declares it, `hooks.rs` says what is irregular about it, `mod.rs` how it is known. Beside its folder a
//! type is named in one line of `types.rs`. What all types share is in `source/`; `connections/` holds who somebody is in a source.

mod choices;
mod connections;
mod kerberos;
mod ldap;
mod oauth;
mod plex;
mod saml;
mod scim;
mod source;
mod source_type;
mod sync;
mod telegram;
mod types;

use vestibule_engine::Area;

pub use choices::{GroupMatchingMode, SyncOutgoingTriggerMode, UserMatchingMode};
pub use connections::{
    GroupKerberosSourceConnection, GroupLDAPSourceConnection, GroupOAuthSourceConnection, GroupPlexSourceConnection,
    GroupSAMLSourceConnection, GroupSourceConnection, GroupTelegramSourceConnection, UserKerberosSourceConnection,
    UserLDAPSourceConnection, UserOAuthSourceConnection, UserPlexSourceConnection, UserSAMLSourceConnection, UserSourceConnection,
    UserTelegramSourceConnection,
};
pub use kerberos::{KadminType, KerberosSource};
pub use ldap::LDAPSource;
pub use oauth::{AuthorizationCodeAuthMethod, OAuthSource, PkceMethod, Provider, Vendor, vendor};
pub use plex::PlexSource;
pub use saml::{BindingType, SAMLSource};
pub use scim::{SCIMSource, SCIMSourceGroup, SCIMSourceUser};
pub use source::Source;
pub use telegram::TelegramSource;

/// What the API serves of this area.
pub fn area() -> Area {
    let mut endpoints = vec![source::endpoint()];
    endpoints.extend(types::TYPES.iter().flat_map(|kind| (kind.endpoints)()));
    endpoints.extend(connections::endpoints());
    Area { endpoints, standalone: vec![telegram::CONNECT_USER], schemas: SCHEMAS }
}

/// Components of the OpenAPI document that no descriptor gives.
const SCHEMAS: &[&str] =
    &[sync::SCHEMAS, kerberos::SCHEMAS, ldap::SCHEMAS, oauth::SCHEMAS, plex::SCHEMAS, saml::SCHEMAS, telegram::SCHEMAS];
