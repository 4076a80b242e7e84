//! Create, update and destroy.

use serde_json::{Map, Value as Json};
use vestibule_resource::{Error, Kind, Record, Resource, Result};
use vestibule_store::Transaction;

use crate::{Answer, Api, Context, Draft, Endpoint, body, permission, show, validate};

/// POST on a collection.
pub(crate) async fn create(api: &Api, cx: &Context, endpoint: &Endpoint, sent: Json) -> Result<Answer> {
    permission::create(cx, endpoint)?;
    let draft = checked(cx, endpoint, None, false, body::object(sent)?).await?;
    let mut tx = cx.begin().await?;
    let row = tx.insert(endpoint.resource, draft.values.clone()).await?;
    finish(cx, endpoint, tx, &draft, row.clone()).await?;
    answer(api, cx, 201, row).await
}

/// PUT and PATCH on an object that the caller sees.
pub(crate) async fn update(api: &Api, cx: &Context, endpoint: &Endpoint, row: Record, partial: bool, sent: Json) -> Result<Answer> {
    permission::change(cx, &row)?;
    let key = row.key().clone();
    let draft = checked(cx, endpoint, Some(row), partial, body::object(sent)?).await?;
    let mut tx = cx.begin().await?;
    let row = tx.update(endpoint.resource, &key, draft.values.clone()).await?;
    let row = row.ok_or_else(|| Error::no_match(endpoint.resource.name))?;
    finish(cx, endpoint, tx, &draft, row.clone()).await?;
    answer(api, cx, 200, row).await
}

/// DELETE on an object that the caller sees.
pub(crate) async fn destroy(cx: &Context, endpoint: &Endpoint, row: &Record) -> Result<Answer> {
    permission::change(cx, row)?;
    let mut tx = cx.begin().await?;
    endpoint.hooks.deleting(cx, &mut tx, row).await?;
    if !tx.delete(endpoint.resource, row.key()).await? {
        return Err(Error::no_match(endpoint.resource.name));
    }
    tx.commit().await?;
    Ok(Answer::no_content())
}

async fn checked(cx: &Context, endpoint: &Endpoint, before: Option<Record>, partial: bool, mut body: Map<String, Json>) -> Result<Draft> {
    endpoint.hooks.received(cx, &mut body).await?;
    let mut draft = validate::draft(cx, endpoint.resource, before, partial, body).await?;
    endpoint.hooks.validate(cx, &mut draft).await?;
    std::mem::take(&mut draft.invalid).check()?;
    Ok(draft)
}

async fn finish(cx: &Context, endpoint: &Endpoint, mut tx: Transaction, draft: &Draft, row: Record) -> Result<()> {
    write_links(&mut tx, endpoint.resource, draft, &row).await?;
    endpoint.hooks.written(cx, &mut tx, draft, &row).await?;
    tx.commit().await
}

async fn write_links(tx: &mut Transaction, resource: &'static Resource, draft: &Draft, row: &Record) -> Result<()> {
    for (name, keys) in &draft.links {
        if let Some(Kind::Many(links)) = resource.field(name).map(|field| field.kind) {
            tx.set_links(&links, row.key(), keys).await?;
        }
    }
    Ok(())
}

async fn answer(api: &Api, cx: &Context, status: u16, row: Record) -> Result<Answer> {
    let mut shown = show::rows(api, cx, &[row], None).await?;
    let object = shown.pop().ok_or_else(|| Error::internal("a written row was not shown"))?;
    Ok(Answer::json(status, Json::Object(object)))
}
