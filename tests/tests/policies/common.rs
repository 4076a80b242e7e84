//! What the cases about policies share.

use serde_json::{Value as Json, json};
use vestibule_tests::{Answer, App, Caller, Journey};

/// Runs each case on both databases, on a server that the cases share.
macro_rules! on_server {
    ($server:path: $($case:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $case() {
                super::$case($server(vestibule_tests::Database::Sqlite)).await;
            })+
        }
        mod postgres {
            $(#[tokio::test]
            #[ignore = "needs PostgreSQL: tests/postgres.sh"]
            async fn $case() {
                super::$case($server(vestibule_tests::Database::Postgres)).await;
            })+
        }
    };
}
pub(crate) use on_server;

/// A policy of that type.
pub(crate) async fn policy(app: &App, kind: &str, more: Json) -> Json {
    let mut body = json!({"name": app.name(kind)});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    app.admin().create(&format!("policies/{kind}/"), body).await.body
}

/// A dummy policy that answers at once.
pub(crate) async fn dummy(app: &App, result: bool) -> Json {
    policy(app, "dummy", json!({"result": result, "wait_min": 0, "wait_max": 0, "execution_logging": true})).await
}

/// What a policy says about the administrator in that context.
pub(crate) async fn verdict(app: &App, policy: &Json, context: Json) -> Json {
    let me = app.admin().get("core/users/me/").await["user"]["pk"].as_i64().unwrap();
    verdict_about(app, policy, me, context).await
}

/// What a policy says about a user in that context.
pub(crate) async fn verdict_about(app: &App, policy: &Json, user: i64, context: Json) -> Json {
    let path = format!("policies/all/{}/test/", text(policy, "pk"));
    app.admin().post(&path, json!({"user": user, "context": context})).await.assert_status(200).body
}

/// A flow with one stage that shows a page.
pub(crate) async fn flow(app: &App, more: Json) -> Json {
    let slug = app.name("flow");
    let mut body = json!({"name": slug, "slug": slug, "title": "t", "designation": "recovery"});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let flow = app.admin().create("flows/instances/", body).await.body;
    let stage = app.admin().create("stages/dummy/", json!({"name": app.name("stage")})).await;
    app.admin().create("flows/bindings/", json!({"target": flow["pk"], "stage": stage["pk"], "order": 0})).await;
    flow
}

/// Binds a policy to something; answers the binding.
pub(crate) async fn bind(app: &App, target: &Json, policy: &Json, more: Json) -> Json {
    let mut body = json!({"target": target["pk"], "policy": policy["pk"], "order": 0});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    app.admin().create("policies/bindings/", body).await.body
}

/// What somebody sees who enters a flow anew.
pub(crate) async fn enter(browser: &Caller, flow: &Json) -> Answer {
    browser.get("/flows/-/cancel/").await;
    Journey::with(browser.clone(), &text(flow, "slug"), "").look().await
}

/// How many events of that action name the policy.
pub(crate) async fn events(app: &App, action: &str, policy: &Json) -> i64 {
    app.admin().get(&format!("events/events/?action={action}&search={}", text(policy, "name"))).await.count()
}

/// A text of an object.
pub(crate) fn text(object: &Json, name: &str) -> String {
    object[name].as_str().unwrap_or_else(|| panic!("no {name} in {object}")).to_owned()
}
