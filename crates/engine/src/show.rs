//! From rows to the objects that answers hold.

use std::collections::HashMap;

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_resource::{Error, Field, Include, Kind, Many, Nested, Record, Resource, Result, Source, Value, View};
use vestibule_store::{Condition, Query};

use crate::{Api, Context, Hooks as _};

/// Objects, one per row and in their order.
pub(crate) type Objects = Vec<Map<String, Json>>;

/// Shows rows of one resource. The number of queries depends on the fields, never on the number of rows.
pub(crate) fn rows<'a>(api: &'a Api, cx: &'a Context, rows: &'a [Record], view: Option<&'static View>) -> BoxFuture<'a, Result<Objects>> {
    Box::pin(async move {
        let Some(resource) = rows.first().map(|row| row.resource) else {
            return Ok(Vec::new());
        };
        let most = resource.all_fields().count();
        let mut objects: Objects = rows.iter().map(|_| Map::with_capacity(most)).collect();
        for field in resource.all_fields().filter(|field| shown(resource, field, view)) {
            column(api, cx, resource, field, rows, &mut objects).await?;
        }
        name_types(cx, resource, rows, &mut objects);
        if let Some(endpoint) = api.endpoint(resource) {
            endpoint.hooks.show(cx, rows, &mut objects).await?;
        }
        keep_only_declared(resource, view, &mut objects);
        Ok(objects)
    })
}

/// Names the type of each object, in the fields that every resource with several types has.
fn name_types(cx: &Context, resource: &'static Resource, rows: &[Record], objects: &mut Objects) {
    if resource.field("meta_model_name").is_none() {
        return;
    }
    for (row, object) in rows.iter().zip(objects) {
        // Only rows of a base say what continues them; in others a column of that name is a field of theirs.
        let concrete = cx.store.catalog().find(row.text("model")).filter(|_| resource.polymorphic).unwrap_or(resource);
        object.insert("component".into(), concrete.form.into());
        object.insert("verbose_name".into(), concrete.verbose_name.into());
        object.insert("verbose_name_plural".into(), concrete.verbose_name_plural.into());
        object.insert("meta_model_name".into(), concrete.model.into());
    }
}

fn shown(resource: &Resource, field: &Field, view: Option<&'static View>) -> bool {
    resource.shows(field) && view.is_none_or(|view| view.fields.contains(&field.name))
}

/// Hooks work out all computed fields; those that the view leaves out go again. Nothing undeclared ever reaches a client.
fn keep_only_declared(resource: &'static Resource, view: Option<&'static View>, objects: &mut Objects) {
    let names: Vec<&str> =
        resource.all_fields().filter(|field| shown(resource, field, view)).map(|field| resource.wire_name(field)).collect();
    // Mostly they are just these, in their order.
    let rest = objects.iter_mut().filter(|object| !object.keys().map(String::as_str).eq(names.iter().copied()));
    for object in rest {
        object.retain(|name, _| names.contains(&name.as_str()));
    }
}

/// Puts one field into all objects.
async fn column(
    api: &Api,
    cx: &Context,
    resource: &'static Resource,
    field: &'static Field,
    rows: &[Record],
    objects: &mut Objects,
) -> Result<()> {
    let name = resource.wire_name(field);
    if let Some(include) = &field.include
        && !included(cx, include)
    {
        return put(objects, name, rows.iter().map(|_| Json::Null).collect());
    }
    let values = match &field.kind {
        Kind::Secret => return Ok(()),
        Kind::Many(links) => keys(cx, links, rows).await?,
        Kind::Nested(nested) => nest(api, cx, nested, rows).await?,
        Kind::Ref(link) => match link.shown {
            Some(view) => single(api, cx, link.to, field.name, Some(view), rows, false).await?,
            None => rows.iter().map(|row| row.get(field.name).to_json()).collect(),
        },
        Kind::Computed(_) => rows.iter().map(|_| Json::Null).collect(),
        Kind::Text { .. }
        | Kind::Email { .. }
        | Kind::Url { .. }
        | Kind::Bool
        | Kind::Int { .. }
        | Kind::Float
        | Kind::Time
        | Kind::Duration
        | Kind::Uuid
        | Kind::Object
        | Kind::Json
        | Kind::Choice(_)
        | Kind::TextList
        | Kind::Objects(_)
        | Kind::ChoiceList(_) => rows.iter().map(|row| row.get(field.name).to_json()).collect(),
    };
    put(objects, name, values)
}

fn included(cx: &Context, include: &Include) -> bool {
    cx.request.params.flag(include.param).unwrap_or(include.default)
}

fn put(objects: &mut Objects, name: &str, values: Vec<Json>) -> Result<()> {
    for (object, value) in objects.iter_mut().zip(values) {
        object.insert(name.to_owned(), value);
    }
    Ok(())
}

/// The keys of linked objects, a list per row.
async fn keys(cx: &Context, links: &Many, rows: &[Record]) -> Result<Vec<Json>> {
    let mut by_row = pairs(cx, links, rows).await?;
    let list = |row: &Record| Json::Array(by_row.remove(&text(row.key())).unwrap_or_default().iter().map(Value::to_json).collect());
    Ok(rows.iter().map(list).collect())
}

