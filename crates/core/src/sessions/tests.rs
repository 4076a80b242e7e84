#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use serde_json::json;
use vestibule_engine::{Request, Session, Write};
use vestibule_resource::{Error, Model as _, Value};

use super::{AuthenticatedSession, COOKIE, log_in, log_out};
use crate::testing::{Server, request};

/// A browser: what it was told to keep.
#[derive(Default)]
struct Browser(Vec<(String, String)>);

impl Browser {
    fn asks(&self) -> Request {
        Request { cookies: self.0.clone(), ..request("GET", "") }
    }

    fn cookie(&self, name: &str) -> Option<String> {
        self.asks().cookie(name).map(str::to_owned)
    }

    async fn load(&self, server: &Server) -> Session {
        server.sessions().load(&self.asks()).await.unwrap()
    }

    /// One request, which does `work` to its session.
    async fn visit(&mut self, server: &Server, work: impl FnOnce(&mut Session)) {
        let mut session = self.load(server).await;
        work(&mut session);
        self.answered(server, &mut session).await;
    }

    /// The end of a request whose session was loaded before.
    async fn answered(&mut self, server: &Server, session: &mut Session) {
        for cookie in server.sessions().save(&self.asks(), session).await.unwrap() {
            let (name, rest) = cookie.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            self.0.retain(|(known, _)| known != name);
            if !rest.contains("Max-Age=0") {
                self.0.push((name.to_owned(), value.to_owned()));
            }
        }
    }
}

async fn stored(server: &Server) -> usize {
    server.all(AuthenticatedSession::RESOURCE).await.len()
}

#[tokio::test]
async fn a_visitor_who_stores_nothing_gets_no_session() {
    let (server, mut browser) = (Server::new().await, Browser::default());
    browser.visit(&server, |_| {}).await;
    assert_eq!(browser.cookie(COOKIE), None);
}

#[tokio::test]
async fn a_visitor_finds_what_was_stored_before_and_after_it_is_written() {
    let (server, mut browser) = (Server::new().await, Browser::default());
    browser.visit(&server, |session| session.set("plan", json!(1))).await;
    assert_eq!(stored(&server).await, 0, "a visitor's session waits");
    assert_eq!(browser.load(&server).await.get("plan"), Some(&json!(1)));
    browser.visit(&server, |session| session.set("plan", json!(2))).await;
    server.sessions().flush().await.unwrap();
    assert_eq!(stored(&server).await, 1);
    assert_eq!(browser.load(&server).await.get("plan"), Some(&json!(2)));
    browser.visit(&server, |session| session.set("plan", json!(3))).await;
    server.sessions().flush().await.unwrap();
    assert_eq!((stored(&server).await, browser.load(&server).await.get("plan").cloned()), (1, Some(json!(3))));
}

#[tokio::test]
async fn sessions_that_were_written_while_nobody_waited_for_it_are_not_written_again() {
    let server = Server::new().await;
    let sessions = server.sessions();
    for polls in 0..60 {
        Browser::default().visit(&server, |session| session.set("plan", json!(polls))).await;
        let mut flush = Box::pin(sessions.flush());
        for _ in 0..polls {
            if futures::poll!(&mut flush).is_ready() {
                break;
            }
            // Lets the database's thread go on meanwhile.
            server.all(AuthenticatedSession::RESOURCE).await;
        }
        drop(flush);
        sessions.flush().await.unwrap();
    }
}

#[tokio::test]
async fn a_login_keeps_what_was_stored_and_changes_the_key() {
    let (server, mut browser) = (Server::new().await, Browser::default());
    let user = server.user("ada").await;
    browser.visit(&server, |session| session.set("plan", json!(1))).await;
    let before = Browser(browser.0.clone());
    browser.visit(&server, |session| log_in(session, user, None)).await;
    assert_eq!(stored(&server).await, 1, "a login is durable at once");
    let session = browser.load(&server).await;
    assert_eq!((session.user, session.get("plan")), (Some(user), Some(&json!(1))));
    assert!(browser.cookie("authentik_csrf").is_some());
    assert_eq!(before.load(&server).await.key, None, "the key known before the login opens nothing");
    server.sessions().flush().await.unwrap();
    assert_eq!((stored(&server).await, before.load(&server).await.key), (1, None));
}

#[tokio::test]
async fn a_request_that_began_before_the_login_cannot_bring_the_old_key_back() {
    let (server, mut browser) = (Server::new().await, Browser::default());
    let user = server.user("ada").await;
    browser.visit(&server, |session| session.set("plan", json!(1))).await;
    server.sessions().flush().await.unwrap();
    let mut slow = Browser(browser.0.clone());
    let mut late = slow.load(&server).await;
    browser.visit(&server, |session| log_in(session, user, None)).await;
    late.set("plan", json!("late"));
    slow.answered(&server, &mut late).await;
    server.sessions().flush().await.unwrap();
    assert_eq!(slow.load(&server).await.key, None);
    let session = browser.load(&server).await;
    assert_eq!((session.user, session.get("plan")), (Some(user), Some(&json!(1))));
}

