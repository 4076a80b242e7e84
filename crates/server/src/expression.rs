//! The few expressions that the default objects hold, until there is an evaluator for all of them.

use serde_json::{Map, Value as Json};
use vestibule_engine::Context;
use vestibule_resource::{Record, Value};

/// Fields of the user that `return user.…` may name.
const FIELDS: &[&str] = &["username", "name", "email"];

/// `return user.username` and the like, about who is logged in; `None` for every other expression, which then stands as it is.
pub(crate) fn evaluate(cx: &Context, source: &str, _known: &Map<String, Json>) -> Option<Json> {
    of_user(&cx.caller.identity()?.user, source)
}

fn of_user(user: &Record, source: &str) -> Option<Json> {
    let name = source.trim().strip_prefix("return user.")?;
    FIELDS.contains(&name).then(|| Value::to_json(user.get(name)))
}

#[cfg(test)]
mod tests {
    use vestibule_core::users::User;
    use vestibule_resource::Model as _;

    use super::*;

    #[test]
    fn names_of_the_user_are_filled_in_and_nothing_else_is_run() {
        let user = Record::new(User::RESOURCE, vec![("username", "ada".into()), ("password", "hash".into())]);
        assert_eq!(of_user(&user, " return user.username\n"), Some(Json::from("ada")));
        for source in ["return user.password", "return user.username + 'x'", "user.username", "return user.username; import os", ""] {
            assert_eq!(of_user(&user, source), None, "{source}");
        }
    }
}
