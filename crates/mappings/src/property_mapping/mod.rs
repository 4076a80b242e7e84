//! What all types of property mapping share, with the collection of mappings of every type.

mod config;
mod test;

use vestibule_engine::{Action, Endpoint, Operations, types};
use vestibule_host::Syntax;
use vestibule_resource::Model as _;

pub use config::PropertyMapping;

/// Components of the OpenAPI document.
pub(crate) const SCHEMAS: &str = include_str!("schemas.json");

/// Texts that are no programs are refused, in mappings of every type.
static SYNTAX: Syntax = Syntax(&[("expression", None)]);

static ACTIONS: &[Action] = &[types::<PropertyMapping>("propertymappings_all_types_list"), test::ACTION];

/// What the API serves: mappings are made in the collections of their types.
pub(crate) fn endpoint() -> Endpoint {
    let operations = Operations::ALL.without(Operations::CREATE).without(Operations::UPDATE).without(Operations::PARTIAL);
    Endpoint::new(PropertyMapping::RESOURCE).operations(operations).actions(ACTIONS).hooks(&SYNTAX)
}
