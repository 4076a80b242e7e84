//! What the store remembers, and when it forgets.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;

use std::{sync::Arc, time::Duration};

use common::{
    Home,
    house::{BINDING, DENY_STAGE, FLOW, FLOW_STAGES, GROUP, INVITATION_STAGE, STAGE, USER, USER_GROUPS},
    noon,
};
use vestibule_store::{Database, Migration, Query};

each_database![
    configuration_is_read_once_and_again_after_a_commit_that_touched_it,
    a_cascade_is_noticed_in_every_table_it_reaches,
    links_between_configuration_come_from_memory_and_those_of_people_do_not,
    a_number_is_counted_again_only_when_it_may_have_changed,
    a_commit_on_one_node_is_noticed_by_the_other,
    a_client_that_hangs_up_during_a_commit_leaves_memory_and_database_in_agreement,
    a_write_takes_few_statements,
];

async fn configuration_is_read_once_and_again_after_a_commit_that_touched_it(home: Home) {
    let stage = home.add(&DENY_STAGE, vec![("name", "deny".into())]).await;
    let first = home.store.rows(&DENY_STAGE).await.unwrap();
    let before = home.store.queries();
    assert!(Arc::ptr_eq(&first, &home.store.rows(&DENY_STAGE).await.unwrap()));
    assert_eq!(first.find(stage.key()).unwrap().text("name"), "deny");
    assert_eq!(home.store.queries(), before);

    home.add(&GROUP, vec![("name", "admins".into())]).await;
    assert!(Arc::ptr_eq(&first, &home.store.rows(&DENY_STAGE).await.unwrap()), "another table");

    let mut work = home.write().await;
    work.update(&STAGE, stage.key(), vec![("name", "refuse".into())]).await.unwrap();
    assert!(Arc::ptr_eq(&first, &home.store.rows(&DENY_STAGE).await.unwrap()), "not committed yet");
    work.commit().await.unwrap();
    let second = home.store.rows(&DENY_STAGE).await.unwrap();
    assert_eq!(second.find(stage.key()).unwrap().text("name"), "refuse");
    assert_eq!(first.find(stage.key()).unwrap().text("name"), "deny", "whoever holds the old moment keeps it");
}

async fn a_cascade_is_noticed_in_every_table_it_reaches(home: Home) {
    let flow = home.add(&FLOW, vec![("slug", "a".into())]).await;
    let stage = home.add(&DENY_STAGE, vec![("name", "one".into())]).await;
    home.add(&BINDING, vec![("target", flow.key().clone()), ("stage", stage.key().clone()), ("order", 0.into())]).await;
    let key = std::slice::from_ref(flow.key());
    assert_eq!(home.store.links(&FLOW_STAGES, key).await.unwrap().len(), 1);
    assert_eq!(home.store.rows(&BINDING).await.unwrap().all.len(), 1);
    let before = (home.store.generation(&BINDING), home.store.generation(&INVITATION_STAGE), home.store.link_generation(&FLOW_STAGES));
    let mut work = home.write().await;
    work.delete(&STAGE, stage.key()).await.unwrap();
    work.commit().await.unwrap();
    let after = (home.store.generation(&BINDING), home.store.generation(&INVITATION_STAGE), home.store.link_generation(&FLOW_STAGES));
    assert!(after.0 > before.0 && after.1 > before.1 && after.2 > before.2, "{before:?} {after:?}");
    assert!(home.store.rows(&BINDING).await.unwrap().all.is_empty());
    assert!(home.store.links(&FLOW_STAGES, key).await.unwrap().is_empty());
}

async fn links_between_configuration_come_from_memory_and_those_of_people_do_not(home: Home) {
    let flow = home.add(&FLOW, vec![("slug", "a".into())]).await.key().clone();
    let user = home.add(&USER, vec![("username", "ann".into())]).await.key().clone();
    home.store.links(&FLOW_STAGES, std::slice::from_ref(&flow)).await.unwrap();
    let before = home.store.queries();
    home.store.links(&FLOW_STAGES, &[flow]).await.unwrap();
    assert_eq!(home.store.queries(), before);
    home.store.links(&USER_GROUPS, std::slice::from_ref(&user)).await.unwrap();
    home.store.links(&USER_GROUPS, &[user]).await.unwrap();
    assert_eq!(home.store.queries(), before + 2);
}

async fn a_number_is_counted_again_only_when_it_may_have_changed(home: Home) {
    let ann = home.add(&USER, vec![("username", "ann".into())]).await;
    let active = Query::all(&USER).is("is_active", true);
    let count = async || {
        let before = home.store.queries();
        (home.store.count(&active).await.unwrap(), home.store.queries() - before)
    };
    assert_eq!(count().await, (1, 1));
    assert_eq!(count().await, (1, 0));
    let mut work = home.write().await;
    work.update(&USER, ann.key(), vec![("last_login", noon().into())]).await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(count().await, (1, 0), "a login does not change who is active");
    let mut work = home.write().await;
    work.update(&USER, ann.key(), vec![("is_active", false.into())]).await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(count().await, (0, 1));
    home.add(&USER, vec![("username", "bob".into())]).await;
    assert_eq!(count().await, (1, 1));
}

async fn a_commit_on_one_node_is_noticed_by_the_other(home: Home) {
    let other = home.open_again(&[Migration::initial(home.store.catalog())]).await.unwrap();
    assert!(other.rows(&GROUP).await.unwrap().all.is_empty());
    assert_eq!(other.count(&Query::all(&GROUP)).await.unwrap(), 0);
    let before = other.generation(&GROUP);
    home.add(&GROUP, vec![("name", "admins".into())]).await;
    until(async || other.generation(&GROUP) != before).await;
    assert_eq!(other.rows(&GROUP).await.unwrap().all.len(), 1);
    assert_eq!(other.count(&Query::all(&GROUP)).await.unwrap(), 1);

    other.close().await;
}

/// Waits for what happens on its own: there is no moment at which it must have happened, only one by which.
async fn until(happened: impl AsyncFn() -> bool) {
    let wait = async {
        while !happened().await {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), wait).await.unwrap();
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn everything_is_read_anew_when_announcements_may_have_been_missed() {
    common::on_postgres(async |home| {
        let before = home.store.generation(&GROUP);
        let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()";
        home.by_hand(cut).await;
        until(async || home.store.generation(&GROUP) != before).await;
    })
    .await;
}

async fn a_client_that_hangs_up_during_a_commit_leaves_memory_and_database_in_agreement(home: Home) {
    for polls in 1..16 {
        let mut work = home.write().await;
        work.insert(&GROUP, vec![("name", format!("g{polls}").into())]).await.unwrap();
        home.store.rows(&GROUP).await.unwrap();
        let mut commit = Box::pin(work.commit());
        for _ in 0..polls {
            tokio::select! {
                biased;
                _ = &mut commit => break,
                () = tokio::task::yield_now() => {}
            }
        }
        drop(commit);
        drop(home.write().await);
        until(async || home.store.rows(&GROUP).await.unwrap().all.len() == home.store.select(&Query::all(&GROUP)).await.unwrap().len())
            .await;
    }
}

async fn a_write_takes_few_statements(home: Home) {
    let before = home.store.queries();
    home.add(&DENY_STAGE, vec![("name", "deny".into())]).await;
    let most = if matches!(home.settings.database, Database::Sqlite(_)) { 5 } else { 6 };
    assert!(home.store.queries() - before <= most, "{}", home.store.queries() - before);
}
