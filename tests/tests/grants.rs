//! Nobody grants more than they hold: every way by which rights could be handed on, tried by somebody with less.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, Caller, Holder, User, each_database};

each_database![
    only_permissions_that_one_holds_are_assigned,
    initial_permissions_are_no_way_around,
    nobody_gives_a_role_that_holds_more,
    nobody_gives_membership_of_a_group_that_holds_more,
    nobody_puts_a_group_below_one_that_holds_more,
    nobody_gives_a_group_a_role_that_holds_more,
    what_is_there_already_is_no_gift,
    a_group_becomes_one_of_superusers_by_its_permission_alone,
    an_enrolment_gives_no_group_that_holds_more,
    nobody_sets_the_password_of_somebody_who_holds_more,
    nobody_leads_the_mail_of_somebody_who_holds_more_elsewhere,
    nobody_reads_or_chooses_the_key_of_somebody_who_holds_more,
    nobody_makes_a_token_for_another,
    who_may_impersonate_acts_as_nobody_who_holds_more,
    nobody_connects_somebody_who_holds_more,
    accounts_for_machines_need_what_they_are_made_of,
    nobody_adds_a_person_they_do_not_see,
];

const SEE_DENY: &str = "authentik_stages_deny.view_denystage";
const CHANGE_DENY: &str = "authentik_stages_deny.change_denystage";
const TOO_MUCH: &str = "You cannot grant more permissions than you have.";

/// Somebody who looks after people and groups, and may see denying stages, but nothing more.
async fn helper(app: &App) -> Holder {
    let core =
        ["view_user", "change_user", "add_user", "view_group", "change_group", "add_group", "add_user_to_group", "reset_user_password"];
    let mut all: Vec<String> = core.iter().map(|codename| format!("authentik_core.{codename}")).collect();
    all.extend(["authentik_rbac.view_role", "authentik_rbac.change_role", SEE_DENY].map(str::to_owned));
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    app.holder("helper", &all).await
}

/// A group whose members hold this role.
async fn group(app: &App, role: &str) -> String {
    app.admin().create("core/groups/", json!({"name": app.name("group"), "roles": [role]})).await.str("pk")
}

/// A group of superusers.
async fn superusers(app: &App) -> String {
    app.admin().create("core/groups/", json!({"name": app.name("superusers"), "is_superuser": true})).await.str("pk")
}

fn too_much(field: &str) -> Json {
    json!({field: [TOO_MUCH]})
}

async fn only_permissions_that_one_holds_are_assigned(app: &App) {
    let giver = app.holder("giver", &["authentik_rbac.view_role", "authentik_rbac.assign_role_permissions", SEE_DENY]).await;
    let (api, role) = (&giver.user.api, app.role(&[]).await);
    let assign = format!("rbac/permissions/assigned_by_roles/{role}/assign/");
    api.post(&assign, json!({"permissions": [SEE_DENY]})).await.assert_status(200);
    for more in [CHANGE_DENY, "authentik_core.view_user", "authentik_rbac.edit_system_settings"] {
        api.post(&assign, json!({"permissions": [SEE_DENY, more]})).await.assert_status(403);
    }
    let stage = app.admin().create("stages/deny/", json!({"name": app.name("stage")})).await.str("pk");
    let on = |codename: &str| json!({"permissions": [codename], "model": "authentik_stages_deny.denystage", "object_pk": stage});
    api.post(&assign, on("view_denystage")).await.assert_status(200);
    api.post(&assign, on("delete_denystage")).await.assert_status(403);
    app.permit(&giver.role, "delete_denystage", "authentik_stages_deny.denystage", &stage).await;
    api.post(&assign, on("delete_denystage")).await.assert_status(200);
    api.post(&assign, json!({"permissions": ["authentik_stages_deny.delete_denystage"]})).await.assert_status(403);
    api.patch(&format!("rbac/permissions/assigned_by_roles/{role}/unassign/"), json!({"permissions": [SEE_DENY]})).await.assert_status(403);
}

