//! Devices whose browser Google vouches for.

use serde_json::{Map, Value as Json};
use vestibule_resource::Computed;
use vestibule_resource_derive::Resource;

use super::Connector;

/// Asks Google's Device Trust service about managed Chrome browsers.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Connector, path = "endpoints/google_chrome/connectors",
    model = "authentik_endpoints_connectors_google_chrome.googlechromeconnector", form = "ak-endpoints-connector-gdtc-form",
    verbose = "Google Device Trust Connector", plural = "Google Device Trust Connectors", order = "name", search = [name],
    filter = [name]
)]
pub struct GoogleChromeConnector {
    /// Key of a Google service account, the JSON object that Google hands out for it.
    #[field(required)]
    pub credentials: Map<String, Json>,
    /// Address that browsers are configured with, so that they prove themselves there; null as long as this server asks no browser.
    #[field(nullable)]
    pub chrome_url: Computed<String>,
}
