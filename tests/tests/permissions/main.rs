//! Every operation of the server's own OpenAPI document, called by nobody, by somebody without permission and by the administrator.
//!
//! An operation is covered when its collection has a sample (an object of the administrator's) or when it stands in one of the
//! tables below; the last case fails when one is not.

mod samples;

use std::collections::HashSet;

use samples::{Samples, WORD};
use serde_json::json;
use vestibule_tests::{Answer, App, Caller, Request, each_database_alone};

each_database_alone![
    nobody_reaches_only_what_is_public,
    somebody_without_permission_sees_and_changes_nothing_of_others,
    the_administrator_reaches_everything,
    every_operation_has_a_case,
];

/// What a visitor may call without being known.
const PUBLIC: &[&str] = &[
    "GET /core/brands/current/",
    "GET /flows/executor/{flow_slug}/",
    "POST /flows/executor/{flow_slug}/",
    "GET /root/config/",
    "GET /schema/",
];

/// What everybody with an account may call: their own things, and what describes the system and shows nothing of others.
const OWN: &[&str] = &[
    "GET /core/users/me/",
    "GET /core/users/impersonate_end/",
    "GET /core/tokens/",
    "POST /core/tokens/",
    "GET /core/authenticated_sessions/",
    "DELETE /core/authenticated_sessions/bulk_delete/",
    "GET /admin/version/",
    "GET /stages/all/types/",
    "GET /stages/all/user_settings/",
    "POST /core/users/switch/",
    "POST /core/users/account_lockdown/",
];

/// Answers that tell a caller that something is not for them: 404 where even its existence is not.
const REFUSED: [u16; 2] = [403, 404];

/// One operation of the document.
struct Operation {
    method: String,
    path: String,
}

impl Operation {
    fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// Calls it about a sample, with a body that would do something.
    async fn call(&self, caller: &Caller, samples: &Samples) -> Answer {
        let path = format!("/api/v3{}", samples.fill(&self.path));
        let request = Request::new(&self.method, &path);
        let writes = ["POST", "PUT", "PATCH"].contains(&self.method.as_str());
        caller.send(if writes { request.json(samples.body(&self.path).to_string()) } else { request }).await
    }
}

/// The operations, deletions last.
async fn operations(app: &App) -> Vec<Operation> {
    let document = app.anonymous().get("schema/?format=json").await.assert_status(200);
    let mut found = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        let path = path.strip_prefix("/api/v3").unwrap_or(path);
        let methods = item.as_object().unwrap().keys().filter(|key| *key != "parameters");
        found.extend(methods.map(|method| Operation { method: method.to_uppercase(), path: path.to_owned() }));
    }
    assert!(found.len() > 100, "only {} operations", found.len());
    found.sort_by_key(|operation| operation.method == "DELETE");
    found
}

async fn nobody_reaches_only_what_is_public(app: &App) {
    let samples = Samples::make(app).await;
    for operation in operations(app).await {
        let answer = operation.call(&app.anonymous(), &samples).await;
        if PUBLIC.contains(&operation.name().as_str()) {
            assert!(answer.status < 400, "{answer}");
        } else {
            let expected = if operation.path.starts_with("/flows/inspector/") { 404 } else { 403 };
            assert_eq!(answer.status, expected, "{answer}");
            assert!(answer["detail"].is_string() || expected == 404, "{answer}");
            assert!(!answer.text().contains(WORD), "nobody saw a sample: {answer}");
        }
    }
    samples.assert_untouched(app).await;
}

async fn somebody_without_permission_sees_and_changes_nothing_of_others(app: &App) {
    let samples = Samples::make(app).await;
    let eve = app.user("eve").await;
    let browser = app.logged_in(&eve).await;
    for operation in operations(app).await {
        for caller in [&eve.api, &browser] {
            let answer = operation.call(caller, &samples).await;
            let open = [PUBLIC, OWN].concat().contains(&operation.name().as_str());
            assert!(
                answer.status < 500 && (open || REFUSED.contains(&answer.status)),
                "{} as {}: {answer}",
                operation.name(),
                eve.username
            );
            let public = PUBLIC.contains(&operation.name().as_str());
            assert!(public || operation.method != "GET" || !answer.text().contains(WORD), "{} shows a sample: {answer}", operation.name());
        }
    }
    samples.assert_untouched(app).await;
}

async fn the_administrator_reaches_everything(app: &App) {
    let samples = Samples::make(app).await;
    let browser = app.log_in("akadmin", &app.options().password).await.0;
    for operation in operations(app).await {
        let session_only = operation.path.starts_with("/flows/inspector/");
        let caller = if session_only { browser.clone() } else { app.admin() };
        let answer = operation.call(&caller, &samples).await;
        let gone = operation.method == "DELETE" && answer.status == 404;
        assert!(answer.status < 500 && answer.status != 403 && (gone || answer.status != 404), "{}: {answer}", operation.name());
        if operation.method == "GET" && !session_only && !operation.path.ends_with("/execute/") {
            assert!([200, 204].contains(&answer.status), "{}: {answer}", operation.name());
        }
    }
}

async fn every_operation_has_a_case(app: &App) {
    let samples = Samples::make(app).await;
    let operations = operations(app).await;
    let uncovered: Vec<String> = operations
        .iter()
        .filter(|operation| !samples.cover(&operation.path))
        .map(Operation::name)
        .filter(|name| ![PUBLIC, OWN].concat().contains(&name.as_str()))
        .collect();
    assert!(uncovered.is_empty(), "operations without a case: {uncovered:#?}");
    let known: HashSet<String> = operations.iter().map(Operation::name).collect();
    let stale: Vec<_> = [PUBLIC, OWN].concat().into_iter().filter(|name| !known.contains(*name)).collect();
    assert!(stale.is_empty(), "exceptions for operations that do not exist: {stale:#?}");
    app.admin().post("core/tokens/", json!({})).await.assert_status(400);
}
