//! People of the tests.

use serde_json::json;

use crate::{Answer, App, Caller, Journey};

/// Somebody with an account, a password and a token, and no permission at all.
pub struct User {
    /// The number of the account.
    pub pk: i64,
    /// The name to log in with.
    pub username: String,
    /// The password.
    pub password: String,
    /// The key of the token.
    pub key: String,
    /// The same person as a caller of the API.
    pub api: Caller,
}

impl App {
    /// Makes an unprivileged user; `word` begins the name.
    pub async fn user(&self, word: &str) -> User {
        let (admin, username) = (self.admin(), self.name(word));
        let email = format!("{username}@example.com");
        let made = admin.create("core/users/", json!({"username": username, "name": word, "email": email})).await;
        let (pk, password, key) = (made.int("pk"), format!("password of {username}"), format!("key-of-{username}"));
        admin.post(&format!("core/users/{pk}/set_password/"), json!({"password": password})).await.assert_status(204);
        let identifier = format!("token-of-{username}");
        admin.create("core/tokens/", json!({"identifier": identifier, "user": pk, "intent": "api"})).await;
        admin.post(&format!("core/tokens/{identifier}/set_key/"), json!({"key": key})).await.assert_status(204);
        let api = self.with_token(&key);
        User { pk, username, password, key, api }
    }

    /// A browser in which this person has logged in through the default flow.
    pub async fn logged_in(&self, user: &User) -> Caller {
        self.log_in(&user.username, &user.password).await.0
    }

    /// Logs in through the default flow; returns the browser and what the flow said last.
    pub async fn log_in(&self, name: &str, password: &str) -> (Caller, Answer) {
        let journey = Journey::new(self, "default-authentication-flow", "");
        let last = journey.log_in(name, password).await;
        (journey.browser, last)
    }
}
