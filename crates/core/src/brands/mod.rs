//! Brands: how the server looks and which flows it uses under one domain.

mod config;
mod current;
mod hooks;
mod host;
#[cfg(test)]
mod tests;

use vestibule_engine::{Action, Endpoint, Need, Schema};
use vestibule_resource::Model as _;

pub use config::Brand;
pub use host::{FALLBACK_DOMAIN, of_host};

use crate::action::on_collection;

/// Components of the OpenAPI document.
pub const SCHEMAS: &str = include_str!("schemas.json");

static ACTIONS: &[Action] =
    &[on_collection("current", "GET", "core_brands_current_retrieve", Need::Anybody, Schema::answers("CurrentBrand"), |cx, _, _| {
        Box::pin(current::show(cx))
    })];

/// What the API serves.
pub fn endpoint() -> Endpoint {
    Endpoint::new(Brand::RESOURCE).hooks(&hooks::BrandHooks).actions(ACTIONS)
}
