//! `GET pending_review/`: the requests that wait for the caller's decision.

use vestibule_engine::{Answer, Context, Page};
use vestibule_resource::{Error, Model as _, Result, Word as _};
use vestibule_store::{Condition, Query};

use super::{GrantRequest, Status, reviewers};

pub(super) async fn list(cx: &Context) -> Result<Answer> {
    let user = cx.caller.user().ok_or_else(Error::unauthenticated)?;
    let mine = if cx.caller.superuser() { Condition::True } else { decided_by(cx, user).await? };
    let waiting = Condition::is("status", Status::Created.word()).and(mine);
    let query = cx.narrowed(Query::all(GrantRequest::RESOURCE).filter(waiting)).await?;
    let (placed, rows) = Page::read(&cx.request.params)?.rows(&cx.store, query).await?;
    Ok(placed.answer(cx.api.show(cx, &rows, None).await?))
}

/// What somebody decides about: under rules that name them, but not their own; and what their agents ask for.
async fn decided_by(cx: &Context, user: i64) -> Result<Condition> {
    let rules = Condition::In { path: "rule".to_owned(), values: reviewers::rules_of(cx, user).await? };
    let others = Condition::Not(Box::new(Condition::is("created_by", user)));
    Ok(Condition::Any(vec![rules.and(others), Condition::is("agent_owner", user)]))
}
