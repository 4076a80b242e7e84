//! Create, update and destroy.

use serde_json::{Map, Value as Json};
use vestibule_resource::{Error, Kind, Record, Resource, Result};
use vestibule_store::Transaction;

use crate::{Answer, Api, Context, Draft, Endpoint, Hooks as _, body, permission, show, validate};

/// POST on a collection.
pub(crate) async fn create(api: &Api, cx: &Context, endpoint: &Endpoint, sent: Json) -> Result<Answer> {
    permission::create(cx, endpoint)?;
    let draft = checked(cx, endpoint, None, false, body::object(sent)?, &[]).await?;
    let mut tx = cx.begin().await?.lazily();
    let row = insert(cx, endpoint, &mut tx, &draft).await?;
    tx.commit().await?;
    answer(api, cx, 201, row).await
}

impl Context {
    /// A new object, checked as POST on its collection would: permission, fields and hooks. `later` names references that are set
    /// on the draft afterwards, because what they lead to does not exist yet. [`Context::insert`] writes it.
    ///
    /// # Errors
    /// `Denied` when the caller may not create it, `Invalid` for what is wrong with the body.
    pub async fn draft(&self, resource: &'static Resource, body: Json, later: &[&str]) -> Result<Draft> {
        let endpoint = self.served(resource)?;
        permission::create(self, endpoint)?;
        let mut body = body::object(body)?;
        body.retain(|name, _| !later.contains(&name.as_str()));
        checked(self, endpoint, None, false, body, later).await
    }

    /// Writes a new object inside a transaction: its row, its links, and what its hooks add.
    ///
    /// # Errors
    /// As [`Transaction::insert`].
    pub async fn insert(&self, tx: &mut Transaction, draft: &Draft) -> Result<Record> {
        insert(self, self.served(draft.resource)?, tx, draft).await
    }

    fn served(&self, resource: &'static Resource) -> Result<&Endpoint> {
        self.api.endpoint(resource).ok_or_else(|| Error::internal(format!("{} is not served", resource.model)))
    }
}

/// PUT and PATCH on an object that the caller sees.
pub(crate) async fn update(api: &Api, cx: &Context, endpoint: &Endpoint, row: Record, partial: bool, sent: Json) -> Result<Answer> {
    permission::alter(cx, endpoint, &row, "change").await?;
    let key = row.key().clone();
    let draft = checked(cx, endpoint, Some(row), partial, body::object(sent)?, &[]).await?;
    let mut tx = cx.begin().await?.lazily();
    let row = tx.update(endpoint.resource, &key, draft.values.clone()).await?;
    let row = row.ok_or_else(|| Error::no_match(endpoint.resource.name))?;
    finish(cx, endpoint, &mut tx, &draft, &row).await?;
    tx.commit().await?;
    answer(api, cx, 200, row).await
}

/// DELETE on an object that the caller sees.
pub(crate) async fn destroy(cx: &Context, endpoint: &Endpoint, row: &Record) -> Result<Answer> {
    permission::alter(cx, endpoint, row, "delete").await?;
    let mut tx = cx.begin().await?;
    endpoint.hooks.deleting(cx, &mut tx, row).await?;
    if !tx.delete(endpoint.resource, row.key()).await? {
        return Err(Error::no_match(endpoint.resource.name));
    }
    tx.commit().await?;
    Ok(Answer::no_content())
}

/// The body as a draft; `later` are fields that it need not name.
async fn checked(
    cx: &Context,
    endpoint: &Endpoint,
    before: Option<Record>,
    partial: bool,
    mut body: Map<String, Json>,
    later: &[&str],
) -> Result<Draft> {
    endpoint.hooks.received(cx, &mut body).await?;
    let mut draft = validate::draft(cx, endpoint.resource, before, partial, body, later).await?;
    endpoint.hooks.validate(cx, &mut draft).await?;
    // Who makes an object may choose its key where the contract says so; afterwards it stays.
    if !draft.creates() {
        draft.values.retain(|(name, _)| *name != endpoint.resource.key);
    }
    std::mem::take(&mut draft.invalid).check()?;
    Ok(draft)
}

async fn insert(cx: &Context, endpoint: &Endpoint, tx: &mut Transaction, draft: &Draft) -> Result<Record> {
    let row = tx.insert(endpoint.resource, draft.values.clone()).await?;
    finish(cx, endpoint, tx, draft, &row).await?;
    Ok(row)
}

async fn finish(cx: &Context, endpoint: &Endpoint, tx: &mut Transaction, draft: &Draft, row: &Record) -> Result<()> {
    write_links(cx, tx, draft, row).await?;
    endpoint.hooks.written(cx, tx, draft, row).await
}

/// Writes the links that the draft holds; those in a table that is a resource of its own are its hooks' affair.
async fn write_links(cx: &Context, tx: &mut Transaction, draft: &Draft, row: &Record) -> Result<()> {
    for (name, keys) in &draft.links {
        if let Some(Kind::Many(links)) = draft.resource.field(name).map(|field| field.kind)
            && cx.store.catalog().by_table(links.table).is_none()
        {
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
