//! Roles: what they permit, to whom, and on what.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, NOBODY, each_database};

each_database![
    a_role_permits_what_it_says_until_it_no_longer_does,
    roles_come_through_groups_and_all_their_ancestors,
    a_permission_on_one_object_is_one_on_no_other,
    objects_with_numbers_for_keys_are_permitted_one_by_one_too,
    each_way_of_writing_has_its_permission,
    permissions_end_with_their_object,
    lists_are_counted_by_what_the_caller_sees,
    what_uses_an_object_is_shown_as_far_as_the_caller_may_see_it,
    a_machine_of_the_system_gets_an_empty_list,
    what_a_role_makes_it_is_given_from_the_start,
    every_permission_is_in_the_list_and_found,
    roles_are_found_by_who_holds_them,
    who_holds_what_is_told_by_kind_and_object,
    wrong_permissions_are_not_assigned,
    permissions_about_the_system_are_told_to_their_holder,
    who_may_inspect_a_flow_inspects_that_flow,
];

const DENY: &str = "stages/deny/";
const DENY_MODEL: &str = "authentik_stages_deny.denystage";

async fn stage(app: &App) -> String {
    app.admin().create(DENY, json!({"name": app.name("stage")})).await.str("pk")
}

async fn a_role_permits_what_it_says_until_it_no_longer_does(app: &App) {
    let ada = app.holder("ada", &["authentik_stages_deny.view_denystage"]).await;
    let api = &ada.user.api;
    api.get(DENY).await.assert_status(200);
    api.get("stages/dummy/").await.assert(403, json!({"detail": "You do not have permission to perform this action."}));
    api.post(DENY, json!({"name": app.name("s")})).await.assert_status(403);
    let unassign = format!("rbac/permissions/assigned_by_roles/{}/unassign/", ada.role);
    let permissions = json!({"permissions": ["authentik_stages_deny.view_denystage"]});
    app.admin().patch(&unassign, permissions).await.assert_status(204);
    api.get(DENY).await.assert_status(403);
}

async fn roles_come_through_groups_and_all_their_ancestors(app: &App) {
    let (admin, ada) = (app.admin(), app.user("ada").await);
    let role = app.role(&["authentik_stages_deny.view_denystage"]).await;
    let top = admin.create("core/groups/", json!({"name": app.name("top"), "roles": [role]})).await.str("pk");
    let middle = admin.create("core/groups/", json!({"name": app.name("middle"), "parents": [top]})).await.str("pk");
    let bottom = admin.create("core/groups/", json!({"name": app.name("bottom"), "parents": [middle], "users": [ada.pk]})).await.str("pk");
    ada.api.get(DENY).await.assert_status(200);
    admin.patch(&format!("core/groups/{middle}/"), json!({"parents": []})).await.assert_status(200);
    ada.api.get(DENY).await.assert_status(403);
    admin.patch(&format!("core/groups/{bottom}/"), json!({"roles": [role]})).await.assert_status(200);
    ada.api.get(DENY).await.assert_status(200);
    admin.delete(&format!("rbac/roles/{role}/")).await.assert_status(204);
    ada.api.get(DENY).await.assert_status(403);
}

async fn a_permission_on_one_object_is_one_on_no_other(app: &App) {
    let (ada, one, other) = (app.holder("ada", &[]).await, stage(app).await, stage(app).await);
    let api = &ada.user.api;
    api.get(&format!("{DENY}{one}/")).await.assert_status(403);
    app.permit(&ada.role, "view_denystage", DENY_MODEL, one.to_uppercase()).await;
    assert_eq!(api.get(DENY).await.assert_status(200).column("pk"), [one.as_str()]);
    api.get(&format!("{DENY}{one}/")).await.assert_status(200);
    for missing in [other.as_str(), NOBODY] {
        api.get(&format!("{DENY}{missing}/")).await.assert(404, json!({"detail": "No DenyStage matches the given query."}));
    }
    for answer in [
        api.patch(&format!("{DENY}{one}/"), json!({})).await,
        api.delete(&format!("{DENY}{one}/")).await,
        api.get("stages/all/").await,
        app.user("eve").await.api.get(&format!("{DENY}{one}/")).await,
    ] {
        answer.assert_status(403);
    }
    app.permit(&ada.role, "authentik_flows.view_stage", "authentik_flows.stage", &one).await;
    assert_eq!(api.get("stages/all/").await.assert_status(200).column("pk"), [one.as_str()]);
}

