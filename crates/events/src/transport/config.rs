//! What a transport is.

use uuid::Uuid;
use vestibule_resource::Computed;
use vestibule_resource_derive::{Choices, Resource};

/// The way in which a transport tells people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "TransportModeEnum")]
pub enum TransportMode {
    /// In the web interface of this server.
    #[choice(label = "authentik inbuilt notifications")]
    Local,
    /// By a request to an address.
    #[choice(label = "Generic Webhook")]
    Webhook,
    /// By a request to an address that takes what Slack and Discord take.
    #[choice(label = "Slack Webhook (Slack/Discord)")]
    WebhookSlack,
    /// By mail.
    Email,
}

/// A way in which people are told of events.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_events.notificationtransport",
    path = "events/transports",
    key = "uuid",
    order = "name",
    search = [name, mode, webhook_url],
    filter = [mode, name, send_once, webhook_url],
    display = "Notification Transport {name}"
)]
pub struct NotificationTransport {
    /// Identifier that names the transport for ever.
    #[field(read_only, default = uuid)]
    pub uuid: Uuid,
    /// Name, which no other transport has.
    #[field(unique = "plain")]
    pub name: String,
    /// The way.
    #[field(default = "local")]
    pub mode: TransportMode,
    /// The way, in words.
    pub mode_verbose: Computed<String>,
    /// Address that a webhook calls; needed by webhooks, empty for all others.
    #[field(kind = url, blank)]
    pub webhook_url: String,
    /// Authority that the certificate of that address must come from; null for those that everybody trusts.
    #[field(to = "authentik_crypto.certificatekeypair", on_delete = set_default)]
    pub webhook_ca: Option<Uuid>,
    /// Mapping that makes the body of the request; null for the usual one.
    #[field(to = "authentik_events.notificationwebhookmapping", on_delete = set_default)]
    pub webhook_mapping_body: Option<Uuid>,
    /// Mapping that makes further headers of the request; null for none.
    #[field(to = "authentik_events.notificationwebhookmapping", on_delete = set_default)]
    pub webhook_mapping_headers: Option<Uuid>,
    /// What the subject of every mail begins with. May be empty.
    #[field(blank, default = "authentik Notification: ")]
    pub email_subject_prefix: String,
    /// Template of the mails.
    #[field(default = "email/event_notification.html")]
    pub email_template: String,
    /// Tell one person only, even when a rule names a group: for addresses that many read anyway.
    #[field(default = false)]
    pub send_once: bool,
}
