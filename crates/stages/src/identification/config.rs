//! Saying who one is.

use uuid::Uuid;
use vestibule_flow::Stage;
use vestibule_resource::Links;
use vestibule_resource_derive::{Choices, Resource};

/// What a user can be found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "UserFieldsEnum")]
pub enum UserField {
    /// The e-mail address.
    #[choice(label = "E-mail address")]
    Email,
    /// The user name.
    Username,
    /// The user principal name: the attribute `upn`.
    #[choice(label = "User principal name")]
    Upn,
}

/// Asks who the visitor is, by user name, e-mail address or principal name, or through a source.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/identification", model = "authentik_stages_identification.identificationstage",
           form = "ak-stage-identification-form", order = "name", search = [name],
           filter = [name, password_stage, captcha_stage, webauthn_stage, case_insensitive_matching, show_matched_user, enrollment_flow,
                     recovery_flow, passwordless_flow, show_source_labels])]
pub struct IdentificationStage {
    /// What a user can be found by; with none of them only sources are offered.
    #[field(blank)]
    pub user_fields: Vec<UserField>,
    /// Ask for the password on the same page, with the settings of this stage.
    #[field(to = "authentik_stages_password.passwordstage", on_delete = set_null)]
    pub password_stage: Option<Uuid>,
    /// Ask for a captcha on the same page, with the settings of this stage.
    #[field(to = "authentik_stages_captcha.captchastage", on_delete = set_null)]
    pub captcha_stage: Option<Uuid>,
    /// Take what is typed whatever its case.
    #[field(default = true)]
    pub case_insensitive_matching: bool,
    /// Show the name and picture of the user who was found; otherwise only what was typed.
    #[field(default = true)]
    pub show_matched_user: bool,
    /// Offer this flow to those who have no account.
    #[field(to = "authentik_flows.flow", on_delete = set_default)]
    pub enrollment_flow: Option<Uuid>,
    /// Offer this flow to those who forgot their password.
    #[field(to = "authentik_flows.flow", on_delete = set_default)]
    pub recovery_flow: Option<Uuid>,
    /// Offer this flow to those who log in without a password.
    #[field(to = "authentik_flows.flow", on_delete = set_default)]
    pub passwordless_flow: Option<Uuid>,
    /// Sources that are offered.
    #[field(
        blank,
        links(to = "authentik_core.source", table = "identification_stage_sources", mine = "identificationstage", theirs = "source")
    )]
    pub sources: Links,
    /// Show the names of sources beside their icons.
    #[field(default = false)]
    pub show_source_labels: bool,
    /// Go on as if every name existed, so that nobody learns which do.
    #[field(default = true)]
    pub pretend_user_exists: bool,
    /// Offer to remember the name in the browser.
    #[field(default = false)]
    pub enable_remember_me: bool,
    /// Let passkeys answer here, with the settings of this stage.
    #[field(to = "authentik_stages_authenticator_validate.authenticatorvalidatestage", on_delete = set_null)]
    pub webauthn_stage: Option<Uuid>,
}
