//! Going through another identity provider in the middle of a flow.

use uuid::Uuid;
use vestibule_flow::Stage;
use vestibule_resource_derive::{Choices, Resource};

/// What may go wrong at a source without ending the flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "ResumeOnMatchFailuresEnum")]
pub enum ResumeOnMatchFailure {
    /// The source says nothing of what users are recognised by.
    MissingProperty,
}

/// Sends the visitor to a source, and goes on with the flow when they come back.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/source", model = "authentik_stages_source.sourcestage", form = "ak-stage-source-form",
           order = "name", search = [name], filter = [name, stage_uuid, source, resume_timeout])]
pub struct SourceStage {
    /// The source, one that people are sent to with their browser.
    #[field(to = "authentik_core.source", on_delete = cascade)]
    pub source: Uuid,
    /// How long a visitor may stay there; who comes back later begins anew.
    #[field(kind = duration, default = "minutes=10")]
    pub resume_timeout: String,
    /// What may go wrong at the source without ending the flow.
    #[field(blank)]
    pub resume_on_match_failures: Vec<ResumeOnMatchFailure>,
}
