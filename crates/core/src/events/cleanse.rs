//! Secrets never reach the log of events.

use serde_json::Value as Json;

/// What stands in an event instead of a secret.
const STARS: &str = "********************";

/// Parts of names whose values are secrets, whatever their case.
const SECRET: [&str; 8] = ["api", "auth", "token", "key", "secret", "pass", "signature", "http_cookie"];

/// Names that look so but hold nothing secret.
const HARMLESS: [&str; 4] = ["passing", "password_change_date", "auth_method", "auth_method_args"];

/// Members of a reference to an object, see [`reference`](super::reference): it names a secret and does not hold it.
const REFERENCE: [&str; 4] = ["app", "model_name", "name", "pk"];

/// Makes stars of every value whose name sounds like a secret, at any depth.
pub fn cleanse(value: &mut Json) {
    match value {
        Json::Object(members) => members.iter_mut().for_each(|(name, value)| member(name, value)),
        Json::Array(items) => items.iter_mut().for_each(cleanse),
        _ => {}
    }
}

fn member(name: &str, value: &mut Json) {
    if secret(name) && !names_an_object(value) { *value = Json::from(STARS) } else { cleanse(value) }
}

fn names_an_object(value: &Json) -> bool {
    value.as_object().is_some_and(|members| members.len() == REFERENCE.len() && REFERENCE.iter().all(|name| members.contains_key(*name)))
}

fn secret(name: &str) -> bool {
    let name = name.to_lowercase();
    !HARMLESS.contains(&name.as_str()) && SECRET.iter().any(|part| name.contains(part))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn cleansed(mut value: Json) -> Json {
        cleanse(&mut value);
        value
    }

    #[test]
    fn values_of_secret_names_become_stars_at_any_depth() {
        let told = cleansed(json!({
            "password": "x", "nested": [{ "Api_Key": 1, "name": "n" }], "auth_method": "password", "passing": true, "auth_method_args": { "token": "t" },
        }));
        assert_eq!(
            told,
            json!({
                "password": STARS, "nested": [{ "Api_Key": STARS, "name": "n" }], "auth_method": "password", "passing": true,
                "auth_method_args": { "token": STARS },
            })
        );
    }

    #[test]
    fn an_event_names_the_secret_that_it_is_about() {
        let token = json!({ "app": "authentik_core", "model_name": "token", "name": "t", "pk": "0" });
        assert_eq!(cleansed(json!({ "secret": token })), json!({ "secret": token }));
        assert_eq!(cleansed(json!({ "secret": { "value": "x" }, "passwords": ["x"] })), json!({ "secret": STARS, "passwords": STARS }));
    }
}
