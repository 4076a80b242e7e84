#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use jiff::SignedDuration;
use serde_json::{Value as Json, json};
use vestibule_engine::Caller;
use vestibule_resource::{Model as _, Value};

use super::{Intent, Token};
use crate::{events::Event, janitor, testing::Server, users::User};

async fn callers(server: &Server) -> (Caller, Caller) {
    let (root, ada) = (server.user("root").await, server.user("ada").await);
    (server.caller(root, true).await, server.caller(ada, false).await)
}

#[tokio::test]
async fn everybody_makes_tokens_for_themselves_only() {
    let server = Server::new().await;
    let (root, ada) = callers(&server).await;
    let (eve, body) = (root.user().unwrap(), json!({ "identifier": "mine", "user": root.user(), "expiring": false, "managed": "m" }));
    let (status, shown) = server.ask(ada.clone(), "POST", "core/tokens/", Some(body)).await;
    assert_eq!(status, 201);
    assert_eq!((&shown["user"], &shown["expiring"], &shown["managed"]), (&json!(ada.user()), &json!(true), &Json::Null));
    assert_eq!((&shown["user_obj"]["username"], &shown["intent"]), (&json!("ada"), &json!("api")));
    assert!(shown.get("key").is_none() && shown.get("key_hash").is_none());
    let (_, others) = server.ask(root, "POST", "core/tokens/", Some(json!({ "identifier": "admin" }))).await;
    assert_eq!(others["user"], json!(eve));
    let (_, list) = server.ask(ada.clone(), "GET", "core/tokens/", None).await;
    assert_eq!(list["pagination"]["count"], json!(1), "other people's tokens are not seen");
    assert_eq!(server.ask(ada, "GET", "core/tokens/admin/view_key/", None).await.0, 404);
}

#[tokio::test]
async fn what_is_wrong_with_a_token_is_told_in_the_contracts_words() {
    let server = Server::new().await;
    let (root, _) = callers(&server).await;
    server.ask(root.clone(), "POST", "core/tokens/", Some(json!({ "identifier": "taken" }))).await;
    for (body, told) in [
        (json!({}), json!({ "identifier": ["This field is required."] })),
        (json!({ "identifier": "taken" }), json!({ "identifier": ["Token with this identifier already exists."] })),
        (
            json!({ "identifier": "a b" }),
            json!({ "identifier": ["Enter a valid \"slug\" consisting of letters, numbers, underscores or hyphens."] }),
        ),
        (json!({ "identifier": "t", "intent": "recovery" }), json!({ "intent": ["Invalid intent recovery"] })),
        (json!({ "identifier": "t", "intent": "bogus" }), json!({ "intent": ["\"bogus\" is not a valid choice."] })),
    ] {
        assert_eq!(server.ask(root.clone(), "POST", "core/tokens/", Some(body.clone())).await, (400, told), "{body}");
    }
}

#[tokio::test]
async fn api_tokens_end_a_day_after_every_change_whatever_is_asked() {
    let server = Server::new().await;
    let (root, _) = callers(&server).await;
    let body = json!({ "identifier": "t", "expires": "2099-01-01T00:00:00Z" });
    let (_, shown) = server.ask(root.clone(), "POST", "core/tokens/", Some(body)).await;
    assert_eq!(shown["expires"], json!("2030-01-02T00:00:00Z"));
    server.wait(3600);
    let (_, shown) = server.ask(root.clone(), "PATCH", "core/tokens/t/", Some(json!({ "description": "d" }))).await;
    assert_eq!((&shown["expires"], &shown["description"]), (&json!("2030-01-02T01:00:00Z"), &json!("d")));
    let (status, told) = server.ask(root, "PATCH", "core/tokens/t/", Some(json!({ "user": 2 }))).await;
    assert_eq!((status, told), (400, json!({ "non_field_errors": ["User cannot be changed"] })));
}

#[tokio::test]
async fn app_passwords_end_when_asked_but_not_later_than_allowed() {
    let server = Server::new().await;
    let (root, ada) = callers(&server).await;
    let ask = |expires: &str| json!({ "identifier": "t", "intent": "app_password", "user": ada.user(), "expires": expires });
    let (status, told) = server.ask(root.clone(), "POST", "core/tokens/", Some(ask("2030-01-02T00:00:01Z"))).await;
    assert_eq!(status, 400);
    assert_eq!(told["expires"], json!(["Token expires exceeds maximum lifetime (2030-01-02 00:00:00.000000 UTC)."]));
    let longer = json!({ "goauthentik.io/user/token-maximum-lifetime": "days=30" });
    server.change(User::RESOURCE, &Value::from(ada.user()), vec![("attributes", longer.into())]).await;
    let (status, shown) = server.ask(root.clone(), "POST", "core/tokens/", Some(ask("2030-01-30T00:00:00Z"))).await;
    assert_eq!((status, &shown["expires"]), (201, &json!("2030-01-30T00:00:00Z")));
    let never = json!({ "identifier": "never", "intent": "app_password", "expiring": false });
    assert_eq!(server.ask(root, "POST", "core/tokens/", Some(never)).await.1["expires"], Json::Null);
}

