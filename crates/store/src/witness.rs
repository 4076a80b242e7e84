//! Who is told of the changes of a transaction before they are committed.

use futures::future::BoxFuture;
use vestibule_resource::{Resource, Result, Value};

use crate::Revision;

/// Columns of a row to write, by name.
pub type Columns = Vec<(&'static str, Value)>;

/// Learns what a transaction changes and answers rows that are written together with it, in one statement: the audit events.
pub trait Witness: Send {
    /// Whose rows it answers; a resource with a table of its own and no base.
    fn resource(&self) -> &'static Resource;

    /// The rows to write for these changes, of which there is at least one.
    fn rows<'a>(&'a self, changes: &'a [Revision]) -> BoxFuture<'a, Result<Vec<Columns>>>;
}
