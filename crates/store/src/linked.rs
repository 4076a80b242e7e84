//! Reading links, from memory where they are few.

use std::sync::Arc;

use vestibule_resource::{Many, Resource, Result, Value};

use crate::{Store, cache::LinkMap, sql::MOST_KEYS};

impl Store {
    /// The links of these objects: pairs of my key and their key, in the order in which they were made
    /// (or by `order`, when the link table has such a column). From memory, unless one of the ends is unbounded.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn links(&self, links: &Many, mine: &[Value]) -> Result<Vec<(Value, Value)>> {
        if mine.is_empty() {
            return Ok(Vec::new());
        }
        if self.remembers(links) {
            return Ok(self.link_map(links).await?.of(mine));
        }
        self.read_links(links, Some(mine)).await
    }

    /// The column of the resource's rows by which a link table knows them: the key, or the one of the base that the links belong to.
    pub fn near_end(&self, resource: &'static Resource, links: &Many) -> &'static str {
        self.schema().near_end(self.catalog(), resource, links)
    }

    /// Every ancestor of these groups or rows through a self-referring link table, the starting ones included; cycles end.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn closure(&self, links: &Many, start: &[Value]) -> Result<Vec<Value>> {
        if start.is_empty() {
            return Ok(Vec::new());
        }
        if self.remembers(links) {
            return Ok(self.link_map(links).await?.closure(start));
        }
        let rows = self.backend().rows(self.builder().closure(links, start)?).await?;
        let mut reached: Vec<Value> = Vec::with_capacity(start.len() + rows.len());
        for value in start.iter().cloned().chain(rows.into_iter().flatten()) {
            if !reached.contains(&value) {
                reached.push(value);
            }
        }
        Ok(reached)
    }

    /// Whether links of that table are few enough to be kept in memory.
    fn remembers(&self, links: &Many) -> bool {
        let Some(table) = self.schema().table(links.table) else { return false };
        let few = |column: &str| {
            let to = table.column(column).and_then(|column| column.references.as_ref());
            to.and_then(|to| self.schema().table(to.table)).and_then(|table| table.resource).is_some_and(|resource| !resource.unbounded)
        };
        few(links.mine) && few(links.theirs) && table.resource.is_none_or(|resource| !resource.unbounded)
    }

    async fn link_map(&self, links: &Many) -> Result<Arc<LinkMap>> {
        let now = self.world().now();
        if let Some(map) = self.cache().links(links, self.link_generation(links), now) {
            return Ok(map);
        }
        let _turn = self.cache().loading.lock().await;
        let generation = self.link_generation(links);
        if let Some(map) = self.cache().links(links, generation, now) {
            return Ok(map);
        }
        let map = Arc::new(LinkMap::new(self.read_links(links, None).await?));
        self.cache().keep_links(links, generation, map.clone());
        Ok(map)
    }

    async fn read_links(&self, links: &Many, mine: Option<&[Value]>) -> Result<Vec<(Value, Value)>> {
        let mut rows = Vec::new();
        match mine {
            None => rows = self.backend().rows(self.builder().links(links, None)?).await?,
            Some(keys) => {
                for keys in keys.chunks(MOST_KEYS) {
                    rows.extend(self.backend().rows(self.builder().links(links, Some(keys))?).await?);
                }
            }
        }
        let pair = |row: Vec<Value>| <[Value; 2]>::try_from(row).ok().map(|[mine, theirs]| (mine, theirs));
        Ok(rows.into_iter().filter_map(pair).collect())
    }
}