#[tokio::test]
async fn two_logins_at_once_do_not_share_a_session() {
    let (server, mut browser) = (Server::new().await, Browser::default());
    let (ada, eve) = (server.user("ada").await, server.user("eve").await);
    browser.visit(&server, |session| session.set("plan", json!(1))).await;
    let mut other = Browser(browser.0.clone());
    let mut late = other.load(&server).await;
    browser.visit(&server, |session| log_in(session, ada, None)).await;
    log_in(&mut late, eve, None);
    other.answered(&server, &mut late).await;
    assert_eq!((browser.load(&server).await.user, other.load(&server).await.user), (Some(ada), Some(eve)));
}

#[tokio::test]
async fn a_logout_ends_the_session_for_ever() {
    let (server, mut browser) = (Server::new().await, Browser::default());
    let user = server.user("ada").await;
    browser.visit(&server, |session| log_in(session, user, Some(3600))).await;
    let before = Browser(browser.0.clone());
    browser.visit(&server, log_out).await;
    assert_eq!((stored(&server).await, browser.cookie(COOKIE)), (0, None));
    assert_eq!(before.load(&server).await.user, None);
}

#[tokio::test]
async fn what_is_stored_after_a_logout_is_a_new_session() {
    let (server, mut browser) = (Server::new().await, Browser::default());
    let user = server.user("ada").await;
    browser.visit(&server, |session| log_in(session, user, None)).await;
    let before = browser.cookie(COOKIE);
    browser
        .visit(&server, |session| {
            log_out(session);
            session.set("plan", json!("after"));
        })
        .await;
    let session = browser.load(&server).await;
    assert_eq!((session.user, session.get("plan")), (None, Some(&json!("after"))));
    assert_ne!(browser.cookie(COOKIE), before);
}

#[tokio::test]
async fn sessions_end_a_day_after_their_last_change_or_when_the_login_said() {
    let (server, mut visitor, mut user) = (Server::new().await, Browser::default(), Browser::default());
    let ada = server.user("ada").await;
    visitor.visit(&server, |session| session.set("plan", json!(1))).await;
    user.visit(&server, |session| log_in(session, ada, Some(2 * 86_400))).await;
    server.wait(86_399);
    assert!(visitor.load(&server).await.key.is_some());
    server.wait(2);
    assert!(visitor.load(&server).await.key.is_none());
    // Use does not move an end that was fixed at login.
    user.visit(&server, |session| session.set("x", json!(1))).await;
    server.wait(86_398);
    assert_eq!(user.load(&server).await.user, Some(ada));
    server.wait(2);
    assert_eq!(user.load(&server).await.user, None);
}

#[tokio::test]
async fn the_last_use_is_noted_once_a_minute() {
    let (server, mut browser) = (Server::new().await, Browser::default());
    let user = server.user("ada").await;
    browser.visit(&server, |session| log_in(session, user, None)).await;
    let used = async |server: &Server| server.all(AuthenticatedSession::RESOURCE).await[0].time("last_used").unwrap();
    let login = used(&server).await;
    server.wait(59);
    browser.visit(&server, |_| {}).await;
    server.sessions().flush().await.unwrap();
    assert_eq!(used(&server).await, login);
    server.wait(2);
    browser.visit(&server, |_| {}).await;
    server.sessions().flush().await.unwrap();
    assert_eq!(used(&server).await, server.now());
}

#[tokio::test]
async fn a_cookie_of_another_server_opens_nothing() {
    let (server, mut browser) = (Server::new().await, Browser::default());
    browser.visit(&server, |session| session.set("plan", json!(1))).await;
    let key = vestibule_secret::signed::CookieKey::new("secret").read(&browser.cookie(COOKIE).unwrap(), server.now()).unwrap();
    let forged = vestibule_secret::signed::CookieKey::new("other").write(&key, None);
    let stranger = Browser(vec![(COOKIE.into(), forged)]);
    assert_eq!(stranger.load(&server).await.key, None);
}

#[tokio::test]
async fn the_database_never_holds_a_session_key() {
    let (server, mut browser) = (Server::new().await, Browser::default());
    browser.visit(&server, |session| session.set("plan", json!(1))).await;
    server.sessions().flush().await.unwrap();
    let key = browser.load(&server).await.key.unwrap();
    let rows = server.all(AuthenticatedSession::RESOURCE).await;
    assert!(rows[0].values().iter().all(|(_, value)| value != &Value::from(key.as_str())));
}

