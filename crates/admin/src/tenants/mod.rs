//! Tenants: servers within the server, each with people and settings of its own, told apart by domain.
//!
//! They are written down here, but this server serves itself alone: a tenant is not ready before something serves it.

mod actions;
mod domain;
mod tenant;

use vestibule_engine::{Endpoint, Operations};
use vestibule_resource::Model as _;

pub use domain::Domain;
pub use tenant::Tenant;

/// What the API serves.
pub(crate) fn endpoints() -> Vec<Endpoint> {
    let all = Operations::ALL.without(Operations::USED_BY);
    vec![
        Endpoint::new(Tenant::RESOURCE).operations(all).hooks(&tenant::TenantHooks).actions(actions::ACTIONS),
        Endpoint::new(Domain::RESOURCE).operations(all).hooks(&domain::DomainHooks),
    ]
}
