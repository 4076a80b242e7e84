//! How bindings are asked, what is kept of it, and what administrators hear of it.

use serde_json::json;
use vestibule_tests::{App, Journey, each_database, each_database_alone};

use super::common::{bind, dummy, enter, events, flow, policy, text, verdict};

each_database![
    a_kept_verdict_is_no_one_elses,
    what_is_tried_leaves_no_trace,
    who_fails_to_decide_is_told_of_and_decides_nothing,
    a_policy_that_takes_too_long_is_not_waited_for,
    everybody_has_their_say,
    a_binding_that_is_turned_round_or_off,
    what_a_policy_writes_into_the_plan_is_there_for_the_stages,
];

each_database_alone![a_verdict_is_kept_until_what_it_depends_on_changes];

async fn a_verdict_is_kept_until_what_it_depends_on_changes(app: &App) {
    let (admin, ada) = (app.admin(), app.user("ada").await);
    let (made, flow) = (dummy(app, true).await, flow(app, json!({})).await);
    let binding = bind(app, &flow, &made, json!({})).await;
    let browser = app.logged_in(&ada).await;
    let asked = async || {
        enter(&browser, &flow).await;
        events(app, "policy_execution", &made).await
    };
    assert_eq!((asked().await, asked().await), (1, 1), "the second time it is known");
    policy(app, "dummy", json!({})).await;
    app.user("eve").await;
    assert_eq!(asked().await, 1, "others changed");
    assert!(admin.get("policies/all/cache_info/").await.int("count") >= 1);
    admin.patch(&format!("policies/dummy/{}/", text(&made, "pk")), json!({"wait_max": 0, "name": made["name"]})).await.assert_status(200);
    assert_eq!((asked().await, asked().await), (2, 2), "the policy changed");
    admin.patch(&format!("policies/bindings/{}/", text(&binding, "pk")), json!({"order": 3})).await.assert_status(200);
    assert_eq!((asked().await, asked().await), (3, 3), "the binding changed");
    admin.patch(&format!("core/users/{}/", ada.pk), json!({"name": "Ada"})).await.assert_status(200);
    assert_eq!((asked().await, asked().await), (4, 4), "the user changed");
    let group = admin.create("core/groups/", json!({"name": app.name("group")})).await;
    admin.post(&format!("core/groups/{}/add_user/", group.str("pk")), json!({"pk": ada.pk})).await.assert_status(204);
    assert_eq!((asked().await, asked().await), (5, 5), "their groups changed");
    admin.post("policies/all/cache_clear/", json!({})).await.assert_status(204);
    assert_eq!(asked().await, 6, "everything was forgotten");
}

async fn a_kept_verdict_is_no_one_elses(app: &App) {
    let (made, flow) = (dummy(app, true).await, flow(app, json!({})).await);
    bind(app, &flow, &made, json!({})).await;
    for count in 1..=2 {
        let browser = app.logged_in(&app.user("ada").await).await;
        enter(&browser, &flow).await;
        assert_eq!(events(app, "policy_execution", &made).await, count);
    }
    for count in 3..=4 {
        enter(&app.browser(), &flow).await;
        assert_eq!(events(app, "policy_execution", &made).await, count, "of strangers nothing is kept");
    }
}

async fn what_is_tried_leaves_no_trace(app: &App) {
    let (admin, slug, made) = (app.admin(), app.name("app"), dummy(app, true).await);
    let application = admin.create("core/applications/", json!({"name": slug, "slug": slug})).await;
    bind(app, &application.body, &made, json!({})).await;
    verdict(app, &made, json!({})).await;
    for _ in 0..2 {
        let told = json!({"passing": true, "messages": ["dummy"], "log_messages": []});
        admin.get(&format!("core/applications/{slug}/check_access/")).await.assert(200, told);
    }
    assert_eq!(events(app, "policy_execution", &made).await, 0);
    let ada = app.user("ada").await;
    let told = json!({"passing": true, "messages": [], "log_messages": []});
    ada.api.get(&format!("core/applications/{slug}/check_access/")).await.assert(200, told);
}

