//! Changed rows.

use vestibule_resource::{Default, Error, Record, Resource, Result, Value};

use crate::{Transaction, insert::fitting, layout::Slot, revision::Revision, table::Column, touch::Touch, types::Type};

impl Transaction {
    pub(crate) async fn update_row(
        &mut self,
        resource: &'static Resource,
        key: &Value,
        changes: Vec<(&'static str, Value)>,
    ) -> Result<Option<Record>> {
        let store = self.store.clone();
        let layout = store.builder().layout(resource)?;
        let changes = fitting(layout, changes)?;
        let Some(before) = self.lock(resource, key).await? else { return Ok(None) };
        let changes = self.real_changes(&before, changes)?;
        let slots: Vec<(Slot, &Value)> = changes.iter().filter_map(|(name, value)| Some((*layout.slot(name)?, value))).collect();
        for (level, owner) in resource.lineage().enumerate() {
            let key = before.key_as_known_by(owner.model).clone();
            self.update_table(owner.table, owner.key, &key, slots.iter().filter(|(slot, _)| slot.level == level)).await?;
        }
        if !resource.internal {
            self.revisions.extend(Revision::update(&before, &changes));
        }
        let mut after = before;
        for (name, value) in changes {
            after.set(name, value);
        }
        Ok(Some(after))
    }

    pub(crate) async fn stamp_row(&mut self, resource: &'static Resource, key: &Value, stamps: Vec<(&'static str, Value)>) -> Result<()> {
        let store = self.store.clone();
        let layout = store.builder().layout(resource)?;
        let stamps = fitting(layout, stamps)?;
        let slots: Vec<(Slot, &Value)> = stamps.iter().filter_map(|(name, value)| Some((*layout.slot(name)?, value))).collect();
        if let Some((slot, _)) = slots.iter().find(|(slot, _)| slot.level != 0) {
            return Err(Error::internal(format!("{} is not in the table {}", slot.name, resource.table)));
        }
        self.update_table(resource.table, resource.key, key, slots.iter()).await
    }

    /// The columns that will hold something else, and those that hold the time of every write.
    fn real_changes(&self, before: &Record, mut changes: Vec<(&'static str, Value)>) -> Result<Vec<(&'static str, Value)>> {
        let resource = before.resource;
        let is_link = |name: &str| resource.lineage().filter_map(|owner| owner.extends.as_ref()).any(|base| base.link == name);
        for field in resource.all_fields().filter(|field| field.default == Default::Touched) {
            if !changes.iter().any(|(name, _)| *name == field.name) {
                changes.push((field.name, self.store.world().now().into()));
            }
        }
        changes.retain(|(name, value)| before.get(name) != value);
        match changes.iter().find(|(name, _)| *name == resource.key || is_link(name)) {
            Some((name, _)) => Err(Error::internal(format!("{}.{name} is a key and never changes", resource.table))),
            None => Ok(changes),
        }
    }

    async fn update_table<'a>(
        &mut self,
        table: &'static str,
        key_column: &str,
        key: &Value,
        changes: impl Iterator<Item = &'a (Slot, &'a Value)>,
    ) -> Result<()> {
        let store = self.store.clone();
        let mut builder = store.builder();
        let known = store.schema().needed(table)?;
        let (mut judged, mut parts) = (Vec::new(), Vec::new());
        for (slot, value) in changes {
            parts.push(format!("\"{}\" = {}", slot.name, builder.bind(slot.kind, (*value).clone())));
            if known.column(slot.name).is_some_and(Column::is_judged) {
                judged.push((slot.name, (*value).clone()));
            }
            self.touched.insert(Touch::Column(table, slot.name));
        }
        if parts.is_empty() {
            return Ok(());
        }
        let kind = known.column(key_column).map_or(Type::Uuid, |column| column.kind);
        let bound = builder.bind(kind, key.clone());
        let statement =
            builder.finish(format!("UPDATE \"{table}\" SET {} WHERE \"{key_column}\" = {bound}", parts.join(", ")), Vec::new())?;
        self.write(table, statement, judged).await.map(drop)
    }
}
