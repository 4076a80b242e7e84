//! What a rule is: who decides about requests, and how.

use uuid::Uuid;
use vestibule_policies::PolicyBindingModel;
use vestibule_resource::Links;
use vestibule_resource_derive::{Choices, Resource};

/// Who hears of a new request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "NotificationModeEnum")]
pub enum NotificationMode {
    /// Everybody who may decide about it.
    All,
    /// Those who are named themselves, not those who may decide as members of a group.
    Direct,
    /// As many as have to decide, chosen by chance.
    RandomMinReviewers,
}

/// Who decides about requests: the users and groups that are bound to the rule.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = PolicyBindingModel, link = "pbm_uuid", path = "requests/rules", model = "authentik_requests.requestrule", key = "uuid",
    key_as = "uuid", verbose = "Request Rule", plural = "Request Rules", display = "{name}", order = "name", search = [name],
    filter = [name, pbm_uuid, request_flow__slug]
)]
pub struct RequestRule {
    /// Identifier that names the rule for ever. Who makes a rule may choose it; afterwards it stays.
    #[field(default = uuid, unique = "plain")]
    pub uuid: Uuid,
    /// Identifier of the rule as a target: users and groups that are bound to it decide about requests.
    #[field(read_only)]
    pub pbm_uuid: Uuid,
    /// Name, as administrators read it; several may have the same.
    pub name: String,
    /// What can be asked for under this rule.
    #[field(
        read_only,
        links(to = "authentik_policies.policybindingmodel", table = "request_rule_binding", mine = "rule", theirs = "target")
    )]
    pub targets: Links,
    /// Ways in which those who decide are told of a new request.
    #[field(
        blank,
        links(
            to = "authentik_events.notificationtransport",
            table = "request_rule_notification_transports",
            mine = "rule",
            theirs = "transport"
        )
    )]
    pub notification_transports: Links,
    /// Which of those who decide are told.
    #[field(default = "all")]
    pub notification_mode: NotificationMode,
    /// How many people have to approve a request before it is granted; none counts as one. At most 32767.
    #[field(default = 1, min = 0, max = 32767)]
    pub min_reviewers: i64,
    /// Whether so many have to approve it from each group that is bound to the rule, instead of from all together.
    #[field(default = false)]
    pub min_reviewers_is_per_group: bool,
    /// Flow that people go through before their request is made, for instance to give a reason; null for none.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub request_flow: Option<Uuid>,
}
