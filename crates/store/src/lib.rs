//! The only crate that knows SQL and its dialects.
//!
//! It turns descriptors into tables, queries and writes, on SQLite and on PostgreSQL alike. Callers speak of resources, fields,
//! paths and conditions; what they get back are [`Record`](vestibule_resource::Record)s.

mod backend;
mod cache;
mod condition;
mod ddl;
mod delete;
mod dialect;
mod drift;
mod failure;
mod follower;
mod generation;
mod index;
mod insert;
mod inspect;
mod internal;
mod introspect;
mod key;
mod layout;
mod link;
mod linked;
mod listen;
mod migrate;
mod migration;
mod open;
#[cfg(test)]
mod plan_tests;
mod postgres;
mod query;
mod reach;
mod readers;
mod refusal;
mod resolve;
mod revision;
mod schema;
mod select;
mod setting;
mod sql;
mod sqlite;
mod store;
mod table;
mod tally;
mod touch;
mod transaction;
mod types;
mod update;
mod violation;
mod witness;
mod writer;

pub use cache::Rows;
pub use ddl::schema;
pub use dialect::Dialect;
pub use follower::Follower;
pub use internal::REVISION;
pub use migration::{MIGRATIONS, Migration};
pub use query::{Condition, Direction, Op, Order, Query};
pub use revision::{Revision, SECRET};
pub use store::{Database, Settings, Store};
pub use tally::{Gather, Tally};
pub use transaction::{Actor, Transaction};
pub use witness::{Columns, Witness};
