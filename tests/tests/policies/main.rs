//! Policies: their types and what they decide.

mod common;
mod engine;
mod explain;
mod expressions;
mod geoip;
mod mmdb;
mod passwords;
mod places;
mod signed;
mod web;

use serde_json::json;
use vestibule_tests::{App, each_database};

use common::{bind, flow, policy, verdict};

each_database![
    every_type_of_policy_is_on_offer,
    all_policies_stand_in_one_list,
    a_policy_knows_in_how_many_places_it_is_used,
    a_dummy_policy_says_what_it_was_told_to_say,
    a_test_needs_a_user_whom_the_caller_may_see,
    a_weak_password_is_refused_with_the_message_of_the_policy,
    a_bad_name_passes_a_reputation_policy,
    a_matcher_must_match_something,
    a_matcher_is_found_by_what_it_matches,
    a_matcher_passes_events_that_are_as_described,
    a_matcher_passes_events_that_its_query_finds,
    a_query_that_is_not_understood_is_refused_where_it_stands,
    countries_are_shown_by_name_and_numbers_of_networks_are_numbers,
    a_reputation_policy_looks_at_something,
    scores_are_found_by_several_names_and_forgotten,
    an_entitlement_takes_people_and_groups_only,
    who_only_sees_an_expression_does_not_run_it,
];

const DUMMY: &str = "policies/dummy/";

async fn every_type_of_policy_is_on_offer(app: &App) {
    let types = app.admin().get("policies/all/types/").await.assert_status(200).body;
    let names: Vec<&str> = types.as_array().unwrap().iter().map(|kind| kind["model_name"].as_str().unwrap()).collect();
    for name in ["dummypolicy", "eventmatcherpolicy", "expressionpolicy", "geoippolicy", "passwordpolicy", "passwordexpirypolicy"] {
        assert!(names.contains(&name), "{name} in {names:?}");
    }
}

async fn all_policies_stand_in_one_list(app: &App) {
    let (admin, made) = (app.admin(), policy(app, "dummy", json!({})).await);
    let path = format!("policies/all/{}/", made["pk"].as_str().unwrap());
    let shown = admin.get(&path).await.assert_status(200);
    assert_eq!((&shown["component"], &shown["bound_to"]), (&json!("ak-policy-dummy-form"), &json!(0)));
    admin.post("policies/all/", json!({"name": "x"})).await.assert_status(405);
    admin.put(&path, json!({"name": "x"})).await.assert_status(405);
    admin.post(DUMMY, json!({"name": made["name"]})).await.assert_status(400);
    admin.delete(&path).await.assert_status(204);
    admin.get(&format!("{DUMMY}{}/", made["pk"].as_str().unwrap())).await.assert_status(404);
}

async fn a_policy_knows_in_how_many_places_it_is_used(app: &App) {
    let (admin, made) = (app.admin(), policy(app, "dummy", json!({})).await);
    let asked = |filter: &str| format!("policies/all/?search={}&{filter}", made["name"].as_str().unwrap());
    assert_eq!(admin.get(&asked("bindings__isnull=true")).await.count(), 1);
    bind(app, &flow(app, json!({})).await, &made, json!({})).await;
    let field = json!({"name": app.name("prompt"), "field_key": "password", "label": "l", "type": "password"});
    let field = admin.create("stages/prompt/prompts/", field).await;
    let stage = json!({"name": app.name("prompts"), "fields": [field["pk"]], "validation_policies": [made["pk"]]});
    assert_eq!(admin.get(&asked("promptstage__isnull=true")).await.count(), 1);
    admin.create("stages/prompt/stages/", stage).await;
    assert_eq!(admin.get(&asked("promptstage__isnull=false")).await.column("bound_to"), [json!(2)]);
    assert_eq!(admin.get(&asked("bindings__isnull=true")).await.count(), 0);
}

async fn a_dummy_policy_says_what_it_was_told_to_say(app: &App) {
    for result in [true, false] {
        let made = policy(app, "dummy", json!({"result": result, "wait_min": 0, "wait_max": 0})).await;
        let said = verdict(app, &made, json!({})).await;
        assert_eq!(said, json!({"passing": result, "messages": ["dummy"], "log_messages": []}));
    }
}

async fn a_test_needs_a_user_whom_the_caller_may_see(app: &App) {
    let made = policy(app, "dummy", json!({"wait_min": 0, "wait_max": 0})).await;
    let path = format!("policies/all/{}/test/", made["pk"].as_str().unwrap());
    app.admin().post(&path, json!({})).await.assert(400, json!({"user": ["This field is required."]}));
    let nobody = app.admin().post(&path, json!({"user": 99_999_999})).await.assert_status(400);
    assert!(nobody.bytes.is_empty());
    let wrong = app.admin().post(&path, json!({"user": 1, "context": []})).await;
    wrong.assert(400, json!({"context": ["Value must be a dictionary, and not have any duplicate keys."]}));
    let ada = app.user("ada").await;
    ada.api.post(&path, json!({"user": ada.pk})).await.assert_status(403);
}

