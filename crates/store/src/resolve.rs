//! Paths over relations, down to the column that they end in.

use vestibule_resource::{Error, Hop, Kind, Many, Resource, Result, Source};

use crate::sql::Builder;

/// A resolved path.
pub(crate) struct Way {
    pub hops: Vec<Hop>,
    pub end: End,
}

/// Where a path ends.
#[derive(Debug, Clone)]
pub(crate) enum End {
    /// In a column of that name.
    Column(String),
    /// In the objects at the other end of these links.
    Links(Many),
}

impl Builder<'_> {
    pub(crate) fn resolve(&self, resource: &'static Resource, path: &str) -> Result<Way> {
        let unknown = || Error::internal(format!("{} has no path {path}", resource.model));
        if let Some(found) = self.catalog.path(resource, path) {
            let end = match found.field.kind {
                Kind::Many(links) => End::Links(links),
                Kind::Nested(nested) => match nested.source {
                    Source::Many(links) => End::Links(links),
                    Source::Ref(field) => End::Column(field.to_owned()),
                },
                Kind::Computed(_) => return Err(unknown()),
                _ => End::Column(found.field.name.to_owned()),
            };
            return Ok(Way { hops: found.hops, end });
        }
        self.resolve_undeclared(resource, path).ok_or_else(unknown)
    }

    /// Columns that are no fields: the link to a base row, a polymorphic base's `model`, the columns of the store's own tables.
    fn resolve_undeclared(&self, resource: &'static Resource, path: &str) -> Option<Way> {
        let (hops, last, name) = match path.rsplit_once("__") {
            None => (Vec::new(), resource, path),
            Some((before, name)) => {
                let before = self.catalog.path(resource, &format!("{before}__pk"))?;
                (before.hops, before.resource, name)
            }
        };
        let slot = self.schema.layout(last)?.slot(name)?;
        Some(Way { hops, end: End::Column(slot.name.to_owned()) })
    }
}
