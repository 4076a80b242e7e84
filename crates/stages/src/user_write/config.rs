//! Writing down who enrolled, or what a user changed.

use uuid::Uuid;
use vestibule_core::users::UserType;
use vestibule_flow::Stage;
use vestibule_resource_derive::{Choices, Resource};

/// When an account is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "UserCreationModeEnum")]
pub enum UserCreationMode {
    /// Never: only existing accounts are changed.
    NeverCreate,
    /// When the flow is about nobody who has one.
    CreateWhenRequired,
    /// Always a new one.
    AlwaysCreate,
}

/// Writes what prompts, invitations and sources gathered into a user, who is made when needed.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/user_write", model = "authentik_stages_user_write.userwritestage",
           form = "ak-stage-user-write-form", order = "name", search = [name],
           filter = [name, stage_uuid, user_creation_mode, create_users_as_inactive, create_users_group, user_type, user_path_template])]
pub struct UserWriteStage {
    /// When an account is made.
    #[field(default = "create_when_required")]
    pub user_creation_mode: UserCreationMode,
    /// New accounts cannot be used until somebody, or a mail confirmation, activates them.
    #[field(default = false)]
    pub create_users_as_inactive: bool,
    /// The group that written users join.
    #[field(to = "authentik_core.group", on_delete = set_default)]
    pub create_users_group: Option<Uuid>,
    /// The type of new accounts.
    #[field(default = "external")]
    pub user_type: UserType,
    /// The path of new accounts; `users` when empty.
    #[field(blank)]
    pub user_path_template: String,
}
