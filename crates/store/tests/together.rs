//! Writers that come at the same time, and writes that are told of later.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{
    Home,
    house::{BINDING, FLOW, INVITATION_STAGE},
};
use vestibule_resource::{Error, Value};
use vestibule_store::Query;

each_database![
    writers_at_the_same_time_each_leave_their_own_and_nothing_of_those_who_failed,
    a_writer_who_goes_away_takes_nothing_of_the_others_along,
    a_lazy_write_is_refused_by_the_commit_at_the_latest,
    a_lazy_reference_to_nothing_is_refused_with_the_key,
    a_row_that_was_read_before_is_read_as_it_is_now,
];

async fn slugs(home: &Home) -> Vec<String> {
    let rows = home.store.select(&Query::all(&FLOW).order("slug")).await.unwrap();
    rows.iter().map(|row| row.text("slug").to_owned()).collect()
}

async fn writers_at_the_same_time_each_leave_their_own_and_nothing_of_those_who_failed(home: Home) {
    home.add(&FLOW, vec![("slug", "taken".into())]).await;
    let writers = (0..24).map(|number: u32| {
        let home = &home;
        async move {
            let mut work = home.write().await;
            work.insert(&FLOW, vec![("slug", format!("flow-{number:02}").into())]).await?;
            match number % 4 {
                1 => work.insert(&FLOW, vec![("slug", "taken".into())]).await.map(drop),
                // Given up without a word.
                2 => Err(Error::denied()),
                _ => work.commit().await,
            }
        }
    });
    let results = futures::future::join_all(writers).await;
    let written = (0..24).filter(|number| number % 4 == 0 || number % 4 == 3).map(|number| format!("flow-{number:02}"));
    assert_eq!(slugs(&home).await, written.chain(["taken".to_owned()]).collect::<Vec<_>>());
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 12);
}

async fn a_writer_who_goes_away_takes_nothing_of_the_others_along(home: Home) {
    let mut first = home.write().await;
    first.insert(&FLOW, vec![("slug", "first".into())]).await.unwrap();
    let (store, gone) = (home.store.clone(), home.store.clone());
    // Both wait while the first writes, so that its commit is shared; one of them is ended in the middle of it.
    let second = tokio::spawn(async move {
        let mut work = store.begin(vestibule_store::Actor::default()).await?;
        work.insert(&FLOW, vec![("slug", "second".into())]).await?;
        work.commit().await
    });
    let third = tokio::spawn(async move {
        let mut work = gone.begin(vestibule_store::Actor::default()).await?;
        work.insert(&FLOW, vec![("slug", "third".into())]).await?;
        std::future::pending::<Result<(), Error>>().await
    });
    tokio::task::yield_now().await;
    let ended = async {
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        third.abort();
    };
    let (committed, ()) = futures::join!(first.commit(), ended);
    assert_eq!((committed, second.await.unwrap()), (Ok(()), Ok(())));
    assert_eq!(slugs(&home).await, ["first", "second"]);
}

async fn a_lazy_write_is_refused_by_the_commit_at_the_latest(home: Home) {
    home.add(&FLOW, vec![("slug", "a".into())]).await;
    let mut work = home.write().await.lazily();
    let refused = match work.insert(&FLOW, vec![("slug", "a".into())]).await {
        Ok(_) => work.commit().await,
        Err(error) => Err(error),
    };
    assert_eq!(refused, Err(Error::field("slug", "Flow with this slug already exists.")));
    let mut work = home.write().await.lazily();
    work.insert(&INVITATION_STAGE, vec![("name", "door".into())]).await.unwrap();
    work.settle().await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(home.store.count(&Query::all(&INVITATION_STAGE)).await, Ok(1));
}

async fn a_lazy_reference_to_nothing_is_refused_with_the_key(home: Home) {
    let flow = home.add(&FLOW, vec![("slug", "a".into())]).await;
    let nowhere = Value::Uuid(home.store.world().uuid());
    let mut work = home.write().await.lazily();
    let values = vec![("target", flow.key().clone()), ("stage", nowhere.clone()), ("order", 0_i64.into())];
    let refused = match work.insert(&BINDING, values).await {
        Ok(_) => work.commit().await,
        Err(error) => Err(error),
    };
    assert_eq!(refused, Err(Error::field("stage", format!("Invalid pk \"{nowhere}\" - object does not exist."))));
}

async fn a_row_that_was_read_before_is_read_as_it_is_now(home: Home) {
    let made = home.add(&INVITATION_STAGE, vec![("name", "before".into())]).await;
    let name = async || home.store.get(&INVITATION_STAGE, made.key().clone()).await.unwrap().map(|row| row.text("name").to_owned());
    assert_eq!((name().await.as_deref(), name().await.as_deref()), (Some("before"), Some("before")));
    let mut work = home.write().await;
    work.update(&INVITATION_STAGE, made.key(), vec![("name", "after".into())]).await.unwrap();
    assert_eq!(name().await.as_deref(), Some("before"), "nothing is seen before the commit");
    work.commit().await.unwrap();
    assert_eq!(name().await.as_deref(), Some("after"));
    let mut work = home.write().await;
    work.delete(&INVITATION_STAGE, made.key()).await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(name().await, None);
}
