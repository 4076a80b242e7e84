//! What stands between flows, stages, people and groups: stage bindings and policy bindings.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, Journey, NOBODY, each_database};

each_database![
    a_stage_is_bound_with_an_order,
    the_same_stage_at_the_same_place_is_refused,
    references_must_exist,
    a_binding_is_evaluated_at_some_time,
    bindings_are_found_by_flow_stage_and_order,
    a_policy_binding_names_exactly_one_of_policy_group_and_user,
    a_target_is_named_by_either_of_its_identifiers,
    a_flow_bound_to_a_group_admits_its_members_only,
    a_flow_bound_to_a_person_admits_that_person_only,
    a_negated_binding_turns_the_answer_round_and_a_disabled_one_has_none,
    all_or_any_is_the_flow_s_choice,
    a_stage_is_left_out_for_those_it_is_not_for,
    deleting_a_flow_takes_its_bindings,
];

const BINDINGS: &str = "flows/bindings/";
const POLICIES: &str = "policies/bindings/";

/// A flow with one dummy stage: flow, stage, stage binding.
async fn setting(app: &App, more: Json) -> (Json, Json, Json) {
    let (admin, slug) = (app.admin(), app.name("flow"));
    let mut body = json!({"name": slug, "slug": slug, "title": "t", "designation": "recovery"});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let flow = admin.create("flows/instances/", body).await.body;
    let stage = admin.create("stages/dummy/", json!({"name": app.name("dummy")})).await.body;
    let binding = admin.create(BINDINGS, json!({"target": flow["pk"], "stage": stage["pk"], "order": 10})).await.body;
    (flow, stage, binding)
}

/// What each caller is shown first in a flow.
async fn shown(app: &App, flow: &Json, people: &[&vestibule_tests::User]) -> Vec<bool> {
    let mut admitted = Vec::new();
    for person in people {
        let seen = Journey::with(app.logged_in(person).await, flow["slug"].as_str().unwrap(), "").look().await;
        admitted.push(seen["component"] == "ak-stage-dummy");
    }
    admitted
}

async fn a_stage_is_bound_with_an_order(app: &App) {
    let (flow, stage, binding) = setting(app, json!({})).await;
    assert_eq!((&binding["target"], &binding["stage"], &binding["order"]), (&flow["pk"], &stage["pk"], &json!(10)));
    assert_eq!((&binding["evaluate_on_plan"], &binding["re_evaluate_policies"]), (&json!(false), &json!(true)));
    assert_eq!((&binding["policy_engine_mode"], &binding["invalid_response_action"]), (&json!("any"), &json!("retry")));
    let shown = &binding["stage_obj"];
    assert_eq!(
        (&shown["name"], &shown["component"], &shown["verbose_name"]),
        (&stage["name"], &json!(""), &json!("stage")),
        "the generic stage"
    );
    assert_eq!(shown["flow_set"][0]["slug"], flow["slug"]);
    let path = format!("{BINDINGS}{}/", binding["pk"].as_str().unwrap());
    let required = json!(["This field is required."]);
    app.admin().put(&path, json!({"order": 1})).await.assert(400, json!({"target": required, "stage": required}));
    app.admin().patch(&path, json!({"order": -1})).await.assert_status(200).assert_has("order", json!(-1));
}

async fn the_same_stage_at_the_same_place_is_refused(app: &App) {
    let (flow, stage, _) = setting(app, json!({})).await;
    let body = |order: Json| json!({"target": flow["pk"], "stage": stage["pk"], "order": order});
    let unique = json!({"non_field_errors": ["The fields target, stage, order must make a unique set."]});
    app.admin().post(BINDINGS, body(json!(10))).await.assert(400, unique);
    app.admin().create(BINDINGS, body(json!("11"))).await.assert_has("order", json!(11));
    for wrong in [json!(1.5), json!("x"), json!({}), json!(true)] {
        app.admin().post(BINDINGS, body(wrong)).await.assert(400, json!({"order": ["A valid integer is required."]}));
    }
    for huge in [json!(2_147_483_648_i64), json!(-2_147_483_649_i64)] {
        let answer = app.admin().post(BINDINGS, body(huge)).await.assert_status(400);
        assert!(answer["order"][0].is_string(), "{answer}");
    }
}

