#![expect(clippy::unwrap_used, reason = "tests")]

use serde_json::Value as Json;
use vestibule_engine::{Caller, Request, Session, SessionSlot};
use vestibule_resource::{Error, Model as _, Value};
use vestibule_store::Actor;

use super::{Backend, Credentials, authenticate, csrf_token, password};
use crate::{
    groups::{Group, PARENTS},
    sessions,
    testing::{Server, request},
    tokens::{Intent, NewToken, Token},
    users::{self, User},
};

async fn token(server: &Server, user: i64, intent: Intent, key: &str) -> Value {
    let token = NewToken {
        identifier: key.into(),
        intent,
        user,
        description: String::new(),
        expires: Some(server.now() + jiff::SignedDuration::from_hours(1)),
        key: key.into(),
    };
    let mut tx = server.store.begin(Actor::default()).await.unwrap();
    let row = token.insert(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    row.key().clone()
}

async fn bearer(server: &Server, key: &str) -> Result<Caller, Error> {
    let header = format!("Bearer {key}");
    let credentials = Credentials { authorization: Some(&header), ..Credentials::default() };
    authenticate(&server.services, &request("GET", ""), &SessionSlot::default(), credentials).await
}

fn refused() -> Error {
    Error::Unauthenticated("Token invalid/expired".into())
}

#[tokio::test]
async fn an_api_token_stands_for_its_user_until_it_ends() {
    let server = Server::new().await;
    let user = server.user("ada").await;
    token(&server, user, Intent::Api, "good").await;
    for _ in 0..2 {
        assert_eq!(bearer(&server, "good").await.unwrap().user(), Some(user));
    }
    assert_eq!(bearer(&server, "bad").await.unwrap_err(), refused());
    server.wait(3601);
    assert_eq!(bearer(&server, "good").await.unwrap_err(), refused());
}

#[tokio::test]
async fn other_tokens_do_not_call_the_api() {
    let server = Server::new().await;
    let user = server.user("ada").await;
    for (intent, key) in [(Intent::AppPassword, "app"), (Intent::Recovery, "recovery"), (Intent::Verification, "verification")] {
        token(&server, user, intent, key).await;
        assert_eq!(bearer(&server, key).await.unwrap_err(), refused());
    }
}

#[tokio::test]
async fn what_is_remembered_of_a_caller_ends_with_the_commit_that_changes_it() {
    let server = Server::new().await;
    let user = server.user("ada").await;
    let key = token(&server, user, Intent::Api, "good").await;
    assert!(!bearer(&server, "good").await.unwrap().superuser());
    let parent = server.group("admins", true, &[]).await;
    let child = server.group("staff", false, &[user]).await;
    assert!(!bearer(&server, "good").await.unwrap().superuser());
    let mut tx = server.store.begin(Actor::default()).await.unwrap();
    tx.link(&PARENTS, &child, &parent).await.unwrap();
    tx.commit().await.unwrap();
    assert!(bearer(&server, "good").await.unwrap().superuser(), "members of descendants are superusers");
    server.change(Group::RESOURCE, &parent, vec![("is_superuser", false.into())]).await;
    assert!(!bearer(&server, "good").await.unwrap().superuser());
    server.change(User::RESOURCE, &user.into(), vec![("is_active", false.into())]).await;
    assert_eq!(bearer(&server, "good").await.unwrap_err(), refused());
    server.change(User::RESOURCE, &user.into(), vec![("is_active", true.into())]).await;
    assert!(bearer(&server, "good").await.is_ok());
    let mut tx = server.store.begin(Actor::default()).await.unwrap();
    tx.delete(Token::RESOURCE, &key).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(bearer(&server, "good").await.unwrap_err(), refused());
}

#[tokio::test]
async fn a_known_caller_costs_no_query() {
    let server = Server::new().await;
    let user = server.user("ada").await;
    token(&server, user, Intent::Api, "good").await;
    bearer(&server, "good").await.unwrap();
    let before = server.store.queries();
    bearer(&server, "good").await.unwrap();
    assert_eq!(server.store.queries(), before);
}

/// A session in which somebody is logged in.
fn session_of(user: i64) -> SessionSlot {
    SessionSlot::new(Session { user: Some(user), key: Some("k".into()), ..Session::default() })
}

async fn by_session(server: &Server, slot: &SessionSlot, request: &Request, credentials: Credentials<'_>) -> Result<Caller, Error> {
    authenticate(&server.services, request, slot, credentials).await
}

#[tokio::test]
async fn a_session_that_writes_must_repeat_its_token() {
    let server = Server::new().await;
    let slot = session_of(server.user("ada").await);
    let token = csrf_token(&server.keys(), &slot.lock()).unwrap();
    let (get, post) = (request("GET", ""), request("POST", ""));
    assert!(by_session(&server, &slot, &get, Credentials::default()).await.is_ok());
    let answer = |csrf, origin| by_session(&server, &slot, &post, Credentials { csrf, origin, ..Credentials::default() });
    assert!(answer(Some(&token), None).await.is_ok());
    assert!(answer(Some(&token), Some("http://id.example.com")).await.is_ok());
    let told = async |csrf, origin| answer(csrf, origin).await.unwrap_err().to_string();
    assert_eq!(told(None, None).await, "CSRF Failed: CSRF token missing.");
    assert_eq!(told(Some("bad"), None).await, "CSRF Failed: CSRF token from the 'X-Authentik-Csrf' HTTP header has incorrect length.");
    assert_eq!(
        told(Some(&token), Some("http://evil.example")).await,
        "CSRF Failed: Origin checking failed - http://evil.example does not match any trusted origins."
    );
    let other = csrf_token(&server.keys(), &Session { key: Some("other".into()), ..Session::default() }).unwrap();
    assert_eq!(told(Some(&other), None).await, "CSRF Failed: CSRF token from the 'X-Authentik-Csrf' HTTP header incorrect.");
}

#[tokio::test]
async fn a_visitor_who_is_not_logged_in_needs_no_token() {
    let server = Server::new().await;
    let caller = by_session(&server, &SessionSlot::default(), &request("POST", ""), Credentials::default()).await.unwrap();
    assert_eq!(caller.user(), None);
}

#[tokio::test]
async fn a_user_who_became_inactive_is_logged_out() {
    let server = Server::new().await;
    let user = server.user("ada").await;
    server.change(User::RESOURCE, &user.into(), vec![("is_active", false.into())]).await;
    let slot = session_of(user);
    let refused = by_session(&server, &slot, &request("GET", ""), Credentials::default()).await;
    assert_eq!(refused.unwrap_err(), Error::Invalid(Json::Null));
    assert!(slot.lock().flush && slot.lock().user.is_none());
}

#[tokio::test]
async fn a_token_in_the_request_counts_before_the_session() {
    let server = Server::new().await;
    let (ada, eve) = (server.user("ada").await, server.user("eve").await);
    token(&server, eve, Intent::Api, "eve").await;
    let credentials = Credentials { authorization: Some("Bearer eve"), ..Credentials::default() };
    let caller = by_session(&server, &session_of(ada), &request("POST", ""), credentials).await.unwrap();
    assert_eq!(caller.user(), Some(eve));
    let credentials = Credentials { authorization: Some("Bearer nobody"), ..Credentials::default() };
    assert_eq!(by_session(&server, &session_of(ada), &request("GET", ""), credentials).await.unwrap_err(), refused());
}

async fn set_password(server: &Server, user: i64, password: &str) {
    let cx = server.context(Caller::Anonymous, request("GET", ""));
    let hash = cx.service::<vestibule_secret::Passwords>().unwrap().hash(password, server.store.world()).await.unwrap();
    let mut tx = server.store.begin(Actor::default()).await.unwrap();
    users::set_password(&mut tx, server.store.world(), &user.into(), hash, None, 0).await.unwrap();
    tx.commit().await.unwrap();
}

async fn verified(server: &Server, user: i64, password: &str, backends: &[Backend]) -> Option<&'static str> {
    let cx = server.context(Caller::Anonymous, request("GET", ""));
    let row = users::get(&server.store, user).await.unwrap();
    password::verify(&cx, row.as_ref(), password, backends).await.unwrap().map(|verified| verified.method())
}

