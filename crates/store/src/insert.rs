//! New rows.

use vestibule_resource::{Default, Error, Record, Resource, Result, Value};

use crate::{
    Transaction,
    layout::Layout,
    revision::Revision,
    schema::MODEL,
    table::{Column, Table},
    touch::Touch,
    types::has_nul,
};

type Given = Vec<(&'static str, Value)>;

impl Transaction {
    pub(crate) async fn insert_row(&mut self, resource: &'static Resource, values: Given) -> Result<Record> {
        let store = self.store.clone();
        let layout = store.builder().layout(resource)?;
        let mut given = fitting(layout, values)?;
        if let Some(base) = &resource.extends {
            let table = table(&store, base.resource)?;
            if let Some((_, key)) = given.iter().find(|(name, _)| *name == base.link).cloned() {
                put(&mut given, base.resource.key, key, resource.shares_key());
            }
            let written = self.insert_into(table, base.resource, resource, &given).await?;
            let key = written.iter().find(|(name, _)| *name == base.resource.key).map(|(_, key)| key.clone()).unwrap_or_default();
            merge(&mut given, written, layout, true);
            put(&mut given, base.link, key, true);
        }
        let written = self.insert_into(table(&store, resource)?, resource, resource, &given).await?;
        merge(&mut given, written, layout, false);
        let take = |name: &str| given.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone()).unwrap_or_default();
        let record = Record::new(resource, layout.slots.iter().map(|slot| (slot.name, take(slot.name))).collect());
        if !resource.internal {
            self.revisions.push(Revision::create(&record));
        }
        Ok(record)
    }

    /// Writes one table's part of the row and answers its columns.
    async fn insert_into(&mut self, table: &Table, owner: &'static Resource, concrete: &'static Resource, given: &Given) -> Result<Given> {
        let store = self.store.clone();
        let mut builder = store.builder();
        let (mut written, mut names, mut places) = (Vec::new(), Vec::new(), Vec::new());
        let mut counted = None;
        for column in &table.columns {
            // A name of both tables means the own column, except for the key that they share.
            let hidden = owner.table != concrete.table && layout_hides(concrete, column.name);
            let value = given.iter().find(|(name, _)| *name == column.name && !hidden).map(|(_, value)| value.clone());
            let value = match value {
                Some(value) => value,
                None if column.serial => {
                    counted = Some(column);
                    continue;
                }
                None => self.initial(owner, concrete, column)?,
            };
            names.push(format!("\"{}\"", column.name));
            places.push(builder.bind(column.kind, value.clone()));
            written.push((column.name, value));
        }
        let returning = counted.map(|column| format!(" RETURNING \"{}\"", column.name)).unwrap_or_default();
        let values =
            if names.is_empty() { "DEFAULT VALUES".to_owned() } else { format!("({}) VALUES ({})", names.join(", "), places.join(", ")) };
        let types = counted.map(|column| column.kind).into_iter().collect();
        let statement = builder.finish(format!("INSERT INTO \"{}\" {values}{returning}", table.name), types)?;
        let mut rows = self.write(table.name, statement, &written).await?;
        if let (Some(column), Some(number)) = (counted, rows.pop().and_then(|mut row| row.pop())) {
            written.push((column.name, number));
        }
        self.touched.insert(Touch::Rows(table.name));
        Ok(written)
    }

    /// What a column holds when nobody says.
    fn initial(&self, owner: &'static Resource, concrete: &'static Resource, column: &Column) -> Result<Value> {
        let world = self.store.world();
        let Some(field) = owner.fields.iter().find(|field| field.name == column.name) else {
            return Ok(if column.name == MODEL { concrete.model.into() } else { world.uuid().into() });
        };
        Ok(match field.default {
            Default::None | Default::Serial => Value::Null,
            Default::Bool(yes) => yes.into(),
            Default::Int(number) => column.kind.fit(&number.into()).unwrap_or_default(),
            Default::Float(number) => number.into(),
            Default::Text(text) => text.into(),
            Default::Json(text) => {
                let json = serde_json::from_str(text);
                Value::Json(
                    json.map_err(|error| Error::internal(format!("the default of {}.{} is no JSON: {error}", owner.table, field.name)))?,
                )
            }
            Default::Uuid => world.uuid().into(),
            Default::Now | Default::Touched => world.now().into(),
        })
    }
}

/// Whether the concrete resource has an own column of that name, which then stands for it in rows.
fn layout_hides(concrete: &'static Resource, name: &str) -> bool {
    let link = concrete.extends.as_ref().map(|base| base.link);
    let shared = concrete.shares_key() && name == concrete.key;
    !shared
        && (name == concrete.key || Some(name) == link || concrete.fields.iter().any(|field| field.name == name && field.kind.has_column()))
}

fn table<'a>(store: &'a crate::Store, resource: &'static Resource) -> Result<&'a Table> {
    store.schema().table(resource.table).ok_or_else(|| Error::internal(format!("there is no table {}", resource.table)))
}

fn put(given: &mut Given, name: &'static str, value: Value, replace: bool) {
    match given.iter_mut().find(|(known, _)| *known == name) {
        Some(slot) if replace => slot.1 = value,
        Some(_) => {}
        None => given.push((name, value)),
    }
}

/// Adds the columns that were written to those that rows of the resource show.
fn merge(given: &mut Given, written: Given, layout: &Layout, base: bool) {
    for (name, value) in written {
        if layout.slots.iter().any(|slot| slot.name == name && slot.base == base) {
            put(given, name, value, true);
        }
    }
}

/// The values in the form that their columns store.
pub(crate) fn fitting(layout: &Layout, values: Given) -> Result<Given> {
    let mut fitting = Vec::with_capacity(values.len());
    for (name, value) in values {
        let slot = layout.slot(name).ok_or_else(|| Error::internal(format!("{} has no column {name}", layout.resource.model)))?;
        if has_nul(&value) {
            return Err(Error::field(name, "Null characters are not allowed."));
        }
        let stored = slot.kind.fit(&value);
        let stored = stored.ok_or_else(|| Error::internal(format!("{}.{name} cannot hold {value:?}", layout.resource.table)))?;
        fitting.push((slot.name, stored));
    }
    Ok(fitting)
}
