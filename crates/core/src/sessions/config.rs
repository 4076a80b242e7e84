//! What a session is.

use jiff::Timestamp;
use serde_json::Value as Json;
use uuid::Uuid;
use vestibule_resource::Computed;
use vestibule_resource_derive::Resource;

/// A browser that this server remembers. The API shows those in which somebody is logged in.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_core.authenticatedsession", table = "session", path = "core/authenticated_sessions", key = "uuid", key_as = "uuid",
    verbose = "Authenticated Session", plural = "Authenticated Sessions", order = "user__username",
    search = [user__username, last_ip, last_user_agent], owner = "user", expires, unbounded, internal,
    index = [[user, last_ip]],
    display = "Authenticated Session {uuid}",
    filter = ["session__last_ip: last_ip", "session__last_user_agent: last_user_agent", user__username]
)]
pub struct AuthenticatedSession {
    /// Identifier that names the session for ever. It opens nothing.
    #[field(read_only, default = uuid)]
    pub uuid: Uuid,
    /// Whether the request that asks belongs to this session.
    pub current: Computed<bool>,
    /// The browser, as far as its name for itself tells.
    #[field(component = "AuthenticatedSessionUserAgent")]
    pub user_agent: Computed<Json>,
    /// Where the address is; null when nobody knows.
    #[field(component = "AuthenticatedSessionGeoIp", nullable)]
    pub geo_ip: Computed<Json>,
    /// Whose network the address belongs to; null when nobody knows.
    #[field(component = "AuthenticatedSessionAsn", nullable)]
    pub asn: Computed<Json>,
    /// Who is logged in.
    #[field(to = "authentik_core.user", on_delete = cascade, read_only)]
    pub user: Option<i64>,
    /// Address of the latest request.
    #[field(read_only)]
    pub last_ip: String,
    /// What the browser calls itself.
    #[field(read_only, blank)]
    pub last_user_agent: String,
    /// When the session was last used, exact to a minute.
    #[field(read_only)]
    pub last_used: Timestamp,
    /// When the session ends.
    #[field(read_only)]
    pub expires: Timestamp,
    /// Every session ends.
    #[field(internal, default = true)]
    pub expiring: bool,
    /// The end was fixed at login and does not move with use.
    #[field(internal, default = false)]
    pub fixed: bool,
    /// SHA-256 of the session key in hexadecimal digits. The key itself is in the cookie and nowhere else.
    #[field(internal, unique)]
    pub key_hash: String,
    /// What flows keep between requests.
    #[field(internal, default = json("{}"))]
    pub data: Json,
}
