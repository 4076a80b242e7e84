//! The end of an account.

use vestibule_flow::Stage;
use vestibule_resource_derive::Resource;

/// Deletes the account that the flow is about, without asking again. Put a question or a password stage before it.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/user_delete", model = "authentik_stages_user_delete.userdeletestage",
           form = "ak-stage-user-delete-form", order = "name", search = [name], filter = [name, stage_uuid])]
pub struct UserDeleteStage {}
