//! References: keys of objects that must exist.

use serde_json::Value as Json;
use vestibule_resource::{Error, Field, Kind, Many, Record, Ref, Resource, Result, Value};
use vestibule_store::Query;

use super::{Rejected, scalar::not_a_list};
use crate::{Context, body::type_name, parse};

/// One reference; the object must exist.
pub(super) async fn one(cx: &Context, link: &Ref, json: &Json) -> Result<Result<Value, Rejected>> {
    let Some(to) = cx.store.catalog().find(link.to) else {
        return Ok(Err(no_such_object(json)));
    };
    key(cx, to, json).await
}

impl Context {
    /// The key of an object that a body names, which must exist; for references that hooks and actions read by themselves. The inner
    /// error is what is wrong with it, in the contract's words.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn named(&self, to: &'static Resource, json: &Json) -> Result<Result<Value, String>> {
        key(self, to, json).await
    }

    /// The object that a body or a parameter names, if the caller may see it: for actions that tell everything about it. The inner
    /// error is what is wrong with it, in the contract's words.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn seen(&self, to: &'static Resource, json: &Json) -> Result<Result<Record, String>> {
        let key = match key(self, to, json).await? {
            Ok(key) => key,
            Err(rejected) => return Ok(Err(rejected)),
        };
        let found = match self.visible(to).await {
            Ok(visible) => self.store.first(&visible.is(to.key, key).limit(1)).await?,
            Err(Error::Denied(_)) => None,
            Err(error) => return Err(error),
        };
        Ok(found.ok_or_else(|| no_such_object(json)))
    }
}

/// The key of an existing object of `to`.
async fn key(cx: &Context, to: &'static Resource, json: &Json) -> Result<Result<Value, Rejected>> {
    let serial = to.field(to.key).is_some_and(|field| matches!(field.kind, Kind::Int { .. }));
    let value = match (serial, json) {
        (true, Json::Number(number)) => number.as_i64().map(Value::Int),
        (true, Json::String(text)) => text.parse().ok().map(Value::Int),
        (true, _) => return Ok(Err(format!("Incorrect type. Expected pk value, received {}.", type_name(json)))),
        (false, Json::String(text)) => match parse::uuid(text) {
            Some(uuid) => Some(Value::Uuid(uuid)),
            None => return Ok(Err(format!("“{text}” is not a valid UUID."))),
        },
        (false, Json::Number(_)) => None,
        (false, other) => return Ok(Err(format!("“{}” is not a valid UUID.", plain(other)))),
    };
    let Some(value) = value else { return Ok(Err(no_such_object(json))) };
    let found = cx.store.first(&Query::all(to).is(to.key, value.clone()).limit(1)).await?;
    Ok(found.map(|_| value).ok_or_else(|| no_such_object(json)))
}

fn no_such_object(json: &Json) -> Rejected {
    format!("Invalid pk \"{}\" - object does not exist.", plain(json))
}

fn plain(json: &Json) -> String {
    json.as_str().map_or_else(|| json.to_string(), str::to_owned)
}

/// Keys of existing objects, without repetition.
pub(super) async fn many(cx: &Context, field: &Field, links: &Many, json: &Json) -> Result<Result<Vec<Value>, Rejected>> {
    let Json::Array(items) = json else { return Ok(Err(not_a_list(json))) };
    if items.is_empty() && !field.blank {
        return Ok(Err("This list may not be empty.".into()));
    }
    let Some(to) = cx.store.catalog().find(links.to) else {
        return Ok(items.first().map_or(Ok(Vec::new()), |item| Err(no_such_object(item))));
    };
    let mut keys = Vec::with_capacity(items.len());
    for item in items {
        match key(cx, to, item).await? {
            Ok(key) if keys.contains(&key) => {}
            Ok(key) => keys.push(key),
            Err(rejected) => return Ok(Err(rejected)),
        }
    }
    Ok(Ok(keys))
}
