//! Authenticators: the devices by which users prove who they are a second time.

use vestibule_engine::Area;

/// What the API serves of this area.
pub fn area() -> Area {
    Area { endpoints: Vec::new(), standalone: Vec::new(), schemas: &[] }
}
