//! The database behind the server.

use std::{path::PathBuf, sync::Arc};

use serde_json::Value as Json;
use vestibule_resource::{Catalog, Error, Many, Record, Resource, Result, Value};
use vestibule_world::World;

use crate::{
    Actor, Condition, Dialect, Migration, Op, Query, Rows, Transaction,
    backend::{Backend, Pools},
    cache::{Asked, Cache, question},
    internal::SETTING,
    key::Key,
    listen::{self, Node},
    migrate,
    migration::MIGRATIONS,
    open,
    schema::Schema,
    select::record,
    sql::{Builder, Statement},
    touch::Touch,
    types::Type,
};

/// Which database.
#[derive(Debug, Clone)]
pub enum Database {
    /// The embedded one: a file in this folder, which is made if needed.
    Sqlite(PathBuf),
    /// A PostgreSQL server, `postgres://user:password@host/name`.
    Postgres(String),
}

/// How to open the store.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Which database.
    pub database: Database,
    /// Most connections that read at the same time.
    pub readers: u32,
}

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

pub(crate) struct Inner {
    catalog: Arc<Catalog>,
    world: World,
    pub(crate) schema: Schema,
    backend: Backend,
    pub(crate) cache: Cache,
    pub(crate) node: Node,
}

impl Store {
    /// Opens the database, waits for it, and brings its schema up to date.
    ///
    /// # Errors
    /// `Internal`, in words for an administrator: cannot be reached, newer schema than this server knows, failed migration.
    pub async fn open(settings: &Settings, catalog: Arc<Catalog>, world: World) -> Result<Self> {
        Store::open_with(settings, catalog, world, MIGRATIONS).await
    }

    /// Opens the database and brings its schema up to date with these migrations instead of the server's own.
    ///
    /// # Errors
    /// As [`open`](Store::open).
    pub async fn open_with(settings: &Settings, catalog: Arc<Catalog>, world: World, migrations: &[Migration]) -> Result<Self> {
        let backend = Backend::new(open::pools(settings).await?);
        migrate::run(&backend, migrations, &world).await?;
        let schema = Schema::new(&catalog);
        let cache = Cache::new(&schema);
        let node = Node::new(&world);
        let inner = Arc::new(Inner { catalog, world, schema, backend, cache, node });
        match &inner.backend.pools {
            Pools::Sqlite { writer, .. } => listen::watch(writer.clone(), &inner),
            Pools::Postgres { readers, .. } => listen::start(readers.clone(), &inner).await?,
        }
        Ok(Store { inner })
    }

    /// The resources.
    pub fn catalog(&self) -> &Catalog {
        &self.inner.catalog
    }

    /// Time and chance.
    pub fn world(&self) -> &World {
        &self.inner.world
    }

    /// The dialect of the database behind.
    pub fn dialect(&self) -> Dialect {
        self.inner.backend.dialect()
    }

    /// How many statements were run so far, those of transactions included: tests hold requests to a budget.
    pub fn queries(&self) -> u64 {
        self.inner.backend.statements()
    }