async fn initial_permissions_are_no_way_around(app: &App) {
    let mut all = vec!["authentik_rbac.view_role", "authentik_rbac.assign_role_permissions", SEE_DENY];
    all.extend([
        "authentik_rbac.view_initialpermissions",
        "authentik_rbac.add_initialpermissions",
        "authentik_rbac.change_initialpermissions",
    ]);
    let giver = app.holder("giver", &all).await;
    let id = async |codename: &str| app.admin().get(&format!("rbac/permissions/?codename={codename}")).await.column("id")[0].clone();
    let wish = json!({"name": app.name("initial"), "role": giver.role, "permissions": [id("delete_denystage").await]});
    giver.user.api.post("rbac/initial_permissions/", wish).await.assert(400, too_much("permissions"));
    let fair = json!({"name": app.name("initial"), "role": giver.role, "permissions": [id("view_denystage").await]});
    let made = giver.user.api.create("rbac/initial_permissions/", fair).await;
    let more = json!({"permissions": [id("view_denystage").await, id("delete_denystage").await]});
    giver.user.api.patch(&format!("rbac/initial_permissions/{}/", made["pk"]), more).await.assert(400, too_much("permissions"));
}

async fn nobody_gives_a_role_that_holds_more(app: &App) {
    let (helper, ada) = (helper(app).await, app.user("ada").await);
    let (fair, more) = (app.role(&[SEE_DENY]).await, app.role(&[SEE_DENY, CHANGE_DENY]).await);
    let api = &helper.user.api;
    for user in [ada.pk, helper.user.pk] {
        api.post(&format!("rbac/roles/{more}/add_user/"), json!({"pk": user})).await.assert_status(403);
        api.patch(&format!("core/users/{user}/"), json!({"roles": [helper.role, more]})).await.assert(400, too_much("roles"));
    }
    api.post("core/users/", json!({"username": app.name("new"), "name": "", "roles": [more]})).await.assert(400, too_much("roles"));
    api.post(&format!("rbac/roles/{fair}/add_user/"), json!({"pk": ada.pk})).await.assert_status(204);
    api.patch(&format!("core/users/{}/", ada.pk), json!({"roles": [fair]})).await.assert_status(200);
    let stage = app.admin().create("stages/deny/", json!({"name": app.name("stage")})).await.str("pk");
    let single = app.role(&[]).await;
    app.permit(&single, "delete_denystage", "authentik_stages_deny.denystage", &stage).await;
    api.post(&format!("rbac/roles/{single}/add_user/"), json!({"pk": ada.pk})).await.assert_status(403);
    app.permit(&helper.role, "delete_denystage", "authentik_stages_deny.denystage", &stage).await;
    api.post(&format!("rbac/roles/{single}/add_user/"), json!({"pk": ada.pk})).await.assert_status(204);
}

async fn nobody_gives_membership_of_a_group_that_holds_more(app: &App) {
    let (helper, admin) = (helper(app).await, app.admin());
    let (fair, more) = (group(app, &app.role(&[SEE_DENY]).await).await, group(app, &app.role(&[CHANGE_DENY]).await).await);
    let below = admin.create("core/groups/", json!({"name": app.name("below"), "parents": [more]})).await.str("pk");
    let api = &helper.user.api;
    for group in [&more, &below, &superusers(app).await] {
        api.post(&format!("core/groups/{group}/add_user/"), json!({"pk": helper.user.pk})).await.assert_status(403);
        api.patch(&format!("core/groups/{group}/"), json!({"users": [helper.user.pk]})).await.assert(400, too_much("users"));
        api.patch(&format!("core/users/{}/", helper.user.pk), json!({"groups": [group]})).await.assert(400, too_much("groups"));
        let new = json!({"username": app.name("new"), "name": "", "groups": [group]});
        api.post("core/users/", new).await.assert(400, too_much("groups"));
    }
    api.post(&format!("core/groups/{fair}/add_user/"), json!({"pk": helper.user.pk})).await.assert_status(204);
    assert_eq!(api.get("core/users/me/").await["user"]["is_superuser"], false);
}

