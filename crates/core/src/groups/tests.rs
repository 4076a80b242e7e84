#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use serde_json::{Value as Json, json};
use vestibule_engine::Caller;
use vestibule_resource::{Model as _, Value};
use vestibule_store::Actor;

use super::{PARENTS, ROLES_OF_GROUP, all_of};
use crate::{
    roles::{Role, grant::TOO_MUCH},
    testing::Server,
    users,
};

async fn admin(server: &Server) -> Caller {
    let root = server.user("root").await;
    server.caller(root, true).await
}

async fn link(server: &Server, child: &Value, parent: &Value) {
    let mut tx = server.store.begin(Actor::default()).await.unwrap();
    tx.link(&PARENTS, child, parent).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_created_group_is_shown_as_the_contract_says() {
    let server = Server::new().await;
    let admin = admin(&server).await;
    let (status, shown) = server.ask(admin.clone(), "POST", "core/groups/", Some(json!({ "name": "staff" }))).await;
    assert_eq!(status, 201);
    let pk = &shown["pk"];
    let number = shown["num_pk"].as_i64().unwrap();
    assert!((10_000..100_000).contains(&number));
    assert_eq!(
        shown,
        json!({
            "pk": pk, "num_pk": number, "name": "staff", "is_superuser": false, "parents": [], "parents_obj": null, "users": [],
            "users_obj": [], "attributes": {}, "roles": [], "roles_obj": [], "inherited_roles_obj": null, "children": [], "children_obj": null,
        })
    );
    let told = server.ask(admin, "POST", "core/groups/", Some(json!({ "name": "staff" }))).await;
    assert_eq!(told, (400, json!({ "name": ["Group with this name already exists."] })));
}

#[tokio::test]
async fn members_are_added_and_removed_one_by_one() {
    let server = Server::new().await;
    let admin = admin(&server).await;
    let ada = server.user("ada").await;
    let group = server.group("staff", false, &[]).await;
    let at = |action: &str| format!("core/groups/{group}/{action}");
    assert_eq!(server.ask(admin.clone(), "POST", &at("add_user/"), Some(json!({ "pk": ada }))).await, (204, Json::Null));
    let (_, shown) = server.ask(admin.clone(), "GET", &at(""), None).await;
    assert_eq!(shown["users"], json!([ada]));
    let names: Vec<&String> = shown["users_obj"][0].as_object().unwrap().keys().collect();
    assert_eq!(names, ["pk", "username", "name", "is_active", "last_login", "email", "attributes", "uid"]);
    assert_eq!(server.ask(admin.clone(), "POST", &at("remove_user/"), Some(json!({ "pk": ada }))).await, (204, Json::Null));
    assert_eq!(server.ask(admin.clone(), "GET", &at(""), None).await.1["users"], json!([]));
    let told = server.ask(admin.clone(), "POST", &at("add_user/"), Some(json!({ "pk": 99_999 }))).await;
    assert_eq!(told, (404, json!({ "detail": "Not found." })));
    assert_eq!(server.ask(admin, "POST", &at("add_user/"), Some(json!({}))).await, (400, json!({ "pk": ["This field is required."] })));
}

#[tokio::test]
async fn a_group_shows_its_relatives_when_asked() {
    let server = Server::new().await;
    let admin = admin(&server).await;
    let (top, middle, leaf) =
        (server.group("top", false, &[]).await, server.group("middle", false, &[]).await, server.group("leaf", false, &[]).await);
    link(&server, &middle, &top).await;
    link(&server, &leaf, &middle).await;
    let mut tx = server.store.begin(Actor::default()).await.unwrap();
    let role = tx.insert(Role::RESOURCE, vec![("name", "reader".into())]).await.unwrap();
    tx.link(&ROLES_OF_GROUP, &top, role.key()).await.unwrap();
    tx.commit().await.unwrap();
    let query = "include_parents=true&include_children=true&include_inherited_roles=true";
    let (_, shown) = server.ask(admin, "GET", &format!("core/groups/{middle}/?{query}"), None).await;
    assert_eq!((&shown["parents"], &shown["children"]), (&json!([top.to_json()]), &json!([leaf.to_json()])));
    assert_eq!(
        shown["parents_obj"],
        json!([{ "pk": top.to_json(), "name": "top", "is_superuser": false, "attributes": {}, "group_uuid": top.to_json() }])
    );
    assert_eq!(shown["children_obj"][0]["name"], json!("leaf"));
    assert_eq!((&shown["roles_obj"], &shown["inherited_roles_obj"][0]["name"]), (&json!([]), &json!("reader")));
}

#[tokio::test]
async fn members_belong_to_all_ancestors_even_in_a_circle() {
    let server = Server::new().await;
    let ada = server.user("ada").await;
    let (a, b) = (server.group("a", false, &[ada]).await, server.group("b", false, &[]).await);
    link(&server, &a, &b).await;
    link(&server, &b, &a).await;
    let names: Vec<String> = all_of(&server.store, ada).await.unwrap().iter().map(|group| group.text("name").to_owned()).collect();
    assert_eq!(names, ["a", "b"]);
}

#[tokio::test]
async fn a_full_update_clears_what_it_leaves_out() {
    let server = Server::new().await;
    let admin = admin(&server).await;
    let ada = server.user("ada").await;
    let (group, parent) = (server.group("staff", false, &[ada]).await, server.group("all", false, &[]).await);
    link(&server, &group, &parent).await;
    let at = format!("core/groups/{group}/");
    let (_, shown) = server.ask(admin.clone(), "PATCH", &at, Some(json!({ "is_superuser": true }))).await;
    assert_eq!((&shown["users"], &shown["parents"], &shown["is_superuser"]), (&json!([ada]), &json!([parent.to_json()]), &json!(true)));
    let (_, shown) = server.ask(admin, "PUT", &at, Some(json!({ "name": "staff" }))).await;
    assert_eq!((&shown["users"], &shown["parents"]), (&json!([]), &json!([])));
}

#[tokio::test]
async fn a_list_of_groups_costs_the_same_however_long_it_is() {
    let server = Server::new().await;
    let admin = admin(&server).await;
    let path = "core/groups/?include_parents=true&include_children=true&include_inherited_roles=true";
    let cost = async || {
        let before = server.store.queries();
        server.ask(admin.clone(), "GET", path, None).await;
        server.store.queries() - before
    };
    let top = server.group("top", true, &[]).await;
    for name in ["a", "b"] {
        let member = server.user(name).await;
        link(&server, &server.group(name, false, &[member]).await, &top).await;
    }
    let few = cost().await;
    for name in ["c", "d", "e", "f", "g", "h"] {
        let member = server.user(name).await;
        link(&server, &server.group(name, false, &[member]).await, &top).await;
    }
    assert_eq!(cost().await, few);
}

#[tokio::test]
async fn groups_are_found_by_name_members_and_attributes() {
    let server = Server::new().await;
    let admin = admin(&server).await;
    let ada = server.user("ada").await;
    let staff = server.group("staff", false, &[ada]).await;
    server.group("admins", true, &[]).await;
    server.change(super::Group::RESOURCE, &staff, vec![("attributes", json!({ "a": { "b": 1 } }).into())]).await;
    let found = async |query: &str| {
        let (_, list) = server.ask(admin.clone(), "GET", &format!("core/groups/?{query}"), None).await;
        let names: Vec<&str> = list["results"].as_array().into_iter().flatten().map(|group| group["name"].as_str().unwrap()).collect();
        names.join(" ")
    };
    assert_eq!(found("").await, "admins staff");
    assert_eq!(found("search=sta").await, "staff");
    assert_eq!(found("is_superuser=true").await, "admins");
    assert_eq!(found("members_by_username=ada").await, "staff");
    assert_eq!(found(&format!("members_by_pk={ada}")).await, "staff");
    assert_eq!(found("attributes=%7B%22a__b%22%3A1%7D").await, "staff");
    assert_eq!(found("attributes=%7B%22a__b%22%3A2%7D").await, "");
}

/// What the hooks say about a write by somebody who is no superuser but may change groups.
async fn judged(server: &Server, draft: vestibule_engine::Draft) -> Json {
    use vestibule_engine::Hooks as _;
    let mut draft = draft;
    let helper = users::find_by(&server.store, &["username"], "helper", false).await.unwrap().unwrap();
    let caller = server.caller(helper.key().as_int().unwrap(), false).await;
    let cx = server.context(caller, crate::testing::request("PATCH", ""));
    super::hooks::GroupHooks.validate(&cx, &mut draft).await.unwrap();
    match draft.invalid.check() {
        Ok(()) => Json::Null,
        Err(vestibule_resource::Error::Invalid(body)) => body,
        Err(other) => unreachable!("{other}"),
    }
}

async fn draft(server: &Server, group: Option<&Value>) -> vestibule_engine::Draft {
    let before = match group {
        Some(key) => server.store.get(super::Group::RESOURCE, key.clone()).await.unwrap(),
        None => None,
    };
    vestibule_engine::Draft {
        resource: super::Group::RESOURCE,
        before,
        partial: true,
        body: serde_json::Map::new(),
        values: Vec::new(),
        links: Vec::new(),
        invalid: vestibule_resource::Invalid::default(),
    }
}

#[tokio::test]
async fn nobody_makes_superusers_who_is_none() {
    let server = Server::new().await;
    server.user("helper").await;
    let (top, middle, plain) =
        (server.group("top", true, &[]).await, server.group("middle", false, &[]).await, server.group("plain", false, &[]).await);
    link(&server, &middle, &top).await;
    let mut marks = draft(&server, Some(&plain)).await;
    marks.set("is_superuser", true);
    assert_eq!(judged(&server, marks).await, json!({ "is_superuser": ["User does not have permission to set superuser status to True."] }));
    let refused = json!([TOO_MUCH]);
    let mut below = draft(&server, Some(&plain)).await;
    below.links.push(("parents", vec![middle.clone()]));
    assert_eq!(judged(&server, below).await, json!({ "parents": refused }));
    let mut joins = draft(&server, Some(&middle)).await;
    joins.links.push(("users", vec![Value::Int(1)]));
    assert_eq!(judged(&server, joins).await, json!({ "users": refused }));
    let mut harmless = draft(&server, Some(&plain)).await;
    harmless.links.push(("users", vec![Value::Int(1)]));
    assert_eq!(judged(&server, harmless).await, Json::Null);
}
