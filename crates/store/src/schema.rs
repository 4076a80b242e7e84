//! From descriptors to tables.

use std::collections::{BTreeSet, HashMap};

use vestibule_resource::{Base, Catalog, Default, Error, Field, Kind, Many, OnDelete, Ref, Resource, Result, Unique};

use crate::{
    index,
    internal::INTERNAL,
    layout::Layout,
    reach,
    table::{BaseRow, Column, Reference, Table},
    touch::Touch,
    types::Type,
};

/// All tables of a catalog, and how the rows of its resources lie in them.
#[derive(Debug)]
pub(crate) struct Schema {
    /// In an order in which they can be made: what is referred to comes first, as far as circles allow.
    pub tables: Vec<Table>,
    by_name: HashMap<&'static str, usize>,
    layouts: HashMap<&'static str, Layout>,
    reaches: HashMap<&'static str, Vec<Touch>>,
}

impl Schema {
    pub(crate) fn new(catalog: &Catalog) -> Self {
        let resources = all_resources(catalog);
        let mut tables: Vec<Table> = resources.iter().map(|resource| resource_table(resource, catalog)).collect();
        for resource in &resources {
            for links in resource.fields.iter().filter_map(links_of) {
                if !tables.iter().any(|table| table.name == links.table) {
                    tables.push(link_table(resource, &links, catalog));
                }
            }
        }
        let tables = in_order(tables);
        let by_name = tables.iter().enumerate().map(|(place, table)| (table.name, place)).collect();
        let reaches = reach::reaches(&tables);
        let mut schema = Schema { tables, by_name, layouts: HashMap::new(), reaches };
        schema.layouts = resources.iter().filter_map(|resource| Some((resource.table, Layout::new(resource, &schema)?))).collect();
        schema
    }

    pub(crate) fn table(&self, name: &str) -> Option<&Table> {
        self.by_name.get(name).and_then(|place| self.tables.get(*place))
    }

    /// The table of that name, which must be there.
    pub(crate) fn needed(&self, name: &str) -> Result<&Table> {
        self.table(name).ok_or_else(|| Error::internal(format!("there is no table {name}")))
    }

    pub(crate) fn layout(&self, resource: &Resource) -> Option<&Layout> {
        self.layouts.get(resource.table)
    }

    /// The column of the resource's rows by which a link table knows them.
    pub(crate) fn near_end(&self, catalog: &Catalog, resource: &'static Resource, links: &Many) -> &'static str {
        let column = self.table(links.table).and_then(|table| table.column(links.mine));
        let to = column.and_then(|column| column.references.as_ref()).and_then(|to| catalog.by_table(to.table));
        to.map_or(resource.key, |to| resource.key_as_known_by(to.model))
    }

    /// What a deletion of a row of that table may change.
    pub(crate) fn reach(&self, table: &str) -> &[Touch] {
        self.reaches.get(table).map_or(&[], Vec::as_slice)
    }
}

/// The catalog's resources, the bases they extend, and the store's own tables.
fn all_resources(catalog: &Catalog) -> Vec<&'static Resource> {
    let mut all: Vec<&'static Resource> = Vec::new();
    let bases = catalog.resources().iter().flat_map(|resource| resource.bases());
    for resource in catalog.resources().iter().copied().chain(bases).chain(INTERNAL.iter().copied()) {
        if !all.iter().any(|known| known.table == resource.table) {
            all.push(resource);
        }
    }
    all
}

/// The links that need a table of their own, if no resource declares it.
fn links_of(field: &Field) -> Option<Many> {
    match field.kind {
        Kind::Many(links) => Some(links),
        _ => None,
    }
}

