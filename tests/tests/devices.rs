//! Devices enrol, tell about themselves and are forgotten; agents act for people.

use serde_json::{Value as Json, json};
use vestibule_tests::{Answer, App, Request, each_database};

each_database![
    a_device_enrols_with_a_token_and_nothing_else,
    a_device_that_enrols_again_is_the_same_with_a_new_secret,
    what_a_device_told_last_is_what_is_known_of_it,
    an_agent_asks_how_it_is_to_behave,
    a_connector_that_is_switched_off_listens_to_nobody,
    the_secret_of_an_enrolment_token_needs_a_permission_of_its_own,
    who_makes_a_connector_may_choose_its_key_once,
    a_secret_of_a_fleet_server_is_never_shown,
    a_device_is_bound_by_either_of_its_keys,
    nobody_registers_the_key_of_another,
    logins_on_devices_are_refused_in_words,
    an_agent_acts_under_a_name_and_token_of_its_own,
    whom_an_agent_acts_for_sees_it_and_changes_nothing,
];

/// A connector with an enrolment token: its key, and the token's secret.
async fn connector(app: &App) -> (String, String) {
    let admin = app.admin();
    let connector = admin.create("endpoints/agents/connectors/", json!({"name": app.name("connector")})).await.str("connector_uuid");
    let token = admin.create("endpoints/agents/enrollment_tokens/", json!({"connector": connector, "name": "t"})).await.str("token_uuid");
    let secret = admin.get(&format!("endpoints/agents/enrollment_tokens/{token}/view_key/")).await.str("key");
    (connector, secret)
}

/// What an agent asks, with this header.
async fn ask(app: &App, method: &str, operation: &str, credential: &str, body: &Json) -> Answer {
    let request = Request::new(method, &format!("endpoints/agents/{operation}")).header("Authorization", credential);
    app.anonymous().send(if method == "GET" { request } else { request.json(body.to_string()) }).await
}

/// Enrols a device; answers the header by which it says who it is.
async fn enrol(app: &App, secret: &str, serial: &str) -> String {
    let body = json!({"device_serial": serial, "device_name": serial});
    let answer = ask(app, "POST", "connectors/enroll/", &format!("Bearer {secret}"), &body).await;
    format!("Bearer+agent {}", answer.assert_status(200).str("token"))
}

async fn device(app: &App, serial: &str) -> Json {
    app.admin().get(&format!("endpoints/devices/?identifier={serial}")).await.body["results"][0].clone()
}

async fn a_device_enrols_with_a_token_and_nothing_else(app: &App) {
    let ((_, secret), serial) = (connector(app).await, app.name("serial"));
    let body = json!({"device_serial": serial, "device_name": serial});
    for (credential, told) in [
        ("Bearer nothing", "Token invalid/expired"),
        ("Bearer administrators-token", "Token invalid/expired"),
        ("Basic nothing", "Authentication credentials were not provided."),
    ] {
        let answer = ask(app, "POST", "connectors/enroll/", credential, &body).await;
        answer.assert(403, json!({"detail": told}));
    }
    app.admin().get(&format!("endpoints/devices/?identifier={serial}")).await.assert_has("results", json!([]));
    enrol(app, &secret, &serial).await;
    assert_eq!(device(app, &serial).await["name"], json!(serial));
}

async fn a_device_that_enrols_again_is_the_same_with_a_new_secret(app: &App) {
    let ((_, secret), serial) = (connector(app).await, app.name("serial"));
    let first = enrol(app, &secret, &serial).await;
    let known = device(app, &serial).await;
    let second = enrol(app, &secret, &serial).await;
    assert_eq!(device(app, &serial).await["device_uuid"], known["device_uuid"]);
    ask(app, "GET", "connectors/agent_config/", &first, &Json::Null).await.assert_status(403);
    ask(app, "GET", "connectors/agent_config/", &second, &Json::Null).await.assert_status(200);
    let same_name = json!({"device_serial": app.name("serial"), "device_name": serial});
    ask(app, "POST", "connectors/enroll/", &format!("Bearer {secret}"), &same_name).await.assert_status(200);
    let other = device(app, same_name["device_serial"].as_str().unwrap()).await;
    assert!(other["name"].as_str().unwrap().starts_with(&format!("{serial} (")), "two devices have names of their own: {other}");
}

