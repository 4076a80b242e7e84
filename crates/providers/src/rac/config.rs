//! Remote access to machines in the browser.

use jiff::Timestamp;
use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_core::users::PARTIAL_USER;
use vestibule_policies::PolicyBindingModel;
use vestibule_resource::{Computed, Links, Nest};
use vestibule_resource_derive::{Choices, Resource};

use crate::Provider;

/// Lets people work on machines by RDP, VNC or SSH in their browser, through an outpost.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Provider, path = "providers/rac", model = "authentik_providers_rac.racprovider", form = "ak-provider-rac-form",
    verbose = "RAC Provider", plural = "RAC Providers", without = [invalidation_flow], requires = [authorization_flow], order = "name",
    search = [name], filter = [name__iexact]
)]
pub struct RACProvider {
    /// Settings of all connections, by the names that Guacamole gives them; those of the machine and of mappings win.
    pub settings: Map<String, Json>,
    /// Names of the outposts that serve the provider.
    pub outpost_set: Computed<Vec<String>>,
    /// How long a connection is let stand, e.g. `hours=8`.
    #[field(kind = duration, default = "hours=8")]
    pub connection_expiry: String,
    /// A connection that breaks off is over; it cannot be taken up again.
    #[field(default = false)]
    pub delete_token_on_disconnect: bool,
}

/// A machine that people work on. Policies that are bound to it decide who may.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = PolicyBindingModel, path = "rac/endpoints", model = "authentik_providers_rac.endpoint", table = "rac_endpoint",
    key = "pbm_uuid", key_as = "pk", verbose = "RAC Endpoint", plural = "RAC Endpoints", without = [policy_engine_mode],
    order = [name, protocol], search = [name, protocol], filter = [name, provider], display = "RAC Endpoint {name}"
)]
pub struct Endpoint {
    /// Name that people see.
    pub name: String,
    /// The provider that leads to it.
    #[field(to = "authentik_providers_rac.racprovider", on_delete = cascade)]
    pub provider: i64,
    /// That provider, shown.
    #[field(nest(of = "provider", to = "authentik_providers_rac.racprovider"))]
    pub provider_obj: Nest,
    /// How it is reached.
    pub protocol: Protocol,
    /// Its name or address, with a port after a colon where it is not the usual one.
    pub host: String,
    /// Settings of its connections, by the names that Guacamole gives them; those of mappings win.
    pub settings: Map<String, Json>,
    /// Mappings that make further settings for each user.
    #[field(
        links(
            to = "authentik_core.propertymapping",
            table = "rac_endpoint_property_mappings",
            mine = "endpoint",
            theirs = "propertymapping"
        ),
        blank
    )]
    pub property_mappings: Links,
    /// Where name and password for it come from.
    pub auth_mode: AuthMode,
    /// Address at which the caller gets there; null when no application leads to it.
    #[field(nullable)]
    pub launch_url: Computed<String>,
    /// How many connections it takes at the same time; -1 for any number.
    #[field(default = 1)]
    pub maximum_connections: i64,
}

/// How a machine is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "ProtocolEnum")]
pub enum Protocol {
    /// Remote Desktop.
    #[choice(label = "Rdp")]
    Rdp,
    /// Virtual Network Computing (RFC 6143).
    #[choice(label = "Vnc")]
    Vnc,
    /// Secure Shell (RFC 4251).
    #[choice(label = "Ssh")]
    Ssh,
}

/// Where name and password for a machine come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "EndpointAuthModeEnum")]
pub enum AuthMode {
    /// From the settings.
    Static,
    /// The person is asked for them.
    Prompt,
}

/// A connection that somebody has to a machine, or may take up again.
#[derive(Debug, Clone, Resource)]
#[resource(
    path = "rac/connection_tokens", model = "authentik_providers_rac.connectiontoken", table = "rac_connection_token",
    key = "connection_token_uuid", verbose = "RAC Connection token", plural = "RAC Connection tokens", expires, lists_expired, unbounded,
    order = [endpoint__name, provider__name], search = [endpoint__name, provider__name],
    filter = [endpoint, provider, "session__user: user"], display = "RAC Connection token {connection_token_uuid}"
)]
pub struct ConnectionToken {
    /// Identifier that names the connection for ever. It opens nothing.
    #[field(read_only, default = uuid)]
    pub connection_token_uuid: Uuid,
    /// The provider that leads to the machine.
    #[field(to = "authentik_providers_rac.racprovider", on_delete = cascade)]
    pub provider: i64,
    /// That provider, shown.
    #[field(nest(of = "provider", to = "authentik_providers_rac.racprovider"))]
    pub provider_obj: Nest,
    /// The machine.
    #[field(to = "authentik_providers_rac.endpoint", on_delete = cascade)]
    pub endpoint: Uuid,
    /// That machine, shown.
    #[field(nest(of = "endpoint", to = "authentik_providers_rac.endpoint"))]
    pub endpoint_obj: Nest,
    /// Whose connection it is.
    #[field(to = "authentik_core.user", on_delete = cascade, shown = PARTIAL_USER)]
    pub user: i64,
    /// The session in which it was made; it ends with the session.
    #[field(internal, to = "authentik_core.authenticatedsession", on_delete = cascade)]
    pub session: Uuid,
    /// Settings of this connection alone, which win over all others.
    #[field(internal)]
    pub settings: Map<String, Json>,
    /// SHA-256 of the secret in its address, in hexadecimal digits.
    #[field(internal, unique)]
    pub token_hash: String,
    /// When it ends; null for never.
    #[field(internal)]
    pub expires: Option<Timestamp>,
    /// Whether it ends at all.
    #[field(internal, default = true)]
    pub expiring: bool,
}
