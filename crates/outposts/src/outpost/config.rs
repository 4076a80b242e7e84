//! What an outpost is.

use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_resource::{Computed, Links, Nest};
use vestibule_resource_derive::{Choices, Resource};

/// What an outpost speaks with applications.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "OutpostTypeEnum")]
pub enum OutpostType {
    /// HTTP: it stands before web applications.
    Proxy,
    /// LDAP (RFC 4511).
    Ldap,
    /// RADIUS (RFC 2865).
    Radius,
    /// Remote desktops and terminals.
    Rac,
}

/// A program that stands before applications elsewhere and asks this server who may enter.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_outposts.outpost",
    path = "outposts/instances",
    key = "uuid",
    order = [name, service_connection__name],
    search = [name, providers__name],
    filter = [
        managed__icontains, managed__iexact, name__icontains, name__iexact, providers__isnull, "providers_by_pk: providers",
        service_connection__name__icontains, service_connection__name__iexact
    ],
    display = "Outpost {name}"
)]
pub struct Outpost {
    /// Identifier that names the outpost for ever.
    #[field(read_only, default = uuid)]
    pub uuid: Uuid,
    /// Name, which no other outpost has.
    #[field(unique = "plain")]
    pub name: String,
    /// What it speaks with applications. Its providers must be of the same kind.
    #[field(required, default = "proxy")]
    pub r#type: OutpostType,
    /// Providers that it serves: at least one, except for the outpost that is part of this server.
    #[field(links(to = "authentik_core.provider", table = "outpost_providers", mine = "outpost", theirs = "provider"), required, blank)]
    pub providers: Links,
    /// Those providers, shown.
    #[field(nest(to = "authentik_core.provider", table = "outpost_providers", mine = "outpost", theirs = "provider"))]
    pub providers_obj: Nest,
    /// Where this server runs the outpost by itself; null when somebody else runs it.
    #[field(to = "authentik_outposts.outpostserviceconnection", on_delete = set_default)]
    pub service_connection: Option<Uuid>,
    /// That connection, shown.
    #[field(nest(of = service_connection, to = "authentik_outposts.outpostserviceconnection"), nullable)]
    pub service_connection_obj: Nest,
    /// How often the outpost fetches its configuration again, in seconds.
    #[field(min = i64::MIN, max = i64::MAX)]
    pub refresh_interval_s: Computed<i64>,
    /// Identifier of the token with which the outpost calls the API.
    pub token_identifier: Computed<String>,
    /// Settings of the outpost by name, e.g. `log_level` or `authentik_host`; what is absent is as in the default settings.
    #[field(required)]
    pub config: Map<String, Json>,
    /// What this system itself calls the outpost, when it looks after it; null for all others.
    #[field(unique = "plain")]
    pub managed: Option<String>,
}
