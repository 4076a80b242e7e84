//! People: their accounts, paths, passwords and what others may see of them.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, each_database};

each_database![
    an_account_needs_a_name_to_log_in_with_and_one_to_be_called_by,
    wrong_values_are_refused,
    a_user_name_is_taken_once,
    put_without_groups_clears_them_and_patch_keeps_them,
    people_are_found_by_what_they_are,
    attributes_are_searched_by_their_keys,
    paths_are_listed_once,
    groups_are_left_out_on_request,
    a_password_is_set_and_never_shown,
    me_shows_the_caller,
    a_service_account_gets_a_token_and_a_group,
    recovery_wants_a_recovery_flow,
    a_recovery_link_leads_into_the_recovery_flow_once,
    who_uses_an_account_is_listed_before_it_is_deleted,
    unprivileged_people_see_nobody,
];

const USERS: &str = "core/users/";

async fn an_account_needs_a_name_to_log_in_with_and_one_to_be_called_by(app: &App) {
    let (admin, name) = (app.admin(), app.name("ada"));
    let made = admin.create(USERS, json!({"username": name, "name": "Ada"})).await;
    let mut expected = json!({
        "username": name, "name": "Ada", "is_active": true, "last_login": null, "is_superuser": false, "groups": [], "groups_obj": [], "roles": [],
        "roles_obj": [], "email": "", "attributes": {}, "path": "users", "type": "internal",
    });
    for key in ["pk", "uid", "uuid", "avatar", "date_joined", "password_change_date", "last_updated"] {
        expected[key] = made[key].clone();
        assert!(!made[key].is_null(), "{key} in {made}");
    }
    assert_eq!((made.str("uid").len(), made["pk"].is_i64()), (64, true), "{made}");
    made.assert(201, expected);
    let required = json!(["This field is required."]);
    admin.post(USERS, json!({})).await.assert(400, json!({"username": required, "name": required}));
    admin.post(USERS, json!({"username": "", "name": ""})).await.assert(400, json!({"username": ["This field may not be blank."]}));
}

async fn wrong_values_are_refused(app: &App) {
    let nobody = vestibule_tests::NOBODY;
    let cases = [
        ("type", json!("bogus"), "\"bogus\" is not a valid choice.".to_owned()),
        ("type", json!("internal_service_account"), "Setting a user to internal service account is not allowed.".to_owned()),
        ("path", json!("/lead"), "No leading or trailing slashes allowed.".to_owned()),
        ("path", json!("trail/"), "No leading or trailing slashes allowed.".to_owned()),
        ("path", json!("a//b"), "No empty segments in user path allowed.".to_owned()),
        ("attributes", json!([]), "Value must be a dictionary, and not have any duplicate keys.".to_owned()),
        ("is_active", json!("maybe"), "Must be a valid boolean.".to_owned()),
        ("email", json!("nope"), "Enter a valid email address.".to_owned()),
        ("groups", json!([nobody]), format!("Invalid pk \"{nobody}\" - object does not exist.")),
        ("username", json!("x".repeat(151)), "Ensure this field has no more than 150 characters.".to_owned()),
    ];
    for (field, value, message) in cases {
        let mut body = json!({"username": app.name("x"), "name": "n"});
        body[field] = value;
        app.admin().post(USERS, body).await.assert(400, json!({field: [message]}));
    }
    app.admin().get("core/users/abc/").await.assert(404, json!({"detail": "Not found."}));
    app.admin().get("core/users/99999999/").await.assert(404, json!({"detail": "No User matches the given query."}));
}

async fn a_user_name_is_taken_once(app: &App) {
    let (admin, name) = (app.admin(), app.name("ada"));
    let body = || json!({"username": name, "name": "n"});
    let answers = tokio::join!(admin.post(USERS, body()), admin.post(USERS, body()), admin.post(USERS, body()));
    let mut statuses = [answers.0.status, answers.1.status, answers.2.status];
    statuses.sort();
    assert_eq!(statuses, [201, 400, 400], "{}\n{}\n{}", answers.0, answers.1, answers.2);
    admin.post(USERS, body()).await.assert(400, json!({"username": ["This field must be unique."]}));
}

async fn put_without_groups_clears_them_and_patch_keeps_them(app: &App) {
    let (admin, ada) = (app.admin(), app.user("ada").await);
    let group = admin.create("core/groups/", json!({"name": app.name("group"), "users": [ada.pk]})).await;
    let path = format!("{USERS}{}/", ada.pk);
    let patched = admin.patch(&path, json!({"name": "Lovelace"})).await.assert_status(200);
    assert_eq!((&patched["groups"], &patched["groups_obj"][0]["name"]), (&json!([group["pk"]]), &group["name"]));
    let put = admin.put(&path, json!({"username": ada.username, "name": "Ada"})).await.assert_status(200);
    assert_eq!((&put["groups"], &put["email"]), (&json!([]), &json!(format!("{}@example.com", ada.username))));
}

