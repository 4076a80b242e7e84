//! What a notification is.

use jiff::Timestamp;
use uuid::Uuid;
use vestibule_resource::View;
use vestibule_resource_derive::Resource;

use crate::Severity;

/// An event, in full.
static EVENT: View =
    View { name: "Event", fields: &["event_uuid", "user", "action", "app", "context", "client_ip", "created", "expires", "brand"] };

/// Something that a person was told.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_events.notification",
    path = "events/notifications",
    key = "uuid",
    owner = "user",
    order = "-created",
    filter = [body, created, event, seen, severity, user],
    display = "{body}",
    unbounded,
    internal
)]
pub struct Notification {
    /// Identifier that names the notification for ever.
    #[field(read_only, default = uuid)]
    pub uuid: Uuid,
    /// How urgent it is.
    #[field(read_only)]
    pub severity: Severity,
    /// What the person is told.
    #[field(read_only)]
    pub body: String,
    /// Address that the notification leads to, at most 4096 characters; null for none.
    #[field(max = 4096, blank)]
    pub hyperlink: Option<String>,
    /// Words for that address; null for none.
    #[field(blank)]
    pub hyperlink_label: Option<String>,
    /// When it was made.
    #[field(read_only, default = now)]
    pub created: Timestamp,
    /// The event that it tells of; null when that is forgotten.
    #[field(to = "authentik_events.event", on_delete = set_null, shown = EVENT)]
    pub event: Option<Uuid>,
    /// Whether the person has seen it.
    #[field(default = false)]
    pub seen: bool,
    /// The person.
    #[field(internal, to = "authentik_core.user", on_delete = cascade)]
    pub user: i64,
}
