//! What all types of stage share.

use uuid::Uuid;
use vestibule_resource::{Computed, Nest};
use vestibule_resource_derive::Resource;

use super::FLOW_SET;

/// One step of a flow. The types of stage extend it.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_flows.stage",
    path = "stages/all",
    key = "stage_uuid",
    polymorphic,
    verbose = "stage",
    search = [name],
    filter = [name],
    display = "Stage {name}"
)]
pub struct Stage {
    /// Key.
    #[field(read_only, default = uuid)]
    pub stage_uuid: Uuid,
    /// Name, unique among the stages of all types.
    #[field(unique)]
    pub name: String,
    /// Web component of the form that edits this type of stage.
    pub component: Computed<String>,
    /// The type's name.
    pub verbose_name: Computed<String>,
    /// The type's name, for several.
    pub verbose_name_plural: Computed<String>,
    /// The type's model label.
    pub meta_model_name: Computed<String>,
    /// Flows that use the stage, once for each place.
    #[field(nest(to = "authentik_flows.flow", table = "flow_stage_binding", mine = "stage", theirs = "target", view = FLOW_SET))]
    pub flow_set: Nest,
}
