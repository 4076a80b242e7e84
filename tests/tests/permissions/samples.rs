//! One object of each collection, made by the administrator, with names that can be recognised.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};
use vestibule_tests::App;

/// Stands in every sample's name.
pub(crate) const WORD: &str = "zq-sample";

/// A collection's sample: how it is addressed, and what a write about it sends.
struct Sample {
    key: String,
    body: Json,
}

pub(crate) struct Samples(BTreeMap<&'static str, Sample>);

/// Collections that share another's objects.
const ALIASES: &[(&str, &str)] =
    &[("/stages/all/", "/stages/dummy/"), ("/flows/executor/", "/flows/instances/"), ("/flows/inspector/", "/flows/instances/")];

/// Operations of a whole collection or of the system: covered, with nothing to fill in. Those that only the administrator may call.
const PLAIN: &[&str] = &[
    "/admin/system/",
    "/admin/version/history/",
    "/core/users/paths/",
    "/core/users/service_account/",
    "/core/users/export/",
    "/stages/prompt/prompts/preview/",
    "/flows/instances/cache_clear/",
    "/flows/instances/cache_info/",
    "/core/authenticated_sessions/bulk_delete/",
];

impl Samples {
    pub(crate) async fn make(app: &App) -> Samples {
        let mut samples = Samples(BTreeMap::new());
        let slug = app.name(WORD);
        let flow = samples
            .add(app, "/flows/instances/", "slug", json!({"name": slug, "slug": slug, "title": slug, "designation": "recovery"}))
            .await;
        let alike = [
            "/stages/invitation/stages/",
            "/stages/user_write/",
            "/stages/user_login/",
            "/stages/user_logout/",
            "/stages/user_delete/",
            "/stages/deny/",
            "/stages/dummy/",
        ];
        let mut stage = Json::Null;
        for path in alike {
            stage = samples.add(app, path, "pk", json!({"name": app.name(WORD)})).await["pk"].clone();
        }
        samples.add(app, "/stages/identification/", "pk", json!({"name": app.name(WORD), "user_fields": ["username"]})).await;
        samples
            .add(app, "/stages/password/", "pk", json!({"name": app.name(WORD), "backends": ["authentik.core.auth.InbuiltBackend"]}))
            .await;
        samples
            .add(app, "/stages/redirect/", "pk", json!({"name": app.name(WORD), "mode": "static", "target_static": "https://example.com/"}))
            .await;
        let prompt = json!({"name": app.name(WORD), "field_key": "x", "label": "x", "type": "text"});
        let prompt = samples.add(app, "/stages/prompt/prompts/", "pk", prompt).await;
        samples.add(app, "/stages/prompt/stages/", "pk", json!({"name": app.name(WORD), "fields": [prompt["pk"]]})).await;
        samples.add(app, "/stages/invitation/invitations/", "pk", json!({"name": app.name(WORD), "flow": flow["pk"]})).await;
        samples.add(app, "/flows/bindings/", "pk", json!({"target": flow["pk"], "stage": stage, "order": 0})).await;
        samples.people(app, &flow).await;
        samples
    }

    async fn people(&mut self, app: &App, flow: &Json) {
        let ada = self.add(app, "/core/users/", "pk", json!({"username": app.name(WORD), "name": WORD})).await;
        self.add(app, "/core/groups/", "pk", json!({"name": app.name(WORD)})).await;
        self.add(app, "/core/tokens/", "identifier", json!({"identifier": app.name(WORD), "user": ada["pk"], "description": WORD})).await;
        self.add(app, "/core/brands/", "brand_uuid", json!({"domain": format!("{}.example.com", app.name(WORD))})).await;
        self.add(app, "/policies/bindings/", "pk", json!({"target": flow["pk"], "user": ada["pk"], "order": 0, "enabled": false})).await;
        let other = app.user(WORD).await;
        app.logged_in(&other).await;
        let sessions = app.admin().get(&format!("core/authenticated_sessions/?user__username={}", other.username)).await;
        let key = sessions.column("uuid")[0].as_str().unwrap().to_owned();
        self.0.insert("/core/authenticated_sessions/", Sample { key, body: json!({}) });
    }

    async fn add(&mut self, app: &App, path: &'static str, key: &str, body: Json) -> Json {
        let made = app.admin().create(path.trim_start_matches('/'), body.clone()).await.body;
        let key = made[key].as_str().map_or_else(|| made[key].to_string(), str::to_owned);
        self.0.insert(path, Sample { key, body });
        made
    }

    fn of(&self, path: &str) -> Option<&Sample> {
        let alias = ALIASES.iter().find(|(alias, _)| path.starts_with(alias)).map(|(_, real)| *real);
        match alias {
            Some(real) => self.0.get(real),
            None => self.0.iter().find(|(collection, _)| path.starts_with(*collection)).map(|(_, sample)| sample),
        }
    }

    /// The path with the sample in place of its parameter.
    pub(crate) fn fill(&self, path: &str) -> String {
        match (path.split_once('{'), self.of(path)) {
            (Some((start, rest)), Some(sample)) => format!("{start}{}{}", sample.key, rest.split_once('}').map_or("", |(_, end)| end)),
            _ => path.to_owned(),
        }
    }

    /// What a write sends: the sample again, with whatever the actions want.
    pub(crate) fn body(&self, path: &str) -> Json {
        let mut body = self.of(path).map_or(json!({}), |sample| sample.body.clone());
        let actions = json!({"password": "changed by the wrong person", "key": "changed by the wrong person", "email_addresses": ["a@example.com"], "reason": "x"});
        body.as_object_mut().unwrap().extend(actions.as_object().unwrap().clone());
        if path.ends_with("_user/") {
            body["pk"] = self.0["/core/users/"].key.parse::<i64>().unwrap().into();
        }
        body
    }

    /// Whether an operation at this path is called about a sample.
    pub(crate) fn cover(&self, path: &str) -> bool {
        let collection_or_object =
            self.of(path).is_some() && (path.contains('{') || self.0.contains_key(path) || ALIASES.iter().any(|(alias, _)| *alias == path));
        collection_or_object || PLAIN.contains(&path)
    }

    /// Fails when a sample is gone or changed.
    pub(crate) async fn assert_untouched(&self, app: &App) {
        for (path, sample) in &self.0 {
            let now = app.admin().get(&format!("/api/v3{path}{}/", sample.key)).await.assert_status(200);
            for (field, value) in sample.body.as_object().unwrap() {
                assert_eq!(&now[field], value, "{field} of {path}");
            }
        }
        assert!(app.mails_to("a@example.com").is_empty(), "a mail went out");
    }
}
