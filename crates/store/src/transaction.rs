//! Writing: one transaction, with its revisions.

use std::{
    collections::{BTreeSet, HashMap},
    task::Poll,
};

use vestibule_resource::{Error, Many, Record, Resource, Result, Value};

use crate::{
    Columns, Dialect, Query, Store,
    backend::Work,
    failure::{Failure, failed},
    follower::Follower,
    internal::REVISION,
    key::Key,
    refusal::told,
    revision::{self, Revision},
    select::record,
    sql::{Builder, Statement},
    touch::Touch,
    witness::Witness,
    writer::Failed,
};

/// Who writes, for revisions and audit events.
#[derive(Debug, Clone, Default)]
pub struct Actor {
    /// Key of the acting user; `None` for the server itself and for anonymous visitors.
    pub user: Option<i64>,
    /// Their user name at the time.
    pub username: String,
    /// Id of the request, 32 hexadecimal digits; empty outside of requests.
    pub request: String,
}

/// A write in progress. Dropped without [`commit`](Transaction::commit), it leaves no trace.
///
/// After an error it can only be dropped: PostgreSQL gives a transaction up at its first error, so SQLite is held to the same.
pub struct Transaction {
    pub(crate) store: Store,
    pub(crate) actor: Actor,
    pub(crate) touched: BTreeSet<Touch>,
    pub(crate) revisions: Vec<Revision>,
    pub(crate) work: Work,
    witnesses: Vec<Box<dyn Witness>>,
    followers: &'static [&'static dyn Follower],
    pub(crate) broken: bool,
    lazy: bool,
    /// Writes that the database may not have seen yet, with what they wrote.
    pub(crate) unseen: Vec<Written>,
    /// Rows that were read, where nobody else can change them meanwhile: on the embedded database, until this transaction writes.
    held: HashMap<(&'static str, Key), Record>,
}

