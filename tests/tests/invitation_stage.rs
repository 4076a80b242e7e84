//! The page that the project started from: creating an invitation stage, alone and together with its flows.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, NOBODY, each_database};

each_database![
    a_stage_is_made_from_its_name_alone,
    the_documented_request_makes_the_stage_the_flow_and_the_binding,
    without_flows_today_s_clients_get_the_stage_alone,
    a_flow_that_exists_is_bound_and_left_as_it_is,
    the_stage_comes_last_in_each_flow,
    nothing_is_made_when_one_flow_is_wrong,
    every_field_of_a_flow_is_checked,
    a_flow_set_that_is_no_list_of_objects_is_refused,
    put_and_patch_only_ever_add_bindings,
    names_are_trimmed_and_unique_over_all_kinds_of_stages,
    wrong_names_and_switches_are_told_together,
    stages_are_found_by_name_by_switch_and_by_being_unbound,
    deleting_a_stage_takes_its_bindings_and_leaves_the_flow,
    an_unprivileged_user_makes_nothing,
    what_is_not_there_is_not_found,
];

const STAGES: &str = "stages/invitation/stages/";

/// A flow as the documented page shows it.
fn flow(slug: &str) -> Json {
    json!({"name": "Join", "slug": slug, "title": "Join us", "designation": "enrollment", "policy_engine_mode": "all",
           "compatibility_mode": true, "layout": "content_left", "denied_action": "message"})
}

async fn a_stage_is_made_from_its_name_alone(app: &App) {
    let name = app.name("stage");
    let made = app.admin().create(STAGES, json!({"name": name})).await;
    let body = json!({
        "pk": made.body["pk"], "name": name, "component": "ak-stage-invitation-form", "verbose_name": "Invitation Stage",
        "verbose_name_plural": "Invitation Stages", "meta_model_name": "authentik_stages_invitation.invitationstage",
        "flow_set": [], "continue_flow_without_invitation": false,
    });
    made.clone().assert(201, body.clone());
    app.admin().get(&format!("{STAGES}{}/", made.str("pk"))).await.assert(200, body);
}

async fn the_documented_request_makes_the_stage_the_flow_and_the_binding(app: &App) {
    let (admin, slug) = (app.admin(), app.name("join"));
    let made =
        admin.create(STAGES, json!({"name": app.name("stage"), "flow_set": [flow(&slug)], "continue_flow_without_invitation": true})).await;
    assert_eq!(made["continue_flow_without_invitation"], true);
    let listed = &made["flow_set"][0];
    let made_flow = admin.get(&format!("flows/instances/{slug}/")).await.assert_status(200);
    for (key, value) in flow(&slug).as_object().unwrap() {
        assert_eq!((&listed[key], &made_flow[key]), (value, value), "{key}");
    }
    assert_eq!(listed["export_url"], format!("/api/v3/flows/instances/{slug}/export/"));
    assert_eq!((&listed["pk"], &listed["policybindingmodel_ptr_id"]), (&made_flow["pk"], &made_flow["policybindingmodel_ptr_id"]));
    let bindings = admin.get(&format!("flows/bindings/?target={}", made_flow.str("pk"))).await;
    assert_eq!(bindings.column("stage"), [made["pk"].clone()]);
}

async fn without_flows_today_s_clients_get_the_stage_alone(app: &App) {
    for flow_set in [json!(null), json!([])] {
        let made = app.admin().create(STAGES, json!({"name": app.name("stage"), "flow_set": flow_set})).await;
        assert_eq!(made["flow_set"], json!([]));
    }
}

async fn a_flow_that_exists_is_bound_and_left_as_it_is(app: &App) {
    let (admin, slug) = (app.admin(), app.name("join"));
    let before =
        admin.create("flows/instances/", json!({"name": "Old", "slug": slug, "title": "Old title", "designation": "recovery"})).await;
    let made = admin.create(STAGES, json!({"name": app.name("stage"), "flow_set": [flow(&slug)]})).await;
    assert_eq!((&made["flow_set"][0]["pk"], &made["flow_set"][0]["title"]), (&before["pk"], &json!("Old title")));
    let after = admin.get(&format!("flows/instances/{slug}/")).await;
    assert_eq!((&after["designation"], &after["name"], &after["stages"]), (&json!("recovery"), &json!("Old"), &json!([made["pk"]])));
}