async fn objects_with_numbers_for_keys_are_permitted_one_by_one_too(app: &App) {
    let (helper, ada, eve) = (app.holder("helper", &[]).await, app.user("ada").await, app.user("eve").await);
    app.permit(&helper.role, "view_user", "authentik_core.user", ada.pk).await;
    app.permit(&helper.role, "reset_user_password", "authentik_core.user", ada.pk).await;
    let (api, reset) = (&helper.user.api, json!({"password": "a new one 123"}));
    assert_eq!(api.get("core/users/").await.assert_status(200).column("pk"), [ada.pk]);
    api.post(&format!("core/users/{}/set_password/", ada.pk), reset.clone()).await.assert_status(204);
    api.post(&format!("core/users/{}/set_password/", eve.pk), reset).await.assert_status(404);
    api.patch(&format!("core/users/{}/", ada.pk), json!({"name": "x"})).await.assert_status(403);
    app.permit(&helper.role, "change_user", "authentik_core.user", ada.pk).await;
    api.patch(&format!("core/users/{}/", ada.pk), json!({"name": "x"})).await.assert_status(200);
}

async fn each_way_of_writing_has_its_permission(app: &App) {
    let (ada, one) = (app.holder("ada", &["authentik_stages_deny.view_denystage"]).await, stage(app).await);
    let (api, path) = (&ada.user.api, format!("{DENY}{one}/"));
    app.permit(&ada.role, "change_denystage", DENY_MODEL, &one).await;
    api.put(&path, json!({"name": app.name("changed")})).await.assert_status(200);
    api.delete(&path).await.assert_status(403);
    api.post(DENY, json!({"name": app.name("s")})).await.assert_status(403);
    app.permit(&ada.role, "add_denystage", DENY_MODEL, &one).await;
    api.post(DENY, json!({"name": app.name("s")})).await.assert_status(403);
    app.permit(&ada.role, "delete_denystage", DENY_MODEL, &one).await;
    api.delete(&path).await.assert_status(204);
}

async fn permissions_end_with_their_object(app: &App) {
    let (admin, ada, one) = (app.admin(), app.holder("ada", &[]).await, stage(app).await);
    app.permit(&ada.role, "view_denystage", DENY_MODEL, &one).await;
    app.permit(&ada.role, "view_stage", "authentik_flows.stage", &one).await;
    let flow = admin.create("flows/instances/", json!({"name": "f", "slug": app.name("f"), "title": "f", "designation": "recovery"})).await;
    let binding = admin.create("flows/bindings/", json!({"target": flow["pk"], "stage": one, "order": 0})).await.str("pk");
    app.permit(&ada.role, "view_flowstagebinding", "authentik_flows.flowstagebinding", &binding).await;
    let held = format!("rbac/permissions/roles/?uuid={}", ada.role);
    let before = admin.get(&held).await.assert_status(200);
    assert_eq!((before.count(), before.column("object_description").contains(&Json::Null)), (3, false), "{before}");
    admin.delete(&format!("{DENY}{one}/")).await.assert_status(204);
    assert_eq!(admin.get(&held).await.count(), 0, "what went with the stage is forgotten too");
    ada.user.api.get(DENY).await.assert_status(403);
}

