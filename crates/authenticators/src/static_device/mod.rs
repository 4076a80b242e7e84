//! Codes on paper.

mod config;
mod hooks;
mod take;

use vestibule_engine::{Endpoint, Operations};
use vestibule_resource::Model as _;

use crate::device::collections;

pub use config::{StaticDevice, StaticToken};
pub(crate) use take::take;

/// What the API serves.
pub(crate) fn endpoints() -> [Endpoint; 3] {
    let [own, administered] = collections(StaticDevice::RESOURCE, "authenticators/admin/static");
    [own.hooks(&hooks::StaticHooks), administered, Endpoint::new(StaticToken::RESOURCE).operations(Operations::NONE)]
}
