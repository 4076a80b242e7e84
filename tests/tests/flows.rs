//! Flows as objects and what the executor makes of them.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, Caller, Enrolment, Journey, each_database};

each_database![
    a_flow_needs_four_fields_and_gets_the_rest,
    a_slug_is_an_address_and_unique,
    a_flow_is_found_under_its_new_slug_after_renaming,
    choices_are_checked,
    flows_are_found_by_designation_slug_and_denied_action,
    the_default_flows_are_there,
    a_diagram_shows_the_way_through_the_flow,
    a_flow_is_exported_as_a_file,
    executing_a_flow_gives_its_link,
    plans_are_counted_and_forgotten,
    an_unknown_flow_is_a_page_not_found,
    a_flow_admits_whom_it_says,
    what_happens_on_denial_is_the_flow_s_choice,
    an_empty_flow_is_over_at_once,
    a_deny_stage_says_why,
    a_dummy_stage_waits_for_any_answer,
    a_redirect_stage_leads_away_or_into_another_flow,
    a_wrong_answer_may_restart_the_flow,
    leaving_for_another_flow_forgets_the_first,
    the_inspector_answers_a_privileged_session_only,
    default_addresses_lead_to_the_default_flows,
    cancelling_leads_out_and_never_to_another_site,
];

const FLOWS: &str = "flows/instances/";

async fn flow(app: &App, more: Json) -> Json {
    let slug = app.name("flow");
    let mut body = json!({"name": slug, "slug": slug, "title": "Title", "designation": "enrollment"});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    app.admin().create(FLOWS, body).await.body
}

/// Binds a new stage of a kind at the end of a flow.
async fn bind(app: &App, flow: &Json, kind: &str, more: Json, order: i64) -> Json {
    let mut body = json!({"name": app.name(kind)});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let stage = app.admin().create(&format!("stages/{kind}/"), body).await.body;
    app.admin().create("flows/bindings/", json!({"target": flow["pk"], "stage": stage["pk"], "order": order})).await;
    stage
}

fn slug(flow: &Json) -> &str {
    flow["slug"].as_str().unwrap()
}

async fn a_flow_needs_four_fields_and_gets_the_rest(app: &App) {
    let made = flow(app, json!({"stages": [1], "policies": [2], "unknown": 3})).await;
    let expected = json!({
        "pk": made["pk"], "policybindingmodel_ptr_id": made["policybindingmodel_ptr_id"], "name": made["slug"], "slug": made["slug"], "title": "Title",
        "designation": "enrollment", "background": "", "background_url": "/static/dist/assets/images/flow_background.jpg", "background_themed_urls": null,
        "stages": [], "policies": [], "cache_count": 0, "policy_engine_mode": "any", "compatibility_mode": false,
        "export_url": format!("/api/v3/flows/instances/{}/export/", slug(&made)), "layout": "stacked", "denied_action": "message_continue", "authentication": "none",
    });
    assert_eq!(made, expected);
    let required = json!(["This field is required."]);
    let missing = json!({"name": required, "slug": required, "title": required, "designation": required});
    app.admin().post(FLOWS, json!({})).await.assert(400, missing);
}

async fn a_slug_is_an_address_and_unique(app: &App) {
    let (admin, made) = (app.admin(), flow(app, json!({})).await);
    let body = |slug: &str| json!({"name": "n", "slug": slug, "title": "t", "designation": "recovery"});
    admin.post(FLOWS, body(slug(&made))).await.assert(400, json!({"slug": ["Flow with this slug already exists."]}));
    let message = json!({"slug": ["Enter a valid “slug” consisting of letters, numbers, underscores or hyphens."]});
    for wrong in ["with space", "ünïcode", "a/b", "dot.dot", "new\nline", "..", "%2e"] {
        admin.post(FLOWS, body(wrong)).await.assert(400, message.clone());
    }
    admin.post(FLOWS, body("")).await.assert(400, json!({"slug": ["This field may not be blank."]}));
    for right in [format!("UPPER-ok_{}", app.name("x")), format!("-{}", app.name("x"))] {
        admin.post(FLOWS, body(&right)).await.assert_status(201);
    }
}

async fn a_flow_is_found_under_its_new_slug_after_renaming(app: &App) {
    let (admin, made, new) = (app.admin(), flow(app, json!({})).await, app.name("renamed"));
    admin.patch(&format!("{FLOWS}{}/", slug(&made)), json!({"slug": new})).await.assert_status(200);
    admin.get(&format!("{FLOWS}{}/", slug(&made))).await.assert(404, json!({"detail": "No Flow matches the given query."}));
    admin.get(&format!("{FLOWS}{new}/")).await.assert_status(200).assert_has("pk", made["pk"].clone());
    admin.get(&format!("{FLOWS}{}/", made["pk"].as_str().unwrap())).await.assert_status(404);
    let taken = admin.patch(&format!("{FLOWS}{new}/"), json!({"slug": "default-authentication-flow"})).await;
    taken.assert(400, json!({"slug": ["Flow with this slug already exists."]}));
}

