//! Putting the areas together: the only place that names them all.

use std::sync::Arc;

use http::Extensions;
use serde_json::Value as Json;
use vestibule_core::Keys;
use vestibule_engine::{Api, Endpoint};
use vestibule_flow::Stages;
use vestibule_policies::Policies;
use vestibule_resource::{Catalog, Error, Resource, Result};
use vestibule_secret::Passwords;
use vestibule_store::Store;

use crate::{root, settings::Settings};

/// Every resource of the server.
pub fn resources() -> Vec<&'static Resource> {
    [vestibule_core::resources(), vestibule_policies::resources(), vestibule_flow::resources(), vestibule_stages::resources()].concat()
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
    let areas = [vestibule_core::endpoints, vestibule_policies::endpoints, vestibule_flow::endpoints, vestibule_stages::endpoints];
    let endpoints = areas.into_iter().flat_map(|area| area()).map(extended).collect();
    Api::new(endpoints, [vestibule_flow::standalone(), root::OPERATIONS.to_vec()].concat())
}

/// Adds what a later area contributes to the resource of an earlier one.
fn extended(endpoint: Endpoint) -> Endpoint {
    match endpoint.resource.model {
        "authentik_core.user" => endpoint.actions(vestibule_flow::recovery::ACTIONS),
        _ => endpoint,
    }
}

/// The OpenAPI document of all that.
pub fn openapi(api: &Api, catalog: &Catalog) -> Json {
    let components: Vec<&str> = [vestibule_core::SCHEMAS, vestibule_flow::SCHEMAS, vestibule_stages::SCHEMAS, &[root::SCHEMAS]]
        .into_iter()
        .flatten()
        .copied()
        .collect();
    vestibule_engine::document(api, catalog, &components)
}

/// What areas share beyond the database.
pub(crate) fn services(settings: &Settings, store: &Store, keys: Keys, passwords: Passwords) -> Arc<Extensions> {
    let mut services = Extensions::new();
    vestibule_core::services(&mut services, store, keys, passwords);
    services.insert(Policies::new(Vec::new()));
    services.insert(Stages::new(vestibule_stages::STAGES));
    services.insert(vestibule_stages::Evaluate(crate::expression::evaluate));
    services.insert(settings.mailer.clone());
    services.insert(root::Document::default());
    Arc::new(services)
}
