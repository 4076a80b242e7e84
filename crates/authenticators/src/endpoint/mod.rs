//! Browsers that Google vouches for.

use uuid::Uuid;
use vestibule_engine::{Endpoint, Operations};
use vestibule_resource::Model as _;
use vestibule_resource_derive::Resource;

use crate::Device;

/// A browser on a device that the organisation manages with Google. It comes about when Google first vouches for it.
#[derive(Debug, Clone, Resource)]
#[resource(extends = Device, link = "device", path = "authenticators/endpoint",
           model = "authentik_stages_authenticator_endpoint_gdtc.googleendpointdevice", key = "uuid", without = [id, user],
           verbose = "Endpoint Device", owner = "user", order = "name", search = [name], filter = [name], display = "{name}", unbounded)]
pub struct GoogleEndpointDevice {
    /// Identifier that names the device for ever.
    #[field(read_only, default = uuid)]
    pub uuid: Uuid,
    /// What it is called. At most 64 characters.
    #[field(max = 64)]
    pub name: String,
}

/// What the API serves: its users look only.
pub(crate) fn endpoints() -> [Endpoint; 2] {
    [
        Endpoint::new(GoogleEndpointDevice::RESOURCE).operations(Operations::READ.with(Operations::USED_BY)),
        Endpoint::administered(GoogleEndpointDevice::RESOURCE, "authenticators/admin/endpoint")
            .operations(Operations::ALL.without(Operations::USED_BY)),
    ]
}
