//! Ways into flows and out of them, and what an administrator sees of them.
#![expect(clippy::indexing_slicing, reason = "tests")]

mod common;

use common::{Server, Visitor, text};
use serde_json::{Value as Json, json};
use vestibule_core::{brands::Brand, tokens::Token};
use vestibule_engine::Via;
use vestibule_flow::{FlowToken, doors};
use vestibule_resource::Model as _;
use vestibule_store::Actor;

fn word() -> (&'static str, Json) {
    ("word", json!({ "word": "sesame" }))
}

/// The plan that the session holds.
fn kept_plan(visitor: &Visitor<'_>) -> Json {
    let session = visitor.session.lock();
    session.get("authentik/flows/plan").and_then(Json::as_str).and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
}

async fn brand(server: &Server, field: &'static str, flow: &str) {
    let mut tx = server.store.begin(Actor::default()).await.unwrap_or_else(|error| unreachable!("{error}"));
    let flow = flow.parse::<uuid::Uuid>().unwrap_or_default();
    let values = vec![("domain", "example.com".into()), ("default", true.into()), (field, flow.into())];
    assert!(tx.insert(Brand::RESOURCE, values).await.is_ok());
    assert!(tx.commit().await.is_ok());
}

#[tokio::test]
async fn the_first_flow_that_lets_the_visitor_in_is_used_unless_the_brand_names_one() {
    let server = Server::new().await;
    let jo = server.user("jo").await;
    let first = server.flow(json!({ "slug": "a", "designation": "authentication" }), &[word()]).await;
    server.make("policies/bindings/", json!({ "target": first, "user": jo, "order": 0 })).await;
    let second = server.flow(json!({ "slug": "b", "designation": "authentication" }), &[word()]).await;
    server.flow(json!({ "slug": "c", "designation": "authentication" }), &[word()]).await;
    let visitor = server.visitor();
    let door = async || visitor.door("?next=/", async |cx| doors::default(&cx, "authentication").await).await;
    assert_eq!(door().await, (302, json!("/if/flow/b/?next=%2F")));
    assert_eq!(visitor.door("", async |cx| doors::default(&cx, "invalidation").await).await.0, 404);
    assert_eq!(visitor.door("", async |cx| doors::default(&cx, "enrollment").await).await.0, 404);
    let third = server.ask("GET", "flows/instances/c/", Json::Null).await.1["pk"].clone();
    brand(&server, "flow_authentication", &text(&third)).await;
    assert_eq!(door().await, (302, json!("/if/flow/c/?next=%2F")));
    assert_ne!(second, text(&third));
}

#[tokio::test]
async fn cancelling_drops_the_plan_and_leads_on_within_this_server() {
    let server = Server::new().await;
    server.flow(json!({ "slug": "f" }), &[word(), word()]).await;
    for (query, to) in
        [("", "/flows/-/default/invalidation/"), ("?next=/x", "/x"), ("?next=//evil.example", "/flows/-/default/invalidation/")]
    {
        let visitor = server.visitor();
        visitor.post("f", json!({ "word": "sesame" })).await;
        assert_eq!(visitor.door(query, async |cx| doors::cancel(&cx).await).await, (302, json!(to)));
        assert_eq!(visitor.post("f", json!({ "word": "sesame" })).await.0, 302, "two stages are ahead again");
    }
}

