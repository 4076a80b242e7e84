//! Logging in and out.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::{Server, refusal, text};
use serde_json::{Value as Json, json};
use vestibule_resource::{Model as _, Value};

const PASSED: &str = "xak-flow-redirect";

async fn authentication(server: &Server, login: Json) {
    let backends = ["authentik.core.auth.InbuiltBackend", "authentik.core.auth.TokenBackend", "authentik.sources.ldap.auth.LDAPBackend"];
    let stages = [
        ("identification", json!({ "user_fields": ["email", "username"] })),
        ("password", json!({ "backends": backends })),
        ("user_login", login),
    ];
    server.flow("login", "authentication", &stages).await;
}

fn errors(shown: &Json) -> &Json {
    &shown["response_errors"]
}

fn without_info(mut shown: Json) -> Json {
    shown.as_object_mut().unwrap().remove("flow_info");
    shown
}

#[tokio::test]
async fn a_user_logs_in_by_name_or_address_and_password() {
    let server = Server::new().await;
    authentication(&server, json!({})).await;
    let ada = server.user("ada", "secret").await;
    for name in ["ada", "ADA@example.com", " ada "] {
        let browser = server.browser();
        let shown = without_info(browser.follow("login").await);
        let wanted = json!({
            "component": "ak-stage-identification", "user_fields": ["email", "username"], "pending_user_identifier": null,
            "password_fields": false, "allow_show_password": false, "flow_designation": "authentication", "captcha_stage": null,
            "primary_action": "Log in", "sources": [], "show_source_labels": false, "enable_remember_me": false, "passkey_challenge": null,
        });
        assert_eq!(shown, wanted);
        let shown = browser.answer("login", json!({ "uid_field": name })).await;
        assert_eq!((&shown["component"], &shown["pending_user"]), (&json!("ak-stage-password"), &json!("ada")));
        assert!(text(&shown["pending_user_avatar"]).starts_with("data:image/svg+xml;base64,"));
        assert_eq!(shown["allow_show_password"], false);
        assert!(!shown.as_object().unwrap().contains_key("recovery_url"));
        let before = browser.cookies.lock().unwrap()["authentik_session"].clone();
        assert_eq!(browser.answer("login", json!({ "password": "secret" })).await, json!({ "component": PASSED, "to": "/" }));
        let cookies = browser.cookies.lock().unwrap().clone();
        assert_ne!(cookies["authentik_session"], before, "the key that was known before opens nothing");
        assert!(cookies.contains_key("authentik_device"));
        assert_eq!(browser.who().await, Some(ada));
    }
    server.services.get::<vestibule_core::reputation::Scores>().unwrap().flush().await.unwrap();
    let scores = server.all(vestibule_core::reputation::Reputation::RESOURCE).await;
    assert_eq!(scores.iter().map(|score| score.int("score")).collect::<Vec<_>>(), [3]);
}

#[tokio::test]
async fn a_wrong_answer_says_what_is_wrong_and_nothing_more() {
    let server = Server::new().await;
    authentication(&server, json!({})).await;
    server.user("ada", "secret").await;
    let browser = server.browser();
    let nothing = json!({ "non_field_errors": [{ "string": "No identification data provided.", "code": "invalid" }] });
    for body in [json!({}), json!({ "uid_field": "" }), json!({ "component": "ak-stage-password", "password": "x" })] {
        assert_eq!(errors(&browser.answer("login", body).await), &nothing);
    }
    browser.answer("login", json!({ "uid_field": "ada" })).await;
    for (body, message, code) in [
        (json!({ "password": "" }), "This field may not be blank.", "blank"),
        (json!({}), "This field is required.", "required"),
        (json!({ "password": { "a": 1 } }), "Not a valid string.", "invalid"),
        (json!({ "password": "wrong" }), "Invalid password", "invalid"),
    ] {
        assert_eq!(errors(&browser.answer("login", body).await), &json!({ "password": [{ "string": message, "code": code }] }));
    }
    let list = browser.answer("login", json!([])).await;
    assert_eq!(errors(&list)["non_field_errors"][0]["string"], "Invalid data. Expected a dictionary, but got list.");
    assert!(server.events().await.contains(&"login_failed".to_owned()));
    assert_eq!(browser.who().await, None);
}

#[tokio::test]
async fn a_name_that_nobody_has_meets_the_password_and_fails_there() {
    let server = Server::new().await;
    authentication(&server, json!({})).await;
    let browser = server.browser();
    let shown = browser.answer("login", json!({ "uid_field": "nobody" })).await;
    assert_eq!((&shown["component"], &shown["pending_user"]), (&json!("ak-stage-password"), &json!("nobody")));
    let told = json!({ "password": [{ "string": "Invalid password", "code": "invalid" }] });
    assert_eq!(errors(&browser.answer("login", json!({ "password": "x" })).await), &told);
}