#[tokio::test]
async fn a_password_fits_its_own_user_while_they_are_active() {
    let server = Server::new().await;
    let (ada, eve) = (server.user("ada").await, server.user("eve").await);
    set_password(&server, ada, "correct horse").await;
    token(&server, eve, Intent::AppPassword, "battery staple").await;
    let both = [Backend::Inbuilt, Backend::AppPassword];
    assert_eq!(verified(&server, ada, "correct horse", &both).await, Some("password"));
    assert_eq!(verified(&server, eve, "battery staple", &both).await, Some("token"));
    assert_eq!(verified(&server, eve, "battery staple", &[Backend::Inbuilt]).await, None);
    assert_eq!(verified(&server, ada, "battery staple", &both).await, None);
    assert_eq!(verified(&server, eve, "correct horse", &both).await, None);
    assert_eq!(verified(&server, 99, "correct horse", &both).await, None);
    server.change(User::RESOURCE, &ada.into(), vec![("is_active", false.into())]).await;
    assert_eq!(verified(&server, ada, "correct horse", &both).await, None);
}

#[tokio::test]
async fn a_password_in_an_older_form_is_stored_anew_at_login() {
    let server = Server::new().await;
    let ada = server.user("ada").await;
    // "password", of the reference implementation of Argon2 at a cost of its own.
    let old = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    server.change(User::RESOURCE, &ada.into(), vec![("password", old.into())]).await;
    assert_eq!(verified(&server, ada, "password", &[Backend::Inbuilt]).await, Some("password"));
    let stored = users::get(&server.store, ada).await.unwrap().unwrap();
    assert!(stored.text("password").starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{}", stored.text("password"));
    assert_eq!(verified(&server, ada, "password", &[Backend::Inbuilt]).await, Some("password"));
}

#[tokio::test]
async fn a_new_password_ends_all_other_sessions() {
    let server = Server::new().await;
    let ada = server.user("ada").await;
    let mut first = Session::default();
    sessions::log_in(&mut first, ada, None);
    server.sessions().save(&request("GET", ""), &mut first).await.unwrap();
    set_password(&server, ada, "new").await;
    assert!(server.all(sessions::AuthenticatedSession::RESOURCE).await.is_empty());
}

#[test]
fn only_bearer_headers_carry_a_key() {
    assert_eq!(super::bearer(Some("Bearer abc")), Ok(Some("abc")));
    assert_eq!(super::bearer(Some("bearer abc")), Ok(Some("abc")));
    assert_eq!(super::bearer(Some("Bearer  abc")), Ok(Some(" abc")));
    assert_eq!(super::bearer(Some("Bearer ")), Err(Error::Unauthenticated("Malformed header".into())));
    for nothing in [None, Some(""), Some("abc"), Some("Basic abc"), Some("Token abc")] {
        assert_eq!(super::bearer(nothing), Ok(None));
    }
}