async fn people_are_found_by_what_they_are(app: &App) {
    let (admin, word) = (app.admin(), app.name("needle"));
    let make = async |end: &str, more: Json| {
        let mut body = json!({"username": format!("{word}-{end}"), "name": end, "email": format!("{word}-{end}@example.com")});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        admin.create(USERS, body).await.body["pk"].clone()
    };
    let plain = make("plain", json!({})).await;
    let external = make("external", json!({"type": "external", "path": "needles/far"})).await;
    let asleep = make("asleep", json!({"is_active": false, "path": "needles/near"})).await;
    let group = admin.create("core/groups/", json!({"name": format!("{word}-group"), "users": [plain]})).await;
    let found =
        async |query: &str| admin.get(&format!("{USERS}?search={word}&ordering=username&{query}")).await.assert_status(200).column("pk");
    assert_eq!(found("").await, [asleep.clone(), external.clone(), plain.clone()]);
    assert_eq!(found("type=external&type=service_account").await, std::slice::from_ref(&external));
    assert_eq!(found("is_active=false").await, std::slice::from_ref(&asleep));
    assert_eq!(found("path=needles/near").await, std::slice::from_ref(&asleep));
    assert_eq!(found("path_startswith=needles").await, [asleep.clone(), external.clone()]);
    assert_eq!(found(&format!("groups_by_pk={}", group.str("pk"))).await, std::slice::from_ref(&plain));
    assert_eq!(found(&format!("groups_by_name={word}-group")).await, std::slice::from_ref(&plain));
    assert_eq!(found(&format!("email={word}-external@example.com")).await, std::slice::from_ref(&external));
    assert_eq!(found("is_superuser=true").await, Vec::<Json>::new());
    assert_eq!(found("date_joined__gt=2020-01-01T00:00:00Z&last_login__isnull=true").await.len(), 3);
}

async fn attributes_are_searched_by_their_keys(app: &App) {
    let (admin, word) = (app.admin(), app.name("dept"));
    let made =
        admin.create(USERS, json!({"username": app.name("ada"), "name": "n", "attributes": {"dept": word, "deep": {"er": 1}}})).await;
    let found = async |query: &str| admin.get(&format!("{USERS}?attributes={query}")).await;
    assert_eq!(found(&format!("%7B%22dept%22:%22{word}%22%7D")).await.assert_status(200).column("pk"), [made["pk"].clone()]);
    assert_eq!(found(&format!("%7B%22dept%22:%22{word}%22,%22deep__er%22:2%7D")).await.count(), 0);
    for wrong in ["x", "[]", "5"] {
        found(wrong).await.assert_status(400);
    }
}

async fn paths_are_listed_once(app: &App) {
    let path = format!("places/{}", app.name("here"));
    for _ in 0..2 {
        app.admin().create(USERS, json!({"username": app.name("ada"), "name": "n", "path": path})).await;
    }
    let paths = app.admin().get(&format!("{USERS}paths/")).await.assert_status(200);
    let listed = paths["paths"].as_array().unwrap();
    assert_eq!(listed.iter().filter(|listed| **listed == path).count(), 1, "{paths}");
}

async fn groups_are_left_out_on_request(app: &App) {
    let ada = app.user("ada").await;
    let listed = app.admin().get(&format!("{USERS}?username={}&include_groups=false&include_roles=false", ada.username)).await;
    assert_eq!((listed.column("groups_obj"), listed.column("roles_obj")), (vec![json!(null)], vec![json!(null)]));
}

async fn a_password_is_set_and_never_shown(app: &App) {
    let (admin, ada) = (app.admin(), app.user("ada").await);
    let path = format!("{USERS}{}/", ada.pk);
    admin.post(&format!("{path}set_password/"), json!({})).await.assert(400, json!({"password": ["This field is required."]}));
    assert!(admin.post(&format!("{path}set_password/"), json!({"password": "secret-xyz"})).await.assert_status(204).bytes.is_empty());
    let shown = admin.get(&path).await.text();
    assert!(!shown.contains("secret-xyz") && !shown.contains("argon2") && !shown.contains("pbkdf2"), "{shown}");
    let created = admin.create(USERS, json!({"username": app.name("ada"), "name": "n", "password": "secret-xyz"})).await;
    assert!(created["password"].is_null() && !created.text().contains("secret-xyz"));
    ada.api.post(&format!("{path}set_password/"), json!({"password": "x"})).await.assert_status(403);
}

async fn me_shows_the_caller(app: &App) {
    let (ada, admin) = (app.user("ada").await, app.admin());
    let group = admin.create("core/groups/", json!({"name": app.name("outer")})).await;
    admin.create("core/groups/", json!({"name": app.name("inner"), "users": [ada.pk], "parents": [group["pk"]]})).await;
    let me = ada.api.get(&format!("{USERS}me/")).await.assert_status(200);
    assert_eq!(
        (&me["user"]["pk"], &me["user"]["username"], &me["user"]["type"]),
        (&json!(ada.pk), &json!(ada.username), &json!("internal"))
    );
    let names: Vec<&str> = me["user"]["groups"].as_array().unwrap().iter().map(|group| group["name"].as_str().unwrap()).collect();
    assert_eq!((names.len(), names.contains(&group["name"].as_str().unwrap())), (2, true), "inherited ones too: {me}");
    let boss = admin.get(&format!("{USERS}me/")).await;
    assert_eq!((&boss["user"]["username"], &boss["user"]["is_superuser"]), (&json!("akadmin"), &json!(true)));
    app.anonymous().get(&format!("{USERS}me/")).await.assert(403, json!({"detail": "Authentication credentials were not provided."}));
}

