//! Agreeing to what an application learns.

use vestibule_flow::Stage;
use vestibule_resource_derive::{Choices, Resource};

/// How long somebody's consent holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "ConsentModeEnum")]
pub enum ConsentMode {
    /// It is asked for each time.
    AlwaysRequire,
    /// It holds until it is withdrawn.
    Permanent,
    /// It holds for some time.
    Expiring,
}

/// Asks the visitor whether they agree to what the application is about to learn.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/consent", model = "authentik_stages_consent.consentstage", form = "ak-stage-consent-form",
           order = "name", search = [name], filter = [name, stage_uuid, mode, consent_expire_in])]
pub struct ConsentStage {
    /// How long consent holds.
    #[field(default = "expiring")]
    pub mode: ConsentMode,
    /// For what time, when it holds for some.
    #[field(kind = duration, default = "weeks=4")]
    pub consent_expire_in: String,
}
