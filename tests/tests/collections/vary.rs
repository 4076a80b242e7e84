//! Makes two objects of a collection differ in every field that a client may write.

use serde_json::{Map, Value as Json, json};
use vestibule_tests::{Answer, App, Document, Samples};

use crate::{leads, world::List};

/// Changes that no schema suggests, for the first object and the second.
const GIVEN: &[(&str, &str, &str)] = &[
    ("core/applications", r#"{"provider": "@providers/oauth2:pk"}"#, "{}"),
    ("agents/agents", r#"{"policy_behavior": "copy"}"#, r#"{"policy_behavior": "mirror"}"#),
    ("core/groups", r#"{"users": ["@core/users:pk"], "attributes": {"zq": "one"}}"#, r#"{"attributes": {"zq": "other"}}"#),
    ("core/object_attributes", "{}", r#"{"object_type": "authentik_endpoints.device"}"#),
    (
        "core/users",
        r#"{"groups": ["@core/groups:pk"], "roles": ["@rbac/roles:pk"], "attributes": {"zq": "one"}, "path": "zq/one"}"#,
        r#"{"attributes": {"zq": "other"}, "path": "users/other"}"#,
    ),
    ("endpoints/device_bindings", r#"{"policy": "@policies/dummy:pk", "group": null}"#, "{}"),
    (
        "flows/bindings",
        r#"{"evaluate_on_plan": false, "re_evaluate_policies": true}"#,
        r#"{"evaluate_on_plan": true, "re_evaluate_policies": false}"#,
    ),
    ("lifecycle/rules", r#"{"content_type": "authentik_core.group", "object_id": "@core/groups:pk"}"#, "{}"),
    ("outposts/instances", "{}", r#"{"type": "ldap", "providers": ["@providers/ldap:pk"]}"#),
    (
        "outposts/service_connections/kubernetes",
        "{}",
        r#"{"local": false, "kubeconfig": {"apiVersion": "v1", "kind": "Config", "clusters": [], "contexts": [], "users": [], "current-context": "zq"}}"#,
    ),
    ("policies/bindings", r#"{"policy": "@policies/dummy:pk", "user": null}"#, "{}"),
    ("policies/reputation", r#"{"check_ip": false, "check_username": true}"#, r#"{"check_ip": true, "check_username": false}"#),
    ("providers/oauth2", "{}", r#"{"client_type": "public"}"#),
    ("providers/saml", "{}", r#"{"sign_assertion": false, "sign_response": true}"#),
    ("providers/wsfed", "{}", r#"{"sign_assertion": false}"#),
    ("sources/ldap", "{}", r#"{"server_uri": "ldaps://127.0.0.2:1"}"#),
    ("stages/authenticator/email", "{}", r#"{"template": "email/account_confirmation.html"}"#),
    ("stages/email", "{}", r#"{"template": "email/account_confirmation.html"}"#),
    ("stages/redirect", "{}", r#"{"mode": "flow", "target_flow": "@flows/instances:pk"}"#),
    ("stages/prompt/stages", r#"{"validation_policies": ["@policies/expression:pk"]}"#, "{}"),
];

/// What every change of a collection must name as well.
const ALWAYS: &[(&str, &str)] = &[("stages/identification", r#"{"user_fields": ["username"]}"#)];

/// The objects as they are then.
pub(crate) async fn vary(app: &App, list: &List, mut pair: [Json; 2]) -> [Json; 2] {
    let collection = list.path.as_str();
    let document = app.document().await;
    let Some(lookup) = document.lookup(collection) else { return pair };
    let Some(schema) = document.request("patch", &format!("/{collection}/{{{lookup}}}/")) else { return pair };
    if let Some((_, first, second)) = GIVEN.iter().find(|(given, ..)| *given == collection) {
        for (object, text) in pair.iter_mut().zip([first, second]) {
            let body = Samples::resolved(app, &app.admin(), serde_json::from_str(text).unwrap()).await;
            *object = changed(app, collection, object, body).await.unwrap_or_else(|why| panic!("{why}"));
        }
    }
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        if pair[0].get(name).is_none() {
            continue;
        }
        let field = document.resolve(field);
        if empty(&pair[0][name]) {
            pair[0] = set(app, list, &pair[0], name, &field, 0, &Json::Null).await;
        }
        // What may be asked for emptiness is empty in the second.
        let asked = list.params.iter().any(|(param, _)| *param == format!("{name}__isnull"));
        for place in [1, 0] {
            if pair[0][name] == pair[1][name] && !(asked && place == 1) {
                let other = pair[1 - place][name].clone();
                pair[place] = set(app, list, &pair[place], name, &field, place, &other).await;
            }
        }
    }
    pair
}

fn empty(value: &Json) -> bool {
    value.is_null() || *value == json!("") || *value == json!([])
}

/// The object with a value in that field that the other one has not; as it was when none is taken.
async fn set(app: &App, list: &List, object: &Json, name: &str, field: &Json, place: usize, other: &Json) -> Json {
    for candidate in candidates(app, &list.path, name, field, place).await {
        if candidate == *other {
            continue;
        }
        if let Ok(changed) = changed(app, &list.path, object, json!({ name: candidate })).await {
            return changed;
        }
    }
    object.clone()
}

async fn changed(app: &App, collection: &str, object: &Json, mut body: Json) -> Result<Json, Answer> {
    let always = ALWAYS.iter().filter(|(here, _)| *here == collection).map(|(_, text)| serde_json::from_str(text).unwrap());
    for more in always.collect::<Vec<Map<String, Json>>>() {
        let body = body.as_object_mut().unwrap();
        for (name, value) in more {
            body.entry(name).or_insert(value);
        }
    }
    let address = Samples::address(app, collection, object).await;
    let answer = app.admin().patch(&format!("{collection}/{address}/"), body).await;
    if answer.status != 200 {
        return Err(answer);
    }
    // Some are shown in full by a GET only.
    let mut all: Map<String, Json> = object.as_object().unwrap().clone();
    all.extend(answer.body.as_object().unwrap().clone());
    Ok(all.into())
}

/// Values that the field may take: others in the first place than in the second.
async fn candidates(app: &App, collection: &str, name: &str, field: &Json, place: usize) -> Vec<Json> {
    let document = app.document().await;
    let mut words = words(document, field);
    if !words.is_empty() {
        let first = place % words.len();
        words.rotate_left(first);
        return words;
    }
    let suggested = suggested(document, collection, name, field, place);
    let admin = app.admin();
    let mut values = Vec::new();
    for value in suggested {
        values.push(Samples::resolved(app, &admin, value).await);
    }
    values
}

/// The same where it is no choice, in the notation of samples.
fn suggested(document: &Document, collection: &str, name: &str, field: &Json, place: usize) -> Vec<Json> {
    let number = place + 1;
    let kind = (field["type"].as_str().unwrap_or_default(), field["format"].as_str().unwrap_or_default());
    let reference = leads::to(collection, name).filter(|to| Samples::impossible(to).is_none()).map(|to| json!(format!("@{to}:*")));
    match (kind, reference) {
        (("boolean", _), _) => vec![json!(place == 0), json!(place == 1)],
        (("string" | "integer", _), Some(reference)) => vec![reference],
        (("string", "date-time"), _) => vec![json!(format!("2099-01-0{number}T00:00:00Z"))],
        (("string", "email"), _) => vec![json!("#@example.com")],
        (("string", "uri"), _) => vec![json!("https://example.com/#")],
        (("string", "uuid"), _) => vec![],
        (("string", _), _) => {
            vec![json!("#"), json!(format!("minutes={number}")), json!("https://example.com/#"), json!(format!("127.0.0.{number}"))]
        }
        (("integer" | "number", _), _) => vec![json!(11 + place), json!(place), json!(1 + place)],
        (("array", _), Some(reference)) => vec![json!([reference])],
        (("array", _), None) => {
            let items = document.resolve(&field["items"]);
            items["enum"].get(place).map(|word| json!([word])).into_iter().chain([json!(["#"])]).collect()
        }
        (("object", _), _) => vec![json!({ "zq": "#" })],
        _ => vec![],
    }
}

/// The words of a choice, also where it may be empty.
fn words(document: &Document, field: &Json) -> Vec<Json> {
    let all = [std::slice::from_ref(field), field["oneOf"].as_array().map_or(&[][..], Vec::as_slice)].concat();
    let words = all.iter().flat_map(|one| document.resolve(one)["enum"].as_array().cloned().unwrap_or_default());
    words.filter(|word| word.as_str().is_some_and(|text| !text.is_empty())).collect()
}
