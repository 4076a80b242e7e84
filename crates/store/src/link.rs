//! Links between objects.

use vestibule_resource::{Error, Kind, Many, Resource, Result, Value};

use crate::{Transaction, key::Key, revision::Revision, sql::MOST_KEYS, table::Table, touch::Touch, types::Type};

/// A link table with the types of its two columns.
struct Ends {
    mine: Type,
    theirs: Type,
}

impl Transaction {
    /// The links of these objects as they are inside the transaction: pairs of my key and their key.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn links(&mut self, links: &Many, mine: &[Value]) -> Result<Vec<(Value, Value)>> {
        let mut pairs = Vec::new();
        for some in mine.chunks(MOST_KEYS) {
            let statement = self.builder().links(links, Some(some))?;
            let pair = |row: Vec<Value>| <[Value; 2]>::try_from(row).ok().map(|[mine, theirs]| (mine, theirs));
            pairs.extend(self.rows(statement).await?.into_iter().filter_map(pair));
        }
        Ok(pairs)
    }

    pub(crate) async fn replace_links(&mut self, links: &Many, mine: &Value, theirs: &[Value]) -> Result<()> {
        let statement = self.builder().links(links, Some(std::slice::from_ref(mine)))?;
        let linked: Vec<Value> = self.rows(statement).await?.into_iter().filter_map(|mut row| row.pop()).collect();
        let ends = self.ends(links)?;
        let wanted: Vec<Value> = theirs.iter().map(|key| ends.theirs.fit(key).unwrap_or_else(|| key.clone())).collect();
        let gone = without(&linked, &wanted);
        let added = without(&wanted, &linked);
        self.unlink_all(links, mine, &gone).await?;
        self.link_all(links, mine, &added).await?;
        self.linked(links, mine, &gone, &added)
    }

    pub(crate) async fn add_links(&mut self, links: &Many, mine: &Value, theirs: &[Value]) -> Result<()> {
        if self.link_all(links, mine, theirs).await? > 0 {
            self.linked(links, mine, &[], theirs)?;
        }
        Ok(())
    }

    pub(crate) async fn remove_links(&mut self, links: &Many, mine: &Value, theirs: &[Value]) -> Result<()> {
        if self.unlink_all(links, mine, theirs).await? > 0 {
            self.linked(links, mine, theirs, &[])?;
        }
        Ok(())
    }

    async fn link_all(&mut self, links: &Many, mine: &Value, theirs: &[Value]) -> Result<u64> {
        let ends = self.ends(links)?;
        let mut made = 0;
        for key in theirs {
            let store = self.store.clone();
            let mut builder = store.builder();
            let near = ends.mine.fit(mine).ok_or_else(|| self.absent(links, links.mine, mine))?;
            let far = ends.theirs.fit(key).ok_or_else(|| self.absent(links, links.theirs, key))?;
            let (first, second) = (builder.bind(ends.mine, near.clone()), builder.bind(ends.theirs, far.clone()));
            let text = format!(
                "INSERT INTO \"{}\" (\"{}\", \"{}\") VALUES ({first}, {second}) ON CONFLICT DO NOTHING RETURNING \"{}\"",
                links.table,
                links.mine,
                links.theirs,
                crate::schema::POSITION
            );
            let statement = builder.finish(text, vec![Type::Int])?;
            let judged = vec![(links.mine, near), (links.theirs, far)];
            let rows = self.write(links.table, statement, judged).await;
            made += rows.map_err(|error| self.named(links, error))?.len() as u64;
        }
        Ok(made)
    }

    async fn unlink_all(&mut self, links: &Many, mine: &Value, theirs: &[Value]) -> Result<u64> {
        let ends = self.ends(links)?;
        let far: Vec<Value> = theirs.iter().filter_map(|key| ends.theirs.fit(key)).collect();
        let Some(near) = ends.mine.fit(mine) else { return Ok(0) };
        let store = self.store.clone();
        let mut gone = 0;
        for some in far.chunks(MOST_KEYS) {
            let mut builder = store.builder();
            let (near, list) = (builder.bind(ends.mine, near.clone()), builder.bind_list(ends.theirs, some));
            let text = format!("DELETE FROM \"{}\" WHERE \"{}\" = {near} AND \"{}\" IN {list}", links.table, links.mine, links.theirs);
            gone += self.run(builder.finish(text, Vec::new())?).await?;
        }
        Ok(gone)
    }

    /// Writes down a change of links.
    fn linked(&mut self, links: &Many, mine: &Value, gone: &[Value], added: &[Value]) -> Result<()> {
        if gone.is_empty() && added.is_empty() {
            return Ok(());
        }
        self.touched.insert(Touch::Rows(links.table));
        let Some(resource) = self.near_resource(links).filter(|resource| !resource.internal) else { return Ok(()) };
        self.revisions.push(Revision::link(resource, mine, self.field_name(links), gone, added));
        Ok(())
    }

    fn ends(&self, links: &Many) -> Result<Ends> {
        let table = self.store.schema().needed(links.table)?;
        if table.resource.is_some() {
            return Err(Error::internal(format!("{} is a resource of its own: write its rows", links.table)));
        }
        let kind = |name: &str| {
            table.column(name).map(|column| column.kind).ok_or_else(|| Error::internal(format!("{} has no column {name}", links.table)))
        };
        Ok(Ends { mine: kind(links.mine)?, theirs: kind(links.theirs)? })
    }

    fn near_resource(&self, links: &Many) -> Option<&'static Resource> {
        let column = self.store.schema().table(links.table).and_then(|table: &Table| table.column(links.mine))?;
        self.store.catalog().by_table(column.references.as_ref()?.table)
    }

    /// Name of the field that these links belong to, for people.
    fn field_name(&self, links: &Many) -> &'static str {
        let is_mine = |kind: &Kind| matches!(kind, Kind::Many(other) if other.table == links.table && other.mine == links.mine);
        let field = self.near_resource(links).and_then(|resource| resource.fields.iter().find(|field| is_mine(&field.kind)));
        field.map_or(links.table, |field| field.name)
    }

    fn absent(&self, links: &Many, column: &str, key: &Value) -> Error {
        self.named(links, Error::field(column, format!("Invalid pk \"{key}\" - object does not exist.")))
    }

    /// Names the field in an error that names a column of the link table.
    fn named(&self, links: &Many, error: Error) -> Error {
        let Error::Invalid(serde_json::Value::Object(mut body)) = error else { return error };
        if let Some(messages) = body.remove(links.theirs) {
            body.insert(self.field_name(links).to_owned(), messages);
        }
        Error::Invalid(body.into())
    }
}

/// The keys of one list that the other lacks, in their order; by digest, since a group may have a hundred thousand members.
fn without(keys: &[Value], others: &[Value]) -> Vec<Value> {
    let known: std::collections::HashSet<Option<Key>> = others.iter().map(Key::of).collect();
    keys.iter().filter(|key| !known.contains(&Key::of(key))).cloned().collect()
}
