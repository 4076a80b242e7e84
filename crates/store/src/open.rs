//! Reaching the database.

use std::path::Path;

use vestibule_resource::{Error, Result};

use crate::{Database, Settings, backend::Pools, postgres, readers::Readers, sqlite, writer::Writer};

/// Opens the connections; errors are sentences for an administrator.
pub(crate) async fn pools(settings: &Settings) -> Result<Pools> {
    match &settings.database {
        Database::Sqlite(folder) => {
            let cannot =
                |error: &dyn std::fmt::Display| Error::internal(format!("the database in {} cannot be opened: {error}", folder.display()));
            let file = folder.join(sqlite::FILE);
            private(folder, &file).map_err(|error| cannot(&error))?;
            // The writer comes first: it makes the file and its write-ahead log, which readers need.
            let writer = sqlite::open(&file).map(Writer::new).map_err(|error| cannot(&error))?;
            let readers = Readers::open(&file, settings.readers).map(Box::new).map_err(|error| cannot(&error))?;
            Ok(Pools::Sqlite { readers, writer, file })
        }
        Database::Postgres(url) => {
            let cannot = |error| Error::internal(format!("the PostgreSQL database cannot be reached: {error}"));
            // Two pools: whoever holds a transaction may read beside it, and must never wait for another who waits for them.
            // One more reader, because a connection is kept for announcements.
            let readers = postgres::connect(url, settings.readers.saturating_add(1).max(2)).await.map_err(cannot)?;
            let writers = postgres::connect(url, settings.readers.max(1)).await.map_err(cannot)?;
            Ok(Pools::Postgres { readers, writers })
        }
    }
}

/// Makes the folder and an empty file that nobody but the server's own user can read: password hashes will be in it.
fn private(folder: &Path, file: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    private_file(file)
}

/// Makes an empty file for the server's own user alone, unless it is there.
pub(crate) fn private_file(file: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map(|_| ())
}