async fn lists_are_counted_by_what_the_caller_sees(app: &App) {
    let ada = app.holder("ada", &[]).await;
    for _ in 0..3 {
        app.permit(&ada.role, "view_denystage", DENY_MODEL, stage(app).await).await;
    }
    let page = ada.user.api.get(&format!("{DENY}?page_size=2&page=2")).await.assert_status(200);
    assert_eq!((page.count(), page.column("pk").len(), &page["pagination"]["total_pages"]), (3, 1, &json!(2)));
    assert_eq!(ada.user.api.get(&format!("{DENY}?name=nothing-like-it")).await.assert_status(200).count(), 0);
}

async fn what_uses_an_object_is_shown_as_far_as_the_caller_may_see_it(app: &App) {
    let (admin, one) = (app.admin(), stage(app).await);
    let flow = admin.create("flows/instances/", json!({"name": "f", "slug": app.name("f"), "title": "f", "designation": "recovery"})).await;
    for order in 0..2 {
        admin.create("flows/bindings/", json!({"target": flow["pk"], "stage": one, "order": order})).await;
    }
    let ada = app.holder("ada", &["authentik_stages_deny.view_denystage"]).await;
    let path = format!("{DENY}{one}/used_by/");
    let all = admin.get(&path).await.body;
    ada.user.api.get(&path).await.assert(200, json!([]));
    let bindings: Vec<&Json> = all.as_array().unwrap().iter().filter(|used| used["model_name"] == "flowstagebinding").collect();
    assert_eq!(bindings.len(), 2, "{all}");
    app.permit(&ada.role, "view_flowstagebinding", "authentik_flows.flowstagebinding", bindings[0]["pk"].as_str().unwrap()).await;
    assert_eq!(ada.user.api.get(&path).await.body, json!([bindings[0]]));
}

async fn a_machine_of_the_system_gets_an_empty_list(app: &App) {
    let admin = app.admin();
    let outpost = json!({"name": app.name("outpost"), "type": "ldap", "providers": [], "config": {}});
    let provider = vestibule_tests::Samples::make(app, &admin, "providers/ldap").await;
    let mut body = outpost;
    body["providers"] = json!([provider["pk"]]);
    let token = admin.create("outposts/instances/", body).await.str("token_identifier");
    let key = admin.get(&format!("core/tokens/{token}/view_key/")).await.assert_status(200).str("key");
    let machine = app.with_token(&key);
    stage(app).await;
    assert_eq!(machine.get(DENY).await.assert_status(200).count(), 0);
    machine.get(&format!("{DENY}{NOBODY}/")).await.assert_status(404);
    machine.post(DENY, json!({"name": app.name("s")})).await.assert_status(403);
}

async fn what_a_role_makes_it_is_given_from_the_start(app: &App) {
    let (admin, maker) = (app.admin(), app.holder("maker", &["authentik_stages_deny.add_denystage"]).await);
    let mut ids = Vec::new();
    for codename in ["view_denystage", "delete_denystage", "view_dummystage"] {
        ids.push(admin.get(&format!("rbac/permissions/?codename={codename}")).await.column("id")[0].clone());
    }
    let wish = json!({"name": app.name("initial"), "role": maker.role, "permissions": ids});
    let initial = admin.create("rbac/initial_permissions/", wish).await;
    assert_eq!((initial["permissions"].as_array().unwrap().len(), &initial["permissions_obj"][0]["id"]), (3, &initial["permissions"][0]));
    let foreign = stage(app).await;
    let made = maker.user.api.create(DENY, json!({"name": app.name("mine")})).await.str("pk");
    assert_eq!(maker.user.api.get(DENY).await.assert_status(200).column("pk"), [made.as_str()]);
    maker.user.api.patch(&format!("{DENY}{made}/"), json!({})).await.assert_status(403);
    maker.user.api.get(&format!("{DENY}{foreign}/")).await.assert_status(404);
    maker.user.api.delete(&format!("{DENY}{made}/")).await.assert_status(204);
    assert_eq!(admin.get(&format!("rbac/permissions/roles/?uuid={}", maker.role)).await.count(), 0);
    let path = format!("rbac/initial_permissions/{}/", initial["pk"]);
    let wrong = json!({"permissions": ["Invalid pk \"5\" - object does not exist."]});
    admin.patch(&path, json!({"permissions": [5]})).await.assert(400, wrong);
    admin.patch(&path, json!({"permissions": []})).await.assert_has("permissions_obj", json!([]));
}

