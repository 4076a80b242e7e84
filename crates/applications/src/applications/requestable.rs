//! `GET requestable/`: applications that the caller may not open yet, but may ask for.

use vestibule_engine::{Answer, Context, Page};
use vestibule_resource::{Error, Model as _, Result, Value};
use vestibule_store::{Condition, Query};

use super::{Access, Application, access};
use crate::requestable::targets;

/// The list, with all filters of applications.
pub(super) async fn list(cx: &Context) -> Result<Answer> {
    let user = cx.caller.user().ok_or_else(Error::unauthenticated)?;
    let asked = targets(cx, user).await?;
    let these = Condition::In { path: "pbm_uuid".into(), values: asked };
    let rows = cx.store.select(&Query::all(Application::RESOURCE).filter(these)).await?;
    let results = access(cx, &rows, user, Access::Application).await?;
    let missing: Vec<Value> = rows.iter().zip(results).filter(|(_, result)| !result.passing).map(|(row, _)| row.key().clone()).collect();
    let query = Query::all(Application::RESOURCE).filter(Condition::In { path: "pbm_uuid".into(), values: missing });
    let (placed, rows) = Page::read(&cx.request.params)?.rows(&cx.store, cx.narrowed(query).await?).await?;
    Ok(placed.answer(cx.api.show(cx, &rows, None).await?))
}
