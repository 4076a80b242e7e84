//! All resources of a server, with their labels resolved.

use std::collections::HashMap;

use crate::{Field, Kind, Many, Resource, Source, resource::DEEPEST};

/// All resources, checked once at start: every label and path in a descriptor leads somewhere.
#[derive(Debug)]
pub struct Catalog {
    resources: Vec<&'static Resource>,
    by_model: HashMap<&'static str, &'static Resource>,
    by_table: HashMap<&'static str, &'static Resource>,
}

/// A descriptor that does not fit the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogError(pub String);

/// A field that refers to a resource, seen from the resource.
#[derive(Debug, Clone, Copy)]
pub struct Referrer {
    /// Who refers.
    pub resource: &'static Resource,
    /// With which field.
    pub field: &'static Field,
}

/// A path over relations, resolved: hops, then a field of the last resource.
#[derive(Debug, Clone)]
pub struct Path {
    /// The relations to follow, in order.
    pub hops: Vec<Hop>,
    /// The resource that the path ends in.
    pub resource: &'static Resource,
    /// The field that the path ends in.
    pub field: &'static Field,
}

/// One relation of a path.
#[derive(Debug, Clone, Copy)]
pub enum Hop {
    /// From the referring column to the referenced object.
    Ref {
        /// The referring field.
        field: &'static Field,
        /// What it refers to.
        to: &'static Resource,
    },
    /// Through a link table.
    Many {
        /// The links.
        links: Many,
        /// The resource at the other end.
        to: &'static Resource,
    },
}

impl Catalog {
    /// Collects the resources.
    ///
    /// # Errors
    /// When two share a label or table.
    pub fn new(resources: Vec<&'static Resource>) -> Result<Self, CatalogError> {
        let mut catalog = Catalog { by_model: HashMap::new(), by_table: HashMap::new(), resources };
        for resource in &catalog.resources {
            if catalog.by_model.insert(resource.model, resource).is_some() {
                return Err(CatalogError(format!("two resources are labelled {}", resource.model)));
            }
            if catalog.by_table.insert(resource.table, resource).is_some() {
                return Err(CatalogError(format!("two resources use the table {}", resource.table)));
            }
            if resource.lineage().count() > DEEPEST {
                return Err(CatalogError(format!("{} has more than {} bases", resource.model, DEEPEST - 1)));
            }
        }
        Ok(catalog)
    }

    /// All resources, in the order in which they were registered.
    pub fn resources(&self) -> &[&'static Resource] {
        &self.resources
    }

    /// The resource with that model label.
    pub fn find(&self, model: &str) -> Option<&'static Resource> {
        self.by_model.get(model).copied()
    }

    /// The resource with that table.
    pub fn by_table(&self, table: &str) -> Option<&'static Resource> {
        self.by_table.get(table).copied()
    }

    /// The resources that extend `base` directly.
    pub fn children(&self, base: &'static Resource) -> impl Iterator<Item = &'static Resource> {
        self.resources.iter().copied().filter(move |child| child.extends.as_ref().is_some_and(|link| link.resource.model == base.model))
    }

    /// The resources that extend `base`, directly or through others.
    pub fn descendants(&self, base: &'static Resource) -> impl Iterator<Item = &'static Resource> {
        self.resources.iter().copied().filter(move |other| other.bases().any(|known| known.model == base.model))
    }

    /// Every own field of every resource that refers to `resource` or to a base of it, by reference or link. Links over a table of
    /// `resource` itself are its own references, seen from the other end.
    pub fn referrers(&self, resource: &'static Resource) -> Vec<Referrer> {
        let wanted = |to: &str| resource.is(to);
        let mut found = Vec::new();
        for other in &self.resources {
            for field in other.fields {
                match field.kind {
                    Kind::Ref(link) if wanted(link.to) => found.push(Referrer { resource: other, field }),
                    Kind::Many(link) if wanted(link.to) && resource.lineage().all(|own| own.table != link.table) => {
                        found.push(Referrer { resource: other, field })
                    }
                    _ => {}
                }
            }
        }
        found
    }

    /// Follows `path` (`flow__slug`, `groups`, `name`, `pk`) from `resource`.
    ///
    /// `None` when a word of it is no field or leads to a resource that is not registered.
    pub fn path(&self, resource: &'static Resource, path: &str) -> Option<Path> {
        let mut here = resource;
        let mut hops = Vec::new();
        let mut words = path.split("__").peekable();
        loop {
            let word = words.next()?;
            let field = here.field(if word == "pk" { here.key } else { word })?;
            if words.peek().is_none() {
                return Some(Path { hops, resource: here, field });
            }
            let hop = self.hop(field)?;
            here = match hop {
                Hop::Ref { to, .. } | Hop::Many { to, .. } => to,
            };
            hops.push(hop);
        }
    }

    fn hop(&self, field: &'static Field) -> Option<Hop> {
        match field.kind {
            Kind::Ref(link) => Some(Hop::Ref { field, to: self.find(link.to)? }),
            Kind::Many(links) => Some(Hop::Many { links, to: self.find(links.to)? }),
            Kind::Nested(nested) => match nested.source {
                Source::Many(links) => Some(Hop::Many { links, to: self.find(links.to)? }),
                Source::Ref(_) => None,
            },
            _ => None,
        }
    }
}
