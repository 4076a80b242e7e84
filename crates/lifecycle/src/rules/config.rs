//! What a rule is: how often something has to be reviewed, and by whom.

use uuid::Uuid;
use vestibule_core::{groups::PARTIAL_GROUP, users::PARTIAL_USER};
use vestibule_resource::{Computed, Links, Nest};
use vestibule_resource_derive::{Choices, Resource};

/// What can be reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "ContentTypeEnum")]
pub enum ContentType {
    /// An application.
    #[choice(value = "authentik_core.application")]
    Application,
    /// A group.
    #[choice(value = "authentik_core.group")]
    Group,
    /// A role.
    #[choice(value = "authentik_rbac.role")]
    Role,
}

/// Says how often objects have to be reviewed, and by whom.
#[derive(Debug, Clone, Resource)]
#[resource(
    path = "lifecycle/rules", model = "authentik_lifecycle.lifecyclerule", key = "id", key_as = "id", verbose = "Lifecycle rule",
    plural = "Lifecycle rules", display = "{name}", order = "name", search = [name, content_type],
    unique = [[content_type, object_id]], of_object = [content_type, object_id]
)]
pub struct LifecycleRule {
    /// Identifier that names the rule for ever.
    #[field(read_only, default = uuid)]
    pub id: Uuid,
    /// Name, as administrators read it; several may have the same.
    pub name: String,
    /// Type of what is reviewed.
    pub content_type: ContentType,
    /// Key of the one object that is reviewed; null for every object of the type for which there is no rule of its own.
    pub object_id: Option<String>,
    /// How long after the beginning of one review the next one is due, as a duration `days=60`.
    #[field(kind = duration, default = "days=60")]
    pub interval: String,
    /// How long a review may take before it is overdue, as a duration `days=30`.
    #[field(kind = duration, default = "days=30")]
    pub grace_period: String,
    /// Groups whose members review, those of groups below them included.
    #[field(blank, links(to = "authentik_core.group", table = "lifecycle_rule_reviewer_groups", mine = "rule", theirs = "group"))]
    pub reviewer_groups: Links,
    /// Those groups.
    #[field(nest(to = "authentik_core.group", table = "lifecycle_rule_reviewer_groups", mine = "rule", theirs = "group",
                 view = PARTIAL_GROUP))]
    pub reviewer_groups_obj: Nest,
    /// How many members of these groups have to review. At most 32767.
    #[field(default = 1, min = 0, max = 32767)]
    pub min_reviewers: i64,
    /// Whether so many have to review from each group, instead of from all together.
    #[field(default = false)]
    pub min_reviewers_is_per_group: bool,
    /// Users, by their UUID, each of whom has to review.
    #[field(required, blank, links(to = "authentik_core.user", table = "lifecycle_rule_reviewers", mine = "rule", theirs = "user"))]
    pub reviewers: Links,
    /// Those users.
    #[field(nest(to = "authentik_core.user", table = "lifecycle_rule_reviewers", mine = "rule", theirs = "user", view = PARTIAL_USER))]
    pub reviewers_obj: Nest,
    /// Ways in which reviewers are told of a review.
    #[field(
        blank,
        links(
            to = "authentik_events.notificationtransport",
            table = "lifecycle_rule_notification_transports",
            mine = "rule",
            theirs = "transport"
        )
    )]
    pub notification_transports: Links,
    /// What is reviewed, for people to read.
    pub target_verbose: Computed<String>,
}
