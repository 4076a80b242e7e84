//! Default objects, read from the files in `defaults/` in the order of their names.
//!
//! An entry names a model, the fields that identify the object, and further values. `{"!KeyOf": id}` stands for the key of an
//! earlier entry of the same file, `{"!Find": [model, [field, value]]}` for that of any object; YAML tags of the same names mean
//! the same in blueprints. An object that goes by several keys is named by the one under which the field knows it.

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::{Map, Value as Json};
use vestibule_resource::{Catalog, Error, Field, Kind, Many, Record, Resource, Result, Value};
use vestibule_store::{Query, Transaction};

static FILES: &[&str] = &[
    include_str!("../../defaults/10-administrators.json"),
    include_str!("../../defaults/15-read-only.json"),
    include_str!("../../defaults/20-password-change.json"),
    include_str!("../../defaults/30-authentication.json"),
    include_str!("../../defaults/35-authenticators.json"),
    include_str!("../../defaults/40-invalidation.json"),
    include_str!("../../defaults/50-user-settings.json"),
    include_str!("../../defaults/55-sources.json"),
    include_str!("../../defaults/60-providers.json"),
    include_str!("../../defaults/61-scopes.json"),
    include_str!("../../defaults/62-saml-attributes.json"),
    include_str!("../../defaults/63-outgoing-users.json"),
    include_str!("../../defaults/64-remote-access.json"),
    include_str!("../../defaults/65-ldap-users.json"),
    include_str!("../../defaults/66-kerberos-users.json"),
    include_str!("../../defaults/70-invitation-enrollment.json"),
    include_str!("../../defaults/80-notifications.json"),
    include_str!("../../defaults/85-outposts.json"),
    include_str!("../../defaults/90-brand.json"),
];

#[derive(Deserialize)]
struct File {
    entries: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    model: String,
    id: Option<String>,
    identifiers: Map<String, Json>,
    #[serde(default)]
    attrs: Map<String, Json>,
}

/// Makes every default object that is not there yet.
///
/// # Errors
/// `Internal` when the database fails or a file does not fit the descriptors.
pub(super) async fn make(catalog: &Catalog, tx: &mut Transaction) -> Result<()> {
    for text in FILES {
        let file: File = serde_json::from_str(text).map_err(|error| Error::internal(format!("a default file cannot be read: {error}")))?;
        let mut loader = Loader { catalog, tx, known: HashMap::new() };
        for entry in &file.entries {
            loader.entry(entry).await?;
        }
    }
    Ok(())
}

struct Loader<'a> {
    catalog: &'a Catalog,
    tx: &'a mut Transaction,
    /// This file's objects, by the id that the file gives them.
    known: HashMap<String, Record>,
}

impl Loader<'_> {
    async fn entry(&mut self, entry: &Entry) -> Result<()> {
        let resource = self.model(&entry.model)?;
        let identifiers = self.columns(resource, &entry.identifiers).await?;
        let known = identifiers.iter().fold(Query::all(resource), |query, (name, value)| query.is(name, value.clone()));
        let row = match self.tx.first(&known).await? {
            Some(row) => row,
            None => self.make(resource, identifiers, &entry.attrs).await?,
        };
        if let Some(id) = &entry.id {
            self.known.insert(id.clone(), row);
        }
        Ok(())
    }

    async fn make(
        &mut self,
        resource: &'static Resource,
        mut values: Vec<(&'static str, Value)>,
        attrs: &Map<String, Json>,
    ) -> Result<Record> {
        values.extend(self.columns(resource, attrs).await?);
        let row = self.tx.insert(resource, values).await?;
        for (name, list) in attrs {
            if let Kind::Many(links) = field(resource, name)?.kind {
                self.link(&links, row.key(), list).await?;
            }
        }
        Ok(row)
    }

    async fn link(&mut self, links: &Many, mine: &Value, list: &Json) -> Result<()> {
        let mut theirs = Vec::new();
        for item in list.as_array().into_iter().flatten() {
            let row = self.reference(item).await?.ok_or_else(|| misfit("a link is no reference", item))?;
            theirs.push(row.key_as_known_by(links.to).clone());
        }
        self.tx.set_links(links, mine, &theirs).await
    }

    async fn columns(&mut self, resource: &'static Resource, members: &Map<String, Json>) -> Result<Vec<(&'static str, Value)>> {
        let mut values = Vec::new();
        for (name, json) in members {
            let field = field(resource, name)?;
            if field.kind.has_column() {
                let value = match (self.reference(json).await?, field.kind) {
                    (Some(row), Kind::Ref(link)) => row.key_as_known_by(link.to).clone(),
                    (Some(_), _) => return Err(misfit("the field refers to nothing", json)),
                    (None, _) => plain(field, json)?,
                };
                values.push((field.name, value));
            }
        }
        Ok(values)
    }

    /// The object that a reference stands for; `None` when the value is no reference.
    async fn reference(&mut self, json: &Json) -> Result<Option<Record>> {
        if let Some(id) = json.get("!KeyOf").and_then(Json::as_str) {
            return self.known.get(id).cloned().map(Some).ok_or_else(|| misfit("nothing before has that id", json));
        }
        let Some(asked) = json.get("!Find") else {
            return Ok(None);
        };
        let (Some(model), Some(name)) = (asked.pointer("/0").and_then(Json::as_str), asked.pointer("/1/0").and_then(Json::as_str)) else {
            return Err(misfit("a search needs a model and a field", json));
        };
        let resource = self.model(model)?;
        let wanted = plain(field(resource, name)?, asked.pointer("/1/1").unwrap_or(&Json::Null))?;
        let found = self.tx.first(&Query::all(resource).is(name, wanted)).await?;
        found.map(Some).ok_or_else(|| misfit("nothing was found", json))
    }

    fn model(&self, model: &str) -> Result<&'static Resource> {
        self.catalog.find(model).ok_or_else(|| Error::internal(format!("a default file names the unknown model {model}")))
    }
}

fn field(resource: &'static Resource, name: &str) -> Result<&'static Field> {
    resource.field(name).ok_or_else(|| Error::internal(format!("a default file gives {} the unknown field {name}", resource.model)))
}

/// A value that is no reference.
fn plain(field: &Field, json: &Json) -> Result<Value> {
    let value = match (&field.kind, json) {
        (_, Json::Null) => Some(Value::Null),
        (Kind::Object | Kind::Json | Kind::TextList | Kind::Objects(_) | Kind::ChoiceList(_), json) => Some(Value::from(json.clone())),
        (Kind::Bool, Json::Bool(yes)) => Some(Value::Bool(*yes)),
        (Kind::Int { .. }, Json::Number(number)) => number.as_i64().map(Value::Int),
        (Kind::Text { .. } | Kind::Email { .. } | Kind::Url { .. } | Kind::Choice(_) | Kind::Duration, Json::String(text)) => {
            Some(Value::Text(text.clone()))
        }
        _ => None,
    };
    value.ok_or_else(|| misfit(field.name, json))
}

fn misfit(what: &str, json: &Json) -> Error {
    Error::internal(format!("a default file holds {json}: {what}"))
}
