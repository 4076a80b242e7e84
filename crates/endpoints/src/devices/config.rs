//! What a device is.

use jiff::Timestamp;
use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_policies::PolicyBindingModel;
use vestibule_resource::{Computed, Links};
use vestibule_resource_derive::Resource;

/// A computer or phone that people work with. Devices are made when they enrol, never by hand.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = PolicyBindingModel, link = "pbm_uuid", path = "endpoints/devices", model = "authentik_endpoints.device", table = "endpoint_device",
    key = "device_uuid", key_as = "device_uuid", verbose = "Device", plural = "Devices", display = "{name}", order = "identifier",
    search = [name, identifier], filter = [identifier, name], expires, unbounded, without = [policy_engine_mode]
)]
pub struct EndpointDevice {
    /// Identifier that names the device for ever.
    #[field(default = uuid, unique = "plain")]
    pub device_uuid: Uuid,
    /// Identifier of the device as a target that policies, groups and users are bound to.
    #[field(read_only)]
    pub pbm_uuid: Uuid,
    /// What the device itself never changes, usually its serial number; no other device has it.
    #[field(internal, unique)]
    pub identifier: String,
    /// Name, which no other device has.
    #[field(unique = "plain")]
    pub name: String,
    /// Access group that the device is in; null for none.
    #[field(to = "authentik_endpoints.deviceaccessgroup", on_delete = set_default)]
    pub access_group: Option<Uuid>,
    /// That access group; null for none. What is sent here counts for nothing.
    #[field(component = "DeviceAccessGroup")]
    pub access_group_obj: Computed<Json>,
    /// Whether the device is forgotten some day.
    #[field(default = true)]
    pub expiring: bool,
    /// When the device is forgotten; null for never.
    pub expires: Option<Timestamp>,
    /// What is known about the device, of all connectors together; null when nothing is, or what was told is too old.
    #[field(component = "DeviceFactSnapshot", nullable)]
    pub facts: Computed<Json>,
    /// Values of the organisation's own, by name.
    pub attributes: Map<String, Json>,
    /// Connectors that know the device.
    #[field(internal, links(to = "authentik_endpoints.connector", table = "device_connection", mine = "device", theirs = "connector"))]
    pub connections: Links,
}
