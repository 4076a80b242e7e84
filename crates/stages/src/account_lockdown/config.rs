//! Locking an account whose owner no longer controls it.

use uuid::Uuid;
use vestibule_flow::Stage;
use vestibule_resource_derive::Resource;

/// Locks the account that the flow is about: nobody can log in with it, and whoever is logged in is logged out.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/account_lockdown", model = "authentik_stages_account_lockdown.accountlockdownstage",
           form = "ak-stage-account-lockdown-form", order = "name", search = [name],
           filter = [name, stage_uuid, deactivate_user, set_unusable_password, delete_sessions, revoke_tokens, self_service_completion_flow])]
pub struct AccountLockdownStage {
    /// Make the account inactive.
    #[field(default = true)]
    pub deactivate_user: bool,
    /// Take the password away, so that a new one must be set before the account can be used again.
    #[field(default = true)]
    pub set_unusable_password: bool,
    /// End all sessions of the account.
    #[field(default = true)]
    pub delete_sessions: bool,
    /// Delete all tokens of the account, app passwords included.
    #[field(default = true)]
    pub revoke_tokens: bool,
    /// The flow that people go to who locked their own account; without one they are only told that it is done.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub self_service_completion_flow: Option<Uuid>,
}
