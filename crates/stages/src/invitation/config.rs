//! Single links that let a person enrol, with values fixed in advance.

use vestibule_flow::Stage;
use vestibule_resource_derive::Resource;

/// Admits only visitors who hold an invitation.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/invitation/stages", model = "authentik_stages_invitation.invitationstage",
           form = "ak-stage-invitation-form", order = "name", search = [name],
           filter = [name, "no_flows: flow_set isnull", continue_flow_without_invitation, stage_uuid])]
pub struct InvitationStage {
    /// Go on to the next stage when no invitation is given, instead of ending the flow.
    #[field(default = false)]
    pub continue_flow_without_invitation: bool,
}