async fn what_a_device_told_last_is_what_is_known_of_it(app: &App) {
    let ((connector, secret), serial) = (connector(app).await, app.name("serial"));
    let credential = enrol(app, &secret, &serial).await;
    assert_eq!(device(app, &serial).await["facts"], Json::Null);
    let wrong = json!({"os": {"family": "dos"}, "disks": [{"name": "sda"}]});
    let told = json!({"os": {"family": ["\"dos\" is not a valid choice."]}, "disks": [{"mountpoint": ["This field is required."]}]});
    ask(app, "POST", "connectors/check_in/", &credential, &wrong).await.assert(400, told);
    for version in ["12", "13"] {
        let facts = json!({"os": {"family": "linux", "version": version}, "unknown": 1});
        ask(app, "POST", "connectors/check_in/", &credential, &facts).await.assert_status(204);
    }
    let known = device(app, &serial).await;
    assert_eq!(known["facts"]["data"], json!({"os": {"family": "linux", "version": "13"}}));
    assert_eq!(known["facts"]["vendor"], json!("goauthentik.io/platform"));
    let address = format!("endpoints/devices/{}/", known["device_uuid"].as_str().unwrap());
    let details = app.admin().get(&address).await.assert_has("connections", json!([connector])).assert_has("policies", json!([]));
    assert_eq!(details.body["connections_obj"][0]["latest_snapshot"], known["facts"]);
    app.admin().delete(&address).await.assert_status(204);
    ask(app, "POST", "connectors/check_in/", &credential, &json!({})).await.assert(403, json!({"detail": "Token invalid/expired"}));
}

async fn an_agent_asks_how_it_is_to_behave(app: &App) {
    let ((connector, secret), serial) = (connector(app).await, app.name("serial"));
    let flow = app.admin().create("flows/instances/", sample_flow(app)).await;
    let settings = json!({"refresh_interval": "hours=1", "nss_uid_offset": 5000, "authorization_flow": flow.str("pk")});
    app.admin().patch(&format!("endpoints/agents/connectors/{connector}/"), settings).await.assert_status(200);
    let credential = enrol(app, &secret, &serial).await;
    let told = ask(app, "GET", "connectors/agent_config/", &credential, &Json::Null).await.assert_status(200);
    let known = device(app, &serial).await;
    let told = told.assert_has("device_id", known["device_uuid"].clone()).assert_has("refresh_interval", json!(3600));
    let told = told.assert_has("nss_uid_offset", json!(5000)).assert_has("authorization_flow", json!(flow.str("slug")));
    assert!(told.body["system_config"]["capabilities"].is_array(), "{told}");
    app.admin().get("endpoints/agents/connectors/agent_config/").await.assert_status(403);
}

fn sample_flow(app: &App) -> Json {
    json!({"name": app.name("flow"), "slug": app.name("flow"), "title": "t", "designation": "authentication"})
}

async fn a_connector_that_is_switched_off_listens_to_nobody(app: &App) {
    let ((connector, secret), serial) = (connector(app).await, app.name("serial"));
    let credential = enrol(app, &secret, &serial).await;
    app.admin().patch(&format!("endpoints/agents/connectors/{connector}/"), json!({"enabled": false})).await.assert_status(200);
    ask(app, "POST", "connectors/check_in/", &credential, &json!({})).await.assert_status(403);
    let body = json!({"device_serial": app.name("serial"), "device_name": "d"});
    ask(app, "POST", "connectors/enroll/", &format!("Bearer {secret}"), &body).await.assert_status(403);
}

