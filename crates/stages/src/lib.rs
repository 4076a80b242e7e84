//! The stage types, one folder each.
//!
//! A folder holds `config.rs`, which declares the settings of the type, and `stage.rs`, which says what it does. Beside its folder
//! a type is named in two lines of this file: its module and its place in the list. Nothing else in the project knows it.

mod flag;
mod stage_type;

pub mod deny;
pub mod dummy;
pub mod identification;
pub mod invitation;
pub mod password;
pub mod prompt;
pub mod redirect;
pub mod user_delete;
pub mod user_login;
pub mod user_logout;
pub mod user_write;

use vestibule_engine::Endpoint;
use vestibule_flow::StageKind;
use vestibule_resource::Resource;

pub use prompt::Evaluate;
pub use stage_type::StageType;

/// All stage types.
const TYPES: &[StageType] = &[
    deny::TYPE,
    dummy::TYPE,
    identification::TYPE,
    invitation::TYPE,
    password::TYPE,
    prompt::TYPE,
    redirect::TYPE,
    user_delete::TYPE,
    user_login::TYPE,
    user_logout::TYPE,
    user_write::TYPE,
];

/// What the stage types do, for the executor.
pub static STAGES: &[StageKind] = &kinds();

/// OpenAPI components that no descriptor gives: texts of JSON objects, component name to schema.
pub static SCHEMAS: &[&str] = &schemas();

/// The resources of all stage types.
pub fn resources() -> Vec<&'static Resource> {
    TYPES.iter().flat_map(|kind| kind.resources).copied().collect()
}

/// What the API serves of all stage types.
pub fn endpoints() -> Vec<Endpoint> {
    TYPES.iter().flat_map(|kind| (kind.endpoints)()).collect()
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
