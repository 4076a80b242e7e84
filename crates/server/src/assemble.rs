//! Putting the areas together: the only place that names them all.

use std::sync::Arc;

use http::Extensions;
use serde_json::Value as Json;
use vestibule_admin::{BlueprintFolder, Files};
use vestibule_core::{Keys, geo::Geo};
use vestibule_engine::{Api, Area, Endpoint, Followers};
use vestibule_flow::Stages;
use vestibule_host::{Extra, Extras, Programs, Web};
use vestibule_outbound::Outbound;
use vestibule_policies::{Policies, PwnedPasswords};
use vestibule_resource::{Catalog, Error, Resource, Result};
use vestibule_secret::Passwords;
use vestibule_store::Store;

use crate::{own, root, settings::Settings};

/// Every area of the server.
const AREAS: &[fn() -> Area] = &[
    vestibule_core::area,
    vestibule_rbac::area,
    vestibule_crypto::area,
    vestibule_policies::area,
    vestibule_flow::area,
    vestibule_stages::area,
    vestibule_authenticators::area,
    vestibule_mappings::area,
    vestibule_sources::area,
    vestibule_providers::area,
    vestibule_applications::area,
    vestibule_outposts::area,
    vestibule_events::area,
    vestibule_endpoints::area,
    vestibule_requests::area,
    vestibule_lifecycle::area,
    vestibule_admin::area,
    root::area,
    own::area,
];

/// Every resource of the server.
pub fn resources() -> Vec<&'static Resource> {
    AREAS.iter().flat_map(|area| area().resources()).collect()
}

/// All resources, resolved.
///
/// # Errors
/// `Internal` when two of them clash, which a test rules out.
pub fn catalog() -> Result<Catalog> {
    Catalog::new(resources()).map_err(|error| Error::internal(error.0))
}

/// Everything below `/api/v3/`.
pub fn api() -> Api {
    Api::new(AREAS.iter().map(|area| area()).map(extended).collect())
}

/// Adds what a later area contributes to the resource of an earlier one.
fn extended(area: Area) -> Area {
    let extend = |endpoint: Endpoint| match endpoint.resource.model {
        "authentik_core.user" => endpoint.actions(vestibule_flow::recovery::ACTIONS),
        "authentik_events.event" => vestibule_events::serve(endpoint),
        _ => endpoint,
    };
    Area { endpoints: area.endpoints.into_iter().map(extend).collect(), ..area }
}

/// The OpenAPI document of all that.
pub fn openapi(api: &Api, catalog: &Catalog) -> Json {
    let components: Vec<&str> = AREAS.iter().flat_map(|area| area().schemas).copied().collect();
    vestibule_engine::document(api, catalog, &components)
}

/// Functions of expressions that areas provide.
pub(crate) const FUNCTIONS: &[&[Extra]] = &[vestibule_policies::FUNCTIONS, vestibule_stages::FUNCTIONS, vestibule_providers::FUNCTIONS];

/// What areas share beyond the database.
pub(crate) fn services(settings: &Settings, store: &Store, keys: Keys, passwords: Passwords) -> Arc<Extensions> {
    let mut services = Extensions::new();
    let geo = Geo::new(settings.geoip_city.clone(), settings.geoip_asn.clone());
    vestibule_core::services(&mut services, store, keys, passwords, geo);
    services.insert(Outbound::default());
    services.insert(PwnedPasswords::at(&settings.pwned_passwords));
    services.insert(Policies::new(vestibule_policies::KINDS.iter().collect()));
    services.insert(Stages::new(vestibule_stages::STAGES));
    services.insert(Programs::default());
    services.insert(Web::behind(settings.expression_networks.clone()));
    services.insert(Extras(FUNCTIONS));
    services.insert(Followers(&[vestibule_outposts::RIGHTS]));
    services.insert(settings.mailer.clone());
    services.insert(Files::in_folder(settings.data.join("files")));
    services.insert(BlueprintFolder::at(settings.data.join("blueprints")));
    services.insert(root::Document::default());
    Arc::new(services)
}
