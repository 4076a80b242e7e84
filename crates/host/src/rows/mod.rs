//! Rows of our resources as objects, from their descriptors: no resource is named here but in the tables of what is special about a
//! few (`user.rs`, `group.rs`) and of what may be written (`access.rs`).

mod access;
mod class;
mod column;
pub(crate) mod errors;
mod group;
mod lookup;
mod path;
mod query;
mod row;
mod save;
mod user;

pub use class::class;
pub use query::{Rows, rows};
pub use row::{Row, row};

pub(crate) use lookup::{Q, Q_TYPE};
pub(crate) use query::Through;

use vestibule_expression::{Result, Vm};
use vestibule_resource::{Record, Resource};
use vestibule_store::Query;

use crate::{session, wait::wait_for};

/// Rows of the database, on the budget of calls.
pub(crate) fn select(vm: &mut Vm<'_>, query: &Query) -> Result<Vec<Record>> {
    vm.charge_call()?;
    let store = session(vm)?.cx().store.clone();
    let rows = wait_for(store.select(query))?;
    vm.allocate(rows.len() * 512)?;
    Ok(rows)
}

/// The row with a key.
pub(crate) fn get(vm: &mut Vm<'_>, resource: &'static Resource, key: &vestibule_resource::Value) -> Result<Option<Record>> {
    let rows = select(vm, &Query::all(resource).is(resource.key, key.clone()).limit(1))?;
    Ok(rows.into_iter().next())
}