async fn choices_are_checked(app: &App) {
    for field in ["designation", "layout", "denied_action", "authentication", "policy_engine_mode"] {
        let mut body = json!({"name": "n", "slug": app.name("flow"), "title": "t", "designation": "recovery"});
        body[field] = json!("bogus");
        app.admin().post(FLOWS, body.clone()).await.assert(400, json!({field: ["\"bogus\" is not a valid choice."]}));
        body[field] = json!(null);
        app.admin().post(FLOWS, body).await.assert(400, json!({field: ["This field may not be null."]}));
    }
    let background = json!({"name": "n", "slug": app.name("flow"), "title": "t", "designation": "recovery", "background": "../etc/passwd"});
    app.admin().post(FLOWS, background).await.assert(400, json!({"background": ["Parent directory references ('..') are not allowed"]}));
}

async fn flows_are_found_by_designation_slug_and_denied_action(app: &App) {
    let (admin, made) = (app.admin(), flow(app, json!({"designation": "unenrollment", "denied_action": "continue"})).await);
    for query in [
        "designation=unenrollment&denied_action=continue",
        &format!("slug={}", slug(&made)),
        &format!("flow_uuid={}", made["pk"].as_str().unwrap()),
    ] {
        let found = admin.get(&format!("{FLOWS}?{query}&search={}", slug(&made))).await.assert_status(200);
        assert_eq!(found.column("pk"), [made["pk"].clone()], "{query}");
    }
    let wrong = json!({"designation": ["Select a valid choice. bogus is not one of the available choices."]});
    admin.get(&format!("{FLOWS}?designation=bogus")).await.assert(400, wrong);
}

async fn the_default_flows_are_there(app: &App) {
    let defaults = [
        ("default-authentication-flow", "authentication", "none"),
        ("default-invalidation-flow", "invalidation", "none"),
        ("default-user-settings-flow", "stage_configuration", "require_authenticated"),
        ("default-password-change", "stage_configuration", "require_authenticated"),
    ];
    for (slug, designation, authentication) in defaults {
        let found = app.admin().get(&format!("{FLOWS}{slug}/")).await.assert_status(200);
        assert_eq!((&found["designation"], &found["authentication"]), (&json!(designation), &json!(authentication)), "{slug}");
    }
    let enrolment = app.admin().get(&format!("{FLOWS}?designation=enrollment&search=invitation")).await;
    assert!(enrolment.count() > 0, "a ready enrolment flow for invitations");
}

async fn a_diagram_shows_the_way_through_the_flow(app: &App) {
    let (admin, made) = (app.admin(), flow(app, json!({"name": "Empty"})).await);
    let path = format!("{FLOWS}{}/diagram/", slug(&made));
    admin
        .get(&path)
        .await
        .assert(200, json!({"diagram": "graph TD\nflow_start[[\"Flow\nEmpty\"]]\nflow_start --> done[[\"End of the flow\"]]"}));
    let stage = bind(app, &made, "dummy", json!({}), 0).await;
    let text = admin.get(&path).await.str("diagram");
    let node = format!("--> stage_0([\"Stage (Dummy Stage)\n{}\"])\nstage_0 --> done", stage["name"].as_str().unwrap());
    assert!(text.contains(&node), "{text}");
}

async fn a_flow_is_exported_as_a_file(app: &App) {
    let enrolment = Enrolment::make(app).await;
    let file = app.admin().get(&format!("{FLOWS}{}/export/", enrolment.slug)).await.assert_status(200);
    assert_eq!(file.header("content-disposition"), Some(format!("attachment; filename=\"{}.yaml\"", enrolment.slug).as_str()));
    let text = file.text();
    for part in [
        "version: 1",
        "authentik_flows.flow",
        "authentik_stages_invitation.invitationstage",
        "authentik_stages_prompt.prompt",
        "authentik_flows.flowstagebinding",
        &enrolment.slug,
    ] {
        assert!(text.contains(part), "{part} is missing from\n{text}");
    }
}

async fn executing_a_flow_gives_its_link(app: &App) {
    let made = flow(app, json!({})).await;
    bind(app, &made, "dummy", json!({}), 0).await;
    let link = json!({"link": format!("{}/if/flow/{}/", app.url(), slug(&made))});
    app.admin().get(&format!("{FLOWS}{}/execute/", slug(&made))).await.assert(200, link);
    let denied = flow(app, json!({"authentication": "require_unauthenticated"})).await;
    let refused = app.admin().get(&format!("{FLOWS}{}/execute/", slug(&denied))).await.assert_status(400);
    assert!(refused.header("content-type").is_some_and(|kind| kind.starts_with("text/html")), "{refused}");
}

