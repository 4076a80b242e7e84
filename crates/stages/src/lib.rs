//! The stage types, one folder each.
//!
//! A folder holds `config.rs`, which declares the settings of the type, and `stage.rs`, which says what it does. Beside its folder
//! a type is named in two lines of this file: its module and its place in the list. Nothing else in the project knows it.

mod flag;
mod letter;
mod stage_type;
mod unavailable;

pub mod account_lockdown;
pub mod authenticator_duo;
pub mod authenticator_email;
pub mod authenticator_endpoint_gdtc;
pub mod authenticator_sms;
pub mod authenticator_static;
pub mod authenticator_totp;
pub mod authenticator_validate;
pub mod authenticator_webauthn;
pub mod captcha;
pub mod consent;
pub mod deny;
pub mod dummy;
pub mod email;
pub mod endpoints;
pub mod identification;
pub mod invitation;
pub mod mtls;
pub mod password;
pub mod prompt;
pub mod redirect;
pub mod source;
pub mod user_delete;
pub mod user_login;
pub mod user_logout;
pub mod user_write;

use vestibule_engine::Area;
use vestibule_flow::StageKind;

pub use email::FUNCTIONS;
pub use stage_type::StageType;

/// All stage types.
const TYPES: &[StageType] = &[
    account_lockdown::TYPE,
    authenticator_duo::TYPE,
    authenticator_email::TYPE,
    authenticator_endpoint_gdtc::TYPE,
    authenticator_sms::TYPE,
    authenticator_static::TYPE,
    authenticator_totp::TYPE,
    authenticator_validate::TYPE,
    authenticator_webauthn::TYPE,
    captcha::TYPE,
    consent::TYPE,
    deny::TYPE,
    dummy::TYPE,
    email::TYPE,
    endpoints::TYPE,
    identification::TYPE,
    invitation::TYPE,
    mtls::TYPE,
    password::TYPE,
    prompt::TYPE,
    redirect::TYPE,
    source::TYPE,
    user_delete::TYPE,
    user_login::TYPE,
    user_logout::TYPE,
    user_write::TYPE,
];

/// What the stage types do, for the executor.
pub static STAGES: &[StageKind] = &kinds();

/// OpenAPI components that no descriptor gives: texts of JSON objects, component name to schema.
static SCHEMAS: &[&str] = &schemas();

/// What the API serves of all stage types.
pub fn area() -> Area {
    let endpoints = TYPES.iter().flat_map(StageType::endpoints).collect();
    Area { endpoints, standalone: vec![authenticator_duo::ENROLLMENT_STATUS], schemas: SCHEMAS }
}

#[expect(clippy::indexing_slicing, reason = "runs in the compiler, which refuses an index that is out of bounds")]
const fn kinds() -> [StageKind; TYPES.len()] {
    let mut kinds = [TYPES[0].kind; TYPES.len()];
    let mut at = 0;
    while at < TYPES.len() {
        kinds[at] = TYPES[at].kind;
        at += 1;
    }
    kinds
}

#[expect(clippy::indexing_slicing, reason = "runs in the compiler, which refuses an index that is out of bounds")]
const fn schemas() -> [&'static str; TYPES.len()] {
    let mut schemas = [""; TYPES.len()];
    let mut at = 0;
    while at < TYPES.len() {
        schemas[at] = TYPES[at].schemas;
        at += 1;
    }
    schemas
}

#[cfg(test)]
mod tests;
