//! New rows.

use std::fmt::Write as _;

use serde_json::Value as Json;
use vestibule_resource::{Default, Error, Record, Resource, Result, Value};

use crate::{
    Columns, Transaction,
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
        let lineage: Vec<&'static Resource> = resource.lineage().collect();
        // A key that the caller gives holds all the way up, as far as keys are shared.
        for base in lineage.iter().filter_map(|owner| owner.extends.as_ref()) {
            if let Some((_, key)) = given.iter().find(|(name, _)| *name == base.link).cloned() {
                put(&mut given, base.resource.key, key, false);
            }
        }
        for (level, owner) in lineage.iter().enumerate().rev() {
            let written = self.insert_into(store.schema().needed(owner.table)?, (owner, level), layout, &given).await?;
            let key = written.iter().find(|(name, _)| *name == owner.key).map(|(_, key)| key.clone()).unwrap_or_default();
            merge(&mut given, written, layout, level);
            if let Some(base) = level.checked_sub(1).and_then(|nearer| lineage.get(nearer)).and_then(|nearer| nearer.extends.as_ref()) {
                put(&mut given, base.link, key, true);
            }
        }
        let mut take =
            |name: &str| given.iter_mut().find(|(known, _)| *known == name).map(|(_, value)| std::mem::take(value)).unwrap_or_default();
        let record = Record::new(resource, layout.slots.iter().map(|slot| (slot.name, take(slot.name))).collect());
        if !resource.internal {
            self.revisions.push(Revision::create(&record));
        }
        Ok(record)
    }

    /// Writes rows of a resource without base, as few statements as their number allows; columns that are not named take their default.
    pub(crate) async fn insert_many(&mut self, resource: &'static Resource, rows: Vec<Columns>) -> Result<()> {
        const AT_ONCE: usize = 64;
        let store = self.store.clone();
        let table = store.schema().needed(resource.table)?;
        let columns: Vec<&Column> = table.columns.iter().filter(|column| !column.serial).collect();
        for some in rows.chunks(AT_ONCE) {
            let (mut builder, mut lines) = (store.builder(), Vec::new());
            for row in some {
                let mut places = Vec::new();
                for column in &columns {
                    let given = row.iter().find(|(name, _)| *name == column.name).and_then(|(_, value)| column.kind.fit(value));
                    let value = given.map_or_else(|| self.initial(resource, resource, column), Ok)?;
                    places.push(builder.bind(column.kind, value));
                }
                lines.push(format!("({})", places.join(", ")));
            }
            let names: Vec<String> = columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
            let text = format!("INSERT INTO \"{}\" ({}) VALUES {}", table.name, names.join(", "), lines.join(", "));
            self.write(table.name, builder.finish(text, Vec::new())?, Vec::new()).await?;
            self.touched.insert(Touch::Rows(table.name));
        }
        Ok(())
    }

    /// Writes one table's part of the row and answers its columns. `owner` is whose table it is, and how far up.
    async fn insert_into(&mut self, table: &Table, owner: (&'static Resource, usize), layout: &Layout, given: &Given) -> Result<Given> {
        let (owner, level) = owner;
        let store = self.store.clone();
        let mut builder = store.builder();
        let (mut written, mut names, mut places) = (Vec::with_capacity(table.columns.len()), String::new(), String::new());
        let (mut counted, mut judged) = (None, Vec::new());
        // The link to the base row needs no asking after: that row was written just before.
        let link = owner.extends.as_ref().map(|base| base.link);
        for column in &table.columns {
            // A name of several tables means the nearest column, except for a key that they share.
            let nearest = layout.slot(column.name).is_none_or(|slot| slot.level == level);
            let hidden = !nearest && column.name != owner.key;
            let value = given.iter().find(|(name, _)| *name == column.name && !hidden).map(|(_, value)| value.clone());
            let value = match value {
                Some(value) => value,
                None if column.serial => {
                    counted = Some(column);
                    continue;
                }
                None => self.initial(owner, layout.resource, column)?,
            };
            let comma = if names.is_empty() { "" } else { ", " };
            let _ = write!(names, "{comma}\"{}\"", column.name);
            let _ = write!(places, "{comma}{}", builder.bind(column.kind, value.clone()));
            if column.is_judged() && Some(column.name) != link {
                judged.push((column.name, value.clone()));
            }
            written.push((column.name, value));
        }
        let returning = counted.map(|column| format!(" RETURNING \"{}\"", column.name)).unwrap_or_default();
        let values = if names.is_empty() { "DEFAULT VALUES".to_owned() } else { format!("({names}) VALUES ({places})") };
        let types = counted.map(|column| column.kind).into_iter().collect();
        let statement = builder.finish(format!("INSERT INTO \"{}\" {values}{returning}", table.name), types)?;
        let mut rows = self.write(table.name, statement, judged).await?;
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
                let json: std::result::Result<Json, _> = serde_json::from_str(text);
                json.map_err(|error| Error::internal(format!("the default of {}.{} is no JSON: {error}", owner.table, field.name)))?.into()
            }
            Default::Uuid => world.uuid().into(),
            Default::Now | Default::Touched => world.now().into(),
        })
    }
}

fn put(given: &mut Given, name: &'static str, value: Value, replace: bool) {
    match given.iter_mut().find(|(known, _)| *known == name) {
        Some(slot) if replace => slot.1 = value,
        Some(_) => {}
        None => given.push((name, value)),
    }
}

/// Adds the columns that were written to those that rows of the resource show.
fn merge(given: &mut Given, written: Given, layout: &Layout, level: usize) {
    for (name, value) in written {
        if layout.slots.iter().any(|slot| slot.name == name && slot.level == level) {
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