async fn plans_are_counted_and_forgotten(app: &App) {
    let admin = app.admin();
    assert!(admin.get(&format!("{FLOWS}cache_info/")).await.assert_status(200).int("count") >= 0);
    admin.post(&format!("{FLOWS}cache_clear/"), json!({})).await.assert_status(204);
    admin.get(&format!("{FLOWS}cache_clear/")).await.assert_status(405);
    app.user("ada").await.api.post(&format!("{FLOWS}cache_clear/"), json!({})).await.assert_status(403);
}

async fn an_unknown_flow_is_a_page_not_found(app: &App) {
    for path in ["/api/v3/flows/executor/nope/?query=", "/if/flow/nope/", "/api/v3/flows/inspector/nope/", "/api/v3/flows/executor/a.b/"] {
        let missing = app.browser().get(path).await.assert_status(404);
        assert!(missing.header("content-type").is_some_and(|kind| kind.starts_with("text/html")), "{missing}");
    }
}

async fn a_flow_admits_whom_it_says(app: &App) {
    let ada = app.user("ada").await;
    let callers = [app.browser(), app.logged_in(&ada).await, app.log_in("akadmin", &app.options().password).await.0];
    let admitted = [
        ("none", [true, true, true]),
        ("require_authenticated", [false, true, true]),
        ("require_unauthenticated", [true, false, false]),
        ("require_superuser", [false, false, true]),
        ("require_redirect", [false, false, false]),
        ("require_outpost", [false, false, false]),
    ];
    for (requirement, expected) in admitted {
        let made = flow(app, json!({"authentication": requirement})).await;
        bind(app, &made, "dummy", json!({}), 0).await;
        for (caller, expected) in callers.iter().zip(expected) {
            let seen = Journey::with(caller.clone(), slug(&made), "").look().await.assert_status(200);
            assert_eq!(seen["component"] == "ak-stage-dummy", expected, "{requirement}: {seen}");
            assert!(expected || seen["error_message"] == "Flow does not apply to current user.", "{requirement}: {seen}");
        }
    }
}

async fn what_happens_on_denial_is_the_flow_s_choice(app: &App) {
    let redirect = |to: &str| json!({"component": "xak-flow-redirect", "to": to});
    for (action, plain, with_next) in
        [("message", None, None), ("message_continue", None, Some("/foo")), ("continue", Some("/"), Some("/foo"))]
    {
        let made = flow(app, json!({"authentication": "require_superuser", "denied_action": action})).await;
        for (outer, expected) in [("", plain), ("next=/foo&", with_next)] {
            let seen = app.browser().get(&format!("flows/executor/{}/?{outer}query=next%3D%252Fbar", slug(&made))).await.assert_status(200);
            match expected {
                Some(to) => assert_eq!(seen.body, redirect(to), "{action} {outer}"),
                None => assert_eq!(seen["component"], "ak-stage-access-denied", "{action} {outer}"),
            }
        }
        let evil = app.browser().get(&format!("flows/executor/{}/?next=//evil.example&query=", slug(&made))).await;
        assert!(evil["to"].is_null() || evil["to"] == "/", "{action}: {evil}");
    }
}

async fn an_empty_flow_is_over_at_once(app: &App) {
    let made = flow(app, json!({})).await;
    Journey::new(app, slug(&made), "next=%2Ffoo").look().await.assert(200, json!({"component": "xak-flow-redirect", "to": "/foo"}));
}

async fn a_deny_stage_says_why(app: &App) {
    for (configured, shown) in [("You shall not pass", "You shall not pass"), ("", "Unknown error")] {
        let made = flow(app, json!({})).await;
        bind(app, &made, "deny", json!({"deny_message": configured}), 0).await;
        let seen = Journey::new(app, slug(&made), "").look().await.assert_has("component", json!("ak-stage-access-denied"));
        assert_eq!(seen["error_message"], shown);
    }
}

async fn a_dummy_stage_waits_for_any_answer(app: &App) {
    let made = flow(app, json!({})).await;
    let stage = bind(app, &made, "dummy", json!({}), 0).await;
    let journey = Journey::new(app, slug(&made), "");
    for _ in 0..2 {
        journey.look().await.assert_has("component", json!("ak-stage-dummy")).assert_has("name", stage["name"].clone());
    }
    journey.answer(json!({})).await.assert(200, json!({"component": "xak-flow-redirect", "to": "/"}));
}

