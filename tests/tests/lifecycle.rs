//! Objects are reviewed from time to time, and users leave when their time has come.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, User, each_database, each_database_alone};

each_database![
    a_review_begins_with_its_rule_and_ends_with_the_last_reviewer,
    nobody_reviews_whom_no_rule_names,
    reviewers_see_what_they_have_to_review_and_nothing_else,
    the_next_review_begins_when_it_is_asked_for,
    a_rule_goes_with_its_object,
    reviewers_go_by_their_uuid,
    rules_are_found_by_the_type_of_their_object,
    nobody_lets_go_whom_they_could_not_change,
];
each_database_alone![users_leave_when_their_time_has_come];

async fn uuid(app: &App, user: &User) -> Json {
    app.admin().get(&format!("core/users/{}/", user.pk)).await.body["uuid"].clone()
}

/// A group that is reviewed by these users: its key, and the address of its latest review.
async fn reviewed(app: &App, users: &[&User], settings: Json) -> (String, String) {
    let group = app.admin().create("core/groups/", json!({"name": app.name("group")})).await.str("pk");
    let mut reviewers = Vec::new();
    for user in users {
        reviewers.push(uuid(app, user).await);
    }
    let mut body = json!({"name": app.name("rule"), "content_type": "authentik_core.group", "object_id": group, "reviewers": reviewers});
    body.as_object_mut().unwrap().extend(settings.as_object().unwrap().clone());
    app.admin().create("lifecycle/rules/", body).await;
    let latest = format!("lifecycle/iterations/latest/authentik_core.group/{group}/");
    (group, latest)
}

async fn a_review_begins_with_its_rule_and_ends_with_the_last_reviewer(app: &App) {
    let (ada, member) = (app.user("ada").await, app.user("member").await);
    let team = app.admin().create("core/groups/", json!({"name": app.name("team"), "users": [member.pk]})).await.str("pk");
    let (group, latest) = reviewed(app, &[&ada], json!({"reviewer_groups": [team]})).await;
    let open = ada.api.get(&latest).await.assert_status(200).body[0].clone();
    assert_eq!((&open["state"], &open["object_id"], &open["user_can_review"]), (&json!("PENDING"), &json!(group), &json!(true)));
    assert_eq!(open["rule"]["reviewers"][0]["pk"], json!(ada.pk));
    let review = json!({"iteration": open["id"], "note": "in order"});
    let said = ada.api.create("lifecycle/reviews/", review.clone()).await.assert_has("note", json!("in order"));
    assert_eq!(said.body["reviewer"]["pk"], json!(ada.pk));
    let told = json!({"iteration": ["You cannot review this, or not again."]});
    ada.api.post("lifecycle/reviews/", review.clone()).await.assert(400, told.clone());
    assert_eq!(ada.api.get(&latest).await.body[0]["state"], json!("PENDING"), "the team has not reviewed");
    member.api.create("lifecycle/reviews/", review.clone()).await;
    let done = ada.api.get(&latest).await.body[0].clone();
    assert_eq!((&done["state"], done["reviews"].as_array().unwrap().len()), (&json!("REVIEWED"), 2));
    member.api.post("lifecycle/reviews/", review).await.assert(400, told);
}

async fn nobody_reviews_whom_no_rule_names(app: &App) {
    let (ada, eve) = (app.user("ada").await, app.user("eve").await);
    let (_, latest) = reviewed(app, &[&ada], json!({})).await;
    let open = ada.api.get(&latest).await.body[0]["id"].clone();
    let unknown = json!({"iteration": [format!("Invalid pk \"{}\" - object does not exist.", open.as_str().unwrap())]});
    eve.api.post("lifecycle/reviews/", json!({"iteration": open})).await.assert(400, unknown);
    let told = json!({"iteration": ["You cannot review this, or not again."]});
    app.admin().post("lifecycle/reviews/", json!({"iteration": open})).await.assert(400, told);
    app.anonymous().post("lifecycle/reviews/", json!({"iteration": open})).await.assert_status(403);
}

async fn reviewers_see_what_they_have_to_review_and_nothing_else(app: &App) {
    let (ada, eve) = (app.user("ada").await, app.user("eve").await);
    let (_, latest) = reviewed(app, &[&ada], json!({})).await;
    assert_eq!(ada.api.get("lifecycle/iterations/open/").await.count(), 1);
    assert_eq!(ada.api.get("lifecycle/iterations/open/?user_is_reviewer=false").await.count(), 0);
    assert_eq!(eve.api.get("lifecycle/iterations/open/").await.assert_status(200).count(), 0);
    eve.api.get(&latest).await.assert(200, json!([]));
    let viewer = app.holder("viewer", &["authentik_lifecycle.view_lifecycleiteration"]).await;
    assert_eq!(viewer.user.api.get(&latest).await.body.as_array().unwrap().len(), 1);
    assert_eq!(viewer.user.api.get("lifecycle/iterations/open/?user_is_reviewer=true").await.count(), 0);
    app.anonymous().get("lifecycle/iterations/open/").await.assert_status(403);
}

async fn the_next_review_begins_when_it_is_asked_for(app: &App) {
    let ada = app.user("ada").await;
    let (group, latest) = reviewed(app, &[&ada], json!({"interval": "days=7", "grace_period": "days=1"})).await;
    let body = json!({"content_type": "authentik_core.group", "object_id": group});
    let under_way = json!({"object_id": ["A review of this object is under way already."]});
    app.admin().post("lifecycle/iterations/", body.clone()).await.assert(400, under_way);
    let open = ada.api.get(&latest).await.body[0].clone();
    ada.api.create("lifecycle/reviews/", json!({"iteration": open["id"]})).await;
    ada.api.post("lifecycle/iterations/", body.clone()).await.assert_status(403);
    let next = app.admin().create("lifecycle/iterations/", body).await;
    assert_eq!(ada.api.get(&latest).await.body[0]["id"], next.body["id"]);
    app.admin().post("lifecycle/iterations/", json!({"content_type": "authentik_core.group"})).await.assert_status(400);
    let wiki = app.admin().create("core/applications/", json!({"name": app.name("wiki"), "slug": app.name("wiki")})).await;
    let nothing = json!({"content_type": "authentik_core.application", "object_id": wiki.str("pk")});
    let told = json!({"object_id": ["No rule asks for a review of this object."]});
    app.admin().post("lifecycle/iterations/", nothing).await.assert(400, told);
}

