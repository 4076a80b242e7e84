//! List, retrieve and `used_by`.

use serde_json::{Value as Json, json};
use vestibule_resource::{Error, Kind, OnDelete, Record, Referrer, Result, Value};
use vestibule_store::{Condition, Query};

use crate::{Answer, Api, Context, Endpoint, filter, page::Page, parse, permission, search, show};

/// GET on a collection.
pub(crate) async fn list(api: &Api, cx: &Context, endpoint: &Endpoint) -> Result<Answer> {
    let params = &cx.request.params;
    let visible = including_expired(permission::visible(cx, endpoint)?);
    let page = Page::read(params)?;
    let narrowed = visible.filter(filter::condition(cx, endpoint).await?).filter(search::search(endpoint.resource, params)?);
    let mut query = search::order(narrowed, params);
    let placed = page.place(cx.store.count(&query).await?)?;
    query.limit = Some(page.size);
    query.offset = page.offset().unwrap_or_else(|| placed.offset());
    let rows = cx.store.select(&query).await?;
    let results: Vec<Json> = show::rows(api, cx, &rows, None).await?.into_iter().map(Json::Object).collect();
    Ok(Answer::json(200, json!({ "pagination": placed.to_json(), "results": results, "autocomplete": {} })))
}

/// The row that the text in a URL names, if the caller may see it.
pub(crate) async fn find(cx: &Context, endpoint: &Endpoint, text: &str) -> Result<Record> {
    let visible = including_expired(permission::visible(cx, endpoint)?);
    let resource = endpoint.resource;
    let lookup = resource.field(resource.lookup).ok_or_else(|| Error::internal(format!("{} has no lookup field", resource.model)))?;
    let text = percent_encoding::percent_decode_str(text).decode_utf8().map_err(|_| Error::no_match(resource.name))?;
    let value = parse::from_text(lookup, &text).filter(|_| !text.contains('\0')).ok_or_else(|| Error::NotFound("Not found.".into()))?;
    let found = cx.store.first(&visible.is(resource.lookup, value).limit(1)).await?;
    found.ok_or_else(|| Error::no_match(resource.name))
}

/// GET on an object.
pub(crate) async fn retrieve(api: &Api, cx: &Context, row: Record) -> Result<Answer> {
    let shown = show::rows(api, cx, &[row], None).await?;
    shown.into_iter().next().map(|object| Answer::json(200, Json::Object(object))).ok_or_else(|| Error::internal("a row was not shown"))
}

/// GET `used_by`: every object that refers to this one, as far as the caller may see it.
pub(crate) async fn used_by(api: &Api, cx: &Context, row: &Record) -> Result<Answer> {
    let mut users = Vec::new();
    for referrer in cx.store.catalog().referrers(row.resource) {
        for user in referring(api, cx, row, referrer).await? {
            users.push(used(&user, referrer));
        }
    }
    users.dedup();
    Ok(Answer::json(200, Json::Array(users)))
}

async fn referring(api: &Api, cx: &Context, row: &Record, referrer: Referrer) -> Result<Vec<Record>> {
    let query = match api.endpoint(referrer.resource) {
        Some(endpoint) => match permission::visible(cx, endpoint) {
            Ok(query) => query,
            Err(_) => return Ok(Vec::new()),
        },
        None if cx.caller.superuser() && !referrer.resource.internal => Query::all(referrer.resource),
        None => return Ok(Vec::new()),
    };
    let path = match referrer.field.kind {
        Kind::Many(links) => {
            let key = cx.store.catalog().find(links.to).map_or("pk", |to| to.key);
            format!("{}__{key}", referrer.field.name)
        }
        _ => referrer.field.name.to_owned(),
    };
    cx.store.select(&query.filter(Condition::is(&path, key_seen_by(row, referrer)))).await
}

/// The key by which the referrer knows the row: its own, or its base's.
fn key_seen_by(row: &Record, referrer: Referrer) -> Value {
    let to = match referrer.field.kind {
        Kind::Ref(link) => link.to,
        Kind::Many(links) => links.to,
        _ => row.resource.model,
    };
    let base = row.resource.extends.as_ref().filter(|base| base.resource.model == to);
    base.map_or_else(|| row.key().clone(), |base| row.get(base.link).clone())
}

fn used(user: &Record, referrer: Referrer) -> Json {
    let action = match referrer.field.kind {
        Kind::Ref(link) => match link.on_delete {
            OnDelete::Cascade => "cascade",
            OnDelete::SetNull => "set_null",
            OnDelete::SetDefault => "set_default",
        },
        _ => "cascade_many",
    };
    json!({
        "app": user.resource.app(), "model_name": user.resource.model_name(), "pk": user.key().to_string(),
        "name": user.display(), "action": action,
    })
}

fn including_expired(mut query: Query) -> Query {
    query.include_expired = query.resource.lists_expired;
    query
}
