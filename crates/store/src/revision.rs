//! The history that every commit writes.

use jiff::Timestamp;
use serde_json::{Map, Value as Json};
use vestibule_resource::{Kind, Record, Resource, Value};

use crate::{Actor, internal::REVISION, schema::MODEL, sql::Builder, sql::Statement, types::Type};

/// What stands in a revision for a secret.
pub const SECRET: &str = "<secret>";

/// One object's change within a transaction.
#[derive(Debug)]
pub struct Revision {
    /// Model label of the concrete type, `app.model`.
    pub model: String,
    /// Text of the key.
    pub key: String,
    /// The object's text form for people; its key where only its links changed.
    pub name: String,
    /// `create`, `update`, `delete`, or `link` when links were taken away or added.
    pub action: &'static str,
    /// The columns that were another value before, or all of them for a deletion; for links, the keys that are gone. Secrets are [`SECRET`].
    pub before: Option<Json>,
    /// The same columns afterwards, or all of them for a creation; for links, the keys that were added.
    pub after: Option<Json>,
}

impl Revision {
    pub(crate) fn create(record: &Record) -> Self {
        Revision { after: Some(whole(record)), ..Revision::about(record, "create") }
    }

    pub(crate) fn delete(record: &Record) -> Self {
        Revision { before: Some(whole(record)), ..Revision::about(record, "delete") }
    }

    /// The change of some columns; `None` when only stamps were set that no person sets: that is no change of configuration.
    pub(crate) fn update(before: &Record, changes: &[(&'static str, Value)]) -> Option<Self> {
        let resource = before.resource;
        let stamp = |name: &str| resource.field(name).is_some_and(|field| matches!(field.kind, Kind::Time) && !field.writable());
        if changes.iter().all(|(name, _)| stamp(name)) {
            return None;
        }
        let old = changes.iter().map(|(name, _)| (*name, before.get(name)));
        let new = changes.iter().map(|(name, value)| (*name, value));
        let (old, new) = (object(resource, old), object(resource, new));
        Some(Revision { before: Some(old), after: Some(new), ..Revision::about(before, "update") })
    }

    /// Links that were taken away and added.
    pub(crate) fn link(resource: &'static Resource, key: &Value, field: &str, gone: &[Value], added: &[Value]) -> Self {
        let list = |keys: &[Value]| {
            let keys = keys.iter().map(Value::to_json).collect();
            Some(Json::Object(Map::from_iter([(field.to_owned(), Json::Array(keys))])))
        };
        let key = key.to_string();
        Revision { model: resource.model.to_owned(), name: key.clone(), key, action: "link", before: list(gone), after: list(added) }
    }

    fn about(record: &Record, action: &'static str) -> Self {
        let concrete = if record.resource.polymorphic { record.text(MODEL) } else { "" };
        let model = if concrete.is_empty() { record.resource.model } else { concrete };
        Revision { model: model.to_owned(), key: record.key().to_string(), name: record.display(), action, before: None, after: None }
    }

    fn values(self, actor: &Actor, at: Timestamp) -> [(&'static str, Type, Value); 9] {
        [
            ("at", Type::Time, at.into()),
            ("user", Type::Int, actor.user.into()),
            ("username", Type::Text, actor.username.as_str().into()),
            ("request", Type::Text, actor.request.as_str().into()),
            ("model", Type::Text, self.model.into()),
            ("key", Type::Text, self.key.into()),
            ("action", Type::Text, self.action.into()),
            ("before", Type::Json, self.before.into()),
            ("after", Type::Json, self.after.into()),
        ]
    }
}

/// One statement that writes several revisions.
pub(crate) fn insert(
    mut builder: Builder<'_>,
    revisions: Vec<Revision>,
    actor: &Actor,
    at: Timestamp,
) -> vestibule_resource::Result<Statement> {
    let mut names = Vec::new();
    let mut rows = Vec::new();
    for revision in revisions {
        let values = revision.values(actor, at);
        names = values.iter().map(|(name, ..)| format!("\"{name}\"")).collect();
        let places: Vec<String> = values.into_iter().map(|(_, kind, value)| builder.bind(kind, value)).collect();
        rows.push(format!("({})", places.join(", ")));
    }
    builder.finish(format!("INSERT INTO \"{}\" ({}) VALUES {}", REVISION.table, names.join(", "), rows.join(", ")), Vec::new())
}

fn whole(record: &Record) -> Json {
    object(record.resource, record.values().iter().map(|(name, value)| (*name, value)))
}

/// Columns as JSON; a secret is never written, only that there is one.
fn object<'a>(resource: &'static Resource, values: impl Iterator<Item = (&'static str, &'a Value)>) -> Json {
    let secret = |name: &str| resource.field(name).is_some_and(|field| matches!(field.kind, Kind::Secret));
    let shown = |(name, value): (&'static str, &Value)| {
        let shown = if secret(name) && !value.is_null() { Json::from(SECRET) } else { value.to_json() };
        (name.to_owned(), shown)
    };
    Json::Object(values.map(shown).collect())
}
