//! Groups: users that share roles and attributes, in a hierarchy.

mod actions;
mod attributes;
mod config;
mod hierarchy;
mod hooks;
mod shown;
#[cfg(test)]
mod tests;

use vestibule_engine::Endpoint;
use vestibule_resource::Model as _;

pub use attributes::{at, group_attributes, merge, merge_unique};
pub use config::{CHILDREN, GROUPS_OF_USER, Group, PARENTS, PARTIAL_GROUP, ROLES_OF_GROUP, ROLES_OF_USER, USERS_OF_GROUP};
pub use hierarchy::{all_of, ancestors, any_confers, conferring, roles_of, superusers};
pub use shown::number;

/// Components of the OpenAPI document.
pub const SCHEMAS: &str = include_str!("schemas.json");

/// What the API serves.
pub fn endpoint() -> Endpoint {
    Endpoint::new(Group::RESOURCE).hooks(&hooks::GroupHooks).actions(actions::ACTIONS).asked()
}
