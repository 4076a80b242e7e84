//! What all devices have in common.

use jiff::Timestamp;
use vestibule_resource_derive::Resource;

/// Something that a user has, and by which they prove who they are a second time.
#[derive(Debug, Clone, Resource)]
#[resource(model = "vestibule_authenticators.device", key = "id", polymorphic, unbounded, display = "{id}")]
pub struct Device {
    /// Number that names the device for ever.
    #[field(read_only, default = serial, min = i64::MIN, max = i64::MAX)]
    pub id: i64,
    /// Whose it is.
    #[field(to = "authentik_core.user", on_delete = cascade, shown = vestibule_core::users::PARTIAL_USER)]
    pub user: i64,
    /// The user has shown that they hold it; what is not confirmed proves nothing.
    #[field(internal, default = true)]
    pub confirmed: bool,
    /// When it was set up.
    #[field(internal, default = now)]
    pub created: Timestamp,
    /// When anything about it last changed.
    #[field(internal, default = touched)]
    pub last_updated: Timestamp,
    /// When it last proved who somebody is; null when never.
    #[field(internal)]
    pub last_used: Option<Timestamp>,
}
