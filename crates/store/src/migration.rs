//! The migrations: reviewed files, never edited after a release.

use std::borrow::Cow;

use vestibule_resource::Catalog;

use crate::{Dialect, schema};

/// One step of the schema.
#[derive(Debug, Clone)]
pub struct Migration {
    /// Its place: 1, 2, 3 …
    pub number: i64,
    /// Name of its files without `.sql`, e.g. `0001_foundation`.
    pub name: &'static str,
    /// What SQLite runs.
    pub sqlite: Cow<'static, str>,
    /// What PostgreSQL runs.
    pub postgres: Cow<'static, str>,
}

/// All migrations that this server knows, in order. A new one is two files, `migrations/sqlite/NAME.sql` and
/// `migrations/postgres/NAME.sql`, and one entry here that includes both.
pub static MIGRATIONS: &[Migration] = &[Migration {
    number: 1,
    name: "0001_foundation",
    sqlite: Cow::Borrowed(include_str!("../migrations/sqlite/0001_foundation.sql")),
    postgres: Cow::Borrowed(include_str!("../migrations/postgres/0001_foundation.sql")),
}];

impl Migration {
    /// The whole schema of a catalog as one first migration: what a fresh database starts from, and what tests open with.
    pub fn initial(catalog: &Catalog) -> Migration {
        let sql = |dialect| Cow::Owned(schema(catalog, dialect));
        Migration { number: 1, name: "0001_foundation", sqlite: sql(Dialect::Sqlite), postgres: sql(Dialect::Postgres) }
    }

    pub(crate) fn sql(&self, dialect: Dialect) -> &str {
        match dialect {
            Dialect::Sqlite => &self.sqlite,
            Dialect::Postgres => &self.postgres,
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    /// The names of the files of a dialect, without their ending.
    fn files(dialect: &str) -> Vec<String> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(dialect);
        let entries =
            std::fs::read_dir(folder).map(|entries| entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect());
        let entries: Vec<String> = entries.unwrap_or_default();
        let mut names: Vec<String> = entries.iter().filter_map(|name| Some(name.strip_suffix(".sql")?.to_owned())).collect();
        names.sort();
        names
    }

    #[test]
    fn every_migration_file_is_listed_for_both_dialects_and_in_order() {
        let listed: Vec<&str> = MIGRATIONS.iter().map(|migration| migration.name).collect();
        assert_eq!(files("sqlite"), listed);
        assert_eq!(files("postgres"), listed);
        for (place, migration) in (1..).zip(MIGRATIONS) {
            assert_eq!(migration.number, place);
            assert!(migration.name.starts_with(&format!("{place:04}_")), "{}", migration.name);
        }
    }
}
