//! The people who call: nobody, somebody without rights, and people with some.

use serde_json::Value as Json;
use vestibule_tests::{App, Caller};

/// Every permission that there is.
pub(crate) struct Permissions(Vec<Json>);

impl Permissions {
    pub(crate) async fn read(app: &App) -> Permissions {
        let mut all = Vec::new();
        for page in 1.. {
            let list = app.admin().get(&format!("rbac/permissions/?page_size=100&page={page}")).await.assert_status(200);
            all.extend(list["results"].as_array().unwrap().clone());
            if list["pagination"]["next"] == 0 {
                return Permissions(all);
            }
        }
        unreachable!("pages end");
    }

    /// The labels of the permissions to do these things with everything that there is.
    pub(crate) fn to(&self, verbs: &[&str]) -> Vec<String> {
        let is_one = |permission: &&Json| {
            let model = permission["model"].as_str().unwrap();
            verbs.iter().any(|verb| permission["codename"] == format!("{verb}_{model}"))
        };
        self.0.iter().filter(is_one).map(label).collect()
    }
}

fn label(permission: &Json) -> String {
    format!("{}.{}", permission["app_label"].as_str().unwrap(), permission["codename"].as_str().unwrap())
}

/// Somebody whose role holds these permissions on everything.
pub(crate) async fn holder(app: &App, word: &str, permissions: &[String]) -> Caller {
    let permissions: Vec<&str> = permissions.iter().map(String::as_str).collect();
    app.holder(word, &permissions).await.user.api
}