#[tokio::test]
async fn a_key_is_seen_and_chosen_and_the_log_says_who_saw_it() {
    let server = Server::new().await;
    let (root, ada) = callers(&server).await;
    server.ask(ada.clone(), "POST", "core/tokens/", Some(json!({ "identifier": "t" }))).await;
    let (_, shown) = server.ask(ada.clone(), "GET", "core/tokens/t/view_key/", None).await;
    assert_eq!(shown["key"].as_str().unwrap().len(), 60);
    let event = &server.all(Event::RESOURCE).await.into_iter().find(|event| event.text("action") == "secret_view").unwrap();
    assert_eq!(event.json("user")["username"].as_str(), Some("ada"));
    assert_eq!(event.json("context")["secret"]["name"], json!("t"));
    assert_eq!(server.ask(ada.clone(), "POST", "core/tokens/t/set_key/", Some(json!({ "key": "chosen" }))).await.0, 403);
    assert_eq!(server.ask(root.clone(), "POST", "core/tokens/t/set_key/", Some(json!({ "key": "chosen" }))).await, (204, Json::Null));
    assert_eq!(server.ask(root, "POST", "core/tokens/t/set_key/", Some(json!({}))).await, (400, Json::Null));
    assert_eq!(server.ask(ada.clone(), "GET", "core/tokens/t/view_key/", None).await.1["key"], json!("chosen"));
    let found = super::find(&server.store, Intent::Api, 0, "chosen").await.unwrap();
    assert_eq!(found.map(|row| row.int("user")), ada.user());
}

#[tokio::test]
async fn a_token_that_becomes_an_app_password_no_longer_calls_the_api() {
    let server = Server::new().await;
    let (root, ada) = callers(&server).await;
    server.ask(ada.clone(), "POST", "core/tokens/", Some(json!({ "identifier": "t" }))).await;
    server.ask(root, "POST", "core/tokens/t/set_key/", Some(json!({ "key": "chosen" }))).await;
    server.ask(ada.clone(), "PATCH", "core/tokens/t/", Some(json!({ "intent": "app_password" }))).await;
    let user = ada.user().unwrap();
    assert!(super::find(&server.store, Intent::Api, 0, "chosen").await.unwrap().is_none());
    assert!(super::find(&server.store, Intent::AppPassword, user, "chosen").await.unwrap().is_some());
    assert!(super::find(&server.store, Intent::AppPassword, user + 1, "chosen").await.unwrap().is_none());
}

#[tokio::test]
async fn expired_api_tokens_change_their_key_and_others_go() {
    let server = Server::new().await;
    let (root, _) = callers(&server).await;
    server.ask(root.clone(), "POST", "core/tokens/", Some(json!({ "identifier": "api" }))).await;
    server.ask(root.clone(), "POST", "core/tokens/", Some(json!({ "identifier": "app", "intent": "app_password" }))).await;
    let key = async || server.ask(root.clone(), "GET", "core/tokens/api/view_key/", None).await.1["key"].clone();
    let before = key().await;
    assert_eq!(janitor::sweep(&server.store).await, Ok(0));
    server.wait(SignedDuration::from_hours(25).as_secs());
    assert_eq!(janitor::sweep(&server.store).await, Ok(2));
    let left = server.all(Token::RESOURCE).await;
    assert_eq!(left.iter().map(|row| row.text("identifier")).collect::<Vec<_>>(), ["api"]);
    assert_ne!(key().await, before);
    assert_eq!(left[0].time("expires"), Some(server.now() + SignedDuration::from_hours(24)));
    assert!(server.all(Event::RESOURCE).await.iter().any(|event| event.text("action") == "secret_rotate"));
}

#[tokio::test]
async fn tokens_are_found_by_their_user() {
    let server = Server::new().await;
    let (root, ada) = callers(&server).await;
    server.ask(root.clone(), "POST", "core/tokens/", Some(json!({ "identifier": "r" }))).await;
    server.ask(ada.clone(), "POST", "core/tokens/", Some(json!({ "identifier": "a" }))).await;
    let count =
        async |query: &str| server.ask(root.clone(), "GET", &format!("core/tokens/?{query}"), None).await.1["pagination"]["count"].clone();
    assert_eq!((count("user__username=ada").await, count("search=ada").await, count("search=api").await), (json!(1), json!(1), json!(2)));
    server.wait(SignedDuration::from_hours(25).as_secs());
    assert_eq!(count("").await, json!(2), "expired tokens are shown until they are swept");
}
