//! A place of a stage in a flow.

use uuid::Uuid;
use vestibule_policies::PolicyBindingModel;
use vestibule_resource::Nest;
use vestibule_resource_derive::{Choices, Resource};

/// Puts a stage into a flow, at a place of its own.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_flows.flowstagebinding",
    path = "flows/bindings",
    extends = PolicyBindingModel,
    link = "policybindingmodel_ptr_id",
    key = "fsb_uuid",
    order = "order",
    search = [stage__name],
    filter = [
        evaluate_on_plan, fsb_uuid, invalid_response_action, order, pbm_uuid, policies, policy_engine_mode, re_evaluate_policies, stage, target
    ],
    unique = [[target, stage, order]],
    display = "Flow-stage binding #{order} to {target}"
)]
pub struct FlowStageBinding {
    /// Key.
    #[field(read_only, default = uuid)]
    pub fsb_uuid: Uuid,
    /// Key under which policies are bound to the place.
    #[field(read_only)]
    pub policybindingmodel_ptr_id: Uuid,
    /// The flow.
    #[field(to = "authentik_flows.flow", on_delete = cascade)]
    pub target: Uuid,
    /// The stage.
    #[field(to = "authentik_flows.stage", on_delete = cascade)]
    pub stage: Uuid,
    /// The stage in full.
    #[field(nest(of = "stage", to = "authentik_flows.stage"))]
    pub stage_obj: Nest,
    /// Check the policies when a visitor enters the flow.
    #[field(default = false)]
    pub evaluate_on_plan: bool,
    /// Check the policies when a visitor reaches the stage.
    #[field(default = true)]
    pub re_evaluate_policies: bool,
    /// Place in the flow, smallest first.
    pub order: i64,
    /// What follows a wrong answer to the stage.
    #[field(default = "retry")]
    pub invalid_response_action: InvalidResponseAction,
}

/// What follows a wrong answer to a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "InvalidResponseActionEnum")]
pub enum InvalidResponseAction {
    /// The stage is shown again with what was wrong.
    Retry,
    /// The flow starts anew and forgets what it knew.
    Restart,
    /// The flow starts anew and keeps what it knew.
    RestartWithContext,
}