/// A write: the table, and those of the columns that are judged, see [`Column::is_judged`](crate::table::Column::is_judged).
pub(crate) type Written = (&'static str, Columns);

impl Transaction {
    pub(crate) fn new(store: Store, work: Work, actor: Actor) -> Self {
        Transaction {
            store,
            actor,
            touched: BTreeSet::new(),
            revisions: Vec::new(),
            work,
            witnesses: Vec::new(),
            followers: &[],
            broken: false,
            lazy: false,
            unseen: Vec::new(),
            held: HashMap::new(),
        }
    }

    /// From now on, what is wrong with a write may be told by a later call, at the latest by [`commit`](Transaction::commit): on the
    /// embedded database that spares each write its own way to the connection's thread. For whoever passes every error on alike.
    #[must_use]
    pub fn lazily(mut self) -> Self {
        self.lazy = true;
        self
    }

    /// Reads inside the transaction.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn select(&mut self, query: &Query) -> Result<Vec<Record>> {
        self.records(query, "").await
    }

    /// The first row that answers the query.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn first(&mut self, query: &Query) -> Result<Option<Record>> {
        let query = Query { limit: Some(1), ..query.clone() };
        Ok(self.select(&query).await?.pop())
    }

    /// The rows that no other transaction is changing: changing or deleting these waits for nobody.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn select_free(&mut self, query: &Query) -> Result<Vec<Record>> {
        self.records(query, self.store.dialect().for_update_of_free()).await
    }

    /// The row with that key, expired or not; no other transaction changes it until this one ends.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn lock(&mut self, resource: &'static Resource, key: &Value) -> Result<Option<Record>> {
        if let Some(row) = Key::of(key).and_then(|key| self.held.get(&(resource.table, key))) {
            return Ok(Some(row.clone()));
        }
        let query = Query::all(resource).is(resource.key, key.clone()).include_expired(true);
        let dialect = self.store.dialect();
        Ok(self.records(&query, dialect.for_update()).await?.pop())
    }

    /// Writes a new row, and its base row. Columns that are not named take their default.
    ///
    /// # Errors
    /// `Invalid` in the contract's words when a unique, unique-together, reference or check constraint is violated.
    pub async fn insert(&mut self, resource: &'static Resource, values: Vec<(&'static str, Value)>) -> Result<Record> {
        let result = self.insert_row(resource, values).await;
        self.outcome(result)
    }

    /// Changes columns of the row with that key, and of its base row. Answers the row as it is afterwards; `None` when there is none.
    /// The row may be past its expiry.
    ///
    /// # Errors
    /// As [`insert`](Transaction::insert).
    pub async fn update(
        &mut self,
        resource: &'static Resource,
        key: &Value,
        changes: Vec<(&'static str, Value)>,
    ) -> Result<Option<Record>> {
        let result = self.update_row(resource, key, changes).await;
        self.outcome(result)
    }

    /// Sets columns of the row's own table that tell of its use, not of a change to it: the time of the latest change stays, and history
    /// does not mention it. Nothing happens when there is no such row.
    ///
    /// # Errors
    /// As [`insert`](Transaction::insert).
    pub async fn stamp(&mut self, resource: &'static Resource, key: &Value, stamps: Vec<(&'static str, Value)>) -> Result<()> {
        let result = self.stamp_row(resource, key, stamps).await;
        self.outcome(result)
    }

    /// Deletes the row with that key, its base row, and what refers to it as the references say. Whether there was one.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn delete(&mut self, resource: &'static Resource, key: &Value) -> Result<bool> {
        let result = self.delete_row(resource, key).await;
        self.outcome(result)
    }

    /// Deletes every row that meets the query's condition, expired or not, but no more than its limit; how many there were.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn delete_where(&mut self, query: &Query) -> Result<u64> {
        let result = self.delete_rows(query).await;
        self.outcome(result)
    }

    /// Makes `theirs` the set of objects that are linked to `mine`.
    ///
    /// # Errors
    /// `Invalid` when a key has no object.
    pub async fn set_links(&mut self, links: &Many, mine: &Value, theirs: &[Value]) -> Result<()> {
        let result = self.replace_links(links, mine, theirs).await;
        self.outcome(result)
    }

    /// Links two objects; nothing happens when they are linked already.
    ///
    /// # Errors
    /// `Invalid` when a key has no object.
    pub async fn link(&mut self, links: &Many, mine: &Value, theirs: &Value) -> Result<()> {
        let result = self.add_links(links, mine, std::slice::from_ref(theirs)).await;
        self.outcome(result)
    }

    /// Unlinks two objects; nothing happens when they are not linked.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn unlink(&mut self, links: &Many, mine: &Value, theirs: &Value) -> Result<()> {
        let result = self.remove_links(links, mine, std::slice::from_ref(theirs)).await;
        self.outcome(result)
    }

    /// Tells what is changed to `witness` before it is committed.
    pub fn tell(&mut self, witness: Box<dyn Witness>) {
        self.witnesses.push(witness);
    }

    /// Lets these draw consequences from what is changed before it is committed; witnesses are not told of what they do.
    pub fn followed_by(&mut self, followers: &'static [&'static dyn Follower]) {
        self.followers = followers;
    }

    /// Makes everything durable. After this returns, a power cut loses nothing of it.
    ///
    /// # Errors
    /// `Internal` when the database fails; then nothing was written.
    pub async fn commit(mut self) -> Result<()> {
        if self.broken {
            return Err(Error::internal("a transaction cannot be committed after an error in it"));
        }
        Box::pin(self.write_testimony()).await?;
        Box::pin(self.draw_consequences()).await?;
        if self.may_miss() {
            // While it can still be asked which reference leads nowhere.
            Box::pin(self.settle()).await?;
        }
        self.write_revisions().await?;
        let touched: Vec<Touch> = std::mem::take(&mut self.touched).into_iter().collect();
        if let Some(announcement) = self.store.announcement(&touched) {
            self.run(announcement).await?;
        }
        let (store, work) = (self.store.clone(), self.work);
        let mut end = Box::pin(async move {
            store.backend().counted();
            let result = work.commit().await;
            store.changed(&touched);
            result
        });
        let end = match futures::poll!(end.as_mut()) {
            Poll::Ready(result) => Ok(result),
            // A task of its own: a client that hangs up ends the request's future, but must not part the commit from its announcement.
            Poll::Pending => tokio::spawn(end).await,
        };
        match end {
            Ok(Ok(())) => Ok(()),
            Ok(Err(Failed::Own(error))) => Err(told(self.store.schema(), error, &self.unseen).unwrap_or_else(failed)),
            Ok(Err(Failed::Shared(text))) => Err(Error::internal(format!("the database failed: {text}"))),
            Err(error) => Err(Error::internal(format!("the commit did not end: {error}"))),
        }
    }

    /// Waits until the database has seen everything that was written, so that what is wrong with it is told here and not later.
    ///
    /// # Errors
    /// As [`insert`](Transaction::insert).
    pub async fn settle(&mut self) -> Result<()> {
        if self.unseen.is_empty() {
            return Ok(());
        }
        self.rows(Statement::plain("SELECT 1 WHERE FALSE", &[])).await.map(drop)
    }

    /// Whether a write that the database may not have seen refers to something that may be missing.
    fn may_miss(&self) -> bool {
        self.unseen.iter().any(|(table, written)| {
            let table = self.store.schema().table(table);
            let refers = |name: &str| table.and_then(|table| table.column(name)).is_some_and(|column| column.references.is_some());
            written.iter().any(|(name, value)| !value.is_null() && refers(name))
        })
    }

    async fn write_testimony(&mut self) -> Result<()> {
        if self.revisions.is_empty() {
            return Ok(());
        }
        for witness in std::mem::take(&mut self.witnesses) {
            let rows = witness.rows(&self.revisions).await?;
            self.insert_many(witness.resource(), rows).await?;
        }
        Ok(())
    }

    async fn draw_consequences(&mut self) -> Result<()> {
        if self.revisions.is_empty() {
            return Ok(());
        }
        let (store, mut changes) = (self.store.clone(), std::mem::take(&mut self.revisions));
        for follower in self.followers {
            follower.follow(&store, self, &changes).await?;
        }
        changes.append(&mut self.revisions);
        self.revisions = changes;
        Ok(())
    }

    async fn write_revisions(&mut self) -> Result<()> {
        const AT_ONCE: usize = 64;
        let now = self.store.world().now();
        let mut waiting = std::mem::take(&mut self.revisions);
        while !waiting.is_empty() {
            let rest = waiting.split_off(waiting.len().min(AT_ONCE));
            let statement = revision::insert(self.store.builder(), waiting, &self.actor, now)?;
            self.later(REVISION.table, statement, Vec::new()).await?;
            waiting = rest;
        }
        Ok(())
    }

    /// Takes an error down, after which nothing can be committed.
    fn outcome<T>(&mut self, result: Result<T>) -> Result<T> {
        self.broken |= result.is_err();
        result
    }

    pub(crate) fn builder(&self) -> Builder<'_> {
        self.store.builder()
    }

    pub(crate) async fn records(&mut self, query: &Query, tail: &str) -> Result<Vec<Record>> {
        let statement = self.builder().select(query, tail)?;
        let rows = self.rows(statement).await?;
        let store = self.store.clone();
        let layout = store.builder().layout(query.resource)?;
        let records: Vec<Record> = rows.into_iter().map(|row| record(layout, row)).collect();
        self.hold(&records);
        Ok(records)
    }

    /// Holds a few rows, which then need not be read again.
    fn hold(&mut self, records: &[Record]) {
        const FEW: usize = 8;
        if self.store.dialect() == Dialect::Sqlite && records.len() <= FEW {
            let held = records.iter().filter_map(|row| Some(((row.resource.table, Key::of(row.key())?), row.clone())));
            self.held.extend(held);
        }
    }

    pub(crate) async fn rows(&mut self, statement: Statement) -> Result<Vec<Vec<Value>>> {
        self.store.backend().counted();
        let result = self.work.rows(statement).await;
        self.seen(result).await
    }

    /// Runs a statement that writes, and answers how many rows it changed.
    pub(crate) async fn run(&mut self, statement: Statement) -> Result<u64> {
        self.store.backend().counted();
        self.held.clear();
        let result = self.work.run(statement).await;
        self.seen(result).await
    }

    /// The database has seen everything that was written, and said this to the last of it.
    async fn seen<T>(&mut self, result: Result<T, Failure>) -> Result<T> {
        match result {
            Ok(answer) => {
                self.unseen.clear();
                Ok(answer)
            }
            Err(error) => Err(Box::pin(self.refused(error)).await),
        }
    }

    /// A write whose violations are told in the contract's words. `judged` are those of its columns that are.
    pub(crate) async fn write(&mut self, table: &'static str, statement: Statement, judged: Columns) -> Result<Vec<Vec<Value>>> {
        if self.lazy && statement.types.is_empty() {
            self.later(table, statement, judged).await?;
            return Ok(Vec::new());
        }
        self.held.clear();
        self.unseen.push((table, judged));
        self.rows(statement).await
    }

    async fn later(&mut self, table: &'static str, statement: Statement, judged: Columns) -> Result<()> {
        self.store.backend().counted();
        self.held.clear();
        self.unseen.push((table, judged));
        match self.work.later(statement).await {
            Ok(()) if self.store.dialect() == Dialect::Sqlite => Ok(()),
            Ok(()) => {
                self.unseen.clear();
                Ok(())
            }
            Err(error) => Err(Box::pin(self.refused(error)).await),
        }
    }
}
