//! A list of codes, each good for one login.

use vestibule_resource::{Nest, View};
use vestibule_resource_derive::Resource;

use crate::Device;

/// A list of codes on paper, each of which is good for one login.
#[derive(Debug, Clone, Resource)]
#[resource(extends = Device, path = "authenticators/static", model = "authentik_stages_authenticator_static.staticdevice",
           verbose = "Static Device", owner = "user", order = "name", search = [name], filter = [name], display = "{name}", unbounded)]
pub struct StaticDevice {
    /// What its user calls it. At most 64 characters.
    #[field(max = 64)]
    pub name: String,
    /// The codes that are left. Only their owner and superusers see any.
    #[field(nest(
        to = "authentik_stages_authenticator_static.statictoken",
        table = "static_token",
        mine = "device",
        theirs = "id",
        view = STATIC_TOKEN
    ))]
    pub token_set: Nest,
}

/// A code that is good for one login, and goes with it.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_stages_authenticator_static.statictoken",
    key = "id",
    verbose = "Static Token",
    display = "{id}",
    unbounded,
    internal
)]
pub struct StaticToken {
    /// Number that names the code for ever.
    #[field(internal, default = serial, min = i64::MIN, max = i64::MAX)]
    pub id: i64,
    /// The list that it stands on.
    #[field(internal, to = "authentik_stages_authenticator_static.staticdevice", on_delete = cascade)]
    pub device: i64,
    /// The code, letters and digits, at most 100. It is kept in clear, because the contract lets its owner read it again.
    #[field(max = 100)]
    pub token: String,
}

/// A code, as it is shown in its list.
static STATIC_TOKEN: View = View { name: "StaticDeviceToken", fields: &["token"] };
