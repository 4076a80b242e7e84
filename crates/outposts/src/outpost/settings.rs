//! Settings of an outpost, by name.

use serde_json::{Map, Value as Json, json};
use vestibule_secret::duration;

/// Setting: how often the configuration is fetched again.
const REFRESH: &str = "refresh_interval";

/// How often that is when nobody says, in seconds.
const REFRESH_SECONDS: i64 = 300;

/// What a setting holds.
#[derive(Clone, Copy)]
enum Holds {
    Text,
    Duration,
    Bool,
    Count,
    List,
    Object,
}

/// A setting: its name, what it holds, and its default as JSON text. One whose default is null may be null.
type Setting = (&'static str, Holds, &'static str);

/// The settings that outposts know, in the order in which they are shown.
const SETTINGS: &[Setting] = &[
    ("authentik_host", Holds::Text, "\"\""),
    ("authentik_host_insecure", Holds::Bool, "false"),
    ("authentik_host_browser", Holds::Text, "\"\""),
    ("log_level", Holds::Text, "\"info\""),
    ("object_naming_template", Holds::Text, "\"ak-outpost-%(name)s\""),
    (REFRESH, Holds::Duration, "\"minutes=5\""),
    ("container_image", Holds::Text, "null"),
    ("docker_network", Holds::Text, "null"),
    ("docker_map_ports", Holds::Bool, "true"),
    ("docker_labels", Holds::Object, "null"),
    ("kubernetes_replicas", Holds::Count, "1"),
    ("kubernetes_namespace", Holds::Text, "\"default\""),
    ("kubernetes_ingress_annotations", Holds::Object, "{}"),
    ("kubernetes_ingress_secret_name", Holds::Text, "\"authentik-outpost-tls\""),
    ("kubernetes_ingress_class_name", Holds::Text, "null"),
    ("kubernetes_ingress_path_type", Holds::Text, "null"),
    ("kubernetes_httproute_annotations", Holds::Object, "{}"),
    ("kubernetes_httproute_parent_refs", Holds::List, "[]"),
    ("kubernetes_service_type", Holds::Text, "\"ClusterIP\""),
    ("kubernetes_disabled_components", Holds::List, "[]"),
    ("kubernetes_image_pull_secrets", Holds::List, "[]"),
    ("kubernetes_json_patches", Holds::Object, "null"),
];

/// Every setting at its default. `host` is where this server is reached.
pub(super) fn defaults(host: &str) -> Json {
    let parsed = |text: &str| serde_json::from_str(text).unwrap_or_default();
    let mut all: Map<String, Json> = SETTINGS.iter().map(|(name, _, default)| ((*name).to_owned(), parsed(default))).collect();
    all.insert("authentik_host".into(), json!(host));
    Json::Object(all)
}

/// A sentence for each setting that does not hold what it should. Names that nobody knows are left alone.
pub(super) fn wrong(config: &Map<String, Json>) -> Vec<String> {
    let judge = |(name, holds, default): &Setting| {
        let value = config.get(*name)?;
        let absent = value.is_null() && *default == "null";
        (!absent && !holds.accepts(value)).then(|| format!("{name} must be {}.", holds.described()))
    };
    SETTINGS.iter().filter_map(judge).collect()
}

/// How often the configuration is fetched again, in seconds.
pub(super) fn refresh_seconds(config: &Json) -> i64 {
    let told = config.get(REFRESH).and_then(Json::as_str).and_then(|text| duration::parse(text).ok());
    told.map_or(REFRESH_SECONDS, |told| told.as_secs())
}

impl Holds {
    fn accepts(self, value: &Json) -> bool {
        match self {
            Holds::Text => value.is_string(),
            Holds::Duration => value.as_str().is_some_and(|text| duration::parse(text).is_ok()),
            Holds::Bool => value.is_boolean(),
            Holds::Count => value.as_u64().is_some_and(|count| u32::try_from(count).is_ok()),
            Holds::List => value.is_array(),
            Holds::Object => value.is_object(),
        }
    }

    fn described(self) -> &'static str {
        match self {
            Holds::Text => "text",
            Holds::Duration => "a duration such as minutes=5",
            Holds::Bool => "true or false",
            Holds::Count => "a whole number that is not negative",
            Holds::List => "a list",
            Holds::Object => "an object",
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::indexing_slicing, reason = "tests")]

    use super::*;

    #[test]
    fn the_defaults_are_right_themselves() {
        let all = defaults("https://id.example.com/");
        assert_eq!(all["authentik_host"], "https://id.example.com/");
        assert_eq!(all.as_object().map(|all| (all.len(), wrong(all))), Some((SETTINGS.len(), Vec::new())));
        assert_eq!(refresh_seconds(&all), REFRESH_SECONDS);
    }

    #[test]
    fn what_does_not_fit_is_told() {
        let config = json!({ "refresh_interval": "soon", "docker_labels": null, "log_level": null, "mine": [] });
        let told = config.as_object().map(wrong).unwrap_or_default();
        assert_eq!(told, ["log_level must be text.", "refresh_interval must be a duration such as minutes=5."]);
    }
}