async fn references_must_exist(app: &App) {
    let missing = format!("Invalid pk \"{NOBODY}\" - object does not exist.");
    let answer = app.admin().post(BINDINGS, json!({"target": NOBODY, "stage": NOBODY, "order": 1})).await;
    answer.assert(400, json!({"target": [missing], "stage": [missing]}));
    let answer = app.admin().post(BINDINGS, json!({"target": "x", "stage": 5, "order": "x"})).await;
    answer.assert(400, json!({"target": ["“x” is not a valid UUID."], "stage": ["Invalid pk \"5\" - object does not exist."], "order": ["A valid integer is required."]}));
    let null_message = json!(["This field may not be null."]);
    let nothing = json!({"target": Json::Null, "stage": Json::Null, "order": Json::Null});
    app.admin().post(BINDINGS, nothing).await.assert(400, json!({"target": null_message, "stage": null_message, "order": null_message}));
}

async fn a_binding_is_evaluated_at_some_time(app: &App) {
    let (flow, stage, binding) = setting(app, json!({})).await;
    let message = json!({"non_field_errors": ["Either evaluation on plan or evaluation on run must be enabled"]});
    let never = json!({"target": flow["pk"], "stage": stage["pk"], "order": 99, "evaluate_on_plan": false, "re_evaluate_policies": false});
    app.admin().post(BINDINGS, never).await.assert(400, message.clone());
    let path = format!("{BINDINGS}{}/", binding["pk"].as_str().unwrap());
    app.admin().patch(&path, json!({"re_evaluate_policies": false})).await.assert(400, message);
    app.admin().patch(&path, json!({"evaluate_on_plan": true, "re_evaluate_policies": false})).await.assert_status(200);
}

async fn bindings_are_found_by_flow_stage_and_order(app: &App) {
    let (admin, (flow, stage, first)) = (app.admin(), setting(app, json!({})).await);
    let second = admin.create(BINDINGS, json!({"target": flow["pk"], "stage": stage["pk"], "order": 2})).await;
    let target = flow["pk"].as_str().unwrap();
    let found = async |query: &str| admin.get(&format!("{BINDINGS}?target={target}&{query}")).await.assert_status(200).column("pk");
    assert_eq!(found("").await, [second["pk"].clone(), first["pk"].clone()], "in their order");
    assert_eq!(found("ordering=-order").await, [first["pk"].clone(), second["pk"].clone()]);
    assert_eq!(found("order=10").await, [first["pk"].clone()]);
    assert_eq!(found(&format!("stage={}&search={}", stage["pk"].as_str().unwrap(), stage["name"].as_str().unwrap())).await.len(), 2);
    let unknown = json!({"target": ["Select a valid choice. That choice is not one of the available choices."]});
    admin.get(&format!("{BINDINGS}?target={NOBODY}")).await.assert(400, unknown);
}

async fn a_policy_binding_names_exactly_one_of_policy_group_and_user(app: &App) {
    let (admin, (flow, _, _), ada) = (app.admin(), setting(app, json!({})).await, app.user("ada").await);
    let made = admin.create(POLICIES, json!({"target": flow["pk"], "user": ada.pk, "order": 0})).await;
    let expected = json!({"pk": made["pk"], "policy": null, "group": null, "user": ada.pk, "policy_obj": null, "group_obj": null, "user_obj": made["user_obj"],
                          "target": flow["pk"], "negate": false, "enabled": true, "order": 0, "timeout": 30, "failure_result": false, "expires": null, "expiring": false});
    made.clone().assert(201, expected);
    assert_eq!(made["user_obj"]["username"], ada.username);
    let group = admin.create("core/groups/", json!({"name": app.name("group")})).await;
    admin
        .post(POLICIES, json!({"target": flow["pk"], "order": 1}))
        .await
        .assert(400, json!({"non_field_errors": ["One of 'group', 'policy', 'user' must be set."]}));
    admin.post(POLICIES, json!({"target": flow["pk"], "order": 1, "user": ada.pk, "group": group["pk"]})).await.assert_status(400);
    let timeout = admin.post(POLICIES, json!({"target": flow["pk"], "order": 1, "user": ada.pk, "timeout": -1})).await;
    timeout.assert(400, json!({"timeout": ["Ensure this value is greater than or equal to 0."]}));
    let missing = json!({"target": [format!("Invalid pk \"{NOBODY}\" - object does not exist.")]});
    admin.post(POLICIES, json!({"target": NOBODY, "order": 1, "user": ada.pk})).await.assert(400, missing);
}

async fn a_target_is_named_by_either_of_its_identifiers(app: &App) {
    let (admin, (flow, _, binding), ada) = (app.admin(), setting(app, json!({})).await, app.user("ada").await);
    for object in [&flow, &binding] {
        for (order, key) in ["pk", "policybindingmodel_ptr_id"].into_iter().enumerate() {
            let made = admin.create(POLICIES, json!({"target": object[key], "user": ada.pk, "order": order})).await;
            assert_eq!(made["target"], object["pk"], "always told as the object's own");
        }
        let listed = admin.get(&format!("{POLICIES}?target={}", object["policybindingmodel_ptr_id"].as_str().unwrap())).await;
        assert_eq!(listed.count(), 2);
    }
}

