//! What an agent is: a program that acts for somebody.

use jiff::Timestamp;
use uuid::Uuid;
use vestibule_core::users::{PARTIAL_USER, User};
use vestibule_resource::Computed;
use vestibule_resource_derive::{Choices, Resource};

/// How the access of an agent follows from that of whom it acts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "PolicyBehaviorEnum")]
pub enum PolicyBehavior {
    /// It may at any time what they may then.
    Mirror,
    /// It may what they could when it was made.
    Copy,
    /// It may only what it is given itself.
    None,
}

/// A program that acts for a user under a name of its own.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = User, path = "agents/agents", model = "authentik_agents.agent", verbose = "Agent", plural = "Agents",
    display = "{username}", order = "username", search = [username, name, email], filter = [parent], expires, unbounded,
    without = [date_joined, is_superuser, groups, groups_obj, roles, roles_obj, avatar, path, "type", password_change_date, last_updated]
)]
pub struct Agent {
    /// Whether the agent ends at all.
    #[field(default = false)]
    pub expiring: bool,
    /// When the agent ends, and its account with it; null for never.
    pub expires: Option<Timestamp>,
    /// Whom it acts for.
    #[field(to = "authentik_core.user", on_delete = cascade, shown = PARTIAL_USER)]
    pub parent: i64,
    /// How the agent's access follows from theirs.
    #[field(read_only, default = "mirror")]
    pub policy_behavior: PolicyBehavior,
    /// Name of the token that the agent calls the API with; null when it has none any more.
    #[field(nullable)]
    pub token_identifier: Computed<String>,
    /// That token.
    #[field(internal, to = "authentik_core.token", on_delete = set_null)]
    pub token: Option<Uuid>,
}
