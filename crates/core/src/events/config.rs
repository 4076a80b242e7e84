//! What an event is.

use jiff::Timestamp;
use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_resource_derive::Resource;

/// Something that happened, for people who look after the system.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_events.event", table = "event", path = "events/events", key = "event_uuid", verbose = "Event", plural = "Events",
    order = "-created", search = [event_uuid, user, action, app, context, client_ip], display = "{action}", expires, unbounded, internal,
    filter = ["action: action icontains", client_ip]
)]
pub struct Event {
    /// Identifier that names the event for ever.
    #[field(read_only, default = uuid)]
    pub event_uuid: Uuid,
    /// Who did it: `pk`, `username`, `email`, and who stood behind it, if anybody.
    #[field(kind = object, blank)]
    pub user: Json,
    /// What happened, e.g. `login`.
    pub action: String,
    /// Area of the server that tells it.
    pub app: String,
    /// Details, without secrets.
    pub context: Map<String, Json>,
    /// Address that the request came from; null when there was none.
    pub client_ip: Option<String>,
    /// When it happened.
    #[field(read_only, default = now)]
    pub created: Timestamp,
    /// When the event is forgotten.
    pub expires: Option<Timestamp>,
    /// Whether the event is ever forgotten.
    #[field(internal, default = true)]
    pub expiring: bool,
    /// Brand under which it happened.
    #[field(kind = object, blank)]
    pub brand: Json,
}
