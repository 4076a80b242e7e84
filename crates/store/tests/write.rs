//! What a write leaves behind.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::{
    Home,
    house::{BINDABLE, BINDING, DENY_STAGE, FLOW, INVITATION_STAGE, LDAP_SOURCE, SESSION, SOURCE, STAGE, TOKEN, USER},
    noon,
};
use jiff::SignedDuration;
use serde_json::json;
use vestibule_resource::{Record, Value};
use vestibule_store::{Actor, Condition, Op, Query, REVISION, SECRET};

each_database![
    a_new_object_is_read_back_with_its_defaults_and_its_base,
    every_kind_of_value_survives_the_database,
    a_change_reaches_both_tables_and_stamps_the_time,
    deleting_an_object_deletes_its_base_row_and_the_reverse,
    what_refers_to_a_deleted_object_goes_or_forgets_it,
    an_object_of_three_levels_is_one_object,
    deleting_by_condition_takes_expired_rows_and_only_those_that_match,
    bookkeeping_goes_in_bulk_and_without_a_word,
    an_abandoned_write_leaves_no_trace,
    history_tells_who_changed_what_but_never_a_secret,
    a_stamp_changes_nothing_but_itself_and_history_does_not_mention_it,
    a_note_of_the_server_is_claimed_once,
];

async fn flow(home: &Home, slug: &str) -> Record {
    home.add(&FLOW, vec![("slug", slug.into())]).await
}

async fn a_new_object_is_read_back_with_its_defaults_and_its_base(home: Home) {
    let made = home.add(&INVITATION_STAGE, vec![("name", "by invitation".into())]).await;
    let read = home.store.get(&INVITATION_STAGE, made.key().clone()).await.unwrap().unwrap();
    assert_eq!(read.values(), made.values());
    assert_eq!(read.text("name"), "by invitation");
    assert!(!read.flag("continue_without"));
    let base = home.store.get(&STAGE, made.key().clone()).await.unwrap().unwrap();
    assert_eq!((base.text("name"), base.text("model")), ("by invitation", "house.invitationstage"));
    assert!(home.store.get(&DENY_STAGE, made.key().clone()).await.unwrap().is_none());

    let flow = flow(&home, "enrol").await;
    let base = home.store.get(&BINDABLE, flow.get("bindable_id").clone()).await.unwrap().unwrap();
    assert_ne!(base.key(), flow.key());
    assert_eq!((base.text("mode"), base.text("model"), flow.text("mode")), ("any", "house.flow", "any"));
}

async fn every_kind_of_value_survives_the_database(home: Home) {
    let attributes = json!({"a": [1, 2.5, null, {"ü": "\"quoted\""}]});
    let values = vec![
        ("username", "Zoë 'the' \"great\"".into()),
        ("attributes", attributes.clone().into()),
        ("score", 0.1.into()),
        ("last_login", noon().into()),
        ("password", "hash".into()),
        ("is_active", false.into()),
    ];
    let made = home.add(&USER, values).await;
    let read = home.store.get(&USER, made.key().clone()).await.unwrap().unwrap();
    assert_eq!(read.values(), made.values());
    assert_eq!(read.json("attributes"), &attributes);
    assert_eq!(read.time("last_login"), Some(noon()));
    assert!(read.int("id") > 0);
}

async fn a_change_reaches_both_tables_and_stamps_the_time(home: Home) {
    let made = home.add(&DENY_STAGE, vec![("name", "deny".into())]).await;
    let mut work = home.write().await;
    let after = work.update(&DENY_STAGE, made.key(), vec![("name", "refuse".into()), ("message", "Go away.".into())]).await.unwrap();
    let missing = work.update(&DENY_STAGE, &Value::Uuid(home.store.world().uuid()), vec![("name", "x".into())]).await.unwrap();
    work.commit().await.unwrap();
    assert!(missing.is_none());
    let read = home.store.get(&DENY_STAGE, made.key().clone()).await.unwrap().unwrap();
    assert_eq!(read.values(), after.unwrap().values());
    assert_eq!((read.text("name"), read.text("message")), ("refuse", "Go away."));

    let user = home.add(&USER, vec![("username", "ann".into())]).await;
    home.clock.advance(SignedDuration::from_secs(60));
    let mut work = home.write().await;
    work.update(&USER, user.key(), vec![("is_active", false.into())]).await.unwrap();
    work.commit().await.unwrap();
    let read = home.store.get(&USER, user.key().clone()).await.unwrap().unwrap();
    assert_eq!(read.time("last_updated"), Some(noon() + SignedDuration::from_secs(60)));
    assert_eq!(user.time("last_updated"), Some(noon()));
}

