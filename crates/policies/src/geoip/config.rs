//! A policy that looks at where a visitor is.

use serde_json::Value as Json;
use vestibule_resource::Computed;
use vestibule_resource_derive::Resource;

use super::Country;
use crate::Policy;

/// Passes visitors by the country and network of their address, and by how far they have come since they were last here.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Policy,
    model = "authentik_policies_geoip.geoippolicy",
    path = "policies/geoip",
    form = "ak-policy-geoip-form",
    verbose = "GeoIP Policy",
    plural = "GeoIP Policies",
    order = "name",
    search = [name],
    filter = [name]
)]
pub struct GeoIPPolicy {
    /// Numbers of the networks (autonomous systems) that pass. With neither networks nor countries, all do.
    #[field(blank, default = json("[]"))]
    pub asns: Json,
    /// Codes of the countries that pass (ISO 3166-1 alpha-2).
    #[field(required, blank)]
    pub countries: Vec<Country>,
    /// Those countries with their names.
    #[field(component_list = "DetailedCountry")]
    pub countries_obj: Computed<Json>,
    /// Look at how far the visitor is from where they were at their last logins.
    #[field(default = false)]
    pub check_history_distance: bool,
    /// How far from there they may be, in kilometres.
    #[field(kind = long, min = 0, max = i64::MAX, default = 100)]
    pub history_max_distance_km: i64,
    /// How inexact distances are, in kilometres: allowed on top.
    #[field(min = 0, default = 50)]
    pub distance_tolerance_km: i64,
    /// How many of the last logins count.
    #[field(min = 0, default = 5)]
    pub history_login_count: i64,
    /// Look at whether anybody could have travelled so far since the last login.
    #[field(default = false)]
    pub check_impossible_travel: bool,
    /// How inexact that is, in kilometres.
    #[field(min = 0, default = 100)]
    pub impossible_tolerance_km: i64,
}
