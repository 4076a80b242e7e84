//! A device as one connector knows it, and what it told last.

use jiff::Timestamp;
use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_resource::{Computed, Nest};
use vestibule_resource_derive::{Choices, Resource};

/// A device as one connector knows it.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_endpoints.deviceconnection", key = "device_connection_uuid", key_as = "device_connection_uuid",
    verbose = "Device connection", plural = "Device connections", display = "Device connection {device_connection_uuid}", unbounded,
    unique = [[device, connector]]
)]
pub struct DeviceConnection {
    /// Identifier that names the connection for ever.
    #[field(internal, default = uuid)]
    pub device_connection_uuid: Uuid,
    /// The device.
    #[field(to = "authentik_endpoints.device", on_delete = cascade)]
    pub device: Uuid,
    /// The connector.
    #[field(to = "authentik_endpoints.connector", on_delete = cascade)]
    pub connector: Uuid,
    /// That connector.
    #[field(nest(of = connector, to = "authentik_endpoints.connector"))]
    pub connector_obj: Nest,
    /// What was told last through this connector; null when nothing was, or it is too old.
    #[field(component = "DeviceFactSnapshot", nullable)]
    pub latest_snapshot: Computed<Json>,
}

/// Who told something about a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "VendorEnum")]
pub enum Vendor {
    /// Several, whose words were put together.
    #[choice(value = "goauthentik.io/@merged", label = "Several")]
    Merged,
    /// The agent on the device.
    #[choice(value = "goauthentik.io/platform", label = "Agent")]
    Platform,
    /// A Fleet server.
    #[choice(value = "fleetdm.com", label = "Fleet")]
    Fleet,
    /// Google's Device Trust service.
    #[choice(value = "chrome.google.com", label = "Google Chrome")]
    Chrome,
}

/// What was told about a device through one connection, the last time that something was.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_endpoints.devicefactsnapshot",
    key = "snapshot_id",
    key_as = "snapshot_id",
    verbose = "Device fact snapshot",
    plural = "Device fact snapshots",
    display = "Device facts {snapshot_id}",
    order = "-created",
    expires,
    unbounded,
    internal
)]
pub struct DeviceFactSnapshot {
    /// Identifier that names the snapshot for ever.
    #[field(internal, default = uuid)]
    pub snapshot_id: Uuid,
    /// What was told: the operating system, disks, network and so on, each a member that may be missing.
    pub data: Map<String, Json>,
    /// Through which connection.
    #[field(to = "authentik_endpoints.deviceconnection", on_delete = cascade, one_to_one)]
    pub connection: Uuid,
    /// When.
    #[field(read_only, default = now)]
    pub created: Timestamp,
    /// Until when it counts.
    #[field(read_only)]
    pub expires: Option<Timestamp>,
    /// Whether it ever ceases to count.
    #[field(internal, default = true)]
    pub expiring: bool,
    /// Who told it.
    #[field(read_only, default = "goauthentik.io/platform")]
    pub vendor: Vendor,
}
