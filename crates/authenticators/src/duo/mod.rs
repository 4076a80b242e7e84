//! Phones with the Duo app.

use uuid::Uuid;
use vestibule_resource_derive::Resource;

use crate::Device;

/// A phone on which a user confirms logins with the Duo app.
#[derive(Debug, Clone, Resource)]
#[resource(extends = Device, path = "authenticators/duo", model = "authentik_stages_authenticator_duo.duodevice", verbose = "Duo Device",
           owner = "user", order = "name", search = [name], filter = [name], display = "{name}", unbounded)]
pub struct DuoDevice {
    /// What its user calls it. At most 64 characters.
    #[field(max = 64)]
    pub name: String,
    /// The stage in which it was enrolled, which knows how to reach Duo.
    #[field(internal, to = "authentik_stages_authenticator_duo.authenticatorduostage", on_delete = cascade)]
    pub stage: Uuid,
    /// Identifier of the user at Duo.
    #[field(internal)]
    pub duo_user_id: String,
}