async fn the_stage_comes_last_in_each_flow(app: &App) {
    let (admin, slugs) = (app.admin(), [app.name("join"), app.name("join")]);
    let first = admin.create(STAGES, json!({"name": app.name("first"), "flow_set": [flow(&slugs[0])]})).await;
    let target = first["flow_set"][0]["pk"].clone();
    let dummy = admin.create("stages/dummy/", json!({"name": app.name("dummy")})).await;
    admin.create("flows/bindings/", json!({"target": target, "stage": dummy["pk"], "order": 70})).await;
    let last = admin.create(STAGES, json!({"name": app.name("last"), "flow_set": slugs.each_ref().map(|slug| flow(slug))})).await;
    assert_eq!(last["flow_set"].as_array().map(Vec::len), Some(2));
    let order = admin.get(&format!("flows/bindings/?target={}&ordering=order", target.as_str().unwrap())).await;
    assert_eq!(order.column("stage"), [first["pk"].clone(), dummy["pk"].clone(), last["pk"].clone()]);
}

async fn nothing_is_made_when_one_flow_is_wrong(app: &App) {
    let (admin, name, slug) = (app.admin(), app.name("stage"), app.name("join"));
    let mut wrong = flow(&app.name("join"));
    wrong["title"] = json!("");
    let answer = admin.post(STAGES, json!({"name": name, "flow_set": [flow(&slug), wrong]})).await;
    answer.assert(400, json!({"flow_set": [{}, {"title": ["This field may not be blank."]}]}));
    assert_eq!(admin.get(&format!("{STAGES}?name={name}")).await.count(), 0);
    admin.get(&format!("flows/instances/{slug}/")).await.assert_status(404);
}

async fn every_field_of_a_flow_is_checked(app: &App) {
    let slug = "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.";
    let cases = [
        ("name", json!(""), "This field may not be blank."),
        ("name", json!(null), "This field may not be null."),
        ("slug", json!("a b"), slug),
        ("slug", json!("ünï"), slug),
        ("slug", json!("x".repeat(51)), "Ensure this field has no more than 50 characters."),
        ("title", json!(" "), "This field may not be blank."),
        ("designation", json!("bogus"), "\"bogus\" is not a valid choice."),
        ("policy_engine_mode", json!("some"), "\"some\" is not a valid choice."),
        ("compatibility_mode", json!("maybe"), "Must be a valid boolean."),
        ("layout", json!("round"), "\"round\" is not a valid choice."),
        ("denied_action", json!("shout"), "\"shout\" is not a valid choice."),
    ];
    for (field, value, message) in cases {
        let mut wrong = flow(&app.name("join"));
        wrong[field] = value;
        let answer = app.admin().post(STAGES, json!({"name": app.name("stage"), "flow_set": [wrong]})).await;
        answer.assert(400, json!({"flow_set": [{field: [message]}]}));
    }
    let required = json!(["This field is required."]);
    let answer = app.admin().post(STAGES, json!({"name": "", "flow_set": [{}]})).await;
    let missing = json!([{"name": required, "slug": required, "title": required, "designation": required}]);
    answer.assert(400, json!({"name": ["This field may not be blank."], "flow_set": missing}));
}

async fn a_flow_set_that_is_no_list_of_objects_is_refused(app: &App) {
    for wrong in [json!("join"), json!(5), json!({"slug": "join"}), json!(["join"]), json!([null]), json!([[]])] {
        let answer = app.admin().post(STAGES, json!({"name": app.name("stage"), "flow_set": wrong})).await.assert_status(400);
        assert!(!answer["flow_set"].is_null() && answer.body.as_object().unwrap().len() == 1, "{answer}");
    }
}

async fn put_and_patch_only_ever_add_bindings(app: &App) {
    let (admin, slugs) = (app.admin(), [app.name("join"), app.name("join"), app.name("join")]);
    let made = admin.create(STAGES, json!({"name": app.name("stage"), "flow_set": [flow(&slugs[0])]})).await;
    let (path, name) = (format!("{STAGES}{}/", made.str("pk")), made.str("name"));
    admin.patch(&path, json!({"flow_set": [flow(&slugs[1])]})).await.assert_status(200);
    admin.patch(&path, json!({"flow_set": []})).await.assert_status(200);
    admin.put(&path, json!({"name": name, "flow_set": [flow(&slugs[2]), flow(&slugs[0])]})).await.assert_status(200);
    let after = admin.get(&path).await;
    let mut bound: Vec<String> =
        after["flow_set"].as_array().unwrap().iter().map(|flow| flow["slug"].as_str().unwrap().to_owned()).collect();
    bound.sort();
    let mut wanted = slugs.to_vec();
    wanted.sort();
    assert_eq!(bound, wanted, "each flow once");
}

