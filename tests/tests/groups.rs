//! Groups: who is in them, through how many others, and what that makes of a person.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, NOBODY, each_database};

each_database![
    a_group_needs_only_a_name,
    wrong_values_are_refused,
    people_are_added_and_removed,
    a_group_of_superusers_makes_its_members_superusers_through_any_depth,
    groups_in_a_circle_do_no_harm,
    put_without_members_clears_them,
    related_objects_are_shown_on_request,
    groups_are_found_by_name_member_and_attribute,
    deleting_a_group_leaves_its_members,
    unprivileged_people_add_nobody,
];

const GROUPS: &str = "core/groups/";

async fn group(app: &App, more: Json) -> Json {
    let mut body = json!({"name": app.name("group")});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    app.admin().create(GROUPS, body).await.body
}

fn path(group: &Json) -> String {
    format!("{GROUPS}{}/", group["pk"].as_str().unwrap())
}

async fn a_group_needs_only_a_name(app: &App) {
    let made = group(app, json!({})).await;
    let expected = json!({
        "pk": made["pk"], "num_pk": made["num_pk"], "name": made["name"], "is_superuser": false, "parents": [], "parents_obj": null, "users": [],
        "users_obj": [], "attributes": {}, "roles": [], "roles_obj": [], "inherited_roles_obj": made["inherited_roles_obj"], "children": [], "children_obj": null,
    });
    assert_eq!((&made, made["num_pk"].is_i64()), (&expected, true));
}

async fn wrong_values_are_refused(app: &App) {
    let (admin, made) = (app.admin(), group(app, json!({})).await);
    admin.post(GROUPS, json!({})).await.assert(400, json!({"name": ["This field is required."]}));
    admin.post(GROUPS, json!({"name": made["name"]})).await.assert(400, json!({"name": ["Group with this name already exists."]}));
    let missing = format!("Invalid pk \"{NOBODY}\" - object does not exist.");
    admin.post(GROUPS, json!({"name": app.name("x"), "parents": [NOBODY]})).await.assert(400, json!({"parents": [missing]}));
    admin
        .post(GROUPS, json!({"name": app.name("x"), "users": "x"}))
        .await
        .assert(400, json!({"users": ["Expected a list of items but got type \"str\"."]}));
    admin.get(&format!("{GROUPS}{NOBODY}/")).await.assert(404, json!({"detail": "No Group matches the given query."}));
}

async fn people_are_added_and_removed(app: &App) {
    let (admin, made, ada) = (app.admin(), group(app, json!({})).await, app.user("ada").await);
    for _ in 0..2 {
        assert!(admin.post(&format!("{}add_user/", path(&made)), json!({"pk": ada.pk})).await.assert_status(204).bytes.is_empty());
    }
    let seen = admin.get(&path(&made)).await;
    assert_eq!((&seen["users"], &seen["users_obj"][0]["username"]), (&json!([ada.pk]), &json!(ada.username)));
    admin.post(&format!("{}remove_user/", path(&made)), json!({"pk": ada.pk})).await.assert_status(204);
    assert_eq!(admin.get(&path(&made)).await["users"], json!([]));
    admin.post(&format!("{}add_user/", path(&made)), json!({"pk": 99_999_999})).await.assert(404, json!({"detail": "Not found."}));
    admin.post(&format!("{}add_user/", path(&made)), json!({})).await.assert(400, json!({"pk": ["This field is required."]}));
}

async fn a_group_of_superusers_makes_its_members_superusers_through_any_depth(app: &App) {
    let (admin, ada) = (app.admin(), app.user("ada").await);
    let top = group(app, json!({"is_superuser": true})).await;
    let middle = group(app, json!({"parents": [top["pk"]]})).await;
    let bottom = group(app, json!({"parents": [middle["pk"]]})).await;
    ada.api.get("stages/dummy/").await.assert_status(403);
    admin.post(&format!("{}add_user/", path(&bottom)), json!({"pk": ada.pk})).await.assert_status(204);
    ada.api.get("stages/dummy/").await.assert_status(200);
    assert_eq!(ada.api.get("core/users/me/").await["user"]["is_superuser"], true);
    admin.patch(&path(&middle), json!({"parents": []})).await.assert_status(200);
    ada.api.get("stages/dummy/").await.assert_status(403);
    assert_eq!(admin.get(&format!("core/users/{}/", ada.pk)).await["is_superuser"], false);
}

