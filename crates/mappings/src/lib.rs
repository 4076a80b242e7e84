//! Property mappings: small expressions that turn one system's attributes into another's.
//!
//! [`PropertyMapping`] is what all types share. Types with nothing but that are the list in `plain.rs`; the others have a file of
//! their own. [`run`] runs one of them, [`merge`] several for the same subject; whoever relies on them says what they are told.

mod notification;
mod plain;
mod property_mapping;
mod rac;
mod run;
mod saml;
mod scope;

use vestibule_engine::{Area, Endpoint};
use vestibule_resource::Model as _;

pub use notification::NotificationWebhookMapping;
pub use plain::{
    GoogleWorkspaceProviderMapping, KerberosSourcePropertyMapping, LDAPSourcePropertyMapping, MicrosoftEntraProviderMapping,
    OAuthSourcePropertyMapping, PlexSourcePropertyMapping, RadiusProviderPropertyMapping, SAMLSourcePropertyMapping, SCIMMapping,
    SCIMSourcePropertyMapping, TelegramSourcePropertyMapping,
};
pub use property_mapping::PropertyMapping;
pub use rac::RACPropertyMapping;
pub use run::{Made, Merged, Ran, in_order, merge, run};
pub use saml::SAMLPropertyMapping;
pub use scope::ScopeMapping;

/// What the API serves of this area.
pub fn area() -> Area {
    let own = [
        property_mapping::endpoint(),
        Endpoint::new(NotificationWebhookMapping::RESOURCE),
        rac::endpoint(),
        Endpoint::new(SAMLPropertyMapping::RESOURCE),
        Endpoint::new(ScopeMapping::RESOURCE),
    ];
    let endpoints = own.into_iter().chain(plain::RESOURCES.iter().map(|resource| Endpoint::new(resource))).collect();
    Area { endpoints, standalone: Vec::new(), schemas: &[property_mapping::SCHEMAS, rac::SCHEMAS] }
}