#[tokio::test]
async fn secure_connections_have_secure_cookies() {
    let server = Server::new().await;
    let secure = Request { scheme: "https".into(), ..request("GET", "") };
    let mut session = Session::default();
    session.set("plan", json!(1));
    let cookies = server.sessions().save(&secure, &mut session).await.unwrap();
    assert!(cookies[0].ends_with("; Path=/; HttpOnly; Secure; SameSite=None"), "{cookies:?}");
    let mut session = Session::default();
    session.set("plan", json!(1));
    let cookies = server.sessions().save(&request("GET", ""), &mut session).await.unwrap();
    assert!(cookies[0].ends_with("; Path=/; HttpOnly; SameSite=Lax"), "{cookies:?}");
}

#[tokio::test]
async fn the_api_shows_logged_in_sessions_only_and_ends_them() {
    let (server, mut visitor, mut user) = (Server::new().await, Browser::default(), Browser::default());
    let (root, ada) = (server.user("root").await, server.user("ada").await);
    visitor.visit(&server, |session| session.set("plan", json!(1))).await;
    server.sessions().flush().await.unwrap();
    user.visit(&server, |session| log_in(session, ada, None)).await;
    let (admin, own) = (server.caller(root, true).await, server.caller(ada, false).await);
    let (_, list) = server.ask(own.clone(), "GET", "core/authenticated_sessions/", None).await;
    assert_eq!((&list["pagination"]["count"], &list["results"][0]["user"]), (&json!(1), &json!(ada)));
    let shown = &list["results"][0];
    let names: Vec<&String> = shown.as_object().unwrap().keys().collect();
    assert_eq!(names, ["uuid", "current", "user_agent", "geo_ip", "asn", "user", "last_ip", "last_user_agent", "last_used", "expires"]);
    let found = async |query: &str| {
        server.ask(admin.clone(), "GET", &format!("core/authenticated_sessions/?{query}"), None).await.1["pagination"]["count"].clone()
    };
    assert_eq!(
        (found("search=ada").await, found("user__username=root").await, found("session__last_ip=192.0.2.1").await),
        (json!(1), json!(0), json!(1))
    );
    assert_eq!((&shown["last_ip"], &shown["current"]), (&json!("192.0.2.1"), &json!(false)));
    let path = format!("core/authenticated_sessions/bulk_delete/?user_pks={ada}");
    assert_eq!(server.ask(own, "DELETE", &path, None).await.0, 403);
    assert_eq!(server.ask(admin.clone(), "DELETE", &path, None).await, (200, json!({ "deleted": 1 })));
    assert_eq!(user.load(&server).await.user, None);
    assert_eq!(stored(&server).await, 1, "the visitor's session stays");
}

/// A write that notes something, and then fails or not.
fn note(fails: bool) -> Write {
    Write::new(move |tx| {
        Box::pin(async move {
            tx.set_setting("login", json!(fails)).await?;
            if fails { Err(Error::internal("broken")) } else { Ok(()) }
        })
    })
}

#[tokio::test]
async fn what_goes_with_a_login_is_written_with_it_or_not_at_all() {
    let server = Server::new().await;
    let user = server.user("ada").await;
    let (mut lucky, mut unlucky) = (Browser::default(), Browser::default());
    lucky
        .visit(&server, |session| {
            log_in(session, user, None);
            session.writes.push(note(false));
        })
        .await;
    assert_eq!(server.store.setting("login").await, Ok(Some(json!(false))));
    unlucky.visit(&server, |session| session.set("a", json!(1))).await;
    let mut session = unlucky.load(&server).await;
    log_in(&mut session, user, None);
    session.writes.push(note(true));
    assert!(server.sessions().save(&unlucky.asks(), &mut session).await.is_err());
    assert_eq!(server.store.setting("login").await, Ok(Some(json!(false))));
    let theirs = server.all(AuthenticatedSession::RESOURCE).await;
    assert_eq!(theirs.iter().filter(|row| row.get("user") == &Value::Int(user)).count(), 1);
}

#[tokio::test]
async fn a_visitor_who_comes_back_costs_no_question_until_somebody_writes() {
    let server = Server::new().await;
    let user = server.user("ada").await;
    let mut browser = Browser::default();
    browser.visit(&server, |session| log_in(session, user, None)).await;
    browser.load(&server).await;
    let before = server.store.queries();
    assert_eq!(browser.load(&server).await.user, Some(user));
    assert_eq!(server.store.queries(), before);
    let mut tx = server.store.begin(vestibule_store::Actor::default()).await.unwrap();
    tx.delete_where(&vestibule_store::Query::all(AuthenticatedSession::RESOURCE)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(browser.load(&server).await.user, None, "a session that was ended is over at once");
}
