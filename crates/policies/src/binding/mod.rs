//! Ties between targets and those who pass there.

mod hooks;
mod target_key;

use jiff::Timestamp;
use uuid::Uuid;
use vestibule_core::{groups::PARTIAL_GROUP, users::PARTIAL_USER};
use vestibule_resource::Nest;
use vestibule_resource_derive::Resource;

pub(crate) use hooks::BindingHooks;

/// Ties a policy, a group or a user to a target.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_policies.policybinding",
    path = "policies/bindings",
    key = "policy_binding_uuid",
    polymorphic,
    order = "order",
    search = [policy__name],
    filter = [policy, policy__isnull, target, "target_in: target in", enabled, order, timeout],
    unique = [[policy, target, order]],
    expires,
    display = "Binding from {target} #{order}"
)]
pub struct PolicyBinding {
    /// Key.
    #[field(read_only, default = uuid)]
    pub policy_binding_uuid: Uuid,
    /// The policy that decides.
    #[field(to = "authentik_policies.policy", on_delete = cascade)]
    pub policy: Option<Uuid>,
    /// The group whose members pass, those of groups below it included.
    #[field(to = "authentik_core.group", on_delete = cascade)]
    pub group: Option<Uuid>,
    /// The user who passes.
    #[field(to = "authentik_core.user", on_delete = cascade)]
    pub user: Option<i64>,
    /// The policy in full.
    #[field(nest(of = "policy", to = "authentik_policies.policy", concrete), nullable)]
    pub policy_obj: Nest,
    /// The group.
    #[field(nest(of = "group", to = "authentik_core.group", view = PARTIAL_GROUP), nullable)]
    pub group_obj: Nest,
    /// The user.
    #[field(nest(of = "user", to = "authentik_core.user", view = PARTIAL_USER), nullable)]
    pub user_obj: Nest,
    /// What is guarded: the key of the object, or its key as a target.
    #[field(to = "authentik_policies.policybindingmodel", on_delete = cascade)]
    pub target: Uuid,
    /// Turn the verdict around.
    #[field(default = false)]
    pub negate: bool,
    /// A binding that is not enabled counts for nothing.
    #[field(default = true)]
    pub enabled: bool,
    /// Place among the bindings of the target, smallest first.
    pub order: i64,
    /// Seconds after which a policy counts as failed.
    #[field(default = 30, min = 0)]
    pub timeout: i64,
    /// The verdict when the policy fails to give one.
    #[field(default = false)]
    pub failure_result: bool,
    /// When the binding ceases to exist.
    #[field(read_only)]
    pub expires: Option<Timestamp>,
    /// Whether it ever does.
    #[field(read_only, default = false)]
    pub expiring: bool,
}
