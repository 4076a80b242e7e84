//! How a row of a resource lies in its own table and those of its bases.

use std::fmt;

use vestibule_resource::Resource;

use crate::{schema::Schema, table::Table, types::Type};

/// The columns of a resource's rows.
#[derive(Debug)]
pub(crate) struct Layout {
    pub resource: &'static Resource,
    /// Those of the bases first; a name that several tables have is the nearest one's.
    pub slots: Vec<Slot>,
    /// The list of columns of a SELECT, with an [`Alias`] for each table.
    pub select: String,
    /// What that list yields.
    pub types: Vec<Type>,
}

/// Alias of a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Alias {
    /// 0 for the resource's own table, 1 for its base's, and so on.
    pub level: usize,
    /// Number of the subquery; `None` in the outermost query.
    pub number: Option<u32>,
}

impl fmt::Display for Alias {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.level {
            0 => out.write_str("t")?,
            1 => out.write_str("b")?,
            higher => write!(out, "b{higher}")?,
        }
        self.number.map_or(Ok(()), |number| write!(out, "_{number}"))
    }
}

/// One column of a row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slot {
    pub name: &'static str,
    /// How far up its table is: 0 for the resource's own, 1 for its base's, and so on.
    pub level: usize,
    pub kind: Type,
    pub nullable: bool,
}

impl Layout {
    pub(crate) fn new(resource: &'static Resource, schema: &Schema) -> Option<Self> {
        let tables: Vec<&Table> = resource.lineage().map(|resource| schema.table(resource.table)).collect::<Option<_>>()?;
        let hidden = |slot: &Slot| tables.iter().take(slot.level).any(|nearer| nearer.column(slot.name).is_some());
        let all = tables.iter().enumerate().rev().flat_map(|(level, table)| slots(table, level));
        let slots: Vec<Slot> = all.filter(|slot| !hidden(slot)).collect();
        let alias = |slot: &Slot| Alias { level: slot.level, number: None };
        let columns: Vec<String> = slots.iter().map(|slot| format!("{}.\"{}\"", alias(slot), slot.name)).collect();
        let types = slots.iter().map(|slot| slot.kind).collect();
        Some(Layout { resource, slots, select: columns.join(", "), types })
    }

    pub(crate) fn slot(&self, name: &str) -> Option<&Slot> {
        let name = if name == "pk" && !self.slots.iter().any(|slot| slot.name == "pk") { self.resource.key } else { name };
        self.slots.iter().find(|slot| slot.name == name)
    }

    /// How far up the tables go that reading whole rows needs.
    pub(crate) fn depth(&self) -> usize {
        self.slots.iter().map(|slot| slot.level).max().unwrap_or_default()
    }
}

fn slots(table: &Table, level: usize) -> impl Iterator<Item = Slot> {
    table.columns.iter().map(move |column| Slot { name: column.name, level, kind: column.kind, nullable: column.nullable })
}
