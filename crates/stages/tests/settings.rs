//! Stages as an administrator sets them up, and what the plainest of them do.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::{Server, refusal, text};
use serde_json::{Value as Json, json};

/// `stages/prompt/stages` as `prompt`.
fn module(path: &str) -> &str {
    path.trim_end_matches("/stages")
}

fn type_word(path: &str) -> String {
    module(path).replace('_', "-")
}

#[tokio::test]
async fn every_type_has_the_defaults_of_the_contract() {
    let server = Server::new().await;
    let prompt = server.prompt("a", "text", json!({})).await;
    let url = "https://example.com/";
    for (path, sent, wanted) in [
        ("deny", json!({}), json!({ "deny_message": "" })),
        ("dummy", json!({}), json!({ "throw_error": false })),
        (
            "identification",
            json!({ "user_fields": ["username"] }),
            json!({ "user_fields": ["username"], "password_stage": null, "captcha_stage": null, "case_insensitive_matching": true,
                    "show_matched_user": true, "enrollment_flow": null, "recovery_flow": null, "passwordless_flow": null, "sources": [],
                    "show_source_labels": false, "pretend_user_exists": true, "enable_remember_me": false, "webauthn_stage": null }),
        ),
        ("invitation/stages", json!({}), json!({ "continue_flow_without_invitation": false })),
        (
            "password",
            json!({ "backends": ["authentik.core.auth.InbuiltBackend"] }),
            json!({ "backends": ["authentik.core.auth.InbuiltBackend"], "configure_flow": null, "failed_attempts_before_cancel": 5,
                    "allow_show_password": false }),
        ),
        ("prompt/stages", json!({ "fields": [prompt] }), json!({ "fields": [prompt], "validation_policies": [] })),
        (
            "redirect",
            json!({ "mode": "static", "target_static": url }),
            json!({ "keep_context": true, "mode": "static", "target_static": url, "target_flow": null }),
        ),
        ("user_delete", json!({}), json!({})),
        (
            "user_login",
            json!({}),
            json!({ "session_duration": "seconds=0", "terminate_other_sessions": false, "remember_me_offset": "seconds=0",
                    "network_binding": "no_binding", "geoip_binding": "no_binding", "remember_device": "days=30" }),
        ),
        ("user_logout", json!({}), json!({})),
        (
            "user_write",
            json!({}),
            json!({ "user_creation_mode": "create_when_required", "create_users_as_inactive": false, "create_users_group": null,
                    "user_type": "external", "user_path_template": "" }),
        ),
    ] {
        let mut body = sent;
        body["name"] = path.into();
        let made = server.make(&format!("stages/{path}/"), body).await;
        let shared = ["pk", "name", "component", "verbose_name", "verbose_name_plural", "meta_model_name", "flow_set"];
        let own: serde_json::Map<String, Json> = made
            .as_object()
            .unwrap()
            .iter()
            .filter(|(name, _)| !shared.contains(&name.as_str()))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        assert_eq!(Json::Object(own), wanted, "{path}");
        assert_eq!(made["flow_set"], json!([]));
        let (component, label) = (format!("ak-stage-{}-form", type_word(path)), format!("authentik_stages_{0}.{0}stage", module(path)));
        assert_eq!(made["component"], component);
        assert_eq!(text(&made["meta_model_name"]).replace('_', ""), label.replace('_', ""));
        assert_eq!(text(&made["verbose_name_plural"]), format!("{}s", text(&made["verbose_name"])));
        let address = format!("stages/{path}/{}/", text(&made["pk"]));
        assert_eq!(server.ask("GET", &address, Json::Null).await, (200, made.clone()));
        assert_eq!(server.ask("GET", &format!("{address}used_by/"), Json::Null).await, (200, json!([])));
        assert_eq!(server.ask("DELETE", &address, Json::Null).await.0, 204);
    }
}

