//! A page of questions.

use vestibule_flow::Stage;
use vestibule_resource::Links;
use vestibule_resource_derive::Resource;

/// Asks the visitor questions and keeps the answers in `prompt_data`, from where other stages take them.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/prompt/stages", model = "authentik_stages_prompt.promptstage",
           form = "ak-stage-prompt-form", order = "name", search = [name],
           filter = [name, stage_uuid, fields, validation_policies])]
pub struct PromptStage {
    /// The prompts.
    #[field(
        required,
        links(to = "authentik_stages_prompt.prompt", table = "prompt_stage_fields", mine = "promptstage", theirs = "prompt")
    )]
    pub fields: Links,
    /// Policies that must all accept the answers.
    #[field(
        blank,
        links(to = "authentik_policies.policy", table = "prompt_stage_validation_policies", mine = "promptstage", theirs = "policy")
    )]
    pub validation_policies: Links,
}
