//! The server itself: its settings, files, tasks, reports, blueprints, licences and tenants.

mod blueprints;
mod catalogue;
mod files;
mod licence;
mod report;
mod settings;
mod tasks;
mod tenants;
mod version;

use vestibule_engine::{Area, Endpoint};

pub use blueprints::{BlueprintFolder, BlueprintInstance};
pub use files::Files;
pub use licence::License;
pub use report::DataExport;
pub use tasks::{Schedule, Task};
pub use tenants::{Domain, Tenant};
pub use version::{RELEASE, VersionHistory, note as note_version};

/// What the API serves of this area.
pub fn area() -> Area {
    let endpoints: [Vec<Endpoint>; 6] = [
        vec![version::endpoint()],
        tenants::endpoints(),
        tasks::endpoints(),
        vec![blueprints::endpoint()],
        vec![report::endpoint()],
        vec![licence::endpoint()],
    ];
    let standalone = [settings::OPERATIONS, version::OPERATIONS, catalogue::OPERATIONS, files::OPERATIONS, tasks::OPERATIONS];
    Area { endpoints: endpoints.into_iter().flatten().collect(), standalone: standalone.concat(), schemas: &[include_str!("schemas.json")] }
}