async fn the_secret_of_an_enrolment_token_needs_a_permission_of_its_own(app: &App) {
    let (connector, _) = connector(app).await;
    let body = json!({"connector": connector, "name": app.name("token")});
    let made = app.admin().create("endpoints/agents/enrollment_tokens/", body).await;
    assert!(made.body.get("key").is_none() && !made.body["expires"].is_null(), "{made}");
    let key = format!("endpoints/agents/enrollment_tokens/{}/view_key/", made.str("token_uuid"));
    let area = "authentik_endpoints_connectors_agent";
    let viewer = app.holder("viewer", &[&format!("{area}.view_enrollmenttoken")]).await;
    viewer.user.api.get(&key).await.assert_status(403);
    app.permit(&viewer.role, "view_enrollment_token_key", &format!("{area}.enrollmenttoken"), made.str("token_uuid")).await;
    assert_eq!(viewer.user.api.get(&key).await.assert_status(200).str("key").len(), 60);
}

async fn who_makes_a_connector_may_choose_its_key_once(app: &App) {
    let admin = app.admin();
    let key = admin.create("endpoints/agents/connectors/", json!({"name": "a"})).await.str("connector_uuid");
    let taken = json!({"name": "b", "connector_uuid": key});
    admin.post("endpoints/agents/connectors/", taken).await.assert(400, json!({"connector_uuid": ["This field must be unique."]}));
    let other = json!({"name": "c", "connector_uuid": vestibule_tests::NOBODY});
    let kept = admin.put(&format!("endpoints/agents/connectors/{key}/"), other).await.assert_status(200);
    kept.assert_has("connector_uuid", json!(key)).assert_has("name", json!("c"));
    admin.get(&format!("endpoints/connectors/{key}/")).await.assert_has("component", json!("ak-endpoints-connector-agent-form"));
}

async fn a_secret_of_a_fleet_server_is_never_shown(app: &App) {
    let body = json!({"name": app.name("fleet"), "url": "https://fleet.example.com", "token": "very-secret"});
    let made = app.admin().create("endpoints/fleet/connectors/", body).await;
    assert!(!made.text().contains("very-secret"), "{made}");
    let address = format!("endpoints/fleet/connectors/{}/", made.str("connector_uuid"));
    app.admin().patch(&address, json!({"map_users": false})).await.assert_has("map_users", json!(false));
}

async fn a_device_is_bound_by_either_of_its_keys(app: &App) {
    let ((_, secret), serial) = (connector(app).await, app.name("serial"));
    enrol(app, &secret, &serial).await;
    let (device, user) = (device(app, &serial).await, app.user("owner").await);
    for (order, key) in [(1, &device["device_uuid"]), (2, &device["pbm_uuid"])] {
        let body = json!({"target": key, "user": user.pk, "order": order, "is_primary": true});
        let bound = app.admin().create("endpoints/device_bindings/", body).await;
        bound.assert_has("target", device["device_uuid"].clone()).assert_has("is_primary", json!(true));
    }
    let told = json!({"non_field_errors": ["One of 'group', 'policy', 'user' must be set."]});
    app.admin().post("endpoints/device_bindings/", json!({"target": device["pbm_uuid"], "order": 3})).await.assert(400, told);
    let listed = app.admin().get(&format!("endpoints/device_bindings/?target={}", device["pbm_uuid"].as_str().unwrap())).await;
    assert_eq!(listed.count(), 2);
}

async fn nobody_registers_the_key_of_another(app: &App) {
    let area = "authentik_endpoints_connectors_agent";
    let helper = app.holder("helper", &[&format!("{area}.add_appleindependentsecureenclave")]).await;
    let body = |user: i64| json!({"user": user, "apple_secure_enclave_key": "k", "apple_enclave_key_id": "i", "device_type": "Mac"});
    let admins = app.admin().get("core/users/me/").await.body["user"]["pk"].as_i64().unwrap();
    helper.user.api.post("endpoints/agents/psso/ise/", body(admins)).await.assert_status(400);
    let own = helper.user.api.create("endpoints/agents/psso/ise/", body(helper.user.pk)).await;
    let address = format!("endpoints/agents/psso/ise/{}/", own.str("uuid"));
    helper.user.api.patch(&address, json!({"user": admins})).await.assert_status(400);
    app.user("eve").await.api.get(&address).await.assert_status(404);
}

