//! What an administrator sets up.
#![expect(clippy::indexing_slicing, reason = "tests")]

mod common;

use common::{Server, text};
use serde_json::{Value as Json, json};
use vestibule_flow::{Flow, FlowStageBinding};
use vestibule_resource::Model as _;

#[tokio::test]
async fn a_flow_is_shown_with_its_defaults() {
    let server = Server::new().await;
    let body = json!({ "name": "G Flow", "slug": "g-flow", "title": "G Title", "designation": "enrollment" });
    let made = server.make("flows/instances/", body.clone()).await;
    assert_eq!(
        made,
        json!({
            "pk": made["pk"], "policybindingmodel_ptr_id": made["policybindingmodel_ptr_id"], "name": "G Flow", "slug": "g-flow", "title": "G Title",
            "designation": "enrollment", "background": "", "background_url": "/static/dist/assets/images/flow_background.jpg",
            "background_themed_urls": null, "stages": [], "policies": [], "cache_count": 0, "policy_engine_mode": "any",
            "compatibility_mode": false, "export_url": "/api/v3/flows/instances/g-flow/export/", "layout": "stacked",
            "denied_action": "message_continue", "authentication": "none"
        })
    );
    assert_ne!(made["pk"], made["policybindingmodel_ptr_id"]);
    assert_eq!(server.ask("GET", "flows/instances/g-flow/", Json::Null).await, (200, made));
    let taken = (400, json!({ "slug": ["Flow with this slug already exists."] }));
    assert_eq!(server.ask("POST", "flows/instances/", body).await, taken);
}

#[tokio::test]
async fn a_stage_is_named_by_its_type_except_right_after_it_was_bound() {
    let server = Server::new().await;
    let flow = server.flow(json!({ "slug": "f" }), &[]).await;
    let binding = server.place(&flow, 0, "word", json!({ "word": "x" }), json!({})).await;
    let kind = |binding: &Json| {
        ["component", "verbose_name", "verbose_name_plural", "meta_model_name"].map(|name| text(&binding["stage_obj"][name]))
    };
    assert_eq!(kind(&binding), ["", "stage", "stages", "authentik_flows.stage"]);
    let path = format!("flows/bindings/{}/", text(&binding["pk"]));
    let concrete = ["word-form", "Word Stage", "Word Stages", "test.word"];
    let (_, shown) = server.ask("GET", &path, Json::Null).await;
    assert_eq!(kind(&shown), concrete);
    assert_eq!(shown["stage_obj"]["flow_set"][0]["slug"], "f");
    let members = shown["stage_obj"]["flow_set"][0].as_object().map_or(0, serde_json::Map::len);
    assert_eq!(members, 12, "{}", shown["stage_obj"]["flow_set"][0]);
    assert_eq!(kind(&server.ask("PATCH", &path, json!({ "order": 3 })).await.1), concrete);
    let (_, all) = server.ask("GET", "stages/all/", Json::Null).await;
    assert_eq!(all["results"][0]["component"], "word-form");
}

#[tokio::test]
async fn a_place_must_be_judged_at_some_moment() {
    let server = Server::new().await;
    let flow = server.flow(json!({ "slug": "f" }), &[]).await;
    let binding = server.place(&flow, 0, "word", json!({ "word": "x" }), json!({ "evaluate_on_plan": true })).await;
    let path = format!("flows/bindings/{}/", text(&binding["pk"]));
    let refused = (400, json!({ "non_field_errors": ["Either evaluation on plan or evaluation on run must be enabled"] }));
    assert_eq!(server.ask("PATCH", &path, json!({ "re_evaluate_policies": false })).await, refused);
    assert_eq!(server.ask("PATCH", &path, json!({ "evaluate_on_plan": true, "re_evaluate_policies": false })).await.0, 200);
    let twice = json!({ "target": flow, "stage": binding["stage"], "order": 0 });
    let taken = (400, json!({ "non_field_errors": ["The fields target, stage, order must make a unique set."] }));
    assert_eq!(server.ask("POST", "flows/bindings/", twice).await, taken);
}

fn named(slug: &str) -> Json {
    json!({ "name": "Made", "slug": slug, "title": "Made", "designation": "enrollment" })
}

#[tokio::test]
async fn a_stage_is_made_together_with_its_flows() {
    let server = Server::new().await;
    let old = server.flow(json!({ "slug": "old" }), &[("act", json!({ "does": "next" }))]).await;
    let body = json!({ "name": "s", "word": "x", "flow_set": [named("new"), { "name": "Changed", "slug": "old", "title": "Changed", "designation": "recovery" }] });
    let made = server.make("stages/word/", body).await;
    assert_eq!((&made["component"], &made["meta_model_name"]), (&json!("word-form"), &json!("test.word")));
    let slugs: Vec<&Json> = made["flow_set"].as_array().map_or(Vec::new(), |flows| flows.iter().map(|flow| &flow["slug"]).collect());
    assert_eq!(slugs, [&json!("new"), &json!("old")]);
    let (_, flow) = server.ask("GET", "flows/instances/old/", Json::Null).await;
    assert_eq!(
        (&flow["pk"], &flow["name"], &flow["designation"]),
        (&json!(old), &json!("Flow"), &json!("enrollment")),
        "it is never changed"
    );
    assert_eq!(flow["stages"][1], made["pk"], "the new stage comes last");

    let path = format!("stages/word/{}/", text(&made["pk"]));
    let (_, patched) = server.ask("PATCH", &path, json!({ "flow_set": [named("new"), named("third")] })).await;
    assert_eq!(patched["flow_set"].as_array().map(Vec::len), Some(3), "what is there is not bound twice");
    for nothing in [json!({ "flow_set": [] }), json!({ "flow_set": null }), json!({})] {
        let (status, patched) = server.ask("PATCH", &path, nothing).await;
        assert_eq!((status, patched["flow_set"].as_array().map(Vec::len)), (200, Some(3)));
    }
    assert_eq!((server.count(Flow::RESOURCE).await, server.count(FlowStageBinding::RESOURCE).await), (3, 4));
}