async fn a_service_account_gets_a_token_and_a_group(app: &App) {
    let (admin, name) = (app.admin(), app.name("robot"));
    let made = admin.post(&format!("{USERS}service_account/"), json!({"name": name, "create_group": true})).await.assert_status(200);
    let account = admin.get(&format!("{USERS}{}/", made.int("user_pk"))).await;
    assert_eq!((&account["username"], &account["type"], &account["uid"]), (&json!(name), &json!("service_account"), &made["user_uid"]));
    assert_eq!((&account["path"], &account["groups"]), (&json!("goauthentik.io/service-accounts"), &json!([made["group_pk"]])));
    let token = admin.get(&format!("core/tokens/service-account-{name}-password/")).await.assert_status(200);
    assert_eq!((&token["intent"], &token["user"]), (&json!("app_password"), &made["user_pk"]));
    app.with_token(&made.str("token")).get(&format!("{USERS}me/")).await.assert_status(403);
    admin
        .post(&format!("{USERS}service_account/"), json!({"name": name}))
        .await
        .assert(400, json!({"name": ["This field must be unique."]}));
}

async fn recovery_wants_a_recovery_flow(app: &App) {
    let ada = app.user("ada").await;
    let path = format!("{USERS}{}/recovery/", ada.pk);
    let admin = app.admin().get("core/brands/?domain=authentik-default").await;
    assert_eq!(admin.column("flow_recovery"), [json!(null)]);
    app.admin().post(&path, json!({})).await.assert(400, json!({"non_field_errors": "No recovery flow set."}));
    ada.api.post(&path, json!({})).await.assert_status(403);
}

async fn a_recovery_link_leads_into_the_recovery_flow_once(app: &App) {
    let (admin, ada, slug, host) = (app.admin(), app.user("ada").await, app.name("recover"), format!("{}.example.com", app.name("brand")));
    let flow = admin.create("flows/instances/", json!({"name": slug, "slug": slug, "title": "t", "designation": "recovery"})).await;
    let login = admin.create("stages/user_login/", json!({"name": app.name("login")})).await;
    admin.create("flows/bindings/", json!({"target": flow["pk"], "stage": login["pk"], "order": 0})).await;
    admin.create("core/brands/", json!({"domain": host, "flow_recovery": flow["pk"]})).await;
    let order = vestibule_tests::Request::new("POST", &format!("{USERS}{}/recovery/", ada.pk)).header("Host", &host).json("{}");
    let link = admin.send(order).await.assert_status(200).str("link");
    let query = link.strip_prefix(&format!("http://{host}/if/flow/{slug}/?")).unwrap_or_else(|| panic!("{link}"));
    let journey = vestibule_tests::Journey::new(app, &slug, query);
    journey.look().await.assert_has("component", json!("xak-flow-redirect"));
    assert_eq!(journey.browser.get(&format!("{USERS}me/")).await["user"]["pk"], ada.pk);
    let again = vestibule_tests::Journey::new(app, &slug, query);
    again.look().await;
    again.browser.get(&format!("{USERS}me/")).await.assert_status(403);
}

async fn who_uses_an_account_is_listed_before_it_is_deleted(app: &App) {
    let (admin, ada) = (app.admin(), app.user("ada").await);
    let path = format!("{USERS}{}/", ada.pk);
    let users = admin.get(&format!("{path}used_by/")).await.assert_status(200);
    let token = users.body.as_array().unwrap().iter().find(|user| user["model_name"] == "token").unwrap_or_else(|| panic!("{users}"));
    assert_eq!((&token["app"], &token["action"]), (&json!("authentik_core"), &json!("cascade")));
    admin.delete(&path).await.assert_status(204);
    admin.get(&path).await.assert_status(404);
    ada.api.get(&format!("{USERS}me/")).await.assert(403, json!({"detail": "Token invalid/expired"}));
}

async fn unprivileged_people_see_nobody(app: &App) {
    let (ada, ben) = (app.user("ada").await, app.user("ben").await);
    let denied = json!({"detail": "You do not have permission to perform this action."});
    ada.api.get(USERS).await.assert(403, denied.clone());
    for pk in [ben.pk, ada.pk, 99_999_999] {
        ada.api.get(&format!("{USERS}{pk}/")).await.assert(403, denied.clone());
        ada.api.patch(&format!("{USERS}{pk}/"), json!({"name": "x"})).await.assert(403, denied.clone());
    }
}
