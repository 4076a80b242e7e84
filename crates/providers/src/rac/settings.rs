//! Settings of machines, which may hold passwords.

use serde_json::{Map, Value as Json, json};
use vestibule_engine::{Context, codename};
use vestibule_resource::Model as _;

use super::Endpoint;

/// Objects inside of others that have settings too.
const NESTED: &[&str] = &["provider_obj", "endpoint_obj"];

/// Whether the caller looks after machines, and does not only work on them.
pub(super) fn administers(cx: &Context) -> bool {
    cx.caller.superuser() || cx.holds(&codename(Endpoint::RESOURCE, "view"))
}

/// Empties the settings of an object, and of those inside.
pub(super) fn empty(object: &mut Map<String, Json>) {
    if let Some(settings) = object.get_mut("settings") {
        *settings = json!({});
    }
    for name in NESTED {
        if let Some(Json::Object(inner)) = object.get_mut(*name) {
            empty(inner);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_settings_are_left_however_deep() {
        let secret = json!({ "password": "p" });
        let provider = json!({ "settings": secret });
        let endpoint = json!({ "settings": secret, "provider_obj": provider });
        let Json::Object(mut token) = json!({ "provider_obj": provider, "endpoint_obj": endpoint }) else { return };
        empty(&mut token);
        assert!(!Json::Object(token).to_string().contains("password"));
    }
}
