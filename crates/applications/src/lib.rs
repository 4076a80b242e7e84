//! Applications, what they offer, who agreed to what, and what the organisation keeps about its objects.

mod applications;
mod consent;
mod entitlements;
mod object_attributes;
mod provider;
mod requestable;
mod transactional;

use vestibule_engine::Area;

pub use applications::{Application, explain_access};
pub use consent::UserConsent;
pub use entitlements::ApplicationEntitlement;
pub use object_attributes::{ObjectAttribute, ObjectAttributeType};

/// What the API serves of this area.
pub fn area() -> Area {
    Area {
        endpoints: vec![applications::endpoint(), entitlements::endpoint(), consent::endpoint(), object_attributes::endpoint()],
        standalone: vec![applications::CHECK_ACCESS, transactional::OPERATION],
        schemas: &[include_str!("schemas.json")],
    }
}