async fn groups_in_a_circle_do_no_harm(app: &App) {
    let (admin, ada) = (app.admin(), app.user("ada").await);
    let one = group(app, json!({"users": [ada.pk]})).await;
    let two = group(app, json!({"parents": [one["pk"]]})).await;
    let turned = admin.patch(&path(&one), json!({"parents": [two["pk"]]})).await;
    assert!([200, 400].contains(&turned.status), "{turned}");
    ada.api.get("core/users/me/").await.assert_status(200).assert_status(200);
    admin.get(&format!("{GROUPS}?search={}", one["name"].as_str().unwrap())).await.assert_status(200);
}

async fn put_without_members_clears_them(app: &App) {
    let (admin, ada) = (app.admin(), app.user("ada").await);
    let parent = group(app, json!({})).await;
    let made = group(app, json!({"users": [ada.pk], "parents": [parent["pk"]], "attributes": {"a": 1}})).await;
    let patched = admin.patch(&path(&made), json!({"attributes": {"b": 2}})).await.assert_status(200);
    assert_eq!(
        (&patched["users"], &patched["parents"], &patched["attributes"]),
        (&json!([ada.pk]), &json!([parent["pk"]]), &json!({"b": 2}))
    );
    let put = admin.put(&path(&made), json!({"name": made["name"]})).await.assert_status(200);
    assert_eq!((&put["users"], &put["parents"], &put["attributes"]), (&json!([]), &json!([]), &json!({"b": 2})));
}

async fn related_objects_are_shown_on_request(app: &App) {
    let (admin, parent) = (app.admin(), group(app, json!({})).await);
    let made = group(app, json!({"parents": [parent["pk"]]})).await;
    let all = admin.get(&format!("{}?include_parents=true&include_children=true&include_inherited_roles=true", path(&made))).await;
    assert_eq!(
        (&all["parents_obj"][0]["name"], &all["children_obj"], &all["inherited_roles_obj"]),
        (&parent["name"], &json!([]), &json!([]))
    );
    let upper = admin.get(&format!("{}?include_children=true", path(&parent))).await;
    assert_eq!((&upper["children"], &upper["children_obj"][0]["pk"]), (&json!([made["pk"]]), &made["pk"]));
    assert_eq!(admin.get(&format!("{}?include_users=false", path(&made))).await["users_obj"], json!(null));
}

async fn groups_are_found_by_name_member_and_attribute(app: &App) {
    let (admin, ada) = (app.admin(), app.user("ada").await);
    let made = group(app, json!({"users": [ada.pk], "attributes": {"tag": app.name("tag")}})).await;
    let tag = made["attributes"]["tag"].as_str().unwrap();
    let name = made["name"].as_str().unwrap();
    for query in [
        format!("name={name}"),
        format!("search={name}"),
        format!("members_by_pk={}", ada.pk),
        format!("members_by_username={}", ada.username),
        format!("attributes=%7B%22tag%22:%22{tag}%22%7D"),
    ] {
        assert_eq!(admin.get(&format!("{GROUPS}?{query}")).await.assert_status(200).column("pk"), [made["pk"].clone()], "{query}");
    }
    assert_eq!(admin.get(&format!("{GROUPS}?name={name}&is_superuser=true")).await.count(), 0);
}

async fn deleting_a_group_leaves_its_members(app: &App) {
    let (admin, ada) = (app.admin(), app.user("ada").await);
    let made = group(app, json!({"users": [ada.pk]})).await;
    admin.delete(&path(&made)).await.assert_status(204);
    admin.get(&path(&made)).await.assert_status(404);
    assert_eq!(admin.get(&format!("core/users/{}/", ada.pk)).await.assert_status(200)["groups"], json!([]));
}

async fn unprivileged_people_add_nobody(app: &App) {
    let (made, ada) = (group(app, json!({"is_superuser": true})).await, app.user("ada").await);
    ada.api.post(&format!("{}add_user/", path(&made)), json!({"pk": ada.pk})).await.assert_status(403);
    ada.api.patch(&path(&made), json!({"users": [ada.pk]})).await.assert_status(403);
    ada.api.post(GROUPS, json!({"name": app.name("mine"), "is_superuser": true, "users": [ada.pk]})).await.assert_status(403);
    ada.api.patch(&format!("core/users/{}/", ada.pk), json!({"groups": [made["pk"]]})).await.assert_status(403);
    assert_eq!(ada.api.get("core/users/me/").await["user"]["is_superuser"], false);
}
