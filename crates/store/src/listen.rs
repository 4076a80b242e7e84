//! Noticing the commits of others. Several nodes may share one PostgreSQL: each commit announces what it touched, and every node
//! forgets that. An SQLite file has one server, but a command may write to it meanwhile: its commits are counted.

use std::{
    sync::{Arc, Weak},
    time::Duration,
};

use sqlx::{PgPool, postgres::PgListener};
use vestibule_resource::{Result, Value};
use vestibule_world::World;

use crate::{
    failure::failed,
    schema::Schema,
    sql::{Bind, Statement},
    store::Inner,
    touch::Touch,
    types::Type,
    writer::Writer,
};

const CHANNEL: &str = "vestibule";

/// How long a quiet channel is trusted before a word is sent through it.
const QUIET: Duration = Duration::from_secs(10);

/// This node among others.
#[derive(Debug)]
pub(crate) struct Node {
    id: String,
}

impl Node {
    pub(crate) fn new(world: &World) -> Self {
        Node { id: world.uuid().simple().to_string() }
    }

    /// The statement that tells the others; PostgreSQL delivers it when, and only when, the transaction commits.
    pub(crate) fn announcement(&self, touched: &[Touch]) -> Statement {
        // PostgreSQL takes payloads below 8000 bytes.
        const LONGEST: usize = 7_900;
        let words: Vec<String> = touched.iter().map(|touch| word(*touch)).collect();
        let list = words.join(" ");
        let list = if list.len() > LONGEST { EVERYTHING.to_owned() } else { list };
        self.say(&list)
    }

    fn say(&self, text: &str) -> Statement {
        let payload = Bind { value: Value::Text(format!("{} {text}", self.id)), kind: Type::Text };
        Statement { text: format!("SELECT pg_notify('{CHANNEL}', $1)"), binds: vec![payload], types: Vec::new() }
    }
}

/// Stands for a list that is too long.
const EVERYTHING: &str = "*";

/// `table` for rows that came or went, `table.column` for changed values.
fn word(touch: Touch) -> String {
    match touch {
        Touch::Rows(table) => table.to_owned(),
        Touch::Column(table, column) => format!("{table}.{column}"),
    }
}

/// What a word of another node means here; tables that this node does not know concern it not.
fn touch(word: &str, schema: &Schema) -> Option<Touch> {
    let (table, column) = word.split_once('.').map_or((word, None), |(table, column)| (table, Some(column)));
    let table = schema.table(table)?;
    Some(match column.and_then(|column| table.column(column)) {
        Some(column) => Touch::Column(table.name, column.name),
        None => Touch::Rows(table.name),
    })
}

impl Inner {
    fn hear(&self, payload: &str) {
        let Some((from, words)) = payload.split_once(' ') else { return };
        if from == self.node.id {
            return;
        }
        if words == EVERYTHING {
            return self.cache.generations.bump_all();
        }
        let touched: Vec<Touch> = words.split(' ').filter_map(|word| touch(word, &self.schema)).collect();
        self.cache.generations.bump(&touched);
    }
}

/// How often the commits of other processes to an SQLite file are counted.
const OFTEN: Duration = Duration::from_secs(1);

/// Watches an SQLite file until the store is dropped.
pub(crate) fn watch(writer: Writer, inner: &Arc<Inner>) {
    let mut known = writer.foreign_commits();
    let node = Arc::downgrade(inner);
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(OFTEN).await;
            let Some(inner) = node.upgrade().filter(|_| !writer.is_closed()) else { return };
            let Some(count) = writer.foreign_commits() else { continue };
            if known.replace(count) != Some(count) {
                inner.cache.generations.bump_all();
            }
        }
    });
}

/// Listens before the store is used, so that no commit of another node is missed, and until the store is dropped.
pub(crate) async fn start(pool: PgPool, inner: &Arc<Inner>) -> Result<()> {
    let listener = connect(&pool).await.map_err(failed)?;
    tokio::spawn(listen(pool, listener, Arc::downgrade(inner)));
    Ok(())
}

async fn connect(pool: &PgPool) -> Result<PgListener, sqlx::Error> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    Ok(listener)
}

async fn listen(pool: PgPool, mut listener: PgListener, node: Weak<Inner>) {
    loop {
        let why = hear_until_lost(&pool, &mut listener, &node).await;
        let Some(inner) = node.upgrade() else { return };
        if pool.is_closed() {
            return;
        }
        tracing::warn!(why, "announcements of other nodes may have been missed; everything is read anew");
        inner.cache.generations.bump_all();
        drop(inner);
        match connect(&pool).await {
            Ok(fresh) => listener = fresh,
            Err(_) => tokio::time::sleep(Duration::from_secs(1)).await,
        }
        // What was committed between the loss and the new connection was announced to nobody.
        if let Some(inner) = node.upgrade() {
            inner.cache.generations.bump_all();
        }
    }
}

/// Hears announcements until the connection is lost or does not deliver: a dead peer is found by a word sent to oneself.
async fn hear_until_lost(pool: &PgPool, listener: &mut PgListener, node: &Weak<Inner>) -> &'static str {
    let mut asked = false;
    loop {
        let heard = tokio::time::timeout(QUIET, listener.try_recv()).await;
        let Some(inner) = node.upgrade() else { return "closed" };
        match heard {
            Ok(Ok(Some(notification))) => {
                asked = false;
                inner.hear(notification.payload());
            }
            Ok(Ok(None)) => return "connection lost",
            Ok(Err(_)) => return "connection failed",
            Err(_) if asked => return "no word came through",
            Err(_) => {
                asked = true;
                let word = inner.node.say("");
                drop(inner);
                if let Ok(mut connection) = pool.acquire().await {
                    let _ = crate::postgres::run(&mut connection, word).await;
                }
            }
        }
    }
}
