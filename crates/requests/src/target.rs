//! What can be asked for, as people see it.

use std::collections::HashMap;

use serde_json::{Map, Value as Json, json};
use vestibule_engine::Context;
use vestibule_policies::PolicyBindingModel;
use vestibule_resource::{Model as _, Record, Resource, Result, Value};
use vestibule_store::{Condition, Query};

/// Model label of applications; they are another area's.
pub(crate) const APPLICATION: &str = "authentik_core.application";

/// Some targets, by the text of their identifier as targets of policies.
pub(crate) struct Targets {
    found: HashMap<String, Record>,
    applications: HashMap<String, Json>,
}

impl Targets {
    /// Reads targets as what they are, in a number of queries that depends on their types alone.
    pub(crate) async fn of(cx: &Context, keys: impl Iterator<Item = &Value>) -> Result<Self> {
        let keys: Vec<Value> = keys.cloned().collect();
        let mut by_model: HashMap<&'static str, (&'static Resource, Vec<Value>)> = HashMap::new();
        for base in select(cx, PolicyBindingModel::RESOURCE, PolicyBindingModel::RESOURCE.key, keys).await? {
            let Some(concrete) = cx.store.catalog().find(base.text("model")) else { continue };
            by_model.entry(concrete.model).or_insert((concrete, Vec::new())).1.push(base.key().clone());
        }
        let mut found = HashMap::new();
        for (concrete, keys) in by_model.into_values() {
            let link = concrete.key_as_known_by(PolicyBindingModel::RESOURCE.model);
            let rows = select(cx, concrete, link, keys).await?;
            found.extend(rows.into_iter().map(|row| (row.get(link).to_string(), row)));
        }
        let applications = applications(cx, found.values()).await?;
        Ok(Targets { found, applications })
    }

    /// The row of a target, as what it is.
    pub(crate) fn row(&self, key: &Value) -> Option<&Record> {
        self.found.get(&key.to_string())
    }

    /// What it is called and what it is.
    pub(crate) fn brief(&self, key: &Value) -> Option<Json> {
        self.members(key).map(Json::Object)
    }

    /// The same with the application that it belongs to.
    pub(crate) fn full(&self, key: &Value) -> Option<Json> {
        let mut members = self.members(key)?;
        let parent = self.row(key).and_then(|row| self.applications.get(&row.get("app").to_string()));
        members.insert("parent".into(), parent.cloned().unwrap_or_default());
        Some(Json::Object(members))
    }

    fn members(&self, key: &Value) -> Option<Map<String, Json>> {
        let row = self.row(key)?;
        let (kind, name) = (row.resource, row.text("name"));
        let shown = json!({
            "verbose_name": kind.verbose_name, "verbose_name_plural": kind.verbose_name_plural, "meta_model_name": kind.model,
            "pbm_uuid": key.to_json(), "label": if name.is_empty() { row.display() } else { name.to_owned() },
        });
        shown.as_object().cloned()
    }
}

/// The applications that some targets belong to, shown.
async fn applications(cx: &Context, targets: impl Iterator<Item = &Record>) -> Result<HashMap<String, Json>> {
    let keys: Vec<Value> = targets.map(|row| row.get("app").clone()).filter(|key| !key.is_null()).collect();
    let Some(application) = cx.store.catalog().find(APPLICATION).filter(|_| !keys.is_empty()) else { return Ok(HashMap::new()) };
    let rows = select(cx, application, application.key, keys).await?;
    let shown = cx.api.show(cx, &rows, None).await?;
    Ok(rows.iter().map(|row| row.key().to_string()).zip(shown).collect())
}

async fn select(cx: &Context, resource: &'static Resource, path: &str, keys: Vec<Value>) -> Result<Vec<Record>> {
    cx.store.select(&Query::all(resource).filter(Condition::In { path: path.to_owned(), values: keys })).await
}
