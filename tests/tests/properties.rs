//! Whatever is sent, the server answers, and never with a failure of its own.

use proptest::prelude::{Just, Strategy, any, prop, prop_oneof};
use serde_json::{Map, Value as Json, json};
use vestibule_tests::{App, Journey, NOBODY, Request, each_database, for_all};

each_database![
    random_json_never_breaks_the_server,
    random_bytes_never_break_the_server,
    random_queries_never_break_the_server,
    random_answers_never_break_a_flow,
];

/// Names of real fields and parameters.
const FIELDS: &[&str] = &[
    "name",
    "slug",
    "title",
    "designation",
    "flow",
    "fixed_data",
    "expires",
    "username",
    "attributes",
    "groups",
    "users",
    "order",
    "target",
    "stage",
    "user",
    "fields",
    "mode",
    "backends",
    "domain",
    "identifier",
    "intent",
    "flow_set",
    "user_fields",
    "type",
    "path",
];
const PARAMETERS: &[&str] = &[
    "page",
    "page_size",
    "ordering",
    "search",
    "name",
    "stage_uuid",
    "no_flows",
    "target",
    "order",
    "expires",
    "flow__slug",
    "username",
    "attributes",
    "type",
    "is_active",
    "groups_by_pk",
    "date_joined__gt",
    "path",
];

/// Any JSON, with the names of real fields among its keys.
fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        any::<String>().prop_map(Json::from),
        Just(json!(NOBODY)),
        Just(json!("2030-01-02T03:04:05Z")),
    ];
    let key = prop_oneof![prop::sample::select(FIELDS).prop_map(str::to_owned), any::<String>()];
    leaf.prop_recursive(4, 48, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Json::from),
            prop::collection::vec((key.clone(), inner), 0..10).prop_map(|pairs| Json::Object(pairs.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// Where random bodies go.
const WRITES: &[&str] = &[
    "stages/invitation/stages/",
    "stages/invitation/invitations/",
    "flows/instances/",
    "flows/bindings/",
    "stages/identification/",
    "stages/password/",
    "stages/prompt/prompts/",
    "stages/prompt/stages/",
    "stages/prompt/prompts/preview/",
    "stages/user_write/",
    "stages/user_login/",
    "stages/redirect/",
    "stages/deny/",
    "core/users/",
    "core/groups/",
    "core/tokens/",
    "core/brands/",
    "core/users/service_account/",
    "policies/bindings/",
];

async fn random_json_never_breaks_the_server(app: &App) {
    for_all(300, (prop::sample::select(WRITES), any_json()), async |(path, body)| {
        let answer = app.admin().send(Request::new("POST", path).json(body.to_string())).await;
        (answer.status < 500).then_some(()).ok_or_else(|| answer.to_string())
    })
    .await;
}

async fn random_bytes_never_break_the_server(app: &App) {
    for_all(150, (prop::sample::select(WRITES), prop::collection::vec(any::<u8>(), 0..200)), async |(path, bytes)| {
        let answer = app.admin().send(Request::new("POST", path).json(bytes)).await;
        (answer.status < 500).then_some(()).ok_or_else(|| answer.to_string())
    })
    .await;
}

async fn random_queries_never_break_the_server(app: &App) {
    let value = prop_oneof![any::<String>(), Just("\0".to_owned()), Just("-1".to_owned()), Just("{\"a\":{\"b\":[1]}}".to_owned())];
    let pair = (prop::sample::select(PARAMETERS), value);
    for_all(300, (prop::sample::select(WRITES), prop::collection::vec(pair, 0..5)), async |(path, pairs)| {
        let encode = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
        let query: Vec<String> = pairs.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
        let answer = app.admin().get(&format!("{path}?{}", query.join("&"))).await;
        (answer.status < 500).then_some(()).ok_or_else(|| answer.to_string())
    })
    .await;
}

async fn random_answers_never_break_a_flow(app: &App) {
    for_all(100, (any_json(), any::<String>()), async |(body, name)| {
        let journey = Journey::new(app, "default-authentication-flow", "");
        for body in [body.clone(), json!({"uid_field": name}), body, json!({"password": name})] {
            let answer = journey.answer(body).await;
            if answer.status != 200 || answer["component"].is_null() || answer["component"] == "xak-flow-redirect" {
                return Err(answer.to_string());
            }
        }
        Ok(())
    })
    .await;
}