#[tokio::test]
async fn a_name_that_nobody_has_costs_the_database_as_much_as_one_that_somebody_has() {
    let server = Server::new().await;
    authentication(&server, json!({})).await;
    server.user("ada", "secret").await;
    let mut costs = Vec::new();
    // What is remembered from then on is remembered for all.
    for name in ["first", "ada", "nobody"] {
        let browser = server.browser();
        browser.follow("login").await;
        let before = (server.store.queries(), server.store.commits());
        assert_eq!(browser.answer("login", json!({ "uid_field": name })).await["component"], "ak-stage-password");
        costs.push((server.store.queries() - before.0, server.store.commits() - before.1));
    }
    assert_eq!((costs[1], costs[1].1), (costs[2], 0));
}

#[tokio::test]
async fn after_five_wrong_passwords_the_flow_begins_anew() {
    let server = Server::new().await;
    authentication(&server, json!({})).await;
    server.user("ada", "secret").await;
    // The second round starts with a reputation that cannot fall any lower.
    for _ in 0..2 {
        let browser = server.browser();
        browser.answer("login", json!({ "uid_field": "ada" })).await;
        for _ in 0..4 {
            assert_eq!(errors(&browser.answer("login", json!({ "password": "wrong" })).await)["password"][0]["string"], "Invalid password");
        }
        assert_eq!(refusal(&browser.answer("login", json!({ "password": "wrong" })).await), "Invalid password");
        assert_eq!(browser.answer("login", json!({ "password": "secret" })).await["component"], "ak-stage-identification");
        assert_eq!(browser.who().await, None);
    }
}

#[tokio::test]
async fn an_inactive_user_does_not_get_in() {
    let server = Server::new().await;
    authentication(&server, json!({})).await;
    let ada = server.user("ada", "secret").await;
    server.change(ada, vec![("is_active", false.into())]).await;
    let browser = server.browser();
    browser.answer("login", json!({ "uid_field": "ada" })).await;
    assert_eq!(errors(&browser.answer("login", json!({ "password": "secret" })).await)["password"][0]["string"], "Invalid password");
    // Also where no password is asked for.
    server.flow("open", "authentication", &[("identification", json!({ "user_fields": ["username"] })), ("user_login", json!({}))]).await;
    let shown = browser.answer("open", json!({ "uid_field": "ada" })).await;
    assert_eq!(refusal(&shown), "Unknown error");
    assert_eq!(browser.who().await, None);
}

#[tokio::test]
async fn the_password_may_be_asked_for_with_the_name() {
    let server = Server::new().await;
    let password = server
        .make("stages/password/", json!({ "name": "p", "backends": ["authentik.core.auth.InbuiltBackend"], "allow_show_password": true }))
        .await;
    let stage = json!({ "user_fields": ["username"], "password_stage": password["pk"], "show_matched_user": false });
    server.flow("both", "authentication", &[("identification", stage), ("user_login", json!({}))]).await;
    let ada = server.user("ada", "secret").await;
    let browser = server.browser();
    let shown = browser.follow("both").await;
    assert_eq!((&shown["password_fields"], &shown["allow_show_password"]), (&json!(true), &json!(true)));
    let failed = json!({ "non_field_errors": [{ "string": "Failed to authenticate.", "code": "invalid" }] });
    for body in [
        json!({ "uid_field": "ada" }),
        json!({ "uid_field": "ada", "password": "x" }),
        json!({ "uid_field": "nobody", "password": "secret" }),
    ] {
        assert_eq!(errors(&browser.answer("both", body).await), &failed);
    }
    assert_eq!(browser.answer("both", json!({ "uid_field": "ada", "password": "secret" })).await["component"], PASSED);
    assert_eq!(browser.who().await, Some(ada));
}

#[tokio::test]
async fn a_user_is_found_by_principal_name_and_only_in_its_case_when_the_stage_says_so() {
    let server = Server::new().await;
    let exact = json!({ "user_fields": ["upn"], "case_insensitive_matching": false, "pretend_user_exists": false });
    server.flow("upn", "authentication", &[("identification", exact), ("user_login", json!({}))]).await;
    let ada = server.user("ada", "secret").await;
    server.change(ada, vec![("attributes", Value::from(json!({ "upn": "Ada@corp" })))]).await;
    let browser = server.browser();
    for wrong in ["ada@corp", "ada", "Ada@corp' OR 1=1"] {
        assert_eq!(
            errors(&browser.answer("upn", json!({ "uid_field": wrong })).await)["non_field_errors"][0]["string"],
            "Failed to authenticate."
        );
    }
    assert_eq!(browser.answer("upn", json!({ "uid_field": "Ada@corp" })).await["component"], PASSED);
    assert_eq!(browser.who().await, Some(ada));
}

