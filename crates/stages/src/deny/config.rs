//! A dead end: whoever gets here goes no further.

use vestibule_flow::Stage;
use vestibule_resource_derive::Resource;

/// Denies access, optionally with a message. Bind a policy to its binding, and only those who meet it are turned away.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/deny", model = "authentik_stages_deny.denystage", form = "ak-stage-deny-form",
           order = "name", search = [name], filter = [name, stage_uuid, deny_message])]
pub struct DenyStage {
    /// What the visitor reads; a general sentence when empty.
    #[field(blank)]
    pub deny_message: String,
}