async fn a_redirect_stage_leads_away_or_into_another_flow(app: &App) {
    let (first, second) = (flow(app, json!({})).await, flow(app, json!({"authentication": "require_redirect"})).await);
    bind(app, &second, "dummy", json!({}), 0).await;
    bind(app, &first, "redirect", json!({"mode": "flow", "target_flow": second["pk"]}), 0).await;
    let journey = Journey::new(app, slug(&first), "");
    journey.look().await.assert_has("to", json!(format!("/if/flow/{}/", slug(&second))));
    Journey::with(journey.browser, slug(&second), "").look().await.assert_has("component", json!("ak-stage-dummy"));
    let away = flow(app, json!({})).await;
    bind(app, &away, "redirect", json!({"mode": "static", "target_static": "https://example.com/"}), 0).await;
    Journey::new(app, slug(&away), "").look().await.assert_has("to", json!("https://example.com/"));
    let wrong = app.admin().post("stages/redirect/", json!({"name": app.name("redirect"), "mode": "static"})).await;
    wrong.assert(400, json!({"non_field_errors": ["Target URL should be present when mode is Static."]}));
}

async fn a_wrong_answer_may_restart_the_flow(app: &App) {
    let (admin, enrolment) = (app.admin(), Enrolment::make(app).await);
    let bindings = admin.get(&format!("flows/bindings/?target={}&ordering=order", enrolment.flow)).await;
    let dummy = admin.create("stages/dummy/", json!({"name": app.name("dummy")})).await;
    admin.create("flows/bindings/", json!({"target": enrolment.flow, "stage": dummy["pk"], "order": 5})).await;
    let prompt = format!("flows/bindings/{}/", bindings.column("pk")[1].as_str().unwrap());
    admin.patch(&prompt, json!({"invalid_response_action": "restart"})).await.assert_status(200);
    let journey = enrolment.open(app, &enrolment.invite(app, json!({})).await);
    journey.look().await.assert_has("component", json!("ak-stage-dummy"));
    journey.answer(json!({})).await.assert_has("component", json!("ak-stage-prompt"));
    journey.answer(json!({})).await.assert_has("component", json!("ak-stage-dummy"));
}

async fn leaving_for_another_flow_forgets_the_first(app: &App) {
    let (first, second) = (flow(app, json!({})).await, flow(app, json!({})).await);
    for made in [&first, &second] {
        bind(app, made, "dummy", json!({}), 0).await;
        bind(app, made, "deny", json!({}), 1).await;
    }
    let journey = Journey::new(app, slug(&first), "");
    journey.look().await.assert_has("component", json!("ak-stage-dummy"));
    Journey::with(journey.browser.clone(), slug(&second), "")
        .answer(json!({}))
        .await
        .assert_has("component", json!("ak-stage-access-denied"));
    journey.look().await.assert_has("component", json!("ak-stage-dummy"));
}

async fn the_inspector_answers_a_privileged_session_only(app: &App) {
    let ada = app.user("ada").await;
    let inspect = async |caller: &Caller| caller.get("flows/inspector/default-password-change/").await;
    let admin = app.log_in("akadmin", &app.options().password).await.0;
    Journey::with(admin.clone(), "default-password-change", "").look().await;
    let seen = inspect(&admin).await.assert_status(200).assert_has("is_completed", json!(false));
    assert!(seen["current_plan"]["plan_context"].is_object() && seen["plans"].is_array(), "{seen}");
    for caller in [app.admin(), app.anonymous(), ada.api.clone(), app.logged_in(&ada).await] {
        inspect(&caller).await.assert_status(404);
    }
    let over = app.log_in("akadmin", &app.options().password).await.0.get("flows/inspector/default-authentication-flow/").await;
    assert_eq!((&over["is_completed"], over["plans"].as_array().map(Vec::len)), (&json!(true), Some(3)), "{over}");
}

async fn default_addresses_lead_to_the_default_flows(app: &App) {
    let lead = async |path: &str| app.browser().get(path).await.assert_status(302).header("location").unwrap().to_owned();
    assert_eq!(lead("/flows/-/default/authentication/?next=/").await, "/if/flow/default-authentication-flow/?next=%2F");
    assert_eq!(lead("/flows/-/default/invalidation/").await, "/if/flow/default-invalidation-flow/");
    assert!(lead("/if/user/").await.starts_with("/flows/-/default/authentication/") || lead("/if/user/").await.starts_with("/if/flow/"));
    assert_eq!(app.browser().get("/").await.status, 302);
}

async fn cancelling_leads_out_and_never_to_another_site(app: &App) {
    let lead = async |path: &str| app.browser().get(path).await.assert_status(302).header("location").unwrap().to_owned();
    assert_eq!(lead("/flows/-/cancel/").await, "/flows/-/default/invalidation/");
    assert_eq!(lead("/flows/-/cancel/?next=/foo").await, "/foo");
    for evil in ["//evil.example", "https%3A%2F%2Fevil.example", "javascript%3Aalert(1)", "%2F%5Cevil.example"] {
        assert_eq!(lead(&format!("/flows/-/cancel/?next={evil}")).await, "/flows/-/default/invalidation/", "{evil}");
    }
}
