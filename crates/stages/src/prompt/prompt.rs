//! One question.

use uuid::Uuid;
use vestibule_resource::Nest;
use vestibule_resource_derive::{Choices, Resource};

/// What kind of question a prompt is, and so how its answer is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "PromptTypeEnum")]
pub enum PromptType {
    /// A line of text.
    Text,
    /// Several lines of text.
    TextArea,
    /// A line of text that the visitor sees and cannot change.
    #[choice(label = "Text, read only")]
    TextReadOnly,
    /// Several lines of text that the visitor sees and cannot change.
    #[choice(label = "Text area, read only")]
    TextAreaReadOnly,
    /// A user name that nobody has yet.
    #[choice(label = "Username that is not taken")]
    Username,
    /// An e-mail address.
    #[choice(label = "E-mail address")]
    Email,
    /// A password; two of them in one stage must be equal.
    Password,
    /// A whole number.
    Number,
    /// Yes or no.
    Checkbox,
    /// One of several choices, all of them in view.
    #[choice(value = "radio-button-group", label = "Choice, as radio buttons")]
    RadioButtonGroup,
    /// One of several choices.
    #[choice(label = "Choice, as a list that drops down")]
    Dropdown,
    /// A day.
    Date,
    /// A day and a time.
    #[choice(value = "date-time", label = "Date Time")]
    DateTime,
    /// A file, as a data URI.
    #[choice(label = "File, kept as a data URI")]
    File,
    /// A line between questions.
    Separator,
    /// A value that goes along unseen.
    #[choice(label = "Hidden value")]
    Hidden,
    /// Text to read.
    #[choice(label = "Text to read")]
    Static,
    /// Text to read, as a note.
    #[choice(label = "Note")]
    AlertInfo,
    /// Text to read, as a warning.
    #[choice(label = "Warning")]
    AlertWarning,
    /// Text to read, as a grave warning.
    #[choice(label = "Grave warning")]
    AlertDanger,
    /// A language of the interface.
    #[choice(value = "ak-locale", label = "Language")]
    AkLocale,
}

/// One question of a prompt stage.
#[derive(Resource)]
#[resource(path = "stages/prompt/prompts", model = "authentik_stages_prompt.prompt", key = "prompt_uuid", order = "field_key",
           search = [field_key, name, label, "type", placeholder], filter = [field_key, name, label, "type", placeholder],
           display = "Prompt field '{field_key}' type {type}")]
pub struct Prompt {
    /// Identifier of the prompt.
    #[field(default = uuid, read_only)]
    pub prompt_uuid: Uuid,
    /// Name of the prompt, for administrators.
    #[field(unique)]
    pub name: String,
    /// Name of the answer in `prompt_data`, e.g. `username` or `attributes.settings.locale`.
    pub field_key: String,
    /// The question as the visitor reads it.
    pub label: String,
    /// What kind of question it is.
    pub r#type: PromptType,
    /// It must be answered.
    #[field(default = true)]
    pub required: bool,
    /// What an empty field shows; for choices, the choices.
    #[field(blank)]
    pub placeholder: String,
    /// What the field holds at first.
    #[field(blank)]
    pub initial_value: String,
    /// Place among the prompts of a stage, the smallest first.
    #[field(default = 0)]
    pub order: i64,
    /// The stages that ask it.
    #[field(nest(to = "authentik_stages_prompt.promptstage", table = "prompt_stage_fields", mine = "prompt", theirs = "promptstage"))]
    pub prompt_stages_obj: Nest,
    /// A note below the field.
    #[field(blank)]
    pub sub_text: String,
    /// The placeholder is an expression.
    #[field(default = false)]
    pub placeholder_expression: bool,
    /// The initial value is an expression.
    #[field(default = false)]
    pub initial_value_expression: bool,
}
