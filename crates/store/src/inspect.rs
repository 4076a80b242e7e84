//! Looking at a database before a server is started on it.

use vestibule_resource::Result;

use crate::{
    Database, Dialect, Settings, Store, backend::Backend, migrate, migration::MIGRATIONS, open, sql::Statement, sqlite, types::Type,
};

impl Store {
    /// Whether the database answers and its schema is one that this server can bring up to date. Applies no migration.
    ///
    /// # Errors
    /// `Internal`, in words for an administrator.
    pub async fn inspect(settings: &Settings) -> Result<()> {
        if let Database::Sqlite(folder) = &settings.database
            && !folder.join(sqlite::FILE).exists()
        {
            return Ok(());
        }
        let backend = Backend::new(open::pools(settings).await?);
        let seen = known(&backend).await;
        backend.close().await;
        seen
    }
}

async fn known(backend: &Backend) -> Result<()> {
    let text = match backend.dialect() {
        Dialect::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'schema_migration'",
        Dialect::Postgres => "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'schema_migration'",
    };
    if backend.rows(Statement::plain(text, &[Type::Text])).await?.is_empty() {
        return Ok(());
    }
    migrate::recognise(backend, MIGRATIONS).await
}
