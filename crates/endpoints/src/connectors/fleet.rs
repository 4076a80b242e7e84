//! Devices that a Fleet server knows.

use uuid::Uuid;
use vestibule_resource_derive::Resource;

use super::Connector;

/// Reads devices from a Fleet server.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Connector, path = "endpoints/fleet/connectors", model = "authentik_endpoints_connectors_fleet.fleetconnector",
    form = "ak-endpoints-connector-fleet-form", order = "name", search = [name], filter = [name]
)]
pub struct FleetConnector {
    /// Address of the Fleet server, `https://fleet.example.com`. At most 200 characters.
    #[field(kind = url, max = 200)]
    pub url: String,
    /// Token with which its API is asked. It is never shown again.
    #[field(write_only, kind = secret)]
    pub token: String,
    /// Webhook mapping whose result is sent as further headers with each request; null for none.
    #[field(to = "authentik_events.notificationwebhookmapping", on_delete = set_null)]
    pub headers_mapping: Option<Uuid>,
    /// Whether the users of a device on the Fleet server become its users here, by their address.
    #[field(default = true)]
    pub map_users: bool,
    /// Whether the team of a device on the Fleet server becomes its access group here.
    #[field(default = false)]
    pub map_teams_access_group: bool,
}