async fn a_weak_password_is_refused_with_the_message_of_the_policy(app: &App) {
    let made = policy(app, "password", json!({"length_min": 8, "amount_digits": 1, "error_message": "Longer!"})).await;
    let weak = verdict(app, &made, json!({"prompt_data": {"password": "short1"}})).await;
    assert_eq!((&weak["passing"], &weak["messages"]), (&json!(false), &json!(["Longer!"])));
    let good = verdict(app, &made, json!({"prompt_data": {"password": "long enough 1"}})).await;
    assert_eq!((&good["passing"], &good["messages"]), (&json!(true), &json!([])));
    assert_eq!(verdict(app, &made, json!({})).await["messages"], json!(["Password not set in context"]));
}

async fn a_bad_name_passes_a_reputation_policy(app: &App) {
    let ada = app.user("ada").await;
    let made = policy(app, "reputation", json!({"check_ip": false, "threshold": -1})).await;
    let path = format!("policies/all/{}/test/", made["pk"].as_str().unwrap());
    let passing = async || app.admin().post(&path, json!({"user": ada.pk})).await["passing"].clone();
    assert_eq!(passing().await, json!(false));
    app.log_in(&ada.username, "wrong").await;
    assert_eq!(passing().await, json!(true));
}

async fn a_matcher_must_match_something(app: &App) {
    let (admin, name) = (app.admin(), app.name("matcher"));
    let path = "policies/event_matcher/";
    admin.post(path, json!({"name": name})).await.assert(400, json!({"non_field_errors": ["At least one criteria must be set."]}));
    let wrong = admin.post(path, json!({"name": name, "action": "bogus", "app": "bogus", "model": "bogus"})).await;
    let told = json!(["\"bogus\" is not a valid choice."]);
    wrong.assert(400, json!({"action": told, "app": told, "model": told}));
}