async fn nobody_puts_a_group_below_one_that_holds_more(app: &App) {
    let (helper, admin) = (helper(app).await, app.admin());
    let more = group(app, &app.role(&[CHANGE_DENY]).await).await;
    let mine = admin.create("core/groups/", json!({"name": app.name("mine"), "users": [helper.user.pk]})).await.str("pk");
    for parent in [&more, &superusers(app).await] {
        let api = &helper.user.api;
        api.patch(&format!("core/groups/{mine}/"), json!({"parents": [parent]})).await.assert(400, too_much("parents"));
        let new = json!({"name": app.name("new"), "parents": [parent], "users": [helper.user.pk]});
        api.post("core/groups/", new).await.assert(400, too_much("parents"));
    }
}

async fn nobody_gives_a_group_a_role_that_holds_more(app: &App) {
    let (helper, more) = (helper(app).await, app.role(&[CHANGE_DENY]).await);
    let mine = app.admin().create("core/groups/", json!({"name": app.name("mine"), "users": [helper.user.pk]})).await.str("pk");
    let api = &helper.user.api;
    api.patch(&format!("core/groups/{mine}/"), json!({"roles": [more]})).await.assert(400, too_much("roles"));
    api.post("core/groups/", json!({"name": app.name("new"), "roles": [more]})).await.assert(400, too_much("roles"));
    api.patch(&format!("core/groups/{mine}/"), json!({"roles": [helper.role]})).await.assert_status(200);
}

async fn what_is_there_already_is_no_gift(app: &App) {
    let (helper, ada, more) = (helper(app).await, app.user("ada").await, app.role(&[CHANGE_DENY]).await);
    let group = app.admin().create("core/groups/", json!({"name": app.name("g"), "roles": [more], "users": [ada.pk]})).await;
    let put = json!({"name": group["name"], "roles": [more], "users": [ada.pk], "attributes": {"seen": true}});
    helper.user.api.put(&format!("core/groups/{}/", group.str("pk")), put).await.assert_status(200);
    let patch = json!({"groups": [group["pk"]], "name": "Ada"});
    helper.user.api.patch(&format!("core/users/{}/", ada.pk), patch).await.assert_status(200);
}

async fn a_group_becomes_one_of_superusers_by_its_permission_alone(app: &App) {
    let helper = helper(app).await;
    let mine = app.admin().create("core/groups/", json!({"name": app.name("mine")})).await.str("pk");
    let (api, path) = (&helper.user.api, format!("core/groups/{mine}/"));
    let refused = |word: &str| json!({"is_superuser": [format!("User does not have permission to set superuser status to {word}.")]});
    api.patch(&path, json!({"is_superuser": true})).await.assert(400, refused("True"));
    api.post("core/groups/", json!({"name": app.name("new"), "is_superuser": true})).await.assert(400, refused("True"));
    app.permit(&helper.role, "enable_group_superuser", "authentik_core.group", &mine).await;
    api.patch(&path, json!({"is_superuser": true})).await.assert_status(200);
    api.patch(&path, json!({"is_superuser": false})).await.assert(400, refused("False"));
    api.post("core/groups/", json!({"name": app.name("new"), "is_superuser": true})).await.assert(400, refused("True"));
}

