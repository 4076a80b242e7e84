//! What an offboarding is: a user's leaving, on a day that is set in advance.

use jiff::Timestamp;
use uuid::Uuid;
use vestibule_core::users::PARTIAL_USER;
use vestibule_resource::Nest;
use vestibule_resource_derive::{Choices, Resource};

/// What becomes of the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "OffboardingActionEnum")]
pub enum OffboardingAction {
    /// They stay, but can do nothing any more.
    Deactivate,
    /// They go, with all that is theirs, this record too.
    Delete,
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "OffboardingStatusEnum")]
pub enum OffboardingStatus {
    /// Its time has not come.
    Pending,
    /// It is done.
    Completed,
    /// It could not be done; the log says why.
    Failed,
    /// It was called off.
    Canceled,
}

/// A user leaves at a time that is set in advance.
#[derive(Debug, Clone, Resource)]
#[resource(
    path = "lifecycle/user_offboarding", model = "authentik_lifecycle.useroffboarding", key = "id", key_as = "id",
    verbose = "User offboarding", plural = "User offboardings", display = "Offboarding of user {user}", order = "-scheduled_at",
    search = [user__username, user__name, user__email], filter = [action, status, user__uuid], unbounded
)]
pub struct UserOffboarding {
    /// Identifier that names the offboarding for ever.
    #[field(read_only, default = uuid)]
    pub id: Uuid,
    /// Who leaves.
    #[field(to = "authentik_core.user", on_delete = cascade)]
    pub user: i64,
    /// That user.
    #[field(nest(of = user, to = "authentik_core.user", view = PARTIAL_USER))]
    pub user_obj: Nest,
    /// When. A time that is over means at once.
    pub scheduled_at: Timestamp,
    /// What becomes of them.
    #[field(default = "deactivate")]
    pub action: OffboardingAction,
    /// Whether all their sessions end.
    #[field(default = true)]
    pub revoke_sessions: bool,
    /// Whether all their tokens are deleted.
    #[field(default = true)]
    pub revoke_tokens: bool,
    /// How far it has come.
    #[field(read_only, default = "pending")]
    pub status: OffboardingStatus,
    /// Who set it, shown; null when they have left themselves.
    #[field(nest(of = created_by, to = "authentik_core.user", view = PARTIAL_USER))]
    pub created_by_obj: Nest,
    /// When it was set.
    #[field(read_only, default = now)]
    pub created_at: Timestamp,
    /// When it was done; null as long as it is not.
    #[field(read_only)]
    pub executed_at: Option<Timestamp>,
    /// Who set it. Their own leaving does not call it off.
    #[field(internal, to = "authentik_core.user", on_delete = set_null)]
    pub created_by: Option<i64>,
}