#[tokio::test]
async fn links_to_other_flows_carry_the_query_string_on() {
    let server = Server::new().await;
    let enrol = server.flow("enrol", "enrollment", &[("dummy", json!({}))]).await;
    let stage = json!({ "user_fields": ["username"], "enrollment_flow": enrol, "recovery_flow": enrol });
    server.flow("linked", "recovery", &[("identification", stage)]).await;
    let shown = server.browser().follow("linked?itoken=abc&next=%2Fx").await;
    assert_eq!(shown["enroll_url"], "/if/flow/enrol/?itoken=abc&next=%2Fx");
    assert_eq!(shown["primary_action"], "Continue");
    assert_eq!(server.browser().follow("linked").await["recovery_url"], "/if/flow/enrol/");
}

#[tokio::test]
async fn a_user_may_ask_to_stay_logged_in() {
    let server = Server::new().await;
    authentication(&server, json!({ "session_duration": "hours=1", "remember_me_offset": "days=30" })).await;
    server.user("ada", "secret").await;
    for (remember, seconds) in [(true, 3600 + 30 * 86_400), (false, 3600)] {
        let browser = server.browser();
        browser.answer("login", json!({ "uid_field": "ada" })).await;
        let shown = browser.answer("login", json!({ "password": "secret" })).await;
        assert_eq!((&shown["component"], &shown["pending_user"]), (&json!("ak-stage-user-login"), &json!("ada")));
        assert_eq!(browser.who().await, None, "not before the question is answered");
        assert_eq!(errors(&browser.answer("login", json!({})).await)["remember_me"][0]["code"], "required");
        assert_eq!(browser.answer("login", json!({ "remember_me": remember })).await["component"], PASSED);
        assert_eq!(browser.session().await.max_age, Some(seconds));
        assert!(!browser.cookies.lock().unwrap().contains_key("authentik_device"));
    }
}

#[tokio::test]
async fn a_login_may_end_the_other_sessions_of_the_user() {
    let server = Server::new().await;
    authentication(&server, json!({ "terminate_other_sessions": true, "network_binding": "bind_asn_network_ip" })).await;
    let ada = server.user("ada", "secret").await;
    let (first, second) = (server.browser(), server.browser());
    for browser in [&first, &second] {
        browser.answer("login", json!({ "uid_field": "ada" })).await;
        assert_eq!(browser.answer("login", json!({ "password": "secret" })).await["component"], PASSED);
    }
    assert_eq!((first.who().await, second.who().await), (None, Some(ada)));
    let session = second.session().await;
    assert_eq!(vestibule_stages::user_login::binding_broken(&session, second.ip), None);
    let away = second.at([198, 51, 100, 7]);
    assert_eq!(vestibule_stages::user_login::binding_broken(&session, away.ip).as_deref(), Some("network.bind_asn_network_ip"));
}

#[tokio::test]
async fn a_user_logs_out() {
    let server = Server::new().await;
    authentication(&server, json!({})).await;
    server.flow("logout", "invalidation", &[("user_logout", json!({})), ("dummy", json!({}))]).await;
    server.user("ada", "secret").await;
    let browser = server.browser();
    browser.answer("login", json!({ "uid_field": "ada" })).await;
    browser.answer("login", json!({ "password": "secret" })).await;
    let before = browser.cookies.lock().unwrap()["authentik_session"].clone();
    assert_eq!(browser.follow("logout").await["component"], "ak-stage-dummy", "the flow goes on in a new session");
    assert_eq!(browser.who().await, None);
    let old = server.browser();
    old.cookies.lock().unwrap().insert("authentik_session".into(), before);
    assert_eq!(old.who().await, None, "the old key opens nothing");
    assert!(server.events().await.contains(&"logout".to_owned()));
}

#[tokio::test]
async fn a_user_deletes_their_account() {
    let server = Server::new().await;
    authentication(&server, json!({})).await;
    server.flow("leave", "unenrollment", &[("user_delete", json!({})), ("dummy", json!({}))]).await;
    server.user("ada", "secret").await;
    let browser = server.browser();
    assert_eq!(refusal(&browser.follow("leave").await), "Unknown error", "nobody is logged in");
    browser.answer("login", json!({ "uid_field": "ada" })).await;
    browser.answer("login", json!({ "password": "secret" })).await;
    assert_eq!(browser.follow("leave").await["component"], "ak-stage-dummy");
    assert!(server.find("ada").await.is_none() && browser.who().await.is_none());
}