#[tokio::test]
async fn a_user_sets_up_what_a_stage_is_about() {
    let server = Server::new().await;
    let setup = server.flow(json!({ "slug": "setup", "designation": "stage_configuration" }), &[word()]).await;
    let flow = server.flow(json!({ "slug": "f" }), &[]).await;
    let with = server.place(&flow, 0, "word", json!({ "word": "x", "configure_flow": setup }), json!({})).await;
    let without = server.place(&flow, 1, "word", json!({ "word": "x" }), json!({})).await;
    let (with, without) = (text(&with["stage"]), text(&without["stage"]));
    let jo = server.user("jo").await;
    let member = server.member(jo, false).await;
    let path = format!("flows/-/configure/{with}/");
    let (status, to) = server.visitor().door(&path, async |cx| doors::configure(&cx, &with).await).await;
    assert_eq!((status, text(&to).starts_with("/flows/-/default/authentication/?next=")), (302, true));
    assert_eq!(member.door("", async |cx| doors::configure(&cx, &with).await).await, (302, json!("/if/flow/setup/")));
    assert_eq!(member.get("setup").await.1["component"], "test-word");
    for nothing in [without.as_str(), "zz", "00000000-0000-4000-8000-000000000000"] {
        assert_eq!(member.door("", async |cx| doors::configure(&cx, nothing).await).await.0, 404);
    }
}

#[tokio::test]
async fn an_administrator_tries_a_flow_out() {
    let server = Server::new().await;
    server.flow(json!({ "slug": "f" }), &[word()]).await;
    server.flow(json!({ "slug": "empty" }), &[]).await;
    server.flow(json!({ "slug": "closed", "authentication": "require_unauthenticated" }), &[word()]).await;
    let link = |slug: &str| (200, json!({ "link": format!("http://id.example.com/if/flow/{slug}/") }));
    assert_eq!(server.ask("GET", "flows/instances/f/execute/", Json::Null).await, link("f"));
    assert_eq!(server.ask("GET", "flows/instances/empty/execute/", Json::Null).await, link("empty"));
    let (status, page) = server.ask("GET", "flows/instances/closed/execute/", Json::Null).await;
    assert_eq!((status, text(&page).starts_with("<!doctype html>")), (400, true));
}

#[tokio::test]
async fn only_an_administrator_with_a_session_sees_what_is_going_on() {
    let server = Server::new().await;
    let jo = server.user("jo").await;
    let flow = server.flow(json!({ "slug": "f" }), &[("act", json!({ "does": format!("user {jo}") })), word()]).await;
    let (admin, member) = (server.member(jo, true).await, server.member(jo, false).await);
    assert_eq!(admin.inspect("f").await, (400, Json::Null), "nothing is going on");
    assert_eq!((server.visitor().inspect("f").await.0, member.inspect("f").await.0, admin.inspect("nope").await.0), (404, 404, 404));
    let mut by_token = server.member(jo, true).await;
    by_token.caller = server.caller(jo, true, Via::Token).await;
    assert_eq!(by_token.inspect("f").await.0, 404);

    admin.get("f").await;
    let (_, seen) = admin.inspect("f").await;
    assert_eq!((&seen["is_completed"], seen["plans"].as_array().map(Vec::len)), (&json!(false), Some(1)));
    assert_eq!(seen["current_plan"]["plan_context"], json!({ "pending_user": { "username": "jo", "pk": jo, "email": "" } }));
    assert_eq!(seen["current_plan"]["current_stage"]["target"], json!(flow));
    assert_eq!(seen["current_plan"]["current_stage"]["stage_obj"]["component"], "word-form");
    assert_eq!(seen["plans"][0]["next_planned_stage"], seen["current_plan"]["current_stage"]);
    let nothing = json!({ "target": null, "stage": null, "evaluate_on_plan": false, "re_evaluate_policies": false, "order": null,
        "policy_engine_mode": null, "invalid_response_action": null });
    assert_eq!(seen["current_plan"]["next_planned_stage"], nothing);
    assert_eq!(text(&seen["current_plan"]["session_id"]).len(), 64);

    admin.post("f", json!({ "word": "sesame" })).await;
    let (_, seen) = admin.inspect("f").await;
    assert_eq!((&seen["is_completed"], seen["plans"].as_array().map(Vec::len)), (&json!(true), Some(2)));
    assert_eq!(seen["current_plan"], seen["plans"][1]);
}

