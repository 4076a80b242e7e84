//! Deleted rows, and what goes or changes with them. The database does it; this tells the revisions.

use std::collections::HashSet;

use vestibule_resource::{Kind, OnDelete, Record, Resource, Result, Value};

use crate::{
    Condition, Query, Transaction,
    key::Key,
    revision::Revision,
    schema::MODEL,
    sql::{MOST_KEYS, Scope},
};

impl Transaction {
    pub(crate) async fn delete_row(&mut self, resource: &'static Resource, key: &Value) -> Result<bool> {
        let Some(record) = self.lock(resource, key).await? else { return Ok(false) };
        self.delete_batch(resource, vec![record]).await?;
        Ok(true)
    }

    pub(crate) async fn delete_rows(&mut self, query: &Query) -> Result<u64> {
        const AT_ONCE: u64 = 512;
        if self.is_silent(query.resource) {
            return self.delete_silently(query).await;
        }
        let mut deleted = 0;
        let mut left = query.limit.unwrap_or(u64::MAX);
        while left > 0 {
            let batch = Query { limit: Some(left.min(AT_ONCE)), offset: 0, ..query.clone() }.include_expired(true);
            let records = self.records(&batch, "").await?;
            if records.is_empty() {
                break;
            }
            let found = records.len() as u64;
            (deleted, left) = (deleted + found, left.saturating_sub(found));
            self.delete_batch(query.resource, records).await?;
        }
        Ok(deleted)
    }

    /// Bookkeeping that nothing else refers to goes without a word.
    fn is_silent(&self, resource: &'static Resource) -> bool {
        resource.internal && !resource.polymorphic && self.store.catalog().referrers(resource).iter().all(|other| other.resource.internal)
    }

    async fn delete_silently(&mut self, query: &Query) -> Result<u64> {
        let store = self.store.clone();
        let all = Query { offset: 0, ..query.clone() }.include_expired(true);
        let (resource, mut builder) = (query.resource, store.builder());
        let mut scope = Scope::outer(builder.layout(resource)?);
        let holds = builder.visible(&mut scope, &all)?;
        let (key, _) = scope.column(&mut builder, resource.key)?;
        let page = builder.page(&all);
        let from = scope.from(&mut builder);
        let text =
            format!("DELETE FROM \"{}\" WHERE \"{}\" IN (SELECT {key} FROM {from} WHERE {holds}{page})", resource.table, resource.key);
        let deleted = self.run(builder.finish(text, Vec::new())?).await?;
        self.reached(resource);
        Ok(deleted)
    }

    async fn delete_batch(&mut self, resource: &'static Resource, records: Vec<Record>) -> Result<()> {
        let keys: Vec<Value> = records.iter().map(|record| record.key().clone()).collect();
        self.fallout(resource, records).await?;
        let store = self.store.clone();
        let mut builder = store.builder();
        let kind = builder.layout(resource)?.slot(resource.key).map_or(crate::types::Type::Uuid, |slot| slot.kind);
        let list = builder.bind_list(kind, &keys);
        // The trigger takes the base rows along; what extends a base row goes by cascade.
        let statement = builder.finish(format!("DELETE FROM \"{}\" WHERE \"{}\" IN {list}", resource.table, resource.key), Vec::new())?;
        self.run(statement).await?;
        self.reached(resource);
        Ok(())
    }

    fn reached(&mut self, resource: &'static Resource) {
        let store = self.store.clone();
        self.touched.extend(store.schema().reach(resource.table));
    }

    /// Writes down everything that goes or changes when these rows go, following references level by level.
    async fn fallout(&mut self, resource: &'static Resource, records: Vec<Record>) -> Result<()> {
        let store = self.store.clone();
        let mut seen: HashSet<(&'static str, Key)> = HashSet::new();
        let mut waiting = self.concrete(resource, records).await?;
        while let Some((resource, mut records)) = waiting.pop() {
            if records.len() > MOST_KEYS {
                waiting.push((resource, records.split_off(MOST_KEYS)));
            }
            records.retain(|record| Key::of(record.key()).is_some_and(|key| seen.insert((resource.table, key))));
            if records.is_empty() {
                continue;
            }
            if !resource.internal {
                self.revisions.extend(records.iter().map(Revision::delete));
                self.forget(resource, &records).await?;
            }
            for referrer in store.catalog().referrers(resource) {
                let Kind::Ref(link) = referrer.field.kind else { continue };
                if self.is_silent(referrer.resource) {
                    continue;
                }
                let name = referrer.field.name;
                let keys = records.iter().map(|record| record.key_as_known_by(link.to).clone()).collect();
                let condition = Condition::In { path: name.to_owned(), values: keys };
                let found = self.records(&Query::all(referrer.resource).filter(condition).include_expired(true), "").await?;
                match link.on_delete {
                    OnDelete::Cascade => waiting.extend(self.concrete(referrer.resource, found).await?),
                    OnDelete::SetNull | OnDelete::SetDefault if referrer.resource.internal => {}
                    OnDelete::SetNull | OnDelete::SetDefault => {
                        self.revisions.extend(found.iter().filter_map(|record| Revision::update(record, &[(name, Value::Null)])));
                    }
                }
            }
        }
        Ok(())
    }

    /// Rows that are about these objects go with them. Nothing is ever said about bookkeeping.
    async fn forget(&mut self, resource: &'static Resource, records: &[Record]) -> Result<()> {
        let store = self.store.clone();
        for about in store.catalog().resources() {
            let Some([model, key]) = about.of_object else { continue };
            let known_as = |base: &'static Resource| {
                let keys = records.iter().map(|record| record.key_as_known_by(base.model).to_string().into()).collect();
                Condition::is(model, base.model).and(Condition::In { path: key.to_owned(), values: keys })
            };
            let these = Query::all(about).filter(Condition::Any(resource.lineage().map(known_as).collect()));
            Box::pin(self.delete_rows(&these)).await?;
        }
        Ok(())
    }

    /// Rows of a polymorphic base as rows of what they are.
    async fn concrete(&mut self, resource: &'static Resource, records: Vec<Record>) -> Result<Vec<(&'static Resource, Vec<Record>)>> {
        if !resource.polymorphic {
            return Ok(vec![(resource, records)]);
        }
        let store = self.store.clone();
        let mut groups: Vec<(&'static Resource, Vec<Record>)> = Vec::new();
        for record in records {
            let is = store.catalog().find(record.text(MODEL)).unwrap_or(resource);
            match groups.iter_mut().find(|(known, _)| known.table == is.table) {
                Some((_, list)) => list.push(record),
                None => groups.push((is, vec![record])),
            }
        }
        for (is, list) in &mut groups {
            if is.table == resource.table {
                continue;
            }
            let bases = std::mem::take(list);
            for some in bases.chunks(MOST_KEYS) {
                let keys = some.iter().map(|record| record.key().clone()).collect();
                let condition = Condition::In { path: is.key_as_known_by(resource.model).to_owned(), values: keys };
                list.extend(self.records(&Query::all(is).filter(condition).include_expired(true), "").await?);
            }
        }
        Ok(groups)
    }
}
