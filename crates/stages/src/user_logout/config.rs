//! The end of a session.

use vestibule_flow::Stage;
use vestibule_resource_derive::Resource;

/// Logs the visitor out.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/user_logout", model = "authentik_stages_user_logout.userlogoutstage",
           form = "ak-stage-user-logout-form", order = "name", search = [name], filter = [name, stage_uuid])]
pub struct UserLogoutStage {}
