//! Deciding about a request, and taking back what was granted.

use jiff::SignedDuration;
use serde_json::{Map, Value as Json};
use vestibule_core::tenant::after;
use vestibule_engine::{Answer, Context, type_name};
use vestibule_resource::{Error, Model as _, Record, Result, Value, Word as _};
use vestibule_store::{Query, Transaction};

use super::{GrantRequest, GrantRequestReview, Status, TARGETS, access, create, reviewers};
use crate::rules::RequestRule;

/// `PATCH fulfill/`: approves a request or turns it down.
pub(super) async fn fulfill(cx: &Context, sent: Json) -> Result<Answer> {
    let (request, user) = addressed(cx).await?;
    if !may_decide(cx, &request, user).await? {
        return Err(refusal(cx, &request, user));
    }
    let (status, data) = verdict(&sent)?;
    // Asked before the write begins: policies may write events.
    let targets = if status == Status::Approved { access::needed(cx, &request).await? } else { Vec::new() };
    let mut tx = cx.begin().await?;
    let request = locked(cx, &mut tx, &request).await?;
    if request.text("status") != Status::Created.word() {
        return Err(Error::field("status", "The request was decided already."));
    }
    let data = joined(request.json("fulfiller_data"), data);
    match status {
        Status::Approved if counted(cx, &mut tx, &request, user).await? => {
            let until = after(cx.store.world().now(), SignedDuration::from_secs(request.int("lasts")));
            access::give(&mut tx, &request, &targets, until).await?;
            let changes = vec![("status", status.into()), ("fulfiller_data", data), ("expires", until.into())];
            tx.update(GrantRequest::RESOURCE, request.key(), changes).await?;
        }
        Status::Approved => drop(tx.update(GrantRequest::RESOURCE, request.key(), vec![("fulfiller_data", data)]).await?),
        _ => drop(tx.update(GrantRequest::RESOURCE, request.key(), vec![("status", status.into()), ("fulfiller_data", data)]).await?),
    }
    tx.commit().await?;
    Ok(Answer::no_content())
}

/// `DELETE revoke/`: withdraws a request, or takes back what was granted.
pub(super) async fn revoke(cx: &Context) -> Result<Answer> {
    let (request, user) = addressed(cx).await?;
    let own = involved(&request, user) || cx.holds("authentik_requests.delete_grantrequest");
    if !own && !may_decide(cx, &request, user).await? {
        return Err(refusal(cx, &request, user));
    }
    let mut tx = cx.begin().await?;
    let request = locked(cx, &mut tx, &request).await?;
    let status = request.text("status");
    if status != Status::Created.word() && status != Status::Approved.word() {
        return Err(Error::non_field("There is nothing to revoke."));
    }
    access::take(cx, &mut tx, &request).await?;
    tx.update(GrantRequest::RESOURCE, request.key(), vec![("status", Status::Revoked.into()), ("revoked_by", user.into())]).await?;
    tx.commit().await?;
    Ok(Answer::no_content())
}

/// The request that the address names, and who asks.
async fn addressed(cx: &Context) -> Result<(Record, i64)> {
    let user = cx.caller.user().ok_or_else(Error::unauthenticated)?;
    let key = uuid::Uuid::try_parse(cx.segment("uuid").trim()).map_err(|_| Error::NotFound("Not found.".into()))?;
    let request = cx.store.get(GrantRequest::RESOURCE, key).await?.ok_or_else(|| Error::no_match(GrantRequest::RESOURCE.name))?;
    Ok((request, user))
}

/// The request as it is now, which nobody else changes meanwhile.
async fn locked(cx: &Context, tx: &mut Transaction, request: &Record) -> Result<Record> {
    let now = cx.store.world().now();
    let row = tx.lock(GrantRequest::RESOURCE, request.key()).await?;
    row.filter(|row| row.time("expires").is_none_or(|end| end > now)).ok_or_else(|| Error::no_match(GrantRequest::RESOURCE.name))
}

