//! Looking at permissions, and assigning them to roles: of every object of a kind, or of one object.
//!
//! What roles are and what they let people do stands in `vestibule_core::roles`.

mod assigned;
mod permissions;

use vestibule_engine::Area;

/// What the API serves of this area.
pub fn area() -> Area {
    let standalone = [permissions::OPERATIONS, assigned::OPERATIONS].concat();
    Area { endpoints: Vec::new(), standalone, schemas: &[include_str!("schemas.json")] }
}
