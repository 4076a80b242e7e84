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

/// Somebody whose rights come from one role.
pub struct Holder {
    /// The person.
    pub user: User,
    /// The key of the role.
    pub role: String,
}

impl App {
    /// Makes a user with a role that holds these permissions, `app.codename`, on every object of their kind.
    pub async fn holder(&self, word: &str, permissions: &[&str]) -> Holder {
        let (user, role) = (self.user(word).await, self.role(permissions).await);
        self.admin().post(&format!("rbac/roles/{role}/add_user/"), json!({"pk": user.pk})).await.assert_status(204);
        Holder { user, role }
    }

    /// Makes a role that holds these permissions on every object of their kind, and answers its key.
    pub async fn role(&self, permissions: &[&str]) -> String {
        let role = self.admin().create("rbac/roles/", json!({"name": self.name("role")})).await.str("pk");
        if !permissions.is_empty() {
            let assign = format!("rbac/permissions/assigned_by_roles/{role}/assign/");
            self.admin().post(&assign, json!({"permissions": permissions})).await.assert_status(200);
        }
        role
    }

    /// Gives a role a permission on one object, by model label and key.
    pub async fn permit(&self, role: &str, permission: &str, model: &str, key: impl std::fmt::Display) {
        let body = json!({"permissions": [permission], "model": model, "object_pk": key.to_string()});
        self.admin().post(&format!("rbac/permissions/assigned_by_roles/{role}/assign/"), body).await.assert_status(200);
    }

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
