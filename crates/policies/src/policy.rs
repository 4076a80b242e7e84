//! What all types of policy share.

use jiff::Timestamp;
use uuid::Uuid;
use vestibule_resource::Computed;
use vestibule_resource_derive::Resource;

/// A rule that decides who passes. The types of policy extend it.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_policies.policy",
    path = "policies/all",
    key = "policy_uuid",
    polymorphic,
    plural = "Policies",
    order = "name",
    search = [name],
    permissions = [view_policy_cache, clear_policy_cache]
)]
pub struct Policy {
    /// Key.
    #[field(read_only, default = uuid)]
    pub policy_uuid: Uuid,
    /// Name, unique among the policies of all types.
    #[field(unique)]
    pub name: String,
    /// Write an event each time the policy is executed.
    #[field(default = false)]
    pub execution_logging: bool,
    /// When the policy was made.
    #[field(internal, default = now)]
    pub created: Timestamp,
    /// When the policy was last changed.
    #[field(internal, default = touched)]
    pub last_updated: Timestamp,
    /// Web component of the form that edits this type of policy.
    pub component: Computed<String>,
    /// The type's name.
    pub verbose_name: Computed<String>,
    /// The type's name, for several.
    pub verbose_name_plural: Computed<String>,
    /// The type's model label.
    pub meta_model_name: Computed<String>,
    /// In how many places the policy is used.
    #[field(min = i64::MIN, max = i64::MAX)]
    pub bound_to: Computed<i64>,
}
