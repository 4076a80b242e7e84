//! The way of a visitor through a flow.
#![expect(clippy::indexing_slicing, reason = "tests")]

mod common;

use common::{Server, text};
use serde_json::json;
use vestibule_engine::Caller;
use vestibule_flow::Outcome;

fn word() -> (&'static str, serde_json::Value) {
    ("word", json!({ "word": "sesame" }))
}

fn does(what: &str) -> (&'static str, serde_json::Value) {
    ("act", json!({ "does": what }))
}

#[tokio::test]
async fn a_visitor_goes_from_stage_to_stage_and_ends_where_they_were_headed() {
    let server = Server::new().await;
    server.flow(json!({ "slug": "f", "title": "Hi" }), &[does("next"), word()]).await;
    let visitor = server.visitor();
    let flow = "f?next=%2Fif%2Fuser%2F";
    let here = "/api/v3/flows/executor/f/?query=next%3D%252Fif%252Fuser%252F";
    assert_eq!(visitor.get(flow).await, (302, json!(here)));
    let (status, challenge) = visitor.get(flow).await;
    assert_eq!(status, 200);
    let background = "/static/dist/assets/images/flow_background.jpg";
    let info = json!({ "title": "Hi", "background": background, "background_themed_urls": null, "layout": "stacked",
        "cancel_url": "/flows/-/cancel/?next=%2Fif%2Fuser%2F" });
    assert_eq!(challenge, json!({ "flow_info": info, "component": "test-word", "letters": 6 }));
    let (status, again) = visitor.post(flow, json!({ "word": "x" })).await;
    assert_eq!((status, &again["response_errors"]), (200, &json!({ "word": [{ "string": "Wrong word", "code": "invalid" }] })));
    assert_eq!((&again["component"], &again["letters"]), (&json!("test-word"), &json!(6)));
    let end = visitor.post(flow, json!({ "component": "test-word", "word": "sesame", "unknown": 1 })).await;
    assert_eq!(end, (200, json!({ "component": "xak-flow-redirect", "to": "/if/user/" })));
    assert_eq!(visitor.get(flow).await.0, 302, "the flow starts again");
}

#[tokio::test]
async fn an_empty_or_odd_answer_never_advances() {
    let server = Server::new().await;
    server.flow(json!({ "slug": "f" }), &[word()]).await;
    let visitor = server.visitor();
    let error = |message: &str, code: &str| json!([{ "string": message, "code": code }]);
    for (body, field, wrong) in [
        (json!({}), "word", error("This field is required.", "required")),
        (json!({ "word": "" }), "word", error("This field may not be blank.", "blank")),
        (json!({ "word": null }), "word", error("This field may not be null.", "null")),
        (json!({ "word": {} }), "word", error("Not a valid string.", "invalid")),
        (json!([]), "non_field_errors", error("Invalid data. Expected a dictionary, but got list.", "invalid")),
    ] {
        let (status, challenge) = visitor.post("f", body.clone()).await;
        assert_eq!((status, &challenge["component"]), (200, &json!("test-word")), "{body}");
        assert_eq!(challenge["response_errors"][field], wrong, "{body}");
    }
}

#[tokio::test]
async fn what_is_no_json_is_told_with_an_id() {
    let server = Server::new().await;
    server.flow(json!({ "slug": "f" }), &[word()]).await;
    let visitor = server.visitor();
    let failed = (200, json!({ "component": "ak-stage-flow-error", "request_id": "0".repeat(32) }));
    assert_eq!(visitor.post_raw("f", "application/json", "{").await, failed);
    assert_eq!(visitor.post_raw("f", "application/x-www-form-urlencoded", "word=sesame").await, failed);
    assert_eq!(visitor.post_raw("nope", "application/json", "{").await.0, 404);
    assert_eq!(visitor.get("f").await.1["component"], "test-word", "nothing is lost");
}

#[tokio::test]
async fn an_unknown_flow_is_not_found() {
    let server = Server::new().await;
    let visitor = server.visitor();
    assert_eq!(visitor.get("nope").await.0, 404);
    assert_eq!(visitor.page("nope", None).await, Outcome::NotFound);
}

#[tokio::test]
async fn a_stage_that_breaks_tells_the_administrator_more_than_others() {
    let server = Server::new().await;
    server.flow(json!({ "slug": "f" }), &[does("fail")]).await;
    let failed = json!({ "component": "ak-stage-flow-error", "request_id": "0".repeat(32) });
    let admin = server.member(server.user("root").await, true).await;
    let event = <vestibule_core::events::Event as vestibule_resource::Model>::RESOURCE;
    let before = server.count(event).await;
    assert_eq!(server.visitor().get("f").await, (200, failed));
    assert_eq!(admin.get("f").await.1["error"], "broken on purpose");
    assert_eq!(server.count(event).await - before, 2, "each failure is an event");
}