async fn logins_on_devices_are_refused_in_words(app: &App) {
    let ((connector, secret), serial) = (connector(app).await, app.name("serial"));
    let credential = enrol(app, &secret, &serial).await;
    let told = json!({"non_field_errors": ["People cannot log in on devices through this server yet."]});
    ask(app, "POST", "connectors/auth_ia/", &credential, &json!({})).await.assert(400, told.clone());
    ask(app, "POST", "connectors/auth_fed/?device=d", "Bearer x.y.z", &json!({})).await.assert(400, told.clone());
    ask(app, "POST", "connectors/auth_fed/", "Bearer x.y.z", &json!({})).await.assert(400, json!({"device": ["This field is required."]}));
    let keys = json!({"device_signing_key": "a", "device_encryption_key": "b", "sign_key_id": "c", "enc_key_id": "d"});
    ask(app, "POST", "psso/register/device/", &credential, &keys).await.assert(400, told.clone());
    ask(app, "POST", "psso/register/device/", "Bearer nothing", &keys).await.assert_status(403);
    let user = json!({"user_auth": "a", "user_secure_enclave_key": "b", "enclave_key_id": "c"});
    ask(app, "POST", "psso/register/user/", &credential, &user).await.assert(400, told);
    let config = json!({"platform": "dos", "enrollment_token": vestibule_tests::NOBODY});
    let address = format!("endpoints/agents/connectors/{connector}/mdm_config/");
    app.admin().post(&address, config).await.assert(400, json!({"platform": ["\"dos\" is not a valid choice."]}));
}

async fn an_agent_acts_under_a_name_and_token_of_its_own(app: &App) {
    let ada = app.user("ada").await;
    let made = app.admin().create("agents/agents/", json!({"parent": ada.pk, "label": "Robot"})).await;
    let agent = &made.body["agent"];
    assert_eq!((&agent["name"], &agent["parent"]["pk"], &agent["policy_behavior"]), (&json!("Robot"), &json!(ada.pk), &json!("mirror")));
    let me = app.with_token(&made.str("token")).get("core/users/me/").await.assert_status(200);
    assert_eq!((&me.body["user"]["pk"], &me.body["user"]["groups"]), (&agent["pk"], &json!([])));
    let told = json!({"parent": ["An agent acts for a person, not for another agent."]});
    app.admin().post("agents/agents/", json!({"parent": agent["pk"]})).await.assert(400, told);
    let address = format!("agents/agents/{}/", agent["pk"]);
    let wrong = json!({"username": ["Enter a valid value."], "name": ["This field may not be blank."]});
    app.admin().put(&address, json!({"username": "a b", "name": ""})).await.assert(400, wrong);
    app.admin().delete(&address).await.assert_status(204);
    app.admin().get(&format!("core/users/{}/", agent["pk"])).await.assert_status(404);
    app.with_token(&made.str("token")).get("core/users/me/").await.assert_status(403);
}

async fn whom_an_agent_acts_for_sees_it_and_changes_nothing(app: &App) {
    let (ada, eve) = (app.user("ada").await, app.user("eve").await);
    let made = app.admin().create("agents/agents/", json!({"parent": ada.pk})).await;
    let address = format!("agents/agents/{}/", made.body["agent"]["pk"]);
    ada.api.get(&address).await.assert_status(200);
    ada.api.patch(&address, json!({"attributes": {"admin": true}})).await.assert_status(403);
    ada.api.post("agents/agents/", json!({})).await.assert_status(403);
    assert_eq!(eve.api.get("agents/agents/").await.assert_status(200).count(), 0);
    eve.api.get(&address).await.assert_status(404);
    let maker = app.holder("maker", &["authentik_agents.add_agent"]).await;
    maker.user.api.create("agents/agents/", json!({})).await;
    let admins = app.admin().get("core/users/me/").await.body["user"]["pk"].clone();
    maker.user.api.post("agents/agents/", json!({"parent": admins})).await.assert_status(403);
}
