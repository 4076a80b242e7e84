//! The two databases that every case runs on.

use std::{
    process::Command,
    sync::atomic::{AtomicU32, Ordering},
};

/// Names the administrator's URL of a PostgreSQL server in which tests may make databases; `tests/postgres.sh` sets it.
pub(crate) const ADMIN_URL: &str = "VESTIBULE_TEST_POSTGRES";

/// Where a test server keeps its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Database {
    /// Embedded, in the test's folder.
    Sqlite,
    /// A database of its own on the PostgreSQL server that `VESTIBULE_TEST_POSTGRES` names.
    Postgres,
}

/// Makes an empty PostgreSQL database and returns its name and URL.
pub(crate) fn make() -> (String, String) {
    static MADE: AtomicU32 = AtomicU32::new(0);
    let admin = std::env::var(ADMIN_URL).unwrap_or_else(|_| panic!("{ADMIN_URL} is not set; run the tests through tests/postgres.sh"));
    let name = format!("vestibule_{}_{}", std::process::id(), MADE.fetch_add(1, Ordering::SeqCst));
    let made = Command::new("psql").args(["-qX", &admin, "-c", &format!("create database {name}")]).output().unwrap();
    assert!(made.status.success(), "no database could be made: {}", String::from_utf8_lossy(&made.stderr));
    let (server, _) = admin.rsplit_once('/').unwrap();
    let url = format!("{server}/{name}");
    (name, url)
}