fn resource_table(resource: &'static Resource, catalog: &Catalog) -> Table {
    let mut table = Table {
        name: resource.table,
        resource: Some(resource),
        columns: Vec::new(),
        primary: resource.key,
        unique: Vec::new(),
        indexes: Vec::new(),
        base: resource.extends.as_ref().map(|base| BaseRow { link: base.link, table: base.resource.table, key: base.resource.key }),
    };
    table.columns = resource.fields.iter().filter(|field| field.kind.has_column()).map(|field| column(resource, field, catalog)).collect();
    if let Some(base) = &resource.extends {
        add_link(&mut table, base, catalog);
    }
    if table.column(resource.key).is_none() {
        table.columns.insert(0, Column::new(resource.key, Type::of_key(resource, catalog)));
    }
    if resource.polymorphic && table.column(MODEL).is_none() {
        table.columns.push(Column::new(MODEL, Type::Text));
    }
    for field in resource.fields.iter().filter(|field| field.kind.has_column() && is_unique(field)) {
        table.add_unique(vec![field.name]);
    }
    for together in resource.unique_together {
        table.add_unique(together.to_vec());
    }
    index::add(resource, &mut table);
    table
}

/// Column of a polymorphic base that holds the model label of the concrete resource.
pub(crate) const MODEL: &str = "model";

fn column(resource: &'static Resource, field: &'static Field, catalog: &Catalog) -> Column {
    Column {
        name: field.name,
        kind: Type::of(field, catalog),
        nullable: field.nullable && field.name != resource.key,
        serial: field.default == Default::Serial,
        words: words(field),
        references: reference(field, catalog),
    }
}

fn words(field: &Field) -> Option<BTreeSet<&'static str>> {
    let Kind::Choice(choices) = field.kind else { return None };
    let empty = field.blank.then_some("");
    Some(choices.items.iter().map(|item| item.value).chain(empty).collect())
}

fn reference(field: &Field, catalog: &Catalog) -> Option<Reference> {
    let Kind::Ref(link) = field.kind else { return None };
    let to = catalog.find(link.to)?;
    Some(Reference { table: to.table, column: to.key, on_delete: link.on_delete })
}

fn is_unique(field: &Field) -> bool {
    match field.unique {
        Unique::Model | Unique::Plain => true,
        Unique::No => matches!(field.kind, Kind::Ref(Ref { one_to_one: true, .. })),
    }
}

fn add_link(table: &mut Table, base: &Base, catalog: &Catalog) {
    let references = Reference { table: base.resource.table, column: base.resource.key, on_delete: OnDelete::Cascade };
    let link = Column::referring(base.link, Type::of_key(base.resource, catalog), references);
    match table.columns.iter_mut().find(|column| column.name == base.link) {
        Some(column) => *column = link,
        None => table.columns.insert(0, link),
    }
    table.add_unique(vec![base.link]);
}

/// A table of pairs; `position` keeps the order in which they were made.
fn link_table(resource: &'static Resource, links: &Many, catalog: &Catalog) -> Table {
    let mine = end(links.mine, Some(resource), catalog);
    let theirs = end(links.theirs, catalog.find(links.to), catalog);
    let mut table = Table {
        name: links.table,
        resource: None,
        columns: vec![Column::serial(POSITION), mine, theirs],
        primary: POSITION,
        unique: vec![vec![links.mine, links.theirs]],
        indexes: Vec::new(),
        base: None,
    };
    table.add_index(crate::table::Index { columns: vec![links.theirs, links.mine], folded: false });
    table
}

/// Column of a link table that the database counts.
pub(crate) const POSITION: &str = "position";

fn end(name: &'static str, to: Option<&'static Resource>, catalog: &Catalog) -> Column {
    match to {
        Some(to) => {
            let references = Reference { table: to.table, column: to.key, on_delete: OnDelete::Cascade };
            Column::referring(name, Type::of_key(to, catalog), references)
        }
        None => Column::new(name, Type::Uuid),
    }
}

/// What is referred to comes before what refers; tables in a circle keep the order of their declaration.
fn in_order(tables: Vec<Table>) -> Vec<Table> {
    let mut waiting = tables;
    let mut done: Vec<Table> = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let names: Vec<&str> = waiting.iter().map(|table| table.name).collect();
        let free = |table: &Table| {
            table
                .columns
                .iter()
                .filter_map(|column| column.references.as_ref())
                .all(|to| to.table == table.name || !names.contains(&to.table))
        };
        let next = waiting.iter().position(free).unwrap_or(0);
        done.push(waiting.remove(next));
    }
    done
}
