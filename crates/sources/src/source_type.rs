//! How a type of source is known to what all types share.

use vestibule_engine::Endpoint;
use vestibule_resource::{Record, Resource};

/// A type of source.
pub(crate) struct SourceType {
    /// What a source of this type is.
    pub(crate) resource: &'static Resource,
    /// What the API serves of it.
    pub(crate) endpoints: fn() -> Vec<Endpoint>,
    /// File of the icon of sources that have none of their own.
    pub(crate) icon: &'static str,
    /// How people connect their own account; `None` when that is not up to them.
    pub(crate) connect: Option<Connect>,
}

/// How people connect their own account.
pub(crate) struct Connect {
    /// Web component that lets them.
    pub(crate) component: &'static str,
    /// What that component starts from: an address, or for some types what the browser needs to know.
    pub(crate) start: fn(&Record) -> String,
}
