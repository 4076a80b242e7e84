//! List, retrieve and `used_by`.

use serde_json::{Value as Json, json};
use vestibule_resource::{Catalog, Error, Kind, OnDelete, Record, Referrer, Result, Value};
use vestibule_store::{Condition, Query};

use crate::{Answer, Api, Context, Endpoint, Page, filter, parse, permission, search, show};

/// GET on a collection.
pub(crate) async fn list(api: &Api, cx: &Context, endpoint: &Endpoint) -> Result<Answer> {
    let visible = permission::listed(cx, endpoint).await?;
    let page = Page::read(&cx.request.params)?;
    let (placed, rows) = page.rows(&cx.store, narrowed(cx, endpoint, visible).await?).await?;
    let results = show::rows(api, cx, &rows, None).await?.into_iter().map(Json::Object).collect();
    Ok(placed.answer(results))
}

/// The query, narrowed by the request's filters and search, in the order that it asks for.
async fn narrowed(cx: &Context, endpoint: &Endpoint, query: Query) -> Result<Query> {
    let params = &cx.request.params;
    let query = query.filter(filter::condition(cx, endpoint).await?).filter(search::search(endpoint, params)?);
    Ok(search::order(query, params))
}

impl Context {
    /// A query for rows of a resource, narrowed and ordered as the request asks; for lists that are made in a way of their own.
    ///
    /// # Errors
    /// `Invalid` for a filter that cannot be one.
    pub async fn narrowed(&self, query: Query) -> Result<Query> {
        let resource = query.resource;
        let endpoint = self.api.endpoint(resource).ok_or_else(|| Error::internal(format!("{} is not served", resource.model)))?;
        narrowed(self, endpoint, query).await
    }
}

/// The row that the text in a URL names, if the caller may see it.
pub(crate) async fn find(cx: &Context, endpoint: &Endpoint, text: &str) -> Result<Record> {
    let visible = permission::visible(cx, endpoint)?.include_expired(endpoint.resource.lists_expired);
    let resource = endpoint.resource;
    let lookup = resource.field(resource.lookup).ok_or_else(|| Error::internal(format!("{} has no lookup field", resource.model)))?;
    let text = percent_encoding::percent_decode_str(text).decode_utf8().map_err(|_| Error::no_match(resource.name))?;
    let value = parse::from_text(lookup, &text).filter(|_| !text.contains('\0')).ok_or_else(|| Error::NotFound("Not found.".into()))?;
    let found = cx.store.first(&visible.is(resource.lookup, value).limit(1)).await?;
    if found.is_none() {
        // Who sees others learns that this one is not there; who sees none learns nothing.
        permission::listed(cx, endpoint).await?;
    }
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
    let catalog = cx.store.catalog();
    for referrer in catalog.referrers(row.resource).into_iter().flat_map(|referrer| named(catalog, referrer)) {
        for user in referring(api, cx, row, referrer).await? {
            users.push(used(&user, referrer));
        }
    }
    users.dedup();
    Ok(Answer::json(200, Json::Array(users)))
}

/// What a referrer is to people: bookkeeping is nothing, and the types of a base stand for it where it has no collection of its own.
fn named(catalog: &Catalog, referrer: Referrer) -> Vec<Referrer> {
    let Referrer { resource, field } = referrer;
    match field.kind {
        _ if resource.internal && resource.path.is_empty() => Vec::new(),
        Kind::Ref(_) if resource.polymorphic && resource.path.is_empty() => {
            catalog.descendants(resource).map(|resource| Referrer { resource, field }).collect()
        }
        _ => vec![referrer],
    }
}

async fn referring(api: &Api, cx: &Context, row: &Record, referrer: Referrer) -> Result<Vec<Record>> {
    let query = match api.endpoint(referrer.resource) {
        Some(endpoint) => match permission::visible(cx, endpoint) {
            Ok(query) => query,
            Err(_) => return Ok(Vec::new()),
        },
        None if cx.caller.superuser() => Query::all(referrer.resource),
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

/// The key by which the referrer knows the row: its own, or one of its bases'.
fn key_seen_by(row: &Record, referrer: Referrer) -> Value {
    let to = match referrer.field.kind {
        Kind::Ref(link) => link.to,
        Kind::Many(links) => links.to,
        _ => row.resource.model,
    };
    row.key_as_known_by(to).clone()
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
