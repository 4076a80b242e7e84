//! Events of what a request made, changed or deleted cost one statement at the most, however many objects they tell of.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use std::sync::Arc;

use common::Server;
use serde_json::{Value as Json, json};
use vestibule_engine::Audit;

/// A server whose requests are told to nobody.
async fn untold() -> Server {
    let mut server = Server::new().await;
    let mut services = (*server.services).clone();
    services.insert(Audit(&[]));
    server.services = Arc::new(services);
    server
}

/// One request of the administrator, and how many statements it took. The address may name what was made before: `{0}` is its key.
async fn cost(server: &Server, made: &mut Vec<String>, (method, path, body): &(&str, &str, Json)) -> u64 {
    let fill = |text: &str| made.iter().enumerate().fold(text.to_owned(), |text, (place, key)| text.replace(&format!("{{{place}}}"), key));
    let (path, body) = (fill(path), serde_json::from_str(&fill(&body.to_string())).unwrap());
    // An event tells of the brand, which is remembered until brands or what they point at change; then whoever comes first reads it.
    server.ask("GET", "core/brands/current/", Json::Null).await;
    let before = server.store.queries();
    let (status, answer) = server.ask(method, &path, body).await;
    let cost = server.store.queries() - before;
    assert!(status < 300, "{method} {path}: {status} {answer}");
    if *method == "POST" {
        let key = [&answer["slug"], &answer["pk"], &answer["group_uuid"]].into_iter().find(|key| !key.is_null()).unwrap();
        made.push(key.as_str().map_or_else(|| key.to_string(), str::to_owned));
    }
    cost
}

/// What is done: objects with and without a base, with links, several with one request, and deletions that take others along.
fn steps() -> Vec<(&'static str, &'static str, Json)> {
    let flow = |slug: &str| json!({ "name": slug, "slug": slug, "title": slug, "designation": "enrollment" });
    vec![
        ("POST", "core/users/", json!({ "username": "ada", "name": "Ada" })),
        ("POST", "core/users/", json!({ "username": "bob", "name": "Bob" })),
        ("POST", "core/groups/", json!({ "name": "staff", "users": [2, 3] })),
        ("PATCH", "core/groups/{2}/", json!({ "name": "all staff", "users": [3] })),
        ("PATCH", "core/users/{0}/", json!({ "name": "Ada L.", "groups": ["{2}"] })),
        ("POST", "flows/instances/", flow("enrol")),
        ("PATCH", "flows/instances/{3}/", json!({ "title": "Join us" })),
        ("POST", "stages/invitation/stages/", json!({ "name": "invited", "flow_set": [flow("one"), flow("two"), flow("enrol")] })),
        ("PATCH", "stages/invitation/stages/{4}/", json!({ "continue_flow_without_invitation": true })),
        ("PUT", "stages/invitation/stages/{4}/", json!({ "name": "guests" })),
        ("DELETE", "stages/invitation/stages/{4}/", Json::Null),
        ("POST", "core/tokens/", json!({ "identifier": "t", "user": 2 })),
        ("DELETE", "flows/instances/{3}/", Json::Null),
        ("DELETE", "core/groups/{2}/", Json::Null),
        ("DELETE", "core/users/{0}/", Json::Null),
    ]
}

#[tokio::test]
async fn telling_of_a_change_costs_one_statement_at_the_most() {
    let (told, untold) = (Server::new().await, untold().await);
    let (mut made, mut others) = (Vec::new(), Vec::new());
    let mut more = Vec::new();
    // How long events are kept is read once.
    for server in [&told, &untold] {
        server.make("core/groups/", json!({ "name": "first" })).await;
    }
    for step in steps() {
        let events = (told.events().await.len(), untold.events().await.len());
        let (with, without) = (cost(&told, &mut made, &step).await, cost(&untold, &mut others, &step).await);
        assert!(told.events().await.len() > events.0, "nothing is told of {} {}", step.0, step.1);
        assert_eq!(untold.events().await.len(), events.1);
        if with > without + 1 {
            more.push(format!("{} {}: {with} statements, {without} when nobody is told", step.0, step.1));
        }
    }
    assert!(more.is_empty(), "{}", more.join("\n"));
}