#[tokio::test]
async fn only_addresses_on_this_server_are_followed_at_the_end() {
    let server = Server::new().await;
    server.flow(json!({ "slug": "f" }), &[does("next")]).await;
    for bad in ["https%3A%2F%2Fevil.example%2F", "%2F%2Fevil.example", "javascript%3Aalert(1)", "%2F%5Cevil.example"] {
        let (status, denied) = server.visitor().get(&format!("f?next={bad}")).await;
        assert_eq!((status, &denied["component"]), (200, &json!("ak-stage-access-denied")), "{bad}");
        assert_eq!(denied["error_message"], "Invalid next URL");
        assert_eq!(denied["flow_info"]["cancel_url"], "/flows/-/cancel/");
    }
    assert_eq!(server.visitor().get("f").await.1, json!({ "component": "xak-flow-redirect", "to": "/" }));
}

#[tokio::test]
async fn the_server_may_lead_anywhere_at_the_end() {
    let server = Server::new().await;
    server.flow(json!({ "slug": "f" }), &[does("end https://app.example/cb"), does("next")]).await;
    let visitor = server.visitor();
    visitor.get("f?next=%2Fx").await;
    assert_eq!(visitor.get("f?next=%2Fx").await.1["to"], "https://app.example/cb");
}

#[tokio::test]
async fn a_denial_says_why_and_the_next_request_starts_again() {
    let server = Server::new().await;
    server.flow(json!({ "slug": "f" }), &[word(), does("deny Not today")]).await;
    let visitor = server.visitor();
    visitor.post("f?next=%2Fx", json!({ "word": "sesame" })).await;
    let (status, denied) = visitor.get("f?next=%2Fx").await;
    assert_eq!((status, &denied["error_message"]), (200, &json!("Not today")));
    assert_eq!((&denied["pending_user"], &denied["component"]), (&json!(""), &json!("ak-stage-access-denied")));
    assert_eq!(visitor.get("f").await.1["component"], "test-word");
}

#[tokio::test]
async fn a_wrong_answer_may_start_the_flow_again() {
    let server = Server::new().await;
    for (slug, action, then) in [("a", "restart", "tried is not known"), ("b", "restart_with_context", "")] {
        let flow = server.flow(json!({ "slug": slug }), &[]).await;
        server.place(&flow, 0, "word", json!({ "word": "sesame" }), json!({ "invalid_response_action": action })).await;
        server.place(&flow, 1, "act", json!({ "does": "known tried" }), json!({})).await;
        let visitor = server.visitor();
        assert_eq!(visitor.post(slug, json!({ "word": "x" })).await.0, 302, "{action}");
        assert_eq!(visitor.post(slug, json!({ "word": "sesame" })).await.0, 302);
        let (_, end) = visitor.get(slug).await;
        let said = end.get("error_message").map(text).unwrap_or_default();
        assert_eq!(said, then, "{action}");
    }
}

#[tokio::test]
async fn a_stage_may_lead_out_of_the_flow_which_goes_on_when_the_visitor_is_back() {
    let server = Server::new().await;
    server.flow(json!({ "slug": "f" }), &[word(), does("go https://elsewhere.example/")]).await;
    let visitor = server.visitor();
    visitor.post("f", json!({ "word": "sesame" })).await;
    let away = (200, json!({ "component": "xak-flow-redirect", "to": "https://elsewhere.example/" }));
    assert_eq!(visitor.get("f").await, away);
    assert_eq!(visitor.get("f").await, away);
}

#[tokio::test]
async fn who_enters_another_flow_has_left_the_first() {
    let server = Server::new().await;
    server.flow(json!({ "slug": "a" }), &[word(), word()]).await;
    server.flow(json!({ "slug": "b" }), &[word()]).await;
    let visitor = server.visitor();
    assert_eq!(visitor.post("a", json!({ "word": "sesame" })).await.0, 302);
    visitor.get("b").await;
    assert_eq!(visitor.post("a", json!({ "word": "sesame" })).await.0, 302, "the first stage of two again");
}