/// Who may not know of a request does not learn of it.
fn refusal(cx: &Context, request: &Record, user: i64) -> Error {
    let seen = involved(request, user) || cx.holds("authentik_requests.view_grantrequest");
    if seen { Error::denied() } else { Error::no_match(GrantRequest::RESOURCE.name) }
}

fn involved(request: &Record, user: i64) -> bool {
    request.int("created_by") == user || request.get("agent_owner").as_int() == Some(user)
}

/// Superusers decide about everything; whom an agent acts for about what they have themselves; for all other requests those whom the
/// rule names, but nobody about their own or their agent's.
async fn may_decide(cx: &Context, request: &Record, user: i64) -> Result<bool> {
    if cx.caller.superuser() {
        return Ok(true);
    }
    if let Some(owner) = request.get("agent_owner").as_int() {
        let asked: Vec<Value> = cx.store.links(&TARGETS, &[request.key().clone()]).await?.into_iter().map(|(_, target)| target).collect();
        return Ok(owner == user && reviewers::hold_all(cx, user, &asked).await?);
    }
    match rule(cx, request).await? {
        Some(rule) if !same_person(cx, request.int("created_by"), user).await? => reviewers::named(cx, &rule, user).await,
        _ => Ok(false),
    }
}

/// Whether two accounts are one person: the same, or an agent and whom it acts for.
async fn same_person(cx: &Context, one: i64, other: i64) -> Result<bool> {
    let acts_for = async |agent: i64| create::owner_of(&cx.store, agent).await;
    Ok(one == other || acts_for(one).await? == Some(other) || acts_for(other).await? == Some(one))
}

/// Notes an approval. Whether the request is granted by it.
async fn counted(cx: &Context, tx: &mut Transaction, request: &Record, user: i64) -> Result<bool> {
    let Some(rule) = rule(cx, request).await?.filter(|_| !cx.caller.superuser()) else { return Ok(true) };
    let all = Query::all(GrantRequestReview::RESOURCE).is("request", request.key().clone());
    let mut approvers: Vec<i64> = tx.select(&all).await?.iter().map(|review| review.int("reviewer")).collect();
    if approvers.contains(&user) {
        return Err(Error::field("status", "You have approved this already."));
    }
    tx.insert(GrantRequestReview::RESOURCE, vec![("request", request.key().clone()), ("reviewer", user.into())]).await?;
    approvers.push(user);
    reviewers::enough(cx, &rule, &approvers).await
}

async fn rule(cx: &Context, request: &Record) -> Result<Option<Record>> {
    let rules = cx.store.rows(RequestRule::RESOURCE).await?;
    Ok(rules.find(request.get("rule")).map(|rule| rule.as_ref().clone()))
}

/// What is decided, and what is said about it.
fn verdict(sent: &Json) -> Result<(Status, Map<String, Json>)> {
    let wrong = |message: String| Err(Error::field("status", message));
    let body =
        sent.as_object().ok_or_else(|| Error::non_field(format!("Invalid data. Expected a dictionary, but got {}.", type_name(sent))))?;
    let status = match body.get("status") {
        None => return wrong("This field is required.".into()),
        Some(Json::Null) => return wrong("This field may not be null.".into()),
        Some(Json::String(word)) => match Status::from_word(word) {
            Some(status @ (Status::Approved | Status::Denied)) => status,
            Some(_) => return wrong("A request is either approved or denied.".into()),
            None => return wrong(format!("\"{word}\" is not a valid choice.")),
        },
        Some(other) => return wrong(format!("\"{other}\" is not a valid choice.")),
    };
    match body.get("data") {
        None => Ok((status, Map::new())),
        Some(Json::Object(data)) => Ok((status, data.clone())),
        Some(_) => Err(Error::field("data", "Value must be a dictionary, and not have any duplicate keys.")),
    }
}

/// What was said so far, with what is said now.
fn joined(before: &Json, data: Map<String, Json>) -> Value {
    let mut all = before.as_object().cloned().unwrap_or_default();
    all.extend(data);
    Value::from(Json::Object(all))
}