/// Linked keys by the text of the row's own key.
async fn pairs(cx: &Context, links: &Many, rows: &[Record]) -> Result<HashMap<String, Vec<Value>>> {
    let mine: Vec<Value> = rows.iter().map(|row| link_key(cx, links, row)).collect();
    let own: HashMap<String, String> = rows.iter().zip(&mine).map(|(row, mine)| (text(mine), text(row.key()))).collect();
    let mut by_row: HashMap<String, Vec<Value>> = HashMap::new();
    for (mine, theirs) in cx.store.links(links, &mine).await? {
        if let Some(row) = own.get(&text(&mine)) {
            by_row.entry(row.clone()).or_default().push(theirs);
        }
    }
    Ok(by_row)
}

/// The key by which a link table knows the row: usually its own, but a base's when the links belong to that base.
fn link_key(cx: &Context, links: &Many, row: &Record) -> Value {
    row.get(cx.store.near_end(row.resource, links)).clone()
}

/// Related objects in full or as a view.
async fn nest(api: &Api, cx: &Context, nested: &Nested, rows: &[Record]) -> Result<Vec<Json>> {
    match nested.source {
        Source::Ref(field) => single(api, cx, nested.to, field, nested.view, rows, nested.concrete).await,
        Source::Many(links) => several(api, cx, nested, &links, rows).await,
    }
}

/// The one object that a reference leads to; null when it leads nowhere.
async fn single(
    api: &Api,
    cx: &Context,
    model: &'static str,
    field: &str,
    view: Option<&'static View>,
    rows: &[Record],
    concrete: bool,
) -> Result<Vec<Json>> {
    let wanted: Vec<Value> = rows.iter().map(|row| row.get(field).clone()).filter(|key| !key.is_null()).collect();
    let found = objects(api, cx, model, wanted, view, concrete).await?;
    Ok(rows.iter().map(|row| found.get(&text(row.get(field))).cloned().unwrap_or(Json::Null)).collect())
}

/// The objects that links lead to, a list per row.
async fn several(api: &Api, cx: &Context, nested: &Nested, links: &Many, rows: &[Record]) -> Result<Vec<Json>> {
    let mut by_row = pairs(cx, links, rows).await?;
    let wanted: Vec<Value> = by_row.values().flatten().cloned().collect();
    let found = objects(api, cx, nested.to, wanted, nested.view, nested.concrete).await?;
    let list = |row: &Record| {
        let keys = by_row.remove(&text(row.key())).unwrap_or_default();
        Json::Array(keys.iter().filter_map(|key| found.get(&text(key)).cloned()).collect())
    };
    Ok(rows.iter().map(list).collect())
}

/// Shown objects by the text of their key.
async fn objects(
    api: &Api,
    cx: &Context,
    model: &'static str,
    mut keys: Vec<Value>,
    view: Option<&'static View>,
    concrete: bool,
) -> Result<HashMap<String, Json>> {
    let Some(resource) = cx.store.catalog().find(model).filter(|_| !keys.is_empty()) else {
        return Ok(HashMap::new());
    };
    keys.sort_by_key(text);
    keys.dedup();
    let mut found = HashMap::new();
    for group in fetch(cx, resource, keys, concrete).await? {
        let shown = rows(api, cx, &group, view).await?;
        found.extend(group.iter().map(|row| text(row.key())).zip(shown.into_iter().map(Json::Object)));
    }
    Ok(found)
}

/// The rows with those keys, grouped by resource: from memory where the resource is configuration.
async fn fetch(cx: &Context, resource: &'static Resource, keys: Vec<Value>, concrete: bool) -> Result<Vec<Vec<Record>>> {
    let base = if resource.unbounded {
        cx.store.select(&Query::all(resource).filter(Condition::In { path: resource.key.to_owned(), values: keys })).await?
    } else {
        let all = cx.store.rows(resource).await?;
        keys.iter().filter_map(|key| all.find(key)).map(|row| row.as_ref().clone()).collect()
    };
    if !(concrete && resource.polymorphic) {
        return Ok(vec![base]);
    }
    let mut groups: Vec<Vec<Record>> = Vec::new();
    for row in base {
        let row = concrete_row(cx, row).await?;
        match groups.iter_mut().find(|group| group.first().is_some_and(|first| first.resource.model == row.resource.model)) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    Ok(groups)
}

/// The row of the concrete resource that continues a base row.
async fn concrete_row(cx: &Context, row: Record) -> Result<Record> {
    let Some(resource) = cx.store.catalog().find(row.text("model")) else {
        return Ok(row);
    };
    let link = resource.key_as_known_by(row.resource.model);
    let all = cx.store.rows(resource).await?;
    let found = all.all.iter().find(|other| other.get(link) == row.key());
    found
        .map(|row| row.as_ref().clone())
        .ok_or_else(|| Error::internal(format!("{} {} has no row in {}", row.resource.table, row.key(), resource.table)))
}

fn text(value: &Value) -> String {
    value.to_string()
}
