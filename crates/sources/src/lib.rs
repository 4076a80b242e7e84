//! Sources: other directories and identity providers whose people log in here, and the connections of users and groups to them.

use vestibule_engine::Area;

/// What the API serves of this area.
pub fn area() -> Area {
    Area { endpoints: Vec::new(), standalone: Vec::new(), schemas: &[] }
}
