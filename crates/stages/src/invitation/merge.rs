//! How the values of an invitation join what is known already.

use serde_json::{Map, Value as Json};
use vestibule_core::groups;

use crate::user_write::attribute_path;

/// Merges the values of an invitation into `prompt_data`: objects key by key, lists one after the other; of anything else, what
/// the invitation says stays.
pub(crate) fn merge(known: &mut Map<String, Json>, fixed: &Map<String, Json>) {
    known.retain(|key, _| !names_fixed_attribute(key, fixed));
    groups::merge(known, fixed);
}

/// Whether `attributes.dept` was answered before an invitation that fixes `{"attributes": {"dept": …}}`. The answer must go:
/// it would be written after the object and win.
fn names_fixed_attribute(key: &str, fixed: &Map<String, Json>) -> bool {
    let Some(path) = attribute_path(key) else { return false };
    let mut here = fixed.get("attributes");
    for word in path.split('.') {
        here = here.and_then(|value| value.get(word));
    }
    here.is_some()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use serde_json::json;

    use super::*;

    fn merged(known: Json, fixed: Json) -> Json {
        let mut known = known.as_object().unwrap().clone();
        merge(&mut known, fixed.as_object().unwrap());
        Json::Object(known)
    }

    #[test]
    fn objects_merge_lists_join_and_the_invitation_wins() {
        let known = json!({"name": "typed", "tags": [1], "attributes": {"dept": "old", "floor": 3, "keys": ["a"]}});
        let fixed = json!({"name": "fixed", "tags": [2, 1], "attributes": {"dept": "eng", "keys": ["b"]}, "new": null});
        let wanted =
            json!({"name": "fixed", "tags": [1, 2, 1], "attributes": {"dept": "eng", "floor": 3, "keys": ["a", "b"]}, "new": null});
        assert_eq!(merged(known, fixed), wanted);
    }

    #[test]
    fn different_kinds_do_not_merge() {
        let known = json!({"a": {"b": 1}, "c": [1], "d": 1});
        let fixed = json!({"a": [2], "c": {"x": 1}, "d": {}});
        assert_eq!(merged(known, fixed.clone()), fixed);
    }

    #[test]
    fn an_empty_invitation_changes_nothing() {
        let known = json!({"a": {"b": [1]}, "attributes.dept": "typed"});
        assert_eq!(merged(known.clone(), json!({})), known);
    }

    #[test]
    fn an_attribute_answered_before_gives_way() {
        let known = json!({"attributes.dept": "typed", "attributes_floor": 1, "attributes.desk": 7});
        let fixed = json!({"attributes": {"dept": "eng", "floor": 3}});
        assert_eq!(merged(known, fixed), json!({"attributes.desk": 7, "attributes": {"dept": "eng", "floor": 3}}));
    }
}