#[tokio::test]
async fn a_stage_can_be_made_together_with_its_flow() {
    let server = Server::new().await;
    let flow = json!({ "name": "Enrol", "slug": "enrol", "title": "Enrol", "designation": "enrollment" });
    let made = server.make("stages/invitation/stages/", json!({ "name": "a", "flow_set": [flow] })).await;
    assert_eq!(
        (&made["component"], &made["meta_model_name"]),
        (&json!("ak-stage-invitation-form"), &json!("authentik_stages_invitation.invitationstage"))
    );
    assert_eq!(made["flow_set"][0]["slug"], "enrol");
    for (query, wanted) in [("no_flows=true", 0), ("no_flows=false", 1), ("stage_uuid=00000000-0000-4000-8000-000000000000", 0)] {
        let (_, list) = server.ask("GET", &format!("stages/invitation/stages/?{query}"), Json::Null).await;
        assert_eq!(list["pagination"]["count"], wanted, "{query}");
    }
}

#[tokio::test]
async fn settings_that_make_no_sense_are_refused_in_the_words_of_the_contract() {
    let server = Server::new().await;
    let nothing = json!({ "non_field_errors": ["When no user fields are selected, at least one source must be selected"] });
    let unknown = "00000000-0000-4000-8000-000000000000";
    let missing = json!([format!("Invalid pk \"{unknown}\" - object does not exist.")]);
    for (path, body, wanted) in [
        ("identification", json!({}), json!({ "name": ["This field is required."] })),
        ("identification", json!({ "name": "a" }), nothing.clone()),
        (
            "identification",
            json!({ "name": "a", "user_fields": ["username"], "captcha_stage": unknown }),
            json!({ "captcha_stage": missing }),
        ),
        ("identification", json!({ "name": "a", "user_fields": ["username"], "sources": [unknown] }), json!({ "sources": missing })),
        ("password", json!({}), json!({ "name": ["This field is required."], "backends": ["This field is required."] })),
        ("prompt/stages", json!({}), json!({ "name": ["This field is required."], "fields": ["This field is required."] })),
        ("redirect", json!({}), json!({ "name": ["This field is required."], "mode": ["This field is required."] })),
        (
            "redirect",
            json!({ "name": "a", "mode": "static" }),
            json!({ "non_field_errors": ["Target URL should be present when mode is Static."] }),
        ),
        (
            "redirect",
            json!({ "name": "a", "mode": "flow" }),
            json!({ "non_field_errors": ["Target Flow should be present when mode is Flow."] }),
        ),
        (
            "user_login",
            json!({ "name": "a", "session_duration": "soon" }),
            json!({ "session_duration": ["soon is not in the correct format of 'hours=3;minutes=1'."] }),
        ),
        (
            "prompt/prompts",
            json!({ "name": "a", "field_key": "b", "label": "c", "type": "bogus" }),
            json!({ "type": ["\"bogus\" is not a valid choice."] }),
        ),
    ] {
        assert_eq!(server.ask("POST", &format!("stages/{path}/"), body.clone()).await, (400, wanted), "{path} {body}");
    }
    let stage = server.make("stages/identification/", json!({ "name": "a", "user_fields": ["username"] })).await;
    let address = format!("stages/identification/{}/", text(&stage["pk"]));
    assert_eq!(server.ask("PATCH", &address, json!({ "name": "b" })).await, (400, nothing));
}

#[tokio::test]
async fn a_prompt_can_be_looked_at_before_it_is_stored() {
    let server = Server::new().await;
    let body = json!({ "name": "a", "field_key": "b", "label": "c", "type": "radio-button-group", "placeholder": "only" });
    let (status, shown) = server.ask("POST", "stages/prompt/prompts/preview/", body).await;
    let field = json!({ "field_key": "b", "label": "c", "type": "radio-button-group", "required": true, "placeholder": "",
                        "initial_value": "only", "order": 0, "sub_text": "", "choices": [{ "value": "only", "label": "only" }] });
    assert_eq!((status, shown), (200, json!({ "component": "ak-stage-prompt", "fields": [field] })));
}

#[tokio::test]
async fn a_deny_stage_says_why() {
    let server = Server::new().await;
    server.flow("said", "authorization", &[("deny", json!({ "deny_message": "Not today." }))]).await;
    server.flow("unsaid", "authorization", &[("deny", json!({}))]).await;
    assert_eq!(refusal(&server.browser().follow("said").await), "Not today.");
    assert_eq!(refusal(&server.browser().follow("unsaid").await), "Unknown error");
}