async fn names_are_trimmed_and_unique_over_all_kinds_of_stages(app: &App) {
    let (admin, name) = (app.admin(), app.name("stage"));
    let made = admin.create(STAGES, json!({"name": format!("  {name} ")})).await.assert_has("name", json!(name));
    let taken = json!({"name": ["stage with this name already exists."]});
    admin.post(STAGES, json!({"name": name})).await.assert(400, taken.clone());
    admin.post("stages/dummy/", json!({"name": name})).await.assert(400, taken);
    admin.put(&format!("{STAGES}{}/", made.str("pk")), json!({"name": name})).await.assert_status(200);
}

async fn wrong_names_and_switches_are_told_together(app: &App) {
    let admin = app.admin();
    admin.post(STAGES, json!({})).await.assert(400, json!({"name": ["This field is required."]}));
    for (name, message) in [
        (json!(true), "Not a valid string."),
        (json!(["a"]), "Not a valid string."),
        (json!("a\u{0}b"), "Null characters are not allowed."),
    ] {
        let answer = admin.post(STAGES, json!({"name": name, "continue_flow_without_invitation": 2})).await;
        answer.assert(400, json!({"name": [message], "continue_flow_without_invitation": ["Must be a valid boolean."]}));
    }
    let number = 1_000_000 + i64::from(std::process::id());
    admin
        .create(STAGES, json!({"name": number, "continue_flow_without_invitation": "tRUE"}))
        .await
        .assert_has("name", json!(number.to_string()));
}

async fn stages_are_found_by_name_by_switch_and_by_being_unbound(app: &App) {
    let (admin, word) = (app.admin(), app.name("needle"));
    let bound = admin.create(STAGES, json!({"name": format!("{word}-bound"), "flow_set": [flow(&app.name("join"))]})).await;
    let loose = admin.create(STAGES, json!({"name": format!("{word}-loose"), "continue_flow_without_invitation": true})).await;
    let found =
        async |query: &str| admin.get(&format!("{STAGES}?search={}&{query}", word.to_uppercase())).await.assert_status(200).column("pk");
    assert_eq!(found("ordering=name").await, [bound["pk"].clone(), loose["pk"].clone()]);
    assert_eq!(found("ordering=-name").await, [loose["pk"].clone(), bound["pk"].clone()]);
    assert_eq!(found("no_flows=true").await, [loose["pk"].clone()]);
    assert_eq!(found("no_flows=false").await, [bound["pk"].clone()]);
    assert_eq!(found("continue_flow_without_invitation=true").await, [loose["pk"].clone()]);
    assert_eq!(found(&format!("name={}", bound.str("name"))).await, [bound["pk"].clone()]);
    assert_eq!(found(&format!("stage_uuid={}", loose.str("pk"))).await, [loose["pk"].clone()]);
    admin.get(&format!("{STAGES}?stage_uuid=zz")).await.assert(400, json!({"stage_uuid": ["Enter a valid UUID."]}));
}

async fn deleting_a_stage_takes_its_bindings_and_leaves_the_flow(app: &App) {
    let (admin, slug) = (app.admin(), app.name("join"));
    let made = admin.create(STAGES, json!({"name": app.name("stage"), "flow_set": [flow(&slug)]})).await;
    let path = format!("{STAGES}{}/", made.str("pk"));
    let users = admin.get(&format!("{path}used_by/")).await.assert_status(200);
    let actions: Vec<&Json> = users.body.as_array().unwrap().iter().map(|user| &user["action"]).collect();
    assert_eq!(actions, ["cascade_many", "cascade"], "{users}");
    admin.delete(&path).await.assert_status(204);
    admin.get(&path).await.assert_status(404);
    admin.get(&format!("flows/instances/{slug}/")).await.assert_status(200).assert_has("stages", json!([]));
}

async fn an_unprivileged_user_makes_nothing(app: &App) {
    let (ada, slug) = (app.user("ada").await, app.name("join"));
    let answer = ada.api.post(STAGES, json!({"name": app.name("stage"), "flow_set": [flow(&slug)]})).await;
    answer.assert(403, json!({"detail": "You do not have permission to perform this action."}));
    app.admin().get(&format!("flows/instances/{slug}/")).await.assert_status(404);
}

async fn what_is_not_there_is_not_found(app: &App) {
    let admin = app.admin();
    let missing = json!({"detail": "No InvitationStage matches the given query."});
    admin.get(&format!("{STAGES}{NOBODY}/")).await.assert(404, missing.clone());
    admin.patch(&format!("{STAGES}{NOBODY}/"), json!({"name": "x"})).await.assert(404, missing.clone());
    admin.delete(&format!("{STAGES}{NOBODY}/")).await.assert(404, missing);
    admin.get(&format!("{STAGES}zz/")).await.assert(404, json!({"detail": "Not found."}));
}