    /// The rows that answer the query.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn select(&self, query: &Query) -> Result<Vec<Record>> {
        let builder = self.builder();
        let layout = builder.layout(query.resource)?;
        let rows = self.backend().rows(builder.select(query, "")?).await?;
        Ok(rows.into_iter().map(|row| record(layout, row)).collect())
    }

    /// The first row that answers the query. From memory, where that is exact: a row that is asked for by the value of one column, and
    /// was found before and not written since.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn first(&self, query: &Query) -> Result<Option<Record>> {
        // Read before the row is: a commit in between then makes what is remembered stale, never wrong.
        let (asked, generation) = (self.asked(query), self.generation(query.resource));
        if let Some(row) = asked.as_ref().and_then(|asked| self.cache().found(asked, generation)) {
            return Ok(Some(Record::clone(&row)));
        }
        let query = Query { limit: Some(1), ..query.clone() };
        // Boxed, so that what is answered from memory does not carry the room that a question to the database needs.
        let row = Box::pin(self.select(&query)).await?.pop();
        if let Some(row) = row.as_ref().filter(|row| self.is_exact() && is_light(row)) {
            self.keep(asked, generation, row);
        }
        Ok(row)
    }

    /// Remembers a row under the question that found it, and under its key.
    fn keep(&self, asked: Option<Asked>, generation: u64, row: &Record) {
        let (resource, row) = (row.resource, Arc::new(row.clone()));
        let by_key = Key::of(row.key()).filter(|_| !resource.expires).map(|key| (resource.table, resource.key, key));
        for asked in asked.into_iter().chain(by_key) {
            self.cache().keep_found(asked, generation, row.clone());
        }
    }

    /// Whether every commit is known before it is acknowledged: only the embedded database tells so soon; other nodes of PostgreSQL
    /// tell later, so there no single row is remembered.
    fn is_exact(&self) -> bool {
        self.dialect() == Dialect::Sqlite
    }

    /// The question as one for a row that may be remembered: of configuration by any column, of what is unbounded by the key alone.
    fn asked(&self, query: &Query) -> Option<Asked> {
        let resource = query.resource;
        let plain = query.order.is_empty() && query.offset == 0 && !resource.expires;
        let Condition::Compare { path, op: Op::Eq, value } = &query.condition else { return None };
        if !plain || !self.is_exact() {
            return None;
        }
        let slot = self.schema().layout(resource)?.slot(path).filter(|slot| !resource.unbounded || slot.name == resource.key)?;
        Some((resource.table, slot.name, Key::of(value)?))
    }

    /// The row with that key, unless it has expired.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn get(&self, resource: &'static Resource, key: impl Into<Value>) -> Result<Option<Record>> {
        self.first(&Query::all(resource).is(resource.key, key.into())).await
    }

    /// Whether any row answers the query, whichever: without putting them in order or reading what they hold.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn exists(&self, query: &Query) -> Result<bool> {
        Ok(!self.backend().rows(self.builder().exists(query)?).await?.is_empty())
    }

    /// How many rows answer the query, whatever its limit. Counted again only after a commit that could change the number.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn count(&self, query: &Query) -> Result<u64> {
        let (statement, looks_at) = self.builder().count(query)?;
        // Expiry changes the number without a commit.
        if query.resource.expires && !query.include_expired {
            return self.number(statement).await;
        }
        let (question, generation) = (question(&statement), self.cache().parts(&looks_at));
        if let Some(rows) = self.cache().count(&question, generation) {
            return Ok(rows);
        }
        let rows = self.number(statement).await?;
        self.cache().keep_count(question, generation, rows);
        Ok(rows)
    }

    async fn number(&self, statement: Statement) -> Result<u64> {
        let rows = self.backend().rows(statement).await?;
        let number = rows.first().and_then(|row| row.first()).and_then(Value::as_int);
        Ok(number.and_then(|number| u64::try_from(number).ok()).unwrap_or_default())
    }

    /// The distinct values of a column among the rows that answer the query, in order.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn distinct(&self, query: &Query, field: &str) -> Result<Vec<Value>> {
        let rows = self.backend().rows(self.builder().distinct(query, field)?).await?;
        Ok(rows.into_iter().filter_map(|mut row| row.pop()).collect())
    }

    /// All rows of a configuration resource from memory; read again only after a commit has touched its table.
    /// Rows past their expiry are not among them. Never call it for an `unbounded` resource.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn rows(&self, resource: &'static Resource) -> Result<Arc<Rows>> {
        let now = self.world().now();
        if let Some(rows) = self.cache().rows(resource.table, self.generation(resource), now) {
            return Ok(rows);
        }
        Box::pin(self.read_rows(resource, now)).await
    }

    async fn read_rows(&self, resource: &'static Resource, now: jiff::Timestamp) -> Result<Arc<Rows>> {
        let _turn = self.cache().loading.lock().await;
        let generation = self.generation(resource);
        if let Some(rows) = self.cache().rows(resource.table, generation, now) {
            return Ok(rows);
        }
        let records = self.select(&Query::all(resource)).await?;
        let expiring = records.iter().filter(|row| resource.expires && row.flag("expiring"));
        let until = expiring.filter_map(|row| row.time("expires")).min();
        let rows = Arc::new(Rows::new(records));
        self.cache().keep_rows(resource.table, generation, until, rows.clone());
        Ok(rows)
    }

    /// Begins a write. Writers follow one another; keep transactions short and hash passwords before.
    /// Beginning a second one while holding the first waits for itself.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn begin(&self, actor: Actor) -> Result<Transaction> {
        Ok(Transaction::new(self.clone(), self.backend().begin().await?, actor))
    }

    /// Counts commits that touched the table, on this node or, with PostgreSQL, announced by another: a cache that remembers
    /// the number knows when it is stale. Links have a number of their own, [`link_generation`](Store::link_generation).
    pub fn generation(&self, resource: &'static Resource) -> u64 {
        self.cache().generations.of(resource)
    }

    /// Counts all commits, as [`generation`](Store::generation) does those to one table: while it stands still, so do all others.
    pub fn commits(&self) -> u64 {
        self.cache().generations.of_all()
    }

    /// Counts commits that touched the link table, as [`generation`](Store::generation) does for resources.
    pub fn link_generation(&self, links: &Many) -> u64 {
        self.cache().generations.of_table(links.table)
    }

    /// What the server noted for itself under that name. From memory, as [`rows`](Store::rows) are.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn setting(&self, key: &str) -> Result<Option<Json>> {
        let generation = self.cache().generations.of_table(SETTING.table);
        if let Some(value) = self.cache().setting(key, generation) {
            return Ok(value);
        }
        let rows = self.backend().rows(crate::setting::read(self.builder(), key)?).await?;
        let value = crate::setting::value(rows);
        self.cache().keep_setting(key, generation, value.clone());
        Ok(value)
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// `Internal` when it does not.
    pub async fn ping(&self) -> Result<()> {
        let rows = self.backend().rows(Statement::plain("SELECT CAST(1 AS BIGINT)", &[Type::Int])).await?;
        if rows.len() == 1 { Ok(()) } else { Err(Error::internal("the database answers nonsense")) }
    }

    /// Every disagreement between the live database and the descriptors, a sentence each; empty when there is none.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn drift(&self) -> Result<Vec<String>> {
        crate::drift::compare(self.backend(), self.schema()).await
    }

    /// Ends all connections and waits for them; writes that were begun are rolled back.
    pub async fn close(&self) {
        self.backend().close().await;
    }

    pub(crate) fn builder(&self) -> Builder<'_> {
        Builder::new(self.catalog(), self.schema(), self.dialect(), self.world().now())
    }

    pub(crate) fn schema(&self) -> &Schema {
        &self.inner.schema
    }

    pub(crate) fn backend(&self) -> &Backend {
        &self.inner.backend
    }

    pub(crate) fn cache(&self) -> &Cache {
        &self.inner.cache
    }

    /// Forgets what a commit on this node has made stale.
    pub(crate) fn changed(&self, touched: &[Touch]) {
        self.cache().generations.bump(touched);
    }

    /// The statement that tells other nodes what a commit touches, where there can be others.
    pub(crate) fn announcement(&self, touched: &[Touch]) -> Option<Statement> {
        match self.inner.backend.pools {
            Pools::Postgres { .. } if !touched.is_empty() => Some(self.inner.node.announcement(touched)),
            Pools::Postgres { .. } | Pools::Sqlite { .. } => None,
        }
    }
}

/// Whether a row takes little memory, so that many can be remembered.
fn is_light(row: &Record) -> bool {
    const MOST: usize = 8 * 1024;
    let weight = |value: &Value| match value {
        Value::Text(text) => text.len(),
        Value::Json(json) => weight_of(json),
        _ => 0,
    };
    row.values().iter().map(|(_, value)| weight(value)).sum::<usize>() <= MOST
}

fn weight_of(json: &Json) -> usize {
    const NODE: usize = 64;
    NODE + match json {
        Json::String(text) => text.len(),
        Json::Array(items) => items.iter().map(weight_of).sum(),
        Json::Object(members) => members.iter().map(|(name, value)| NODE + name.len() + weight_of(value)).sum(),
        Json::Null | Json::Bool(_) | Json::Number(_) => 0,
    }
}