async fn a_flow_bound_to_a_group_admits_its_members_only(app: &App) {
    let (admin, (flow, _, _)) = (app.admin(), setting(app, json!({})).await);
    let (ada, ben, eve) = (app.user("ada").await, app.user("ben").await, app.user("eve").await);
    let group = admin.create("core/groups/", json!({"name": app.name("group"), "users": [ada.pk]})).await;
    admin.create("core/groups/", json!({"name": app.name("inner"), "users": [ben.pk], "parents": [group["pk"]]})).await;
    admin.create(POLICIES, json!({"target": flow["pk"], "group": group["pk"], "order": 0})).await;
    assert_eq!(shown(app, &flow, &[&ada, &ben, &eve]).await, [true, true, false]);
    Journey::new(app, flow["slug"].as_str().unwrap(), "").look().await.assert_has("component", json!("ak-stage-access-denied"));
}

async fn a_flow_bound_to_a_person_admits_that_person_only(app: &App) {
    let (flow, _, _) = setting(app, json!({})).await;
    let (ada, eve) = (app.user("ada").await, app.user("eve").await);
    app.admin().create(POLICIES, json!({"target": flow["pk"], "user": ada.pk, "order": 0})).await;
    assert_eq!(shown(app, &flow, &[&ada, &eve]).await, [true, false]);
}

async fn a_negated_binding_turns_the_answer_round_and_a_disabled_one_has_none(app: &App) {
    let (admin, (flow, _, _)) = (app.admin(), setting(app, json!({})).await);
    let (ada, eve) = (app.user("ada").await, app.user("eve").await);
    let made = admin.create(POLICIES, json!({"target": flow["pk"], "user": ada.pk, "order": 0, "negate": true})).await;
    assert_eq!(shown(app, &flow, &[&ada, &eve]).await, [false, true]);
    admin
        .patch(&format!("{POLICIES}{}/", made.str("pk")), json!({"target": flow["pk"], "user": ada.pk, "enabled": false}))
        .await
        .assert_status(200);
    assert_eq!(shown(app, &flow, &[&ada, &eve]).await, [true, true]);
}

async fn all_or_any_is_the_flow_s_choice(app: &App) {
    for (mode, both) in [("any", [true, true]), ("all", [false, false])] {
        let (flow, _, _) = setting(app, json!({"policy_engine_mode": mode})).await;
        let (ada, eve) = (app.user("ada").await, app.user("eve").await);
        for (order, person) in [&ada, &eve].into_iter().enumerate() {
            app.admin().create(POLICIES, json!({"target": flow["pk"], "user": person.pk, "order": order})).await;
        }
        assert_eq!(shown(app, &flow, &[&ada, &eve]).await, both, "{mode}");
    }
}

async fn a_stage_is_left_out_for_those_it_is_not_for(app: &App) {
    let (admin, (flow, _, binding)) = (app.admin(), setting(app, json!({})).await);
    let (ada, eve) = (app.user("ada").await, app.user("eve").await);
    admin.create(POLICIES, json!({"target": binding["pk"], "user": ada.pk, "order": 0})).await;
    for planned in [false, true] {
        let when = json!({"evaluate_on_plan": planned, "re_evaluate_policies": !planned});
        admin.patch(&format!("{BINDINGS}{}/", binding["pk"].as_str().unwrap()), when).await.assert_status(200);
        assert_eq!(shown(app, &flow, &[&ada, &eve]).await, [true, false]);
    }
}

async fn deleting_a_flow_takes_its_bindings(app: &App) {
    let (admin, (flow, stage, binding), ada) = (app.admin(), setting(app, json!({})).await, app.user("ada").await);
    let policy = admin.create(POLICIES, json!({"target": flow["pk"], "user": ada.pk, "order": 0})).await;
    admin.delete(&format!("flows/instances/{}/", flow["slug"].as_str().unwrap())).await.assert_status(204);
    admin
        .get(&format!("{BINDINGS}{}/", binding["pk"].as_str().unwrap()))
        .await
        .assert(404, json!({"detail": "No FlowStageBinding matches the given query."}));
    admin
        .get(&format!("{POLICIES}{}/", policy.str("pk")))
        .await
        .assert(404, json!({"detail": "No PolicyBinding matches the given query."}));
    admin.get(&format!("stages/dummy/{}/", stage["pk"].as_str().unwrap())).await.assert_status(200);
}