async fn an_enrolment_gives_no_group_that_holds_more(app: &App) {
    let stages = ["add_userwritestage", "view_userwritestage", "change_userwritestage"];
    let all: Vec<String> = stages.iter().map(|codename| format!("authentik_stages_user_write.{codename}")).collect();
    let maker = app.holder("maker", &all.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let plain = app.admin().create("core/groups/", json!({"name": app.name("plain")})).await.str("pk");
    let api = &maker.user.api;
    for more in [group(app, &app.role(&[CHANGE_DENY]).await).await, superusers(app).await] {
        let wish = json!({"name": app.name("write"), "create_users_group": more});
        api.post("stages/user_write/", wish).await.assert(400, too_much("create_users_group"));
    }
    let made = api.create("stages/user_write/", json!({"name": app.name("write"), "create_users_group": plain})).await.str("pk");
    let more = json!({"create_users_group": superusers(app).await});
    api.patch(&format!("stages/user_write/{made}/"), more).await.assert(400, too_much("create_users_group"));
}

async fn nobody_sets_the_password_of_somebody_who_holds_more(app: &App) {
    let (helper, ada) = (helper(app).await, app.user("ada").await);
    let api = &helper.user.api;
    let lord = app.holder("lord", &[CHANGE_DENY]).await.user;
    for victim in [boss(app).await, lord.pk] {
        api.post(&format!("core/users/{victim}/set_password/"), json!({"password": "mine now 123"})).await.assert_status(403);
        api.post(&format!("core/users/{victim}/set_password_hash/"), json!({"password": HASH})).await.assert_status(403);
        api.post(&format!("core/users/{victim}/recovery/"), json!({})).await.assert_status(403);
    }
    api.post(&format!("core/users/{}/set_password/", ada.pk), json!({"password": "mine now 123"})).await.assert_status(204);
    app.log_in(&lord.username, &lord.password).await.1.assert_has("component", "xak-flow-redirect".into());
}

/// A hash as Django writes them; of what does not matter.
const HASH: &str = "pbkdf2_sha256$1000$salt$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

async fn boss(app: &App) -> i64 {
    app.admin().get("core/users/me/").await["user"]["pk"].as_i64().unwrap()
}

async fn nobody_leads_the_mail_of_somebody_who_holds_more_elsewhere(app: &App) {
    let (helper, ada) = (helper(app).await, app.user("ada").await);
    let lord = app.holder("lord", &[CHANGE_DENY]).await.user;
    let api = &helper.user.api;
    for victim in [boss(app).await, lord.pk] {
        let path = format!("core/users/{victim}/");
        api.patch(&path, json!({"email": "thief@example.com"})).await.assert(400, too_much("email"));
    }
    api.patch(&format!("core/users/{}/", lord.pk), json!({"name": "Lord"})).await.assert_status(200);
    api.patch(&format!("core/users/{}/", ada.pk), json!({"email": "new@example.com"})).await.assert_status(200);
}

async fn nobody_reads_or_chooses_the_key_of_somebody_who_holds_more(app: &App) {
    let core = ["view_token", "view_token_key", "set_token_key"].map(|codename| format!("authentik_core.{codename}"));
    let keeper = app.holder("keeper", &core.each_ref().map(String::as_str)).await;
    let (api, ada) = (&keeper.user.api, app.user("ada").await);
    let lord = app.holder("lord", &[CHANGE_DENY]).await.user;
    let boss = app.admin().create("core/tokens/", json!({"identifier": app.name("boss")})).await.str("identifier");
    for token in [boss, format!("token-of-{}", lord.username)] {
        api.get(&format!("core/tokens/{token}/")).await.assert_status(200);
        api.get(&format!("core/tokens/{token}/view_key/")).await.assert_status(403);
        api.post(&format!("core/tokens/{token}/set_key/"), json!({"key": "mine"})).await.assert_status(403);
    }
    let hers = format!("core/tokens/token-of-{}/", ada.username);
    api.get(&format!("{hers}view_key/")).await.assert(200, json!({"key": ada.key}));
    api.post(&format!("{hers}set_key/"), json!({"key": app.name("chosen")})).await.assert_status(204);
}

async fn nobody_makes_a_token_for_another(app: &App) {
    let core = ["view_token", "add_token", "change_token"].map(|codename| format!("authentik_core.{codename}"));
    let keeper = app.holder("keeper", &core.each_ref().map(String::as_str)).await;
    for victim in [boss(app).await, app.user("ada").await.pk] {
        let answer = keeper.user.api.post("core/tokens/", json!({"identifier": app.name("t"), "user": victim})).await;
        assert!(answer.status == 400 || answer["user"] == keeper.user.pk, "{answer}");
    }
}

/// Tries to act as somebody in a browser, and answers the status and who one then is.
async fn impersonate(browser: &Caller, target: &User) -> (u16, String) {
    let answer = browser.post(&format!("core/users/{}/impersonate/", target.pk), json!({"reason": "help"})).await;
    let me = browser.get("core/users/me/").await.assert_status(200);
    browser.get("core/users/impersonate_end/").await.assert_status(204);
    (answer.status, me["user"]["username"].as_str().unwrap().to_owned())
}

async fn who_may_impersonate_acts_as_nobody_who_holds_more(app: &App) {
    let helper = app.holder("helper", &["authentik_core.view_user", "authentik_core.impersonate", SEE_DENY]).await;
    let (ada, like, lord) =
        (app.user("ada").await, app.holder("like", &[SEE_DENY]).await.user, app.holder("lord", &[CHANGE_DENY]).await.user);
    let browser = app.logged_in(&helper.user).await;
    for user in [&ada, &like] {
        assert_eq!(impersonate(&browser, user).await, (204, user.username.clone()));
    }
    assert_eq!(impersonate(&browser, &lord).await, (403, helper.user.username.clone()));
    let path = format!("core/users/{}/impersonate/", boss(app).await);
    browser.post(&path, json!({"reason": "help"})).await.assert_status(403);
    // Who loses the permission, or whose target gains something, is themselves again at once.
    browser.post(&format!("core/users/{}/impersonate/", ada.pk), json!({"reason": "help"})).await.assert_status(204);
    let more = app.role(&[CHANGE_DENY]).await;
    app.admin().post(&format!("rbac/roles/{more}/add_user/"), json!({"pk": ada.pk})).await.assert_status(204);
    assert_eq!(browser.get("core/users/me/").await["user"]["pk"], helper.user.pk);
}

async fn nobody_connects_somebody_who_holds_more(app: &App) {
    let kinds = ["view", "add", "change"].map(|verb| format!("authentik_sources_oauth.{verb}_useroauthsourceconnection"));
    let helper = app.holder("helper", &kinds.each_ref().map(String::as_str)).await;
    let source = vestibule_tests::Samples::make(app, &app.admin(), "sources/oauth").await["pk"].clone();
    let path = "sources/user_connections/oauth/";
    let wish = |user: i64| json!({"source": source, "user": user, "identifier": app.name("identifier")});
    let lord = app.holder("lord", &[CHANGE_DENY]).await.user;
    for victim in [boss(app).await, lord.pk] {
        helper.user.api.post(path, wish(victim)).await.assert_status(403);
    }
    let theirs = app.admin().create(path, wish(lord.pk)).await;
    let other = json!({"identifier": app.name("thief")});
    helper.user.api.patch(&format!("{path}{}/", theirs["pk"]), other.clone()).await.assert_status(403);
    let ada = app.user("ada").await;
    let hers = helper.user.api.create(path, wish(ada.pk)).await;
    helper.user.api.patch(&format!("{path}{}/", hers["pk"]), other).await.assert_status(200);
    ada.api.patch(&format!("{path}{}/", hers["pk"]), json!({"identifier": app.name("x")})).await.assert_status(403);
}

async fn accounts_for_machines_need_what_they_are_made_of(app: &App) {
    let wish = |app: &App| json!({"name": app.name("machine"), "create_group": true});
    let path = "core/users/service_account/";
    app.holder("one", &["authentik_core.add_user"]).await.user.api.post(path, wish(app)).await.assert_status(403);
    let two = app.holder("two", &["authentik_core.add_user", "authentik_core.add_token"]).await;
    let made = two.user.api.post(path, wish(app)).await.assert_status(200);
    assert_eq!(made["group_pk"], json!(null));
    let all = ["authentik_core.add_user", "authentik_core.add_token", "authentik_core.add_group"];
    let made = app.holder("three", &all).await.user.api.post(path, wish(app)).await.assert_status(200);
    assert!(made["group_pk"].is_string(), "{made}");
}

async fn nobody_adds_a_person_they_do_not_see(app: &App) {
    let permissions = ["authentik_core.view_group", "authentik_core.add_user_to_group", "authentik_core.remove_user_from_group"];
    let (blind, ada) = (app.holder("blind", &permissions).await, app.user("ada").await);
    let group = app.admin().create("core/groups/", json!({"name": app.name("g"), "users": [ada.pk]})).await.str("pk");
    for action in ["add_user", "remove_user"] {
        let answer = blind.user.api.post(&format!("core/groups/{group}/{action}/"), json!({"pk": ada.pk})).await;
        answer.assert(404, json!({"detail": "Not found."}));
    }
    assert_eq!(app.admin().get(&format!("core/groups/{group}/")).await["users"], json!([ada.pk]));
}
