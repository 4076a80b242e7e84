//! A stage that does nothing, for trying flows out.

use vestibule_flow::Stage;
use vestibule_resource_derive::Resource;

/// Shows its name and goes on with any answer. Only for trying flows out: it checks nothing.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/dummy", model = "authentik_stages_dummy.dummystage", form = "ak-stage-dummy-form",
           order = "name", search = [name], filter = [name, stage_uuid, throw_error])]
pub struct DummyStage {
    /// Fail instead of showing anything, to see what visitors see when something breaks.
    #[field(default = false)]
    pub throw_error: bool,
}