#[tokio::test]
async fn requirements_of_a_flow_are_met_or_told() {
    let server = Server::new().await;
    let user = server.user("jo").await;
    for (requirement, anonymous, member, superuser) in [
        ("none", true, true, true),
        ("require_authenticated", false, true, true),
        ("require_unauthenticated", true, false, false),
        ("require_superuser", false, false, true),
        ("require_redirect", false, false, false),
        ("require_outpost", false, false, false),
        ("require_token", false, false, false),
    ] {
        let slug = requirement.replace('_', "-");
        server.flow(json!({ "slug": slug, "authentication": requirement }), &[word()]).await;
        let visitors =
            [(server.visitor(), anonymous), (server.member(user, false).await, member), (server.member(user, true).await, superuser)];
        for (visitor, enters) in visitors {
            let (_, challenge) = visitor.get(&slug).await;
            let expected = if enters { "test-word" } else { "ak-stage-access-denied" };
            assert_eq!(challenge["component"], expected, "{requirement} {:?}", visitor.caller.user());
            if !enters {
                assert_eq!(challenge["error_message"], "Flow does not apply to current user.");
            }
        }
    }
}

#[tokio::test]
async fn who_is_turned_away_goes_on_as_the_flow_says() {
    let server = Server::new().await;
    for (action, alone, with_next) in [("message", "", ""), ("message_continue", "", "/foo"), ("continue", "/", "/foo")] {
        let slug = action.replace('_', "-");
        server.flow(json!({ "slug": slug, "authentication": "require_superuser", "denied_action": action }), &[word()]).await;
        let to = |challenge: serde_json::Value| challenge.get("to").map(text).unwrap_or_default();
        assert_eq!(to(server.visitor().get(&format!("{slug}?next=%2Ffoo")).await.1), alone, "{action}");
        assert_eq!(to(server.visitor().get(&format!("{slug}&next=/foo")).await.1), with_next, "{action}");
        assert_eq!(to(server.visitor().get(&format!("{slug}&next=//evil.example")).await.1), alone, "{action}");
    }
}

#[tokio::test]
async fn a_flow_without_stages_is_done_at_once() {
    let server = Server::new().await;
    server.flow(json!({ "slug": "f" }), &[]).await;
    assert_eq!(server.visitor().get("f?next=%2Fx").await.1, json!({ "component": "xak-flow-redirect", "to": "/x" }));
}

#[tokio::test]
async fn groups_and_users_decide_who_enters_and_which_stages_they_meet() {
    let server = Server::new().await;
    let (jo, bo) = (server.user("jo").await, server.user("bo").await);
    let group = server.group("staff", &[jo]).await;
    let flow = server.flow(json!({ "slug": "f" }), &[]).await;
    let binding = server.place(&flow, 0, "word", json!({ "word": "staff" }), json!({})).await;
    server.place(&flow, 1, "word", json!({ "word": "all" }), json!({})).await;
    server.make("policies/bindings/", json!({ "target": binding["pk"], "group": group, "order": 0 })).await;
    let letters = async |user| server.member(user, false).await.get("f").await.1["letters"].clone();
    assert_eq!((letters(jo).await, letters(bo).await), (json!(5), json!(3)));
    server.make("policies/bindings/", json!({ "target": flow, "user": jo, "order": 0, "negate": true })).await;
    let component = async |user| server.member(user, false).await.get("f").await.1["component"].clone();
    assert_eq!((component(jo).await, component(bo).await), (json!("ak-stage-access-denied"), json!("test-word")));
}

#[tokio::test]
async fn a_stage_that_is_judged_on_entry_is_judged_for_who_enters() {
    let server = Server::new().await;
    let jo = server.user("jo").await;
    let flow = server.flow(json!({ "slug": "f" }), &[]).await;
    server.place(&flow, 0, "act", json!({ "does": format!("user {jo}") }), json!({})).await;
    let entry = json!({ "evaluate_on_plan": true, "re_evaluate_policies": false });
    let binding = server.place(&flow, 1, "word", json!({ "word": "sesame" }), entry).await;
    server.make("policies/bindings/", json!({ "target": binding["pk"], "user": jo, "order": 0 })).await;
    let visitor = server.visitor();
    assert_eq!(visitor.get("f").await.1["to"], "/", "on entry nobody was known, so the second stage is left out");
    let known = server.member(jo, false).await;
    known.get("f").await;
    assert_eq!(known.get("f").await.1["component"], "test-word");
}

#[tokio::test]
async fn plans_are_kept_ready_until_something_changes() {
    let server = Server::new().await;
    let flow = server.flow(json!({ "slug": "f" }), &[word()]).await;
    let count = async || server.ask("GET", "flows/instances/cache_info/", json!(null)).await.1["count"].clone();
    assert_eq!(count().await, 0);
    server.visitor().get("f").await;
    assert_eq!(count().await, 1);
    assert_eq!(server.ask("GET", "flows/instances/f/", json!(null)).await.1["cache_count"], 1);
    assert_eq!(server.ask("POST", "flows/instances/cache_clear/", json!(null)).await.0, 204);
    assert_eq!(count().await, 0);
    server.visitor().get("f").await;
    server.place(&flow, 1, "act", json!({ "does": "next" }), json!({})).await;
    server.visitor().get("f").await;
    assert_eq!(count().await, 1, "what was kept before the change is gone");
    server.wait(301);
    assert_eq!(count().await, 0);
}