async fn a_rule_goes_with_its_object(app: &App) {
    let ada = app.user("ada").await;
    let (group, latest) = reviewed(app, &[&ada], json!({})).await;
    app.admin().delete(&format!("core/groups/{group}/")).await.assert_status(204);
    app.admin().get(&latest).await.assert(200, json!([]));
    assert_eq!(ada.api.get("lifecycle/iterations/open/").await.count(), 0);
}

async fn reviewers_go_by_their_uuid(app: &App) {
    let ada = app.user("ada").await;
    let body = |reviewers: Json| json!({"name": app.name("rule"), "content_type": "authentik_rbac.role", "reviewers": reviewers});
    let told = json!({"reviewers": [format!("Object with uuid={} does not exist.", vestibule_tests::NOBODY)]});
    app.admin().post("lifecycle/rules/", body(json!([vestibule_tests::NOBODY]))).await.assert(400, told);
    app.admin().post("lifecycle/rules/", body(json!([ada.pk]))).await.assert_status(400);
    let made = app.admin().create("lifecycle/rules/", body(json!([uuid(app, &ada).await]))).await;
    let made = made.assert_has("reviewers", json!([uuid(app, &ada).await])).assert_has("target_verbose", json!("Roles"));
    assert_eq!(made.body["reviewers_obj"][0]["pk"], json!(ada.pk));
    let address = format!("lifecycle/rules/{}/", made.str("id"));
    app.admin().patch(&address, json!({"reviewers": []})).await.assert_has("reviewers", json!([]));
    let wrong = json!({"object_id": ["There is no such object."]});
    app.admin().patch(&address, json!({"object_id": "nothing"})).await.assert(400, wrong);
}

async fn rules_are_found_by_the_type_of_their_object(app: &App) {
    let ada = app.user("ada").await;
    reviewed(app, &[&ada], json!({})).await;
    let types = |answer: vestibule_tests::Answer| answer.column("content_type");
    let found = types(app.admin().get("lifecycle/rules/?content_type__model=group").await);
    assert!(!found.is_empty() && found.iter().all(|kind| kind == "authentik_core.group"), "{found:?}");
    assert_eq!(app.admin().get("lifecycle/rules/?content_type__model=nothing").await.count(), 0);
}

async fn nobody_lets_go_whom_they_could_not_change(app: &App) {
    let (victim, helper) = (app.user("victim").await, app.holder("helper", &["authentik_lifecycle.add_useroffboarding"]).await);
    let leave = |user: i64, action: &str| json!({"user": user, "scheduled_at": "2099-01-01T00:00:00Z", "action": action});
    let told = json!({"action": ["You may not do this to users."]});
    helper.user.api.post("lifecycle/user_offboarding/", leave(victim.pk, "deactivate")).await.assert(400, told.clone());
    let more = ["add_useroffboarding"].map(|name| format!("authentik_lifecycle.{name}"));
    let changer = app.holder("changer", &[&more[0], "authentik_core.change_user", "authentik_core.view_user"]).await;
    changer.user.api.post("lifecycle/user_offboarding/", leave(victim.pk, "delete")).await.assert(400, told);
    changer.user.api.create("lifecycle/user_offboarding/", leave(victim.pk, "deactivate")).await;
    let admins = app.admin().get("core/users/me/").await.body["user"]["pk"].as_i64().unwrap();
    let told = json!({"user": ["Only superusers let superusers leave."]});
    changer.user.api.post("lifecycle/user_offboarding/", leave(admins, "deactivate")).await.assert(400, told);
}

async fn users_leave_when_their_time_has_come(app: &App) {
    let (ada, eve, later) = (app.user("ada").await, app.user("eve").await, app.user("later").await);
    let leave = async |user: &User, at: &str, action: &str| {
        let body = json!({"user": user.pk, "scheduled_at": at, "action": action});
        let made = app.admin().create("lifecycle/user_offboarding/", body).await.assert_has("status", json!("pending"));
        format!("lifecycle/user_offboarding/{}/", made.str("id"))
    };
    let deactivated = leave(&ada, "2020-01-01T00:00:00Z", "deactivate").await;
    let deleted = leave(&eve, "2020-01-01T00:00:00Z", "delete").await;
    let waiting = leave(&later, "2099-01-01T00:00:00Z", "deactivate").await;
    // What is due is done when the server starts, and every few minutes.
    app.kill_and_restart();
    for _ in 0..100 {
        if app.admin().get(&deactivated).await.body["status"] == "completed" && app.admin().get(&deleted).await.status == 404 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    let done = app.admin().get(&deactivated).await.assert_has("status", json!("completed"));
    assert!(!done.body["executed_at"].is_null(), "{done}");
    app.admin().get(&format!("core/users/{}/", ada.pk)).await.assert_has("is_active", json!(false));
    app.with_token(&ada.key).get("core/users/me/").await.assert_status(403);
    app.admin().get(&format!("core/users/{}/", eve.pk)).await.assert_status(404);
    app.admin().get(&waiting).await.assert_has("status", json!("pending"));
    app.with_token(&later.key).get("core/users/me/").await.assert_status(200);
}