async fn deleting_an_object_deletes_its_base_row_and_the_reverse(home: Home) {
    let one = home.add(&DENY_STAGE, vec![("name", "one".into())]).await;
    let two = home.add(&DENY_STAGE, vec![("name", "two".into())]).await;
    let flow = flow(&home, "a").await;
    let mut work = home.write().await;
    assert!(work.delete(&DENY_STAGE, one.key()).await.unwrap());
    assert!(!work.delete(&DENY_STAGE, one.key()).await.unwrap());
    assert!(work.delete(&STAGE, two.key()).await.unwrap());
    assert!(work.delete(&FLOW, flow.key()).await.unwrap());
    work.commit().await.unwrap();
    for resource in [&STAGE, &DENY_STAGE, &FLOW, &BINDABLE] {
        assert_eq!(home.store.count(&Query::all(resource)).await.unwrap(), 0, "{}", resource.table);
    }
}

async fn what_refers_to_a_deleted_object_goes_or_forgets_it(home: Home) {
    let (flow, other) = (flow(&home, "a").await, flow(&home, "b").await);
    let stage = home.add(&DENY_STAGE, vec![("name", "one".into())]).await;
    for target in [&flow, &other] {
        let values = vec![("target", target.key().clone()), ("stage", stage.key().clone()), ("order", 1.into())];
        home.add(&BINDING, values).await;
    }
    let user = home.add(&USER, vec![("username", "ann".into())]).await;
    let values = vec![("token_identifier", "t".into()), ("user", user.key().clone()), ("flow", flow.key().clone())];
    let token = home.add(&TOKEN, values).await;

    let mut work = home.write().await;
    work.delete(&FLOW, flow.key()).await.unwrap();
    work.commit().await.unwrap();
    let bindings = home.store.select(&Query::all(&BINDING)).await.unwrap();
    assert_eq!(bindings.len(), 1);
    assert_eq!(bindings[0].get("target"), other.key());
    assert_eq!(home.store.count(&Query::all(&BINDABLE)).await.unwrap(), 2, "the binding's base row went with it");
    let token = home.store.get(&TOKEN, token.key().clone()).await.unwrap().unwrap();
    assert_eq!(token.get("flow"), &Value::Null);
    let told: Vec<(String, String)> =
        revisions(&home, 3).await.iter().map(|row| (row.text("action").into(), row.text("model").into())).collect();
    for expected in [("delete", "house.flow"), ("delete", "house.binding"), ("update", "house.token")] {
        assert!(told.contains(&(expected.0.into(), expected.1.into())), "{told:?}");
    }

    let mut work = home.write().await;
    work.delete(&USER, user.key()).await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(home.store.count(&Query::all(&TOKEN)).await.unwrap(), 0);
}

async fn an_object_of_three_levels_is_one_object(home: Home) {
    let made = home.add(&LDAP_SOURCE, vec![("slug", "people".into()), ("server", "ldap.example.com".into()), ("mode", "all".into())]).await;
    for resource in [&LDAP_SOURCE, &SOURCE, &BINDABLE] {
        let row = home.store.get(resource, made.key().clone()).await.unwrap().unwrap();
        assert_eq!((row.text("model"), row.text("mode")), ("house.ldapsource", "all"), "{}", resource.name);
    }
    let mut tx = home.store.begin(Actor::default()).await.unwrap();
    let changes = vec![("slug", "persons".into()), ("server", "ldaps.example.com".into()), ("mode", "any".into())];
    tx.update(&LDAP_SOURCE, made.key(), changes).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    let found = home.store.first(&Query::all(&LDAP_SOURCE).is("mode", "any").is("slug", "persons")).await.unwrap().unwrap();
    assert_eq!(found.text("server"), "ldaps.example.com");

    let mut tx = home.store.begin(Actor::default()).await.unwrap();
    assert!(tx.delete(&BINDABLE, made.key()).await.unwrap());
    tx.commit().await.unwrap();
    for resource in [&LDAP_SOURCE, &SOURCE, &BINDABLE] {
        assert!(home.store.get(resource, made.key().clone()).await.unwrap().is_none(), "{}", resource.name);
    }
    let again = home.add(&LDAP_SOURCE, vec![("slug", "people".into()), ("server", "ldap.example.com".into())]).await;
    let mut tx = home.store.begin(Actor::default()).await.unwrap();
    assert!(tx.delete(&LDAP_SOURCE, again.key()).await.unwrap());
    tx.commit().await.unwrap();
    assert!(home.store.get(&BINDABLE, again.key().clone()).await.unwrap().is_none());
}

async fn deleting_by_condition_takes_expired_rows_and_only_those_that_match(home: Home) {
    for (name, expires) in [("old", noon() - SignedDuration::from_secs(1)), ("new", noon() + SignedDuration::from_secs(60))] {
        home.add(&TOKEN, vec![("token_identifier", name.into()), ("expires", expires.into())]).await;
    }
    let mut work = home.write().await;
    assert_eq!(work.delete_where(&Query::all(&TOKEN).is("token_identifier", "old")).await.unwrap(), 1);
    work.commit().await.unwrap();
    let left = home.store.select(&Query::all(&TOKEN).include_expired(true)).await.unwrap();
    assert_eq!(common::column(&left, "token_identifier"), ["new"]);
}