async fn every_permission_is_in_the_list_and_found(app: &App) {
    let admin = app.admin();
    let flow = admin.get("rbac/permissions/?codename=view_flow").await.assert_status(200);
    let id = flow.body["results"][0]["id"].clone();
    let expected = json!({"id": id, "name": "Can view Flow", "codename": "view_flow", "model": "flow", "app_label": "authentik_flows",
                          "app_label_verbose": "Flows", "model_verbose": "Flow"});
    assert_eq!((flow.count(), &flow.body["results"][0]), (1, &expected));
    admin.get(&format!("rbac/permissions/{id}/")).await.assert(200, expected);
    admin.get("rbac/permissions/5/").await.assert(404, json!({"detail": "No Permission matches the given query."}));
    let of_flows = admin.get("rbac/permissions/?content_type__app_label=authentik_flows&content_type__model=flow").await;
    let names =
        ["add_flow", "change_flow", "clear_flow_cache", "delete_flow", "export_flow", "inspect_flow", "view_flow", "view_flow_cache"];
    let mut found: Vec<String> = of_flows.column("codename").iter().map(|name| name.as_str().unwrap().to_owned()).collect();
    found.sort();
    assert_eq!(found, names);
    assert_eq!(admin.get("rbac/permissions/?search=view_flow%20cache").await.column("codename"), ["view_flow_cache"]);
    let mut ids = std::collections::HashSet::new();
    for page in 1.. {
        let list = admin.get(&format!("rbac/permissions/?page_size=100&page={page}")).await.assert_status(200);
        assert!(list.column("id").iter().all(|id| ids.insert(id.as_i64().unwrap())), "two permissions have one number");
        if list["pagination"]["next"] == 0 {
            break;
        }
    }
    let ada = app.holder("ada", &["authentik_flows.view_flow"]).await;
    assert_eq!(admin.get(&format!("rbac/permissions/?role={}", ada.role)).await.column("codename"), ["view_flow"]);
    ada.user.api.get("rbac/permissions/").await.assert_status(403);
}

async fn roles_are_found_by_who_holds_them(app: &App) {
    let (admin, ada, above) = (app.admin(), app.holder("ada", &[]).await, app.role(&[]).await);
    let top = admin.create("core/groups/", json!({"name": app.name("top"), "roles": [above]})).await.str("pk");
    let group = json!({"name": app.name("group"), "parents": [top], "users": [ada.user.pk]});
    let group = admin.create("core/groups/", group).await.str("pk");
    let found = async |query: String| admin.get(&format!("rbac/roles/?{query}")).await.assert_status(200).column("pk");
    assert_eq!(found(format!("users={}", ada.user.pk)).await, [ada.role.as_str()]);
    assert_eq!(found(format!("users={}&inherited=true", ada.user.pk)).await.len(), 2);
    assert_eq!(found(format!("groups={group}")).await, [Json::Null; 0]);
    assert_eq!(found(format!("groups={group}&inherited=true")).await, [above.as_str()]);
    admin.get("rbac/roles/?users=x").await.assert(400, json!({"users": ["Enter a number."]}));
}

