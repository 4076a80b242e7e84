//! Folders of the directory of users.

use serde_json::{Value as Json, json};
use vestibule_engine::{Answer, Context};
use vestibule_resource::{Model as _, Result, Value};
use vestibule_store::{Condition, Op};

use super::User;

/// What is wrong with a path, if anything.
pub(super) fn wrong(path: &str) -> Option<&'static str> {
    if path.starts_with('/') || path.ends_with('/') {
        return Some("No leading or trailing slashes allowed.");
    }
    path.split('/').any(str::is_empty).then_some("No empty segments in user path allowed.")
}

/// `GET paths/`: every path that some user has, in order.
pub(super) async fn list(cx: &Context) -> Result<Answer> {
    let mut query = cx.visible(User::RESOURCE).await?;
    if let Some(search) = cx.request.params.get("search").filter(|search| !search.is_empty()) {
        query = query.filter(Condition::compare("path", Op::Contains, search));
    }
    let paths: Vec<Json> = cx.store.distinct(&query, "path").await?.iter().map(Value::to_json).collect();
    Ok(Answer::json(200, json!({ "paths": paths })))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_words_between_its_slashes() {
        assert_eq!(wrong("users/staff"), None);
        assert_eq!(wrong("/users"), Some("No leading or trailing slashes allowed."));
        assert_eq!(wrong("users/"), Some("No leading or trailing slashes allowed."));
        assert_eq!(wrong("a//b"), Some("No empty segments in user path allowed."));
    }
}