async fn bookkeeping_goes_in_bulk_and_without_a_word(home: Home) {
    let earlier = noon() - SignedDuration::from_secs(1);
    for at in [None, Some(earlier), Some(noon()), Some(noon() + SignedDuration::from_secs(9))] {
        home.add(&SESSION, vec![("last_used", at.into())]).await;
    }
    let mut work = home.write().await;
    let before = home.store.queries();
    let old = Query::all(&SESSION).filter(Condition::compare("last_used", Op::Le, noon()));
    assert_eq!(work.delete_where(&old.clone().limit(1)).await.unwrap(), 1);
    assert_eq!(work.delete_where(&old).await.unwrap(), 1);
    assert_eq!(home.store.queries() - before, 2);
    work.commit().await.unwrap();
    assert_eq!(home.store.count(&Query::all(&SESSION)).await.unwrap(), 2);
    assert_eq!(home.store.count(&Query::all(&REVISION)).await.unwrap(), 0);
}

async fn an_abandoned_write_leaves_no_trace(home: Home) {
    let mut work = home.write().await;
    work.insert(&FLOW, vec![("slug", "a".into())]).await.unwrap();
    drop(work);
    let work = home.write().await;
    drop(work);
    assert_eq!(home.store.count(&Query::all(&FLOW)).await.unwrap(), 0);
    assert_eq!(home.store.count(&Query::all(&BINDABLE)).await.unwrap(), 0);
}

async fn revisions(home: &Home, last: u64) -> Vec<Record> {
    home.store.select(&Query::all(&REVISION).order("-id").limit(last)).await.unwrap()
}

async fn history_tells_who_changed_what_but_never_a_secret(home: Home) {
    let user = home.add(&USER, vec![("username", "ann".into()), ("password", "argon2-hash".into())]).await;
    let actor = Actor { user: Some(7), username: "root".into(), request: "abc".into() };
    let mut work = home.store.begin(actor).await.unwrap();
    work.update(&USER, user.key(), vec![("password", "other".into()), ("email", "ann@example.com".into())]).await.unwrap();
    work.commit().await.unwrap();

    let told = revisions(&home, 2).await;
    assert_eq!(told[1].text("action"), "create");
    assert_eq!(told[1].json("after")["password"], json!(SECRET));
    assert_eq!(told[1].json("after")["username"], json!("ann"));
    let update = &told[0];
    assert_eq!((update.int("user"), update.text("username"), update.text("request")), (7, "root", "abc"));
    assert_eq!((update.text("model"), update.text("key")), ("house.user", user.key().to_string().as_str()));
    assert_eq!(update.json("before")["email"], json!(""));
    assert_eq!(update.json("after")["email"], json!("ann@example.com"));
    assert_eq!(update.json("after")["password"], json!(SECRET));
    assert_eq!(update.time("at"), Some(noon()));

    let mut work = home.write().await;
    work.update(&USER, user.key(), vec![("last_login", noon().into())]).await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(home.store.count(&Query::all(&REVISION)).await.unwrap(), 2, "a login is no change of configuration");
}

async fn a_stamp_changes_nothing_but_itself_and_history_does_not_mention_it(home: Home) {
    let before = noon() - SignedDuration::from_hours(1);
    let user = home.add(&USER, vec![("username", "ann".into()), ("last_updated", before.into())]).await;
    let mut work = home.write().await;
    work.stamp(&USER, user.key(), vec![("last_login", noon().into())]).await.unwrap();
    work.stamp(&USER, &404.into(), vec![("last_login", noon().into())]).await.unwrap();
    work.commit().await.unwrap();
    let read = home.store.get(&USER, user.key().clone()).await.unwrap().unwrap();
    assert_eq!((read.time("last_login"), read.time("last_updated")), (Some(noon()), Some(before)));
    assert_eq!(home.store.count(&Query::all(&REVISION)).await.unwrap(), 1, "of the user that was made");

    let stage = home.add(&INVITATION_STAGE, vec![("name", "by invitation".into())]).await;
    let mut work = home.write().await;
    assert!(work.stamp(&INVITATION_STAGE, stage.key(), vec![("name", "x".into())]).await.is_err(), "another table's column");
}

async fn a_note_of_the_server_is_claimed_once(home: Home) {
    let mut work = home.write().await;
    assert!(work.claim_setting("setup", json!({"done": true})).await.unwrap());
    work.commit().await.unwrap();
    let mut work = home.write().await;
    assert!(!work.claim_setting("setup", json!(2)).await.unwrap());
    work.set_setting("other", json!([1])).await.unwrap();
    work.set_setting("other", json!([2])).await.unwrap();
    assert_eq!(work.setting("other").await.unwrap(), Some(json!([2])));
    work.commit().await.unwrap();
    assert_eq!(home.store.setting("setup").await.unwrap(), Some(json!({"done": true})));
    assert_eq!(home.store.setting("other").await.unwrap(), Some(json!([2])));
    assert_eq!(home.store.setting("nothing").await.unwrap(), None);
}