async fn who_holds_what_is_told_by_kind_and_object(app: &App) {
    let (admin, ada, one) = (app.admin(), app.holder("ada", &["authentik_stages_deny.add_denystage"]).await, stage(app).await);
    app.permit(&ada.role, "view_denystage", DENY_MODEL, &one).await;
    app.permit(&ada.role, "view_denystage", DENY_MODEL, &one).await;
    let list = async |query: String| admin.get(&format!("rbac/permissions/assigned_by_roles/?{query}")).await.assert_status(200);
    let shown = list(format!("model={DENY_MODEL}&object_pk={one}")).await;
    let role = &shown.body["results"][0];
    assert_eq!((shown.count(), &role["role_pk"], role["object_permissions"].as_array().unwrap().len()), (1, &json!(ada.role), 1));
    assert_eq!(
        (&role["object_permissions"][0]["object_pk"], &role["model_permissions"][0]["codename"]),
        (&json!(one), &json!("add_denystage"))
    );
    assert_eq!(list(format!("model={DENY_MODEL}&object_pk={NOBODY}")).await.count(), 0);
    admin.get("rbac/permissions/assigned_by_roles/").await.assert(400, json!({"model": ["This field is required."]}));
    let unassign = json!({"permissions": ["view_denystage"], "model": DENY_MODEL, "object_pk": one});
    admin.patch(&format!("rbac/permissions/assigned_by_roles/{}/unassign/", ada.role), unassign).await.assert_status(204);
    assert_eq!(list(format!("model={DENY_MODEL}&object_pk={one}")).await.count(), 0);
}

async fn wrong_permissions_are_not_assigned(app: &App) {
    let (admin, role, one) = (app.admin(), app.role(&[]).await, stage(app).await);
    let path = format!("rbac/permissions/assigned_by_roles/{role}/assign/");
    for (body, wrong) in [
        (json!({}), json!({"permissions": ["This field is required."]})),
        (json!({"permissions": ["view_flow"]}), json!({"permissions": ["\"view_flow\" is not a valid choice."]})),
        (json!({"permissions": "x"}), json!({"permissions": ["Expected a list of items but got type \"str\"."]})),
        (json!({"permissions": [], "model": "x.y", "object_pk": "1"}), json!({"model": ["\"x.y\" is not a valid choice."]})),
        (
            json!({"permissions": ["view_flow"], "model": DENY_MODEL, "object_pk": one}),
            json!({"permissions": ["\"view_flow\" is not a valid choice."]}),
        ),
        (
            json!({"permissions": ["view_denystage"], "model": DENY_MODEL, "object_pk": "x"}),
            json!({"object_pk": ["Invalid pk \"x\" - object does not exist."]}),
        ),
    ] {
        admin.post(&path, body).await.assert(400, wrong);
    }
    admin.post(&format!("rbac/permissions/assigned_by_roles/{NOBODY}/assign/"), json!({})).await.assert_status(404);
}

async fn permissions_about_the_system_are_told_to_their_holder(app: &App) {
    let ada = app.holder("ada", &["authentik_rbac.view_system_settings"]).await;
    let me = ada.user.api.get("core/users/me/").await;
    assert_eq!((&me["user"]["system_permissions"], me["user"]["roles"].as_array().unwrap().len()), (&json!(["view_system_settings"]), 1));
    ada.user.api.get("admin/settings/").await.assert_status(200);
    ada.user.api.patch("admin/settings/", json!({})).await.assert_status(403);
}

async fn who_may_inspect_a_flow_inspects_that_flow(app: &App) {
    let (ada, slug) = (app.holder("ada", &[]).await, "default-authentication-flow");
    let browser = app.logged_in(&ada.user).await;
    let path = format!("flows/inspector/{slug}/");
    browser.get(&path).await.assert_status(404);
    let flow = app.admin().get(&format!("flows/instances/{slug}/")).await.str("pk");
    app.permit(&ada.role, "inspect_flow", "authentik_flows.flow", &flow).await;
    browser.get(&path).await.assert_status(200);
    ada.user.api.get(&path).await.assert_status(404);
    browser.get("flows/inspector/default-invalidation-flow/").await.assert_status(404);
}