#[tokio::test]
async fn the_page_passes_over_stages_without_a_screen() {
    let server = Server::new().await;
    server.flow(json!({ "slug": "f" }), &[does("next"), does("next"), word(), does("next")]).await;
    let visitor = server.visitor();
    let Outcome::Challenge(challenge) = visitor.page("f?next=%2Fx", None).await else { unreachable!("no challenge") };
    assert_eq!(challenge["component"], "test-word");
    assert_eq!(visitor.page("f?next=%2Fx", Some(json!({ "word": "sesame" }))).await, Outcome::Finished("/x".into()));
}

#[tokio::test]
async fn the_page_asks_for_a_new_request_rather_than_walk_for_ever() {
    let server = Server::new().await;
    let flow = server.flow(json!({ "slug": "f" }), &[]).await;
    let silent = server.place(&flow, 0, "act", json!({ "does": "next" }), json!({})).await;
    for order in 1..70 {
        server.make("flows/bindings/", json!({ "target": flow, "stage": silent["stage"], "order": order })).await;
    }
    let visitor = server.visitor();
    assert_eq!(visitor.page("f", None).await, Outcome::Again);
    assert_eq!(visitor.page("f", None).await, Outcome::Finished("/".into()));
}

#[tokio::test]
async fn a_stage_taken_out_of_the_flow_is_not_met_any_more() {
    let server = Server::new().await;
    let flow = server.flow(json!({ "slug": "f" }), &[]).await;
    let first = server.place(&flow, 0, "word", json!({ "word": "one" }), json!({})).await;
    server.place(&flow, 1, "word", json!({ "word": "three" }), json!({})).await;
    let visitor = server.visitor();
    assert_eq!(visitor.get("f").await.1["letters"], 3);
    assert_eq!(server.ask("DELETE", &format!("flows/bindings/{}/", text(&first["pk"])), json!(null)).await.0, 204);
    assert_eq!(visitor.get("f").await.1["letters"], 5);
}

#[tokio::test]
async fn a_request_that_changes_nothing_leaves_the_session_alone() {
    let server = Server::new().await;
    server.flow(json!({ "slug": "f" }), &[word()]).await;
    let visitor = server.visitor();
    visitor.get("f").await;
    visitor.session.lock().dirty = false;
    visitor.get("f").await;
    assert!(!visitor.session.lock().dirty);
    assert!(matches!(visitor.caller, Caller::Anonymous));
}

#[tokio::test]
async fn entering_a_flow_costs_the_database_nothing_once_it_is_known() {
    let server = Server::new().await;
    server.flow(json!({ "slug": "f" }), &[does("next"), word()]).await;
    server.visitor().get("f").await;
    let before = server.store.queries();
    let visitor = server.visitor();
    assert_eq!(visitor.get("f").await.0, 302);
    assert_eq!(visitor.get("f").await.1["component"], "test-word");
    assert_eq!(server.store.queries(), before);
}

#[tokio::test]
async fn a_flow_that_logs_in_has_nothing_to_do_for_who_is_logged_in() {
    let server = Server::new().await;
    let login = json!({ "slug": "f", "designation": "authentication", "authentication": "require_unauthenticated" });
    server.flow(login, &[word()]).await;
    let member = server.member(server.user("jo").await, false).await;
    assert_eq!(member.get("f?next=%2Fx").await.1, json!({ "component": "xak-flow-redirect", "to": "/x" }));
    assert_eq!(server.visitor().get("f").await.1["component"], "test-word");
}

#[tokio::test]
async fn nobody_passes_over_a_stage_because_its_policy_broke() {
    let server = Server::new().await;
    let flow = server.flow(json!({ "slug": "f" }), &[]).await;
    let place = server.place(&flow, 0, "word", json!({ "word": "sesame" }), json!({})).await;
    server.place(&flow, 1, "act", json!({ "does": "next" }), json!({})).await;
    // Here no type of policy can be asked.
    let policy = server.make("policies/dummy/", json!({ "name": "p" })).await;
    server.make("policies/bindings/", json!({ "target": place["pk"], "policy": policy["pk"], "order": 0 })).await;
    let (status, shown) = server.visitor().get("f").await;
    assert_eq!((status, &shown["component"]), (200, &json!("ak-stage-flow-error")), "{shown}");
}
