//! Connections: who users and groups are in a source, and who may say so.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, each_database};

each_database![
    a_connection_is_of_who_makes_it_unless_it_says_otherwise,
    a_user_has_one_connection_to_a_source,
    people_see_and_remove_their_own_connections,
    nobody_points_their_connection_elsewhere,
    whom_a_connection_is_of_never_changes,
    a_connection_belongs_to_its_type,
    tokens_of_a_connection_are_never_shown,
    a_group_is_named_when_it_is_connected,
    connections_are_found_by_whom_and_where,
    a_connection_goes_with_its_source_and_its_user,
    nobody_forges_the_word_of_telegram,
];

const KERBEROS: &str = "sources/user_connections/kerberos/";
const GROUPS: &str = "sources/group_connections/kerberos/";
const ALL: &str = "sources/user_connections/all/";

/// The key of a new source.
async fn realm(app: &App) -> Json {
    let name = app.name("realm");
    app.admin().create("sources/kerberos/", json!({"name": name, "slug": name, "realm": name})).await.body["pk"].clone()
}

async fn connected(app: &App, user: i64) -> Json {
    let body = json!({"source": realm(app).await, "identifier": app.name("principal"), "user": user});
    app.admin().create(KERBEROS, body).await.body
}

fn at(collection: &str, connection: &Json) -> String {
    format!("{collection}{}/", connection["pk"])
}

async fn a_connection_is_of_who_makes_it_unless_it_says_otherwise(app: &App) {
    let (admin, source) = (app.admin(), realm(app).await);
    let made = admin.create(KERBEROS, json!({"source": source, "identifier": "me"})).await.assert_has("user", json!(1)).body;
    let shown = &made["source_obj"];
    assert_eq!((&shown["pk"], &shown["component"], &shown["verbose_name"]), (&source, &json!(""), &json!("source")));
    let person = app.user("person").await;
    admin.create(KERBEROS, json!({"source": source, "identifier": "p", "user": person.pk})).await.assert_has("user", json!(person.pk));
    let gone = json!({"user": ["Invalid pk \"999999\" - object does not exist."]});
    admin.post(KERBEROS, json!({"source": source, "identifier": "p", "user": 999_999})).await.assert(400, gone);
    let null = json!({"user": ["This field may not be null."]});
    admin.post(KERBEROS, json!({"source": source, "identifier": "p", "user": null})).await.assert(400, null);
    let required = json!(["This field is required."]);
    admin.post(KERBEROS, json!({})).await.assert(400, json!({"source": required, "identifier": required}));
}

async fn a_user_has_one_connection_to_a_source(app: &App) {
    let person = app.user("person").await;
    let made = connected(app, person.pk).await;
    let body = json!({"source": made["source"], "identifier": "another", "user": person.pk});
    let twice = json!({"non_field_errors": ["The fields user, source must make a unique set."]});
    app.admin().post(KERBEROS, body).await.assert(400, twice);
}

async fn people_see_and_remove_their_own_connections(app: &App) {
    let (mine, other) = (app.user("mine").await, app.user("other").await);
    let (own, foreign) = (connected(app, mine.pk).await, connected(app, other.pk).await);
    for collection in [KERBEROS, ALL] {
        assert_eq!(mine.api.get(collection).await.column("pk"), [own["pk"].clone()]);
        mine.api.get(&at(collection, &foreign)).await.assert_status(404);
        mine.api.delete(&at(collection, &foreign)).await.assert_status(404);
    }
    mine.api.get(&format!("{}used_by/", at(KERBEROS, &own))).await.assert(200, json!([]));
    mine.api.delete(&at(ALL, &own)).await.assert_status(204);
    app.admin().get(&at(KERBEROS, &own)).await.assert_status(404);
    mine.api.get(GROUPS).await.assert_status(403);
}

async fn nobody_points_their_connection_elsewhere(app: &App) {
    let person = app.user("person").await;
    let (own, elsewhere) = (connected(app, person.pk).await, realm(app).await);
    for collection in [KERBEROS, ALL] {
        let path = at(collection, &own);
        person.api.patch(&path, json!({"identifier": "administrator"})).await.assert_status(403);
        person.api.patch(&path, json!({"source": elsewhere})).await.assert_status(403);
        person.api.put(&path, json!({"source": own["source"], "identifier": "administrator"})).await.assert_status(403);
        let same = json!({"source": own["source"], "identifier": own["identifier"]});
        person.api.put(&path, same).await.assert_has("identifier", own["identifier"].clone());
    }
    person.api.post(KERBEROS, json!({"source": elsewhere, "identifier": "administrator"})).await.assert_status(403);
    app.admin().patch(&at(ALL, &own), json!({"identifier": "renamed"})).await.assert_has("identifier", json!("renamed"));
}

