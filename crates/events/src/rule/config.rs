//! What a rule is.

use uuid::Uuid;
use vestibule_policies::PolicyBindingModel;
use vestibule_resource::{Links, Nest};
use vestibule_resource_derive::{Choices, Resource};

/// How urgent a notification is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "SeverityEnum")]
pub enum Severity {
    /// Good to know.
    Notice,
    /// Somebody should look at it soon.
    Warning,
    /// Somebody should look at it now.
    Alert,
}

/// Tells people of events. Policies that are bound to the rule say of which; a rule without any tells of none.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = PolicyBindingModel,
    without = [policy_engine_mode],
    model = "authentik_events.notificationrule",
    path = "events/rules",
    order = "name",
    search = [name, destination_group__name],
    filter = [destination_group__name, name, severity],
    display = "Notification Rule {name}"
)]
pub struct NotificationRule {
    /// Name, which no other rule has.
    #[field(unique = "plain")]
    pub name: String,
    /// The ways in which people are told. With none, nobody is.
    #[field(
        links(
            to = "authentik_events.notificationtransport",
            table = "notification_rule_transports",
            mine = "notification_rule",
            theirs = "transport"
        ),
        blank
    )]
    pub transports: Links,
    /// How urgent the notifications are.
    #[field(default = "notice")]
    pub severity: Severity,
    /// The group whose members are told; null for nobody but, perhaps, the user of the event.
    #[field(to = "authentik_core.group", on_delete = set_null)]
    pub destination_group: Option<Uuid>,
    /// That group, shown.
    #[field(nest(of = destination_group, to = "authentik_core.group"), nullable)]
    pub destination_group_obj: Nest,
    /// Tell the user whom the event is about, too.
    #[field(default = false)]
    pub destination_event_user: bool,
}
