//! How SQLite means to run the queries that must stay fast with a million rows.
#![expect(clippy::unwrap_used, unreachable_pub, reason = "tests")]

#[path = "../tests/common/house.rs"]
mod house;

use std::sync::Arc;

use house::{SESSION, USER};
use vestibule_world::World;

use crate::{Condition, Database, Migration, Op, Query, Settings, Store, sql::Statement, types::Type};

async fn store(folder: &std::path::Path) -> Store {
    let settings = Settings { database: Database::Sqlite(folder.to_owned()), readers: 1 };
    let catalog = Arc::new(house::catalog());
    let first = Migration::initial(&catalog);
    Store::open_with(&settings, catalog, World::real(), &[first]).await.unwrap()
}

/// How SQLite means to run the query.
async fn plan(store: &Store, query: &Query) -> String {
    let Statement { text, binds, .. } = store.builder().select(query, "").unwrap();
    let types = vec![Type::Int, Type::Int, Type::Int, Type::Text];
    let rows = store.backend().rows(Statement { text: format!("EXPLAIN QUERY PLAN {text}"), binds, types }).await.unwrap();
    rows.iter().map(|row| row.last().unwrap().to_string() + "\n").collect()
}

#[tokio::test]
async fn pages_and_logins_look_at_no_more_rows_than_they_show() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(folder.path()).await;
    let page = Query::all(&USER).order("username").limit(20);
    let name = |op| Condition::compare("username", op, "ann");
    let login = Condition::Any(vec![name(Op::EqIgnoreCase), Condition::compare("email", Op::EqIgnoreCase, "ann@example.com")]);
    for (what, query) in [
        ("the first page", page.clone()),
        ("the last page", Query::all(&USER).order("-username").limit(20)),
        ("a narrowed page", page.clone().is("is_active", true)),
        ("the newest sessions", Query::all(&SESSION).order("-last_used").limit(20)),
        ("one user", Query::all(&USER).is("id", 7)),
        ("a name", Query::all(&USER).filter(name(Op::Eq))),
        ("a login", Query::all(&USER).filter(login)),
        ("a user's sessions", Query::all(&SESSION).order("-last_used").limit(20).is("user", 7)),
        ("sessions by user name", Query::all(&SESSION).is("user__username", "ann")),
        ("members of a group", Query::all(&USER).is("groups", uuid::Uuid::nil())),
    ] {
        let plan = plan(&store, &query).await;
        let whole = plan.lines().any(|line| line.starts_with("SCAN") && !line.contains("USING INDEX"));
        let sorted = query.limit.is_some() && plan.contains("TEMP B-TREE") && !plan.contains("LAST TERM");
        assert!(!whole && !sorted, "{what}:\n{plan}");
    }
}