async fn whom_a_connection_is_of_never_changes(app: &App) {
    let (person, other) = (app.user("person").await, app.user("other").await);
    let own = connected(app, person.pk).await;
    for caller in [&app.admin(), &person.api] {
        caller.patch(&at(KERBEROS, &own), json!({"user": other.pk})).await.assert_has("user", json!(person.pk));
        caller.patch(&at(ALL, &own), json!({"user": "nobody"})).await.assert_has("user", json!(person.pk));
    }
}

async fn a_connection_belongs_to_its_type(app: &App) {
    let own = connected(app, 1).await;
    app.admin().get(&at("sources/user_connections/saml/", &own)).await.assert_status(404);
    app.admin().get(&at(ALL, &own)).await.assert_has("pk", own["pk"].clone());
    app.admin().post(ALL, json!({})).await.assert_status(405);
}

async fn tokens_of_a_connection_are_never_shown(app: &App) {
    let (admin, source) = (app.admin(), realm(app).await);
    let body = json!({"source": source, "identifier": "1", "access_token": "hidden-secret", "plex_token": "hidden-secret"});
    for kind in ["oauth", "plex"] {
        let path = format!("sources/user_connections/{kind}/");
        let made = admin.create(&path, body.clone()).await.body;
        let again = admin.get(&at(&path, &made)).await.assert_status(200).body;
        assert!(made == again && !again.to_string().contains("hidden-secret"), "{again}");
        admin.delete(&at(&path, &made)).await.assert_status(204);
    }
    let bare = json!({"source": source, "identifier": "1"});
    let missing = json!({"plex_token": ["This field is required."]});
    admin.post("sources/user_connections/plex/", bare).await.assert(400, missing);
}

async fn a_group_is_named_when_it_is_connected(app: &App) {
    let (admin, source) = (app.admin(), realm(app).await);
    let group = admin.create("core/groups/", json!({"name": app.name("group")})).await.body["pk"].clone();
    let missing = json!({"group": ["This field is required."]});
    admin.post(GROUPS, json!({"source": source, "identifier": "staff"})).await.assert(400, missing);
    let body = json!({"source": source, "identifier": "staff", "group": group});
    let made = admin.create(GROUPS, body.clone()).await.assert_has("group", group.clone()).body;
    let twice = json!({"non_field_errors": ["The fields group, source must make a unique set."]});
    admin.post(GROUPS, body).await.assert(400, twice);
    let other = admin.create("core/groups/", json!({"name": app.name("group")})).await.body["pk"].clone();
    admin.patch(&at(GROUPS, &made), json!({"group": other})).await.assert_has("group", group);
}

async fn connections_are_found_by_whom_and_where(app: &App) {
    let person = app.user("person").await;
    let own = connected(app, person.pk).await;
    connected(app, 1).await;
    let slug = own["source_obj"]["slug"].as_str().unwrap();
    for query in [format!("user={}", person.pk), format!("source__slug={slug}"), format!("search={slug} {}", person.username)] {
        let found = app.admin().get(&format!("{ALL}?{}", query.replace(' ', "%20"))).await;
        assert_eq!(found.column("pk"), [own["pk"].clone()], "{query}");
    }
    let unknown = json!({"user": ["Select a valid choice. That choice is not one of the available choices."]});
    app.admin().get(&format!("{ALL}?user=nobody")).await.assert(400, unknown);
}

async fn a_connection_goes_with_its_source_and_its_user(app: &App) {
    let (one, two) = (app.user("one").await, app.user("two").await);
    let (first, second) = (connected(app, one.pk).await, connected(app, two.pk).await);
    app.admin().delete(&format!("sources/all/{}/", first["source_obj"]["slug"].as_str().unwrap())).await.assert_status(204);
    app.admin().delete(&format!("core/users/{}/", two.pk)).await.assert_status(204);
    for gone in [first, second] {
        app.admin().get(&at(ALL, &gone)).await.assert_status(404);
    }
}

async fn nobody_forges_the_word_of_telegram(app: &App) {
    let flow = app.admin().get("flows/instances/?page_size=1").await.column("pk")[0].clone();
    let (slug, person) = (app.name("telegram"), app.user("person").await);
    let body = json!({"name": slug, "slug": slug, "bot_username": "bot", "bot_token": "12:token", "pre_authentication_flow": flow});
    app.admin().create("sources/telegram/", body).await;
    let path = format!("sources/telegram/{slug}/connect_user/");
    let said = json!({"id": 7, "auth_date": 1_700_000_000, "first_name": "Ada", "hash": "00".repeat(32)});
    person.api.post(&path, said.clone()).await.assert(400, json!({"hash": ["Invalid hash"]}));
    let required = json!(["This field is required."]);
    person.api.post(&path, json!({})).await.assert(400, json!({"id": required, "auth_date": required, "hash": required}));
    app.anonymous().post(&path, said.clone()).await.assert_status(403);
    let unknown = json!({"detail": "No TelegramSource matches the given query."});
    person.api.post("sources/telegram/unknown/connect_user/", said).await.assert(404, unknown);
    assert_eq!(person.api.get(ALL).await.count(), 0);
}
