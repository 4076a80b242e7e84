//! Compares an answer with the recorded one.

use std::{collections::HashMap, sync::LazyLock};

use regex::Regex;
use serde_json::Value as Json;

use super::Difference;
use crate::Answer;

/// What differs from run to run or from house to house, by the key it stands under.
const MASKED: &[&str] = &[
    "key",
    "token",
    "uid",
    "request_id",
    "password",
    "pending_user_avatar",
    "avatar",
    "session_token",
    "build_hash",
    "version_current",
    "error_reporting",
    "last_login",
    "date_joined",
    "password_change_date",
    "x5t",
    "cache_count",
    "challenge",
    "background",
    "background_url",
    "logo",
    "branding_logo",
    "branding_favicon",
];
/// Numbers that stand for objects.
const COUNTED: &[&str] = &["pk", "user", "user_pk", "users", "id", "num_pk", "created_by"];

static ID: LazyLock<Regex> = LazyLock::new(|| Regex::new("(?i)[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}").unwrap());
static TIME: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?").unwrap());
static PARSER: LazyLock<Regex> = LazyLock::new(|| Regex::new("^(JSON parse error) - .*").unwrap());
static HOST: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"127\.0\.0\.1:\d+").unwrap());

/// Which identifier of the recording is which of ours, learned as answers are compared.
#[derive(Default)]
pub(crate) struct Comparison {
    ours: HashMap<String, String>,
    theirs: HashMap<String, String>,
}

impl Comparison {
    /// How an answer differs from the recorded one; empty when it does not.
    pub(crate) fn answers(&mut self, want: &Json, have: &Answer) -> Vec<Difference> {
        let mut found = Vec::new();
        if want["status"] != have.status {
            let start: String = have.text().chars().take(90).collect();
            return vec![format!("status {}, recorded {}: {start}", have.status, want["status"])];
        }
        let recorded = |name: &str| want["headers"][name].as_str().unwrap_or_default();
        let answered = |name: &str| have.header(name).unwrap_or_default();
        let kind = |text: &str| text.split(';').next().unwrap_or_default().to_owned();
        let kinds = [kind(recorded("content-type")), kind(answered("content-type"))];
        if kinds[0] != kinds[1] && !kinds[0].contains("html") {
            found.push(format!("content type {}, recorded {}", kinds[1], kinds[0]));
        }
        if have.status == 405 && recorded("allow") != answered("allow") {
            found.push(format!("Allow {}, recorded {}", answered("allow"), recorded("allow")));
        }
        if !recorded("location").is_empty() {
            self.texts(recorded("location"), answered("location"), "Location", &mut found);
        }
        if let Some(body) = want.get("body") {
            self.values(body, &have.body, "body", "", &mut found);
        }
        found
    }

    fn values(&mut self, want: &Json, have: &Json, place: &str, key: &str, found: &mut Vec<Difference>) {
        if MASKED.contains(&key) && want.is_null() == have.is_null() {
            return;
        }
        match (want, have) {
            (Json::Object(wanted), Json::Object(given)) => {
                let added = given.keys().filter(|name| !wanted.contains_key(*name));
                found.extend(added.map(|name| format!("{place}.{name} added")));
                for (name, value) in wanted {
                    match given.get(name) {
                        Some(other) => self.values(value, other, &format!("{place}.{name}"), name, found),
                        None => found.push(format!("{place}.{name} missing")),
                    }
                }
            }
            (Json::Array(wanted), Json::Array(given)) => {
                if wanted.len() != given.len() {
                    found.push(format!("{place} has {} items, recorded {}", given.len(), wanted.len()));
                }
                for (index, (one, other)) in wanted.iter().zip(given).enumerate() {
                    self.values(one, other, &format!("{place}[{index}]"), key, found);
                }
            }
            (Json::String(wanted), Json::String(given)) => self.texts(wanted, given, place, found),
            (Json::Number(wanted), Json::Number(given)) if COUNTED.contains(&key) => {
                let same = self.same(&format!("{key}#{wanted}"), &format!("{key}#{given}"));
                found.extend((!same).then(|| format!("{place} is another object's number")));
            }
            _ if want != have => found.push(format!("{place} {}, recorded {}", short(have), short(want))),
            _ => {}
        }
    }

    fn texts(&mut self, want: &str, have: &str, place: &str, found: &mut Vec<Difference>) {
        if plain(want) != plain(have) {
            found.push(format!("{place} {}, recorded {}", short(&have.into()), short(&want.into())));
            return;
        }
        let pairs: Vec<_> = ID.find_iter(want).zip(ID.find_iter(have)).map(|(one, other)| (one.as_str(), other.as_str())).collect();
        if !pairs.into_iter().all(|(one, other)| self.same(one, other)) {
            found.push(format!("{place} is another object's identifier"));
        }
    }

    /// Whether two identifiers stand for the same object, as far as has been seen.
    fn same(&mut self, want: &str, have: &str) -> bool {
        let [want, have] = [want, have].map(|id| id.replace('-', "").to_lowercase());
        let ours = self.ours.entry(want.clone()).or_insert_with(|| have.clone()).clone();
        let theirs = self.theirs.entry(have.clone()).or_insert_with(|| want.clone()).clone();
        ours == have && theirs == want
    }
}

fn plain(text: &str) -> String {
    let text = ID.replace_all(text, "<id>");
    let text = TIME.replace_all(&text, "<time>");
    let text = PARSER.replace(&text, "$1");
    HOST.replace_all(&text, "<host>").into_owned()
}

fn short(value: &Json) -> String {
    value.to_string().chars().take(80).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn compare(pairs: &[(Json, Json)]) -> Vec<Difference> {
        let (mut comparison, mut found) = (Comparison::default(), Vec::new());
        for (want, have) in pairs {
            comparison.values(want, have, "body", "", &mut found);
        }
        found
    }

    const A: &str = "aaaaaaaa-0000-4000-8000-000000000000";
    const B: &str = "bbbbbbbb-0000-4000-8000-000000000000";

    #[test]
    fn identifiers_may_differ_but_must_correspond() {
        assert!(compare(&[(json!({"pk": A}), json!({"pk": B})), (json!({"flow": A}), json!({"flow": B}))]).is_empty());
        assert_eq!(
            compare(&[(json!({"pk": A}), json!({"pk": B})), (json!({"pk": B}), json!({"pk": B}))]),
            ["body.pk is another object's identifier"]
        );
        assert_eq!(compare(&[(json!({"pk": 4}), json!({"pk": 1})), (json!({"user": 5}), json!({"user": 2}))]), Vec::<String>::new());
    }

    #[test]
    fn times_and_secrets_are_not_compared_but_their_presence_is() {
        let want = json!({"expires": "2026-11-23T15:19:12.455025Z", "key": "abc", "last_login": null});
        assert!(compare(&[(want.clone(), json!({"expires": "2027-01-01T00:00:00Z", "key": "xyz", "last_login": null}))]).is_empty());
        assert_eq!(compare(&[(want, json!({"expires": "never", "key": null, "last_login": null}))]).len(), 2);
    }

    #[test]
    fn whatever_is_missing_added_or_of_another_kind_is_told() {
        let found = compare(&[(json!({"a": 1, "b": [1, 2], "c": true}), json!({"b": [1], "c": 1, "d": 0}))]);
        assert_eq!(found, ["body.d added", "body.a missing", "body.b has 1 items, recorded 2", "body.c 1, recorded true"]);
    }
}
