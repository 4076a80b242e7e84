//! The server itself: its settings, files, tasks, reports, blueprints and tenants.

use vestibule_engine::Area;

/// What the API serves of this area.
pub fn area() -> Area {
    Area { endpoints: Vec::new(), standalone: Vec::new(), schemas: &[] }
}
