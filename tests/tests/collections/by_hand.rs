//! Filters that are about more than a value of the objects that they find, each with a case of its own.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, Samples};

/// These filters.
pub(crate) const BY_HAND: &[(&str, &str)] = &[
    ("core/applications", "for_user"),
    ("core/applications", "superuser_full_list"),
    ("lifecycle/iterations/open", "user_is_reviewer"),
    ("rac/endpoints", "superuser_full_list"),
    ("rbac/permissions", "role"),
    ("rbac/permissions/assigned_by_roles", "model"),
    ("rbac/permissions/assigned_by_roles", "object_pk"),
    ("rbac/permissions/roles", "uuid"),
    ("rbac/roles", "inherited"),
    ("rbac/roles", "managed__isnull"),
    ("requests/grant-requests/pending_review", "status"),
];

/// What a list answers under these keys.
async fn column(app: &App, path: &str, key: &str) -> Vec<Json> {
    app.admin().get(path).await.assert_status(200).column(key)
}

pub(crate) async fn applications_are_listed_for_whom_they_are_open_to(app: &App) {
    let (admin, user, other) = (app.admin(), app.user("in").await.pk, app.user("out").await.pk);
    let application = Samples::make(app, &admin, "core/applications").await["pk"].clone();
    admin.create("policies/bindings/", json!({"target": application, "user": user, "order": 0})).await;
    for (query, listed) in [(format!("for_user={user}"), true), (format!("for_user={other}"), false)] {
        let found = column(app, &format!("core/applications/?{query}"), "pk").await;
        assert_eq!(found.contains(&application), listed, "{query}");
    }
    assert!(!column(app, "core/applications/", "pk").await.contains(&application));
    assert!(column(app, "core/applications/?superuser_full_list=true", "pk").await.contains(&application));
}

pub(crate) async fn machines_are_listed_in_full_when_asked_for(app: &App) {
    let (admin, user) = (app.admin(), app.user("in").await.pk);
    let machine = Samples::make(app, &admin, "rac/endpoints").await["pk"].clone();
    admin.create("policies/bindings/", json!({"target": machine, "user": user, "order": 0})).await;
    assert!(!column(app, "rac/endpoints/", "pk").await.contains(&machine));
    assert!(column(app, "rac/endpoints/?superuser_full_list=true", "pk").await.contains(&machine));
}

pub(crate) async fn reviews_are_listed_by_whether_one_is_a_reviewer(app: &App) {
    let admin = app.admin();
    let me = column(app, "core/users/?username=akadmin", "uuid").await.remove(0);
    let mut mine = Samples::body(app, &admin, "lifecycle/rules").await;
    mine["reviewers"] = json!([me]);
    mine["object_id"] = Samples::make(app, &admin, "core/groups").await["pk"].clone();
    let others = Samples::make(app, &admin, "lifecycle/rules").await["id"].clone();
    let mine = admin.create("lifecycle/rules/", mine).await["id"].clone();
    app.behind(async |rows| {
        for (number, rule) in [(1, &mine), (2, &others)] {
            let given = json!({"of_rule": rule, "state": "PENDING", "content_type": "authentik_core.group"});
            rows.add("lifecycle_iteration", number, &given).await;
        }
    })
    .await;
    let rules = async |query: &str| -> Vec<Json> {
        let rules = column(app, &format!("lifecycle/iterations/open/?page_size=100&{query}"), "rule").await;
        rules.into_iter().map(|rule| rule["id"].clone()).collect()
    };
    let (yes, no) = (rules("user_is_reviewer=true").await, rules("user_is_reviewer=false").await);
    assert!(yes.contains(&mine) && !yes.contains(&others), "{yes:?}");
    assert!(no.contains(&others) && !no.contains(&mine), "{no:?}");
}

pub(crate) async fn permissions_are_found_by_the_role_that_holds_them(app: &App) {
    let (admin, group) = (app.admin(), Samples::make(app, &app.admin(), "core/groups").await["pk"].clone());
    let (everywhere, on_one) = (app.role(&["authentik_core.view_group"]).await, app.role(&[]).await);
    app.permit(&on_one, "authentik_core.change_group", "authentik_core.group", group.as_str().unwrap()).await;
    let codenames = column(app, &format!("rbac/permissions/?role={everywhere}"), "codename").await;
    assert_eq!(codenames, ["view_group"]);
    assert_eq!(column(app, &format!("rbac/permissions/roles/?uuid={on_one}"), "codename").await, ["change_group"]);
    assert_eq!(admin.get(&format!("rbac/permissions/roles/?uuid={everywhere}")).await.count(), 0);
    let holders = async |query: String| column(app, &format!("rbac/permissions/assigned_by_roles/?page_size=100&{query}"), "role_pk").await;
    let (groups, users) = (holders("model=authentik_core.group".into()).await, holders("model=authentik_core.user".into()).await);
    assert!(groups.contains(&json!(on_one)) && !users.contains(&json!(on_one)));
    let other = Samples::make(app, &admin, "core/groups").await["pk"].clone();
    for (object, held) in [(group, true), (other, false)] {
        let found = holders(format!("model=authentik_core.group&object_pk={}", object.as_str().unwrap())).await;
        assert_eq!(found.contains(&json!(on_one)), held);
    }
}

pub(crate) async fn roles_are_found_through_groups_and_by_who_manages_them(app: &App) {
    let (admin, role, user) = (app.admin(), app.role(&[]).await, app.user("member").await.pk);
    admin.create("core/groups/", json!({"name": app.name("group"), "roles": [role], "users": [user]})).await;
    let found = async |query: String| column(app, &format!("rbac/roles/?page_size=100&{query}"), "pk").await.contains(&json!(role));
    assert!(found(format!("users={user}&inherited=true")).await);
    assert!(!found(format!("users={user}&inherited=false")).await);
    assert!(found("managed__isnull=true".into()).await && !found("managed__isnull=false".into()).await);
    app.behind(async |rows| rows.set("role", &role, "managed", &json!("zq")).await).await;
    assert!(found("managed__isnull=false".into()).await && !found("managed__isnull=true".into()).await);
}

pub(crate) async fn only_pending_requests_are_to_be_reviewed(app: &App) {
    Samples::make(app, &app.admin(), "requests/grant-requests").await;
    let count = async |query: &str| app.admin().get(&format!("requests/grant-requests/pending_review/{query}")).await.count();
    assert_eq!((count("").await, count("?status=created").await, count("?status=denied").await), (1, 1, 0));
}
