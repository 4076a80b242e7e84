//! The reviews that still have to be done, and the latest of one object.

use std::collections::HashSet;

use vestibule_engine::{Answer, Context, Page};
use vestibule_resource::{Error, Model as _, Result, Value};
use vestibule_store::{Condition, Query};

use super::{LifecycleIteration, VIEW, open::unfinished, reviewers::own_rules};

/// `GET open/`: a list like any other.
pub(super) async fn open(cx: &Context) -> Result<Answer> {
    let visible = visible(cx).await?;
    let query = cx.narrowed(Query::all(LifecycleIteration::RESOURCE).filter(unfinished().and(visible))).await?;
    let (placed, rows) = Page::read(&cx.request.params)?.rows(&cx.store, query).await?;
    Ok(placed.answer(cx.api.show(cx, &rows, None).await?))
}

/// `GET latest/{content_type}/{object_id}/`: under each rule, the latest review of an object.
pub(super) async fn latest(cx: &Context) -> Result<Answer> {
    let (content_type, object) = (cx.segment("content_type"), cx.segment("object_id"));
    if content_type.contains('\0') || object.contains('\0') {
        return Err(Error::NotFound("Not found.".into()));
    }
    let all = Query::all(LifecycleIteration::RESOURCE).is("content_type", content_type).is("object_id", object);
    let mut rows = cx.store.select(&all.filter(visible(cx).await?).order("-opened_on")).await?;
    let mut seen = HashSet::new();
    rows.retain(|row| seen.insert(row.get("of_rule").to_string()));
    Ok(Answer::json(200, cx.api.show(cx, &rows, None).await?.into()))
}

/// What the caller may see: everything with the permission for it, else what they have to review. `user_is_reviewer` asks for that.
async fn visible(cx: &Context) -> Result<Condition> {
    let user = cx.caller.user().ok_or_else(Error::unauthenticated)?;
    let all = cx.holds(VIEW);
    let asked = cx.request.params.flag("user_is_reviewer");
    if all && asked.is_none() {
        return Ok(Condition::True);
    }
    let own: Vec<Value> = own_rules(cx, user).await?;
    let own = Condition::In { path: "of_rule".to_owned(), values: own };
    Ok(match (all, asked) {
        (true, Some(false)) => Condition::Not(Box::new(own)),
        (false, Some(false)) => Condition::False,
        _ => own,
    })
}
