//! Attributes that users inherit from brand and groups.

use serde_json::{Map, Value as Json};
use vestibule_resource::{Record, Result};
use vestibule_store::Store;

/// The user's attributes on top of those of their groups (by name, with all ancestors) on top of the brand's.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn group_attributes(store: &Store, brand: Option<&Record>, user: &Record) -> Result<Map<String, Json>> {
    let mut groups = super::all_of(store, user.key().as_int().unwrap_or_default()).await?;
    groups.sort_by(|a, b| a.text("name").cmp(b.text("name")));
    let mut all = Map::new();
    for row in brand.into_iter().chain(&groups).chain([user]) {
        if let Json::Object(attributes) = row.json("attributes") {
            merge(&mut all, attributes);
        }
    }
    Ok(all)
}

/// Adds `more` to `into`: objects merge, lists are appended, anything else wins.
pub fn merge(into: &mut Map<String, Json>, more: &Map<String, Json>) {
    merge_by(into, more, |old, new| old.extend(new.iter().cloned()));
}

/// The same, but lists get only what they do not hold yet.
pub fn merge_unique(into: &mut Map<String, Json>, more: &Map<String, Json>) {
    merge_by(into, more, |old, new| new.iter().for_each(|item| push_new(old, item)));
}

fn push_new(items: &mut Vec<Json>, item: &Json) {
    if !items.contains(item) {
        items.push(item.clone());
    }
}

fn merge_by(into: &mut Map<String, Json>, more: &Map<String, Json>, append: fn(&mut Vec<Json>, &[Json])) {
    for (name, value) in more {
        match (into.get_mut(name), value) {
            (Some(Json::Object(old)), Json::Object(new)) => merge_by(old, new, append),
            (Some(Json::Array(old)), Json::Array(new)) => append(old, new),
            _ => {
                into.insert(name.clone(), value.clone());
            }
        }
    }
}

/// The value at a path of names, `settings.theme.base`.
pub fn at<'a>(attributes: &'a Json, path: &str) -> Option<&'a Json> {
    path.split('.').try_fold(attributes, |value, name| value.get(name))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn merged(merge: fn(&mut Map<String, Json>, &Map<String, Json>), into: Json, more: Json) -> Json {
        let mut all = into.as_object().cloned().unwrap_or_default();
        merge(&mut all, &more.as_object().cloned().unwrap_or_default());
        Json::Object(all)
    }

    #[test]
    fn objects_merge_lists_grow_and_the_later_value_wins() {
        let all = merged(merge, json!({ "a": { "x": 1, "y": [1] }, "b": 1 }), json!({ "a": { "y": [1, 2], "z": 3 }, "b": { "c": 1 } }));
        assert_eq!(all, json!({ "a": { "x": 1, "y": [1, 1, 2], "z": 3 }, "b": { "c": 1 } }));
    }

    #[test]
    fn a_list_that_is_merged_uniquely_holds_nothing_twice() {
        let all = merged(merge_unique, json!({ "a": { "y": [1, { "b": 1 }] } }), json!({ "a": { "y": [{ "b": 1 }, 2, 2] } }));
        assert_eq!(all, json!({ "a": { "y": [1, { "b": 1 }, 2] } }));
    }

    #[test]
    fn a_path_leads_into_objects_only() {
        let attributes = json!({ "settings": { "locale": "de" }, "list": [1] });
        assert_eq!(at(&attributes, "settings.locale"), Some(&json!("de")));
        assert_eq!(at(&attributes, "settings.locale.x"), None);
        assert_eq!(at(&attributes, "list.0"), None);
    }
}