async fn who_fails_to_decide_is_told_of_and_decides_nothing(app: &App) {
    // Nobody knows where addresses are on this server.
    let made = policy(app, "geoip", json!({"countries": ["DE"]})).await;
    for (more, component) in [
        (json!({}), "ak-stage-access-denied"),
        (json!({"negate": true}), "ak-stage-access-denied"),
        (json!({"failure_result": true}), "ak-stage-dummy"),
        (json!({"failure_result": true, "negate": true}), "ak-stage-dummy"),
    ] {
        let flow = flow(app, json!({})).await;
        bind(app, &flow, &made, more.clone()).await;
        let seen = enter(&app.browser(), &flow).await;
        assert_eq!(seen["component"], component, "{more}: {seen}");
    }
    assert_eq!(events(app, "policy_exception", &made).await, 4);
    let found = app.admin().get(&format!("events/events/?action=policy_exception&search={}", text(&made, "name"))).await;
    let context = &found["results"][0]["context"];
    assert_eq!(context["exception"], "It is not known in which country this address is.", "{context}");
    assert_eq!(context["policy"]["name"], made["name"], "{context}");
    assert_eq!(verdict(app, &made, json!({})).await["passing"], false);
    assert_eq!(events(app, "policy_exception", &made).await, 4, "a trial is no failure");
}

async fn a_policy_that_takes_too_long_is_not_waited_for(app: &App) {
    let made = policy(app, "dummy", json!({"result": true, "wait_min": 600, "wait_max": 600})).await;
    for (failure_result, component) in [(false, "ak-stage-access-denied"), (true, "ak-stage-dummy")] {
        let flow = flow(app, json!({})).await;
        bind(app, &flow, &made, json!({"timeout": 0, "failure_result": failure_result})).await;
        let seen = enter(&app.browser(), &flow).await;
        assert_eq!(seen["component"], component, "{seen}");
    }
    assert_eq!(events(app, "policy_exception", &made).await, 2);
}

async fn everybody_has_their_say(app: &App) {
    for (mode, component) in [("any", "ak-stage-dummy"), ("all", "ak-stage-access-denied")] {
        let flow = flow(app, json!({"policy_engine_mode": mode})).await;
        for (order, result) in [(1, false), (0, true)] {
            bind(app, &flow, &dummy(app, result).await, json!({"order": order})).await;
        }
        let seen = enter(&app.browser(), &flow).await;
        assert_eq!(seen["component"], component, "{seen}");
        assert!(mode == "any" || seen["error_message"] == "dummy\ndummy", "{seen}");
    }
}

async fn a_binding_that_is_turned_round_or_off(app: &App) {
    let (yes, no) = (dummy(app, true).await, dummy(app, false).await);
    for (made, more, component) in [
        (&yes, json!({"negate": true}), "ak-stage-access-denied"),
        (&no, json!({"negate": true}), "ak-stage-dummy"),
        (&no, json!({"enabled": false}), "ak-stage-dummy"),
    ] {
        let flow = flow(app, json!({})).await;
        bind(app, &flow, made, more.clone()).await;
        let seen = enter(&app.browser(), &flow).await;
        assert_eq!(seen["component"], component, "{more}: {seen}");
    }
}

async fn what_a_policy_writes_into_the_plan_is_there_for_the_stages(app: &App) {
    let (admin, name) = (app.admin(), app.name("written"));
    for written in [r#"context["prompt_data"]["username"]"#, r#"context["flow_plan"].context["prompt_data"]["username"]"#] {
        let username = app.name(&name);
        let flow =
            admin.create("flows/instances/", json!({"name": name, "slug": username, "title": "t", "designation": "enrollment"})).await;
        let field = json!({"name": app.name("field"), "field_key": "name", "label": "l", "type": "text"});
        let field = admin.create("stages/prompt/prompts/", field).await;
        let asks = admin.create("stages/prompt/stages/", json!({"name": app.name("asks"), "fields": [field["pk"]]})).await;
        let writes = admin.create("stages/user_write/", json!({"name": app.name("writes"), "user_creation_mode": "always_create"})).await;
        admin.create("flows/bindings/", json!({"target": flow["pk"], "stage": asks["pk"], "order": 0})).await;
        let place = admin.create("flows/bindings/", json!({"target": flow["pk"], "stage": writes["pk"], "order": 1})).await;
        let made = policy(app, "expression", json!({"expression": format!("{written} = \"{username}\"\nreturn True")})).await;
        bind(app, &place.body, &made, json!({})).await;
        let journey = Journey::new(app, &username, "");
        journey.look().await;
        journey.answer(json!({"name": "Ada"})).await;
        assert_eq!(admin.get(&format!("core/users/?username={username}")).await.count(), 1, "{written}");
    }
}