/// Makes a recovery link and answers the key in it.
async fn recovery(server: &Server, user: i64, body: Json) -> (u16, Json) {
    let (status, answer) = server.ask("POST", &format!("core/users/{user}/recovery/"), body).await;
    let key = answer.get("link").map(|link| text(link).replace("http://id.example.com/if/flow/f/?flow_token=", "").into());
    (status, key.unwrap_or(answer))
}

#[tokio::test]
async fn a_recovery_link_leads_through_the_flow_as_that_user_once() {
    let server = Server::new().await;
    let jo = server.user("jo").await;
    assert_eq!(recovery(&server, jo, json!({})).await, (400, json!({ "non_field_errors": "No recovery flow set." })));
    let flow = server.flow(json!({ "slug": "f", "designation": "recovery", "authentication": "none" }), &[word()]).await;
    brand(&server, "flow_recovery", &flow).await;
    let (status, key) = recovery(&server, jo, json!({})).await;
    assert_eq!(status, 200);
    let again = recovery(&server, jo, json!({ "token_duration": "minutes=5" })).await;
    assert_eq!(again, (200, key.clone()), "a link that was sent before goes on working");
    let bad = json!({ "token_duration": ["soon is not in the correct format of 'hours=3;minutes=1'."] });
    assert_eq!(recovery(&server, jo, json!({ "token_duration": "soon" })).await, (400, bad));

    let visitor = server.visitor();
    let address = format!("f?flow_token={}", text(&key));
    assert_eq!(visitor.get(&address).await.1["component"], "test-word");
    let plan = kept_plan(&visitor);
    assert_eq!(plan["context"]["pending_user"], json!({ "pk": jo }));
    assert!(plan["context"]["is_restored"].is_string());
    assert_eq!((server.count(Token::RESOURCE).await, server.count(FlowToken::RESOURCE).await), (0, 0), "the link was good for one");
    let late = server.visitor();
    late.get(&address).await;
    let plan = kept_plan(&late);
    assert_eq!(plan["context"], json!({}), "a used link opens the flow like any other address");
}

#[tokio::test]
async fn a_flow_that_requires_a_token_is_entered_by_link_until_the_link_expires() {
    let server = Server::new().await;
    let jo = server.user("jo").await;
    let flow = server.flow(json!({ "slug": "f", "designation": "recovery", "authentication": "require_token" }), &[word()]).await;
    brand(&server, "flow_recovery", &flow).await;
    let link = async || recovery(&server, jo, json!({ "token_duration": "minutes=5" })).await.1;
    let component = async |key: Json| server.visitor().get(&format!("f?flow_token={}", text(&key))).await.1["component"].clone();
    assert_eq!(server.visitor().get("f").await.1["component"], "ak-stage-access-denied");
    assert_eq!(component(link().await).await, "test-word");
    let late = link().await;
    server.wait(301);
    assert_eq!(component(late.clone()).await, "ak-stage-access-denied");
    let new = link().await;
    assert_ne!(new, late, "what has expired comes to no new life");
    assert_eq!(component(late).await, "ak-stage-access-denied");
    assert_eq!(component(new).await, "test-word");
}

#[tokio::test]
async fn a_link_is_about_its_own_user_whoever_was_named_before() {
    let server = Server::new().await;
    let (jo, admin) = (server.user("jo").await, server.user("root").await);
    let flow = server.flow(json!({ "slug": "f", "designation": "recovery" }), &[("act", json!({ "does": "note kept" })), word()]).await;
    brand(&server, "flow_recovery", &flow).await;
    let key = recovery(&server, jo, json!({})).await.1;
    let visitor = server.visitor();
    visitor.get("f").await;
    // As if an identification stage had asked for a name.
    let mut plan = kept_plan(&visitor);
    plan["context"]["pending_user"] = json!({ "pk": admin });
    visitor.session.lock().set("authentik/flows/plan", plan.to_string().into());
    visitor.get(&format!("f?flow_token={}", text(&key))).await;
    let plan = kept_plan(&visitor);
    assert_eq!((&plan["context"]["pending_user"], &plan["context"]["note"]), (&json!({ "pk": jo }), &json!("kept")));
}
