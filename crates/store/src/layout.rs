//! How a row of a resource lies in its own table and that of its base.

use vestibule_resource::Resource;

use crate::{schema::Schema, table::Table, types::Type};

/// The columns of a resource's rows.
#[derive(Debug)]
pub(crate) struct Layout {
    pub resource: &'static Resource,
    /// Those of the base first; a name that both tables have is the own one.
    pub slots: Vec<Slot>,
    /// The list of columns of a SELECT, with [`OWN`] and [`BASE`] for the tables.
    pub select: String,
    /// What that list yields.
    pub types: Vec<Type>,
}

/// Alias of the resource's own table in the outermost query.
pub(crate) const OWN: &str = "t";
/// Alias of its base table there.
pub(crate) const BASE: &str = "b";

/// One column of a row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slot {
    pub name: &'static str,
    /// It is a column of the base table.
    pub base: bool,
    pub kind: Type,
    pub nullable: bool,
}

impl Layout {
    pub(crate) fn new(resource: &'static Resource, schema: &Schema) -> Option<Self> {
        let own = schema.table(resource.table)?;
        let base = resource.extends.as_ref().and_then(|base| schema.table(base.resource.table));
        let hidden = |name: &str| own.column(name).is_some();
        let base_slots = base.into_iter().flat_map(|table| slots(table, true)).filter(|slot| !hidden(slot.name));
        let slots: Vec<Slot> = base_slots.chain(slots(own, false)).collect();
        let columns: Vec<String> = slots.iter().map(|slot| format!("{}.\"{}\"", slot.alias(), slot.name)).collect();
        let types = slots.iter().map(|slot| slot.kind).collect();
        Some(Layout { resource, slots, select: columns.join(", "), types })
    }

    pub(crate) fn slot(&self, name: &str) -> Option<&Slot> {
        let name = if name == "pk" && !self.slots.iter().any(|slot| slot.name == "pk") { self.resource.key } else { name };
        self.slots.iter().find(|slot| slot.name == name)
    }

    /// Whether reading whole rows needs the base table.
    pub(crate) fn joins(&self) -> bool {
        self.slots.iter().any(|slot| slot.base)
    }
}

impl Slot {
    fn alias(&self) -> &'static str {
        if self.base { BASE } else { OWN }
    }
}

fn slots(table: &Table, base: bool) -> impl Iterator<Item = Slot> {
    table.columns.iter().map(move |column| Slot { name: column.name, base, kind: column.kind, nullable: column.nullable })
}
