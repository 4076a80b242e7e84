//! The migrations and the descriptors of all areas agree.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::sync::Arc;

use vestibule_store::{Database, Settings, Store};
use vestibule_world::World;

#[tokio::test]
async fn the_migrated_schema_is_what_the_descriptors_ask_for() {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings { database: Database::Sqlite(folder.path().to_owned()), readers: 1 };
    let catalog = Arc::new(vestibule_server::catalog().unwrap());
    let store = Store::open(&settings, catalog, World::real()).await.unwrap();
    assert_eq!(store.drift().await.unwrap(), Vec::<String>::new());
}

/// The two files of a migration are read side by side, so that one cannot be forgotten.
#[test]
fn the_first_migration_is_written_from_the_descriptors_on_both_databases() {
    let catalog = vestibule_server::catalog().unwrap();
    let written = vestibule_store::Migration::initial(&catalog);
    for (text, file) in [
        (&written.sqlite, include_str!("../../store/migrations/sqlite/0001_foundation.sql")),
        (&written.postgres, include_str!("../../store/migrations/postgres/0001_foundation.sql")),
    ] {
        let statements =
            |text: &str| text.lines().filter(|line| !line.starts_with("--") && !line.is_empty()).collect::<Vec<_>>().join("\n");
        assert_eq!(statements(text), statements(file));
    }
}
