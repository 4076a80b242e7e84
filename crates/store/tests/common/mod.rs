//! What every test of the store needs: a database of its own on each dialect, a clock, and a handful of resources.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::allow_attributes,
    reason = "shared by several test binaries, each of which uses a part"
)]

pub mod house;

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use jiff::Timestamp;
use vestibule_resource::{Record, Resource, Value};
use vestibule_store::{Actor, Database, Migration, Settings, Store, Transaction};
use vestibule_world::{Chance, StoppedClock, World};

/// A database with the tables of [`house`], and the clock that it goes by.
pub struct Home {
    pub store: Store,
    pub clock: Arc<StoppedClock>,
    pub settings: Settings,
    world: World,
}

/// Runs each case on a database of its own, on SQLite and on PostgreSQL. The latter are ignored unless asked for
/// (`VESTIBULE_TEST_POSTGRES` names a server on which databases may be made; `cargo test -- --include-ignored`), so that a run
/// without PostgreSQL counts them as ignored and never as passed.
#[macro_export]
macro_rules! each_database {
    ($($case:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $case() {
                $crate::common::on_sqlite(super::$case).await;
            })+
        }
        mod postgres {
            $(#[tokio::test]
            #[ignore = "needs PostgreSQL"]
            async fn $case() {
                $crate::common::on_postgres(super::$case).await;
            })+
        }
    };
}

pub async fn on_sqlite(test: impl AsyncFn(Home)) {
    let folder = tempfile::tempdir().unwrap();
    test(home(Database::Sqlite(folder.path().to_owned())).await).await;
}

pub async fn on_postgres(test: impl AsyncFn(Home)) {
    let server = std::env::var("VESTIBULE_TEST_POSTGRES").unwrap();
    let name = postgres_name();
    admin(&server, &format!("CREATE DATABASE \"{name}\"")).await;
    let (head, _) = server.rsplit_once('/').unwrap();
    let home = home(Database::Postgres(format!("{head}/{name}"))).await;
    let store = home.store.clone();
    test(home).await;
    store.close().await;
    admin(&server, &format!("DROP DATABASE \"{name}\" WITH (FORCE)")).await;
}

/// A name that no other test of this or another process uses.
fn postgres_name() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    format!("store_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

async fn admin(server: &str, sql: &str) {
    use sqlx::Connection as _;
    let mut connection = sqlx::PgConnection::connect(server).await.unwrap();
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned())).execute(&mut connection).await.unwrap();
}

pub fn noon() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

async fn home(database: Database) -> Home {
    let clock = Arc::new(StoppedClock::at(noon()));
    let world = World::new(clock.clone(), Arc::new(Counting(AtomicU64::new(1))));
    let settings = Settings { database, readers: 4 };
    let catalog = Arc::new(house::catalog());
    let migrations = [Migration::initial(&catalog)];
    let store = Store::open_with(&settings, catalog, world.clone(), &migrations).await.unwrap();
    Home { store, clock, settings, world }
}

impl Home {
    pub async fn write(&self) -> Transaction {
        self.store.begin(Actor { user: None, username: "tester".into(), request: "r1".into() }).await.unwrap()
    }

    /// One row, written and committed.
    pub async fn add(&self, resource: &'static Resource, values: Vec<(&'static str, Value)>) -> Record {
        let mut work = self.write().await;
        let record = work.insert(resource, values).await.unwrap();
        work.commit().await.unwrap();
        record
    }

    /// Another node on the same database, with these migrations.
    pub async fn open_again(&self, migrations: &[Migration]) -> vestibule_resource::Result<Store> {
        Store::open_with(&self.settings, Arc::new(house::catalog()), self.world.clone(), migrations).await
    }

    /// SQL past the store, as somebody with a database client would run it.
    pub async fn by_hand(&self, sql: &str) {
        match &self.settings.database {
            Database::Sqlite(folder) => {
                let connection = rusqlite::Connection::open(folder.join("vestibule.db")).unwrap();
                connection.create_collation("folded", |a, b| a.cmp(b)).unwrap();
                connection.pragma_update(None, "foreign_keys", "on").unwrap();
                connection.execute_batch(sql).unwrap();
            }
            Database::Postgres(url) => admin(url, sql).await,
        }
    }
}

/// Chance that never repeats and never surprises.
struct Counting(AtomicU64);

impl Chance for Counting {
    fn fill(&self, buffer: &mut [u8]) {
        let mut state = self.0.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        for byte in buffer {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            *byte = (state >> 32) as u8;
        }
    }
}

pub fn column(records: &[Record], name: &str) -> Vec<String> {
    records.iter().map(|record| record.get(name).to_string()).collect()
}
