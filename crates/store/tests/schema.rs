//! The schema: made, compared, refused.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use std::{borrow::Cow, sync::Arc};

use common::{Home, house};
use vestibule_store::{Database, Dialect, Migration, Query, Settings, Store, schema};
use vestibule_world::World;

each_database![
    descriptors_and_migrated_schema_agree_until_somebody_changes_it,
    a_database_with_a_newer_schema_is_refused_with_advice,
    a_failing_migration_changes_nothing_and_a_copy_was_kept,
    several_servers_starting_at_once_migrate_once,
];

fn next(sql: &'static str) -> Migration {
    Migration { number: 2, name: "0002_more", sqlite: Cow::Borrowed(sql), postgres: Cow::Borrowed(sql) }
}

async fn descriptors_and_migrated_schema_agree_until_somebody_changes_it(home: Home) {
    assert_eq!(home.store.drift().await.unwrap(), Vec::<String>::new());
    home.by_hand(
        "ALTER TABLE \"flow\" DROP COLUMN \"title\"; DROP INDEX \"token_user_idx\"; CREATE TABLE stray (a TEXT NOT NULL PRIMARY KEY)",
    )
    .await;
    let drift = home.store.drift().await.unwrap();
    assert_eq!(drift.len(), 3, "{drift:?}");
    assert!(drift[0].starts_with("table flow lacks column title"), "{drift:?}");
    assert_eq!(drift[1], "table token lacks index token_user_idx");
    assert_eq!(drift[2], "table stray belongs to no descriptor");
}

async fn a_database_with_a_newer_schema_is_refused_with_advice(home: Home) {
    let first = Migration::initial(home.store.catalog());
    let newer = [first.clone(), next("CREATE TABLE extra (a INTEGER NOT NULL PRIMARY KEY)")];
    home.open_again(&newer).await.unwrap().close().await;
    let error = home.open_again(std::slice::from_ref(&first)).await.err().unwrap().to_string();
    assert!(error.contains("the database has schema 2 (0002_more), but this server knows schemas up to 1 only"), "{error}");

    let edited = [Migration { sqlite: Cow::Borrowed("SELECT 1"), postgres: Cow::Borrowed("SELECT 1"), ..first }, newer[1].clone()];
    let error = home.open_again(&edited).await.err().unwrap().to_string();
    assert!(error.contains("its text has changed"), "{error}");
}

async fn a_failing_migration_changes_nothing_and_a_copy_was_kept(home: Home) {
    home.add(&house::GROUP, vec![("name", "admins".into())]).await;
    let first = Migration::initial(home.store.catalog());
    let broken = [first.clone(), next("CREATE TABLE extra (a INTEGER NOT NULL PRIMARY KEY); INSERT INTO nowhere VALUES (1)")];
    let error = home.open_again(&broken).await.err().unwrap().to_string();
    assert!(error.contains("migration 0002_more failed and was rolled back"), "{error}");
    assert_eq!(home.store.drift().await.unwrap(), Vec::<String>::new());
    if let Database::Sqlite(folder) = &home.settings.database {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let copies: Vec<_> = entries.filter(|path| path.to_string_lossy().contains(".before-0002_more-")).collect();
        assert_eq!(copies.len(), 1);
        let mode = std::os::unix::fs::PermissionsExt::mode(&copies[0].metadata().unwrap().permissions());
        assert_eq!(mode & 0o777, 0o600, "it holds password hashes");
        let restored = tempfile::tempdir().unwrap();
        std::fs::copy(&copies[0], restored.path().join("vestibule.db")).unwrap();
        let settings = Settings { database: Database::Sqlite(restored.path().to_owned()), readers: 1 };
        let catalog = Arc::new(house::catalog());
        let store = Store::open_with(&settings, catalog, World::real(), std::slice::from_ref(&first)).await.unwrap();
        assert_eq!(store.count(&Query::all(&house::GROUP)).await.unwrap(), 1, "the copy can be started from");
    }
    home.open_again(&[first, next("CREATE TABLE extra (a INTEGER NOT NULL PRIMARY KEY)")]).await.unwrap().close().await;
    assert_eq!(home.store.drift().await.unwrap(), ["table extra belongs to no descriptor"]);
}

async fn several_servers_starting_at_once_migrate_once(home: Home) {
    let migrations = [Migration::initial(home.store.catalog()), next("CREATE TABLE extra (a INTEGER NOT NULL PRIMARY KEY)")];
    let stores = futures::future::join_all((0..4).map(|_| home.open_again(&migrations))).await;
    for store in stores {
        store.unwrap().close().await;
    }
}

#[test]
fn statements_are_written_in_an_order_in_which_they_can_be_run() {
    let sql = schema(&house::catalog(), Dialect::Postgres);
    let place = |text: &str| sql.find(text).unwrap();
    assert!(place("CREATE TABLE \"stage\"") < place("CREATE TABLE \"invitation_stage\""));
    assert!(place("CREATE TABLE \"flow\"") < place("CREATE TABLE \"binding\""));
    assert!(sql.contains("CONSTRAINT \"binding_target_stage_order_key\" UNIQUE (\"target\", \"stage\", \"order\")"));
    assert!(!sql.contains("REFERENCES \"unknown\""));
}