#[tokio::test]
async fn what_is_wrong_with_a_named_flow_is_told_in_its_place_and_nothing_is_written() {
    let server = Server::new().await;
    let slug = |slug: &str| json!({ "name": "n", "slug": slug, "title": "t", "designation": "enrollment" });
    let bad_slug = "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.";
    for (flows, wrong) in [
        (json!("x"), json!({ "non_field_errors": ["Expected a list of items but got type \"str\"."] })),
        (json!([1]), json!([{ "non_field_errors": ["Invalid data. Expected a dictionary, but got int."] }])),
        (json!([slug("ok"), slug("a b")]), json!([{}, { "slug": [bad_slug] }])),
        (json!([slug(&"x".repeat(51))]), json!([{ "slug": ["Ensure this field has no more than 50 characters."] }])),
        (
            json!([{ "name": "", "slug": null, "layout": "round" }]),
            json!([{
                "name": ["This field may not be blank."], "slug": ["This field may not be null."], "title": ["This field is required."],
                "designation": ["This field is required."], "layout": ["\"round\" is not a valid choice."]
            }]),
        ),
    ] {
        let answer = server.ask("POST", "stages/word/", json!({ "name": "s", "word": "x", "flow_set": flows })).await;
        assert_eq!(answer, (400, json!({ "flow_set": wrong })));
    }
    let both = server.ask("POST", "stages/word/", json!({ "word": "x", "flow_set": [{}] })).await.1;
    assert!(both["name"].is_array() && both["flow_set"][0]["slug"].is_array(), "{both}");
    assert_eq!((server.count(Flow::RESOURCE).await, server.count(vestibule_flow::Stage::RESOURCE).await), (0, 0));
}

#[tokio::test]
async fn a_flow_is_drawn_with_its_stages() {
    let server = Server::new().await;
    server.flow(json!({ "slug": "f", "name": "F" }), &[("act", json!({ "does": "next" })), ("word", json!({ "word": "x" }))]).await;
    let (status, answer) = server.ask("GET", "flows/instances/f/diagram/", Json::Null).await;
    let lines: Vec<String> = text(&answer["diagram"]).lines().map(str::to_owned).collect();
    assert_eq!(status, 200);
    assert_eq!(lines[..5], ["graph TD", "flow_start[[\"Flow", "F\"]]", "--> stage_0([\"Stage (Act Stage)", lines[4].as_str()]);
    assert_eq!(lines.last().map(String::as_str), Some("stage_1 --> done[[\"End of the flow\"]]"));
}

#[tokio::test]
async fn a_flow_is_saved_with_everything_that_belongs_to_it() {
    let server = Server::new().await;
    let flow = server.flow(json!({ "slug": "f" }), &[("word", json!({ "word": "x" }))]).await;
    let user = server.user("jo").await;
    server.make("policies/bindings/", json!({ "target": flow, "user": user, "order": 0 })).await;
    assert_eq!(server.ask("GET", "flows/instances/f/", Json::Null).await.1["policies"], json!([]), "a user is no policy");
    let (status, file) = server.ask("GET", "flows/instances/f/export/", Json::Null).await;
    let file = text(&file);
    assert_eq!(status, 200);
    let models: Vec<&str> = file.lines().filter_map(|line| line.trim_start().strip_prefix("model: ")).collect();
    assert_eq!(models, ["authentik_flows.flow", "test.word", "authentik_flows.flowstagebinding", "authentik_policies.policybinding"]);
    for line in [
        "version: 1",
        "blueprints.goauthentik.io/generated: \"true\"",
        "slug: f",
        "word: x",
        "invalid_response_action: retry",
        "negate: false",
    ] {
        assert!(file.contains(line), "{line} is missing in {file}");
    }
    for secret in ["flow_set", "background_url", "cache_count", "stage_obj"] {
        assert!(!file.contains(secret), "{secret} does not belong into {file}");
    }
}

#[tokio::test]
async fn types_and_settings_are_listed() {
    let server = Server::new().await;
    let flow = server.flow(json!({ "slug": "f" }), &[]).await;
    let (_, types) = server.ask("GET", "stages/all/types/", Json::Null).await;
    let word = json!({ "name": "Word Stage", "description": "Asks for a word.", "component": "word-form", "model_name": "wordstage",
        "icon_url": null, "requires_enterprise": false, "deprecated": false });
    assert_eq!((&types[0]["name"], types[1]["description"] == word["description"]), (&json!("Act Stage"), true));
    assert_eq!(types.as_array().map(Vec::len), Some(2), "stages of plans cannot be made: {types}");
    server.place(&flow, 0, "word", json!({ "word": "x" }), json!({})).await;
    let with = server.place(&flow, 1, "word", json!({ "word": "x", "configure_flow": flow }), json!({})).await;
    let (_, settings) = server.ask("GET", "stages/all/user_settings/", Json::Null).await;
    assert_eq!(settings[0].get("configure_url"), None);
    let url = format!("/flows/-/configure/{}/", text(&with["stage"]));
    let expected = json!({ "object_uid": with["stage"], "component": "word-setting", "title": "Change the word", "configure_url": url });
    assert_eq!(settings[1], expected);
}
