//! Requests for access, and the rules by which they are granted.

use vestibule_engine::Area;

/// What the API serves of this area.
pub fn area() -> Area {
    Area { endpoints: Vec::new(), standalone: Vec::new(), schemas: &[] }
}
