//! What is kept of an e-mail address.

use uuid::Uuid;
use vestibule_resource_derive::Resource;

use crate::Device;

/// An e-mail address to which codes are sent.
#[derive(Debug, Clone, Resource)]
#[resource(extends = Device, path = "authenticators/email", model = "authentik_stages_authenticator_email.emaildevice",
           verbose = "Email Device", owner = "user", order = "name", search = [name], filter = [name], display = "{name}", unbounded)]
pub struct EmailDevice {
    /// What its user calls it. At most 64 characters.
    #[field(max = 64)]
    pub name: String,
    /// The address.
    #[field(read_only, kind = email)]
    pub email: String,
    /// The stage in which it was set up, which says how mail is sent.
    #[field(internal, to = "authentik_stages_authenticator_email.authenticatoremailstage", on_delete = cascade)]
    pub stage: Uuid,
}
