//! What a review is: one time that an object has to be looked at, and what each person said who did.

use jiff::Timestamp;
use serde_json::Value as Json;
use uuid::Uuid;
use vestibule_core::users::PARTIAL_USER;
use vestibule_resource::Computed;
use vestibule_resource_derive::{Choices, Resource};

use crate::rules::ContentType;

/// How far a review has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "LifecycleIterationStateEnum")]
pub enum State {
    /// Everybody reviewed who had to.
    #[choice(value = "REVIEWED")]
    Reviewed,
    /// Somebody still has to.
    #[choice(value = "PENDING")]
    Pending,
    /// Somebody still has to, and the time for it is over.
    #[choice(value = "OVERDUE")]
    Overdue,
    /// There is nothing left to review: the object is gone.
    #[choice(value = "CANCELED")]
    Canceled,
}

/// One time that an object has to be reviewed.
#[derive(Debug, Clone, Resource)]
#[resource(
    path = "lifecycle/iterations", model = "authentik_lifecycle.lifecycleiteration", key = "id", key_as = "id",
    verbose = "Lifecycle iteration", plural = "Lifecycle iterations", display = "Review of {content_type} {object_id}",
    order = "-opened_on", search = [object_id, of_rule__name],
    of_object = [content_type, object_id], unbounded
)]
pub struct LifecycleIteration {
    /// Identifier that names the review for ever.
    #[field(read_only, default = uuid)]
    pub id: Uuid,
    /// Type of what is reviewed.
    pub content_type: ContentType,
    /// Key of what is reviewed.
    #[field(read_only)]
    pub object_id: String,
    /// What is reviewed, for people to read.
    pub object_verbose: Computed<String>,
    /// Page of the admin interface on which it is looked at.
    pub object_admin_url: Computed<String>,
    /// How far the review has come.
    #[field(read_only, default = "PENDING")]
    pub state: State,
    /// When the review began.
    #[field(read_only, default = now)]
    pub opened_on: Timestamp,
    /// When it is overdue.
    #[field(read_only)]
    pub grace_period_end: Timestamp,
    /// When the next review of the same object is due.
    #[field(read_only)]
    pub next_review_date: Timestamp,
    /// What was said so far.
    #[field(component_list = "Review")]
    pub reviews: Computed<Json>,
    /// The rule that asks for it.
    #[field(component = "RelatedRule")]
    pub rule: Computed<Json>,
    /// Whether who asks can review it now.
    pub user_can_review: Computed<bool>,
    /// Key of the rule.
    #[field(internal, to = "authentik_lifecycle.lifecyclerule", on_delete = cascade)]
    pub of_rule: Uuid,
}

/// Somebody looked at the object and found it in order.
#[derive(Debug, Clone, Resource)]
#[resource(
    path = "lifecycle/reviews", model = "authentik_lifecycle.review", key = "id", key_as = "id", verbose = "Review", plural = "Reviews",
    display = "Review {id}", order = "timestamp", unique = [[iteration, reviewer]], unbounded
)]
pub struct Review {
    /// Identifier that names it for ever.
    #[field(read_only, default = uuid)]
    pub id: Uuid,
    /// The time that the object had to be reviewed.
    #[field(to = "authentik_lifecycle.lifecycleiteration", on_delete = cascade)]
    pub iteration: Uuid,
    /// Who reviewed it.
    #[field(to = "authentik_core.user", on_delete = cascade, shown = PARTIAL_USER)]
    pub reviewer: i64,
    /// When.
    #[field(read_only, default = now)]
    pub timestamp: Timestamp,
    /// What they said about it; null for nothing.
    pub note: Option<String>,
}
