//! A sample of every collection, and how each operation is called about it.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};
use vestibule_tests::{Answer, App, Caller, NOBODY, Operation, Samples};

use crate::rules::{collection, on_object, regular};

/// Paths with other placeholders than the key of an object.
const PATHS: &[(&str, &str)] =
    &[("/lifecycle/iterations/latest/{content_type}/{object_id}/", "/lifecycle/iterations/latest/authentik_core.group/1/")];

/// Parameters without which an operation has nothing to say.
const QUERIES: &[(&str, &str)] = &[("rbac_permissions_assigned_by_roles_list", "?model=authentik_core.user")];

/// Paths that are no collections, and whose objects they are about.
const SAME: &[(&str, &str)] = &[
    ("flows/executor", "flows/instances"),
    ("flows/inspector", "flows/instances"),
    ("outposts/ldap", "providers/ldap"),
    ("outposts/radius", "providers/radius"),
    ("rbac/permissions/assigned_by_roles", "rbac/roles"),
];

/// What one collection's sample is.
pub(crate) struct Sample {
    /// What names it in its address.
    pub(crate) address: String,
    /// What makes another, or changes it to what it is.
    pub(crate) body: Json,
}

/// The samples, by collection.
pub(crate) struct World<'a> {
    pub(crate) app: &'a App,
    pub(crate) operations: Vec<Operation>,
    samples: BTreeMap<String, Sample>,
}

impl<'a> World<'a> {
    /// Makes a sample of every collection of which one can be made.
    pub(crate) async fn make(app: &'a App) -> World<'a> {
        let operations = app.document().await.operations();
        let (mut samples, mut refused) = (BTreeMap::new(), Vec::new());
        for operation in operations.iter().filter(|operation| on_object(operation)) {
            let name = collection(operation).to_owned();
            if !samples.contains_key(&name)
                && Samples::impossible(&name).is_none()
                && !PATHS.iter().any(|(path, _)| *path == operation.path)
            {
                match World::sample(app, &name).await {
                    Ok(sample) => drop(samples.insert(name, sample)),
                    Err(answer) => refused.push(format!("{name}: {answer}")),
                }
            }
        }
        assert!(
            refused.is_empty(),
            "samples that were refused; say in tests/src/samples/special.rs what they need:\n{}",
            refused.join("\n")
        );
        World { app, operations, samples }
    }

    /// A new sample of a collection.
    pub(crate) async fn sample(app: &App, name: &str) -> Result<Sample, Answer> {
        let admin = app.admin();
        let name = SAME.iter().find(|(alias, _)| *alias == name).map_or(name, |(_, real)| *real);
        let creates = app.document().await.request("post", &format!("/{name}/")).is_some();
        let (body, made) = match creates {
            true => {
                let body = Samples::body(app, &admin, name).await;
                let made = Samples::create(&admin, name, body.clone()).await?;
                (body, made)
            }
            false => (Json::Null, Samples::make(app, &admin, name).await),
        };
        Ok(Sample { address: Samples::address(app, name, &made).await, body })
    }

    pub(crate) fn of(&self, operation: &Operation) -> Option<&Sample> {
        self.samples.get(collection(operation))
    }

    /// Puts another sample in the place of one.
    pub(crate) fn replace(&mut self, name: &str, sample: Sample) {
        self.samples.insert(name.to_owned(), sample);
    }

    /// The names of all collections with samples.
    pub(crate) fn collections(&self) -> Vec<String> {
        self.samples.keys().cloned().collect()
    }

    /// Calls an operation about its sample, with a body that would do something; about nothing that there is, where there is no sample.
    pub(crate) async fn call(&self, caller: &Caller, operation: &Operation) -> Answer {
        let writes = ["POST", "PUT", "PATCH"].contains(&operation.method.as_str());
        let body = if writes { Some(self.body(operation).await) } else { None };
        caller.call(&operation.method, &self.address(operation), body).await
    }

    /// The path of a call, with the parameters that it needs.
    fn address(&self, operation: &Operation) -> String {
        let query = QUERIES.iter().find(|(id, _)| *id == operation.id).map_or("", |(_, query)| *query);
        format!("/api/v3{}{query}", self.path(operation))
    }

    fn path(&self, operation: &Operation) -> String {
        if let Some((_, path)) = PATHS.iter().find(|(path, _)| *path == operation.path) {
            return (*path).to_owned();
        }
        let Some((start, rest)) = operation.path.split_once('{') else { return operation.path.clone() };
        let (_, end) = rest.split_once('}').unwrap();
        let address = self.of(operation).map_or_else(|| nothing(operation), |sample| sample.address.clone());
        format!("{start}{address}{end}")
    }

    async fn body(&self, operation: &Operation) -> Json {
        let document = self.app.document().await;
        match (regular(operation), self.of(operation)) {
            (Some("update" | "partial_update"), Some(sample)) if !sample.body.is_null() => sample.body.clone(),
            (Some("create"), _) if Samples::impossible(collection(operation)).is_none() => {
                Samples::body(self.app, &self.app.admin(), collection(operation)).await
            }
            _ => match document.request(&operation.method, &operation.path) {
                Some(schema) if regular(operation).is_none() => Samples::filled(self.app, &self.app.admin(), &operation.id, &schema).await,
                _ => json!({}),
            },
        }
    }
}

/// The key of no object.
fn nothing(operation: &Operation) -> String {
    let parameters = operation.described["parameters"].as_array();
    let key = parameters.into_iter().flatten().find(|parameter| parameter["in"] == "path").map(|parameter| &parameter["schema"]);
    match key.map(|schema| (schema["type"].as_str().unwrap_or_default(), schema["format"].as_str())) {
        Some(("integer", _)) => "999999999".into(),
        Some((_, Some("uuid"))) => NOBODY.into(),
        _ => "zq-nobody".into(),
    }
}