async fn a_matcher_passes_events_that_its_query_finds(app: &App) {
    let event = json!({
        "action": "model_updated", "user": {"username": "ada"}, "created": "2026-05-17T10:30:00Z",
        "context": {"model": {"app": "authentik_core", "model_name": "user"}},
    });
    for (query, passing) in [
        (r#"user.username = "ada" and context.model.app in ("authentik_core", "authentik_flows")"#, true),
        (r#"created > "2026-05-17" and (user.username ~ "BOB" or action startswith "model_")"#, true),
        (r#"user.username != "ada""#, false),
        (r#"context.model.pk = None and nothing.of.this = None"#, true),
    ] {
        let made = policy(app, "event_matcher", json!({"query": query})).await;
        let told = json!({"passing": passing, "messages": ["Query matched."], "log_messages": []});
        assert_eq!(verdict(app, &made, json!({"event": event})).await, told, "{query}");
    }
    let both = policy(app, "event_matcher", json!({"query": r#"user.username = "ada""#, "action": "login"})).await;
    assert_eq!(verdict(app, &both, json!({"event": event})).await["passing"], false);
}

async fn a_query_that_is_not_understood_is_refused_where_it_stands(app: &App) {
    let (admin, path) = (app.admin(), "policies/event_matcher/");
    let made = policy(app, "event_matcher", json!({"action": "login"})).await;
    let refused =
        json!({"query": ["Query Syntax Error: Expected a value: a text in double quotes, a number, True, False or None at character 10."]});
    admin.post(path, json!({"name": app.name("matcher"), "query": "action = login"})).await.assert(400, refused.clone());
    admin.patch(&format!("{path}{}/", made["pk"].as_str().unwrap()), json!({"query": "action = login"})).await.assert(400, refused);
}

async fn a_matcher_is_found_by_what_it_matches(app: &App) {
    let made = policy(app, "event_matcher", json!({"model": "authentik_core.user", "action": "login"})).await;
    assert_eq!((&made["model"], &made["app"]), (&json!("authentik_core.user"), &json!(null)));
    assert_eq!(made["meta_model_name"], json!("authentik_policies_event_matcher.eventmatcherpolicy"), "{made}");
    let path = |filter: &str| format!("policies/event_matcher/?name={}&{filter}", made["name"].as_str().unwrap());
    for (filter, count) in [("model=authentik_core.user", 1), ("model=x", 0), ("action=login", 1), ("action=logout", 0), ("app=x", 0)] {
        assert_eq!(app.admin().get(&path(filter)).await.count(), count, "{filter}");
    }
    app.admin().get(&path("action=x")).await.assert_status(400);
}

async fn a_matcher_passes_events_that_are_as_described(app: &App) {
    let event = json!({
        "action": "login", "client_ip": "192.0.2.1", "app": "authentik.core",
        "context": {"model": {"app": "authentik_core", "model_name": "user"}},
    });
    let nothing = json!({"action": null, "client_ip": null, "app": null, "model": null});
    for (criterion, fits, differs, message) in [
        ("action", "login", "logout", "Action matched."),
        ("client_ip", "192.0.2.1", "192.0.2.2", "Client IP matched."),
        ("app", "authentik.core", "authentik.flows", "App matched."),
        ("model", "authentik_core.user", "authentik_core.group", "Model matched."),
    ] {
        for (value, passing) in [(fits, true), (differs, false)] {
            let mut described = nothing.clone();
            described[criterion] = json!(value);
            let made = policy(app, "event_matcher", described).await;
            let told = json!({"passing": passing, "messages": [message], "log_messages": []});
            assert_eq!(verdict(app, &made, json!({"event": event})).await, told, "{criterion} {value}");
            assert_eq!(verdict(app, &made, json!({})).await["passing"], false, "where there is no event there is nothing to match");
        }
    }
    let mut both = nothing;
    (both["action"], both["app"]) = (json!("login"), json!("authentik.flows"));
    assert_eq!(verdict(app, &policy(app, "event_matcher", both).await, json!({"event": event})).await["passing"], false);
}

async fn countries_are_shown_by_name_and_numbers_of_networks_are_numbers(app: &App) {
    let made = policy(app, "geoip", json!({"countries": ["DE", "FR"], "asns": [64496, "64497"]})).await;
    assert_eq!(made["countries_obj"], json!([{"code": "DE", "name": "Germany"}, {"code": "FR", "name": "France"}]));
    assert_eq!((&made["asns"], &made["history_max_distance_km"]), (&json!([64496, 64497]), &json!(100)));
    let path = format!("policies/geoip/{}/", made["pk"].as_str().unwrap());
    let wrong = app.admin().patch(&path, json!({"asns": [1, "x"]})).await;
    wrong.assert(400, json!({"asns": {"1": ["A valid integer is required."]}}));
    app.admin().patch(&path, json!({"countries": ["XX"]})).await.assert_status(400);
    let all = app.anonymous().get("policies/geoip_iso3166/").await.assert_status(200).body;
    assert_eq!((all.as_array().unwrap().len(), &all[0]), (249, &json!({"code": "AF", "name": "Afghanistan"})));
}

async fn a_reputation_policy_looks_at_something(app: &App) {
    let blind = json!({"name": app.name("blind"), "check_ip": false, "check_username": false});
    let told = json!({"non_field_errors": ["Either IP or Username must be checked"]});
    app.admin().post("policies/reputation/", blind).await.assert(400, told.clone());
    let made = policy(app, "reputation", json!({"check_ip": false})).await;
    let path = format!("policies/reputation/{}/", made["pk"].as_str().unwrap());
    app.admin().patch(&path, json!({"check_username": false})).await.assert(400, told);
}

async fn scores_are_found_by_several_names_and_forgotten(app: &App) {
    let (admin, ada, eve) = (app.admin(), app.user("ada").await, app.user("eve").await);
    for user in [&ada, &eve] {
        app.log_in(&user.username, "wrong").await;
    }
    let path = format!("policies/reputation/scores/?identifier_in={},{}", ada.username, eve.username);
    let found = admin.get(&path).await;
    assert_eq!((found.count(), &found["results"][0]["score"]), (2, &json!(-1)), "{found}");
    let one = format!("policies/reputation/scores/{}/", found["results"][0]["pk"].as_str().unwrap());
    admin.delete(&one).await.assert_status(204);
    assert_eq!(admin.get(&path).await.count(), 1);
    admin.patch(&one, json!({"score": 5})).await.assert_status(405);
    ada.api.get("policies/reputation/scores/").await.assert_status(403);
}

async fn an_entitlement_takes_people_and_groups_only(app: &App) {
    let (admin, slug) = (app.admin(), app.name("app"));
    let application = admin.create("core/applications/", json!({"name": slug, "slug": slug})).await;
    let body = json!({"name": app.name("right"), "app": application["pk"]});
    let right = admin.create("core/application_entitlements/", body).await;
    let made = policy(app, "dummy", json!({})).await;
    let told = json!({"non_field_errors": ["One of 'group', 'user' must be set."]});
    let body = json!({"target": right["pbm_uuid"], "policy": made["pk"], "order": 0});
    admin.post("policies/bindings/", body).await.assert(400, told);
    let me = admin.get("core/users/me/").await["user"]["pk"].clone();
    admin.create("policies/bindings/", json!({"target": right["pbm_uuid"], "user": me, "order": 0})).await;
}

async fn who_only_sees_an_expression_does_not_run_it(app: &App) {
    let made = policy(app, "expression", json!({"expression": "return True"})).await;
    let seen = ["authentik_policies.view_policy", "authentik_policies_expression.view_expressionpolicy", "authentik_core.view_user"];
    let ada = app.holder("ada", &seen).await;
    let path = format!("policies/all/{}/test/", made["pk"].as_str().unwrap());
    ada.user.api.post(&path, json!({"user": ada.user.pk})).await.assert_status(403);
    app.permit(&ada.role, "change_expressionpolicy", "authentik_policies_expression.expressionpolicy", made["pk"].as_str().unwrap()).await;
    ada.user.api.post(&path, json!({"user": ada.user.pk})).await.assert_status(200);
}