#[tokio::test]
async fn a_dummy_stage_shows_its_name_or_breaks() {
    let server = Server::new().await;
    server.flow("shows", "authorization", &[("dummy", json!({}))]).await;
    server.flow("breaks", "authorization", &[("dummy", json!({ "throw_error": true }))]).await;
    let browser = server.browser();
    let shown = browser.follow("shows").await;
    assert_eq!((&shown["component"], &shown["name"]), (&json!("ak-stage-dummy"), &json!("shows-0")));
    assert_eq!(browser.answer("shows", json!({})).await["to"], "/");
    assert_eq!(browser.follow("breaks").await["component"], "ak-stage-flow-error");
}

#[tokio::test]
async fn a_redirect_leads_to_an_address_or_on_into_a_flow_with_what_is_known() {
    let server = Server::new().await;
    server.flow("out", "authorization", &[("redirect", json!({ "mode": "static", "target_static": "https://example.com/x" }))]).await;
    assert_eq!(server.browser().follow("out").await, json!({ "component": "xak-flow-redirect", "to": "https://example.com/x" }));
    server.flow("script", "authorization", &[("redirect", json!({ "mode": "static", "target_static": "javascript:alert(1)" }))]).await;
    refusal(&server.browser().follow("script").await);

    let ask = server.prompt("colour", "text", json!({})).await;
    let next = server.flow("second", "authorization", &[("prompt/stages", json!({ "fields": [ask] }))]).await;
    for (keep, initial) in [(true, "blue"), (false, "")] {
        let slug = if keep { "keeps" } else { "forgets" };
        let stages = [
            ("prompt/stages", json!({ "fields": [ask] })),
            ("redirect", json!({ "mode": "flow", "target_flow": next, "keep_context": keep })),
        ];
        server.flow(slug, "authorization", &stages).await;
        let browser = server.browser();
        browser.follow(slug).await;
        let to = browser.answer(slug, json!({ "colour": "blue" })).await;
        assert_eq!(to, json!({ "component": "xak-flow-redirect", "to": "/if/flow/second/" }));
        assert_eq!(browser.follow("second").await["fields"][0]["initial_value"], initial);
    }
}

#[tokio::test]
async fn a_user_changes_their_own_settings() {
    let server = Server::new().await;
    let locale = server.prompt("attributes.settings.locale", "ak-locale", json!({ "required": false })).await;
    let name = server.prompt("username", "username", json!({})).await;
    let group = server.group("staff", &[]).await;
    let stages = [
        ("identification", json!({ "user_fields": ["username"] })),
        ("prompt/stages", json!({ "fields": [name, locale] })),
        ("user_write", json!({ "user_creation_mode": "never_create", "create_users_group": group })),
    ];
    server.flow("me", "stage_configuration", &stages).await;
    let ada = server.user("ada", "secret").await;
    let browser = server.browser();
    browser.answer("me", json!({ "uid_field": "ada" })).await;
    let end = browser.answer("me", json!({ "username": "ada", "attributes.settings.locale": "de" })).await;
    assert_eq!(end["component"], "xak-flow-redirect", "one's own name is not taken: {end}");
    let user = server.find("ada").await.unwrap();
    assert_eq!(user.json("attributes"), &json!({ "settings": { "locale": "de" } }));
    let groups = server.store.links(&vestibule_core::groups::GROUPS_OF_USER, &[ada.into()]).await.unwrap();
    assert_eq!(groups.iter().map(|(_, group)| group.to_string()).collect::<Vec<_>>(), [group]);
    let nobody = server.browser();
    nobody.answer("me", json!({ "uid_field": "nobody" })).await;
    let shown = nobody.answer("me", json!({ "username": "eve" })).await;
    assert_eq!(refusal(&shown), "No user found and can't create new user.");
    assert!(server.find("eve").await.is_none() && server.find("nobody").await.is_none());
}

#[tokio::test]
async fn a_write_without_data_writes_nothing() {
    let server = Server::new().await;
    server.flow("empty", "enrollment", &[("user_write", json!({}))]).await;
    assert_eq!(refusal(&server.browser().follow("empty").await), "No Pending data.");
    let colour = server.prompt("colour", "text", json!({})).await;
    server.flow("nameless", "enrollment", &[("prompt/stages", json!({ "fields": [colour] })), ("user_write", json!({}))]).await;
    let browser = server.browser();
    browser.follow("nameless").await;
    assert_eq!(refusal(&browser.answer("nameless", json!({ "colour": "blue" })).await), "Unknown error");
}
