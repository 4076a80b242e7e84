//! `GET requestable/`: entitlements that the caller has not got yet, but may ask for.

use serde_json::{Value as Json, json};
use vestibule_engine::{Answer, Context, Page};
use vestibule_resource::{Error, Model as _, Record, Result, Value};
use vestibule_store::{Condition, Query};

use super::ApplicationEntitlement;
use crate::{
    applications::{Access, Application, access},
    requestable::targets,
};

/// The list, with all filters of entitlements.
pub(super) async fn list(cx: &Context) -> Result<Answer> {
    let user = cx.caller.user().ok_or_else(Error::unauthenticated)?;
    let these = Condition::In { path: "pbm_uuid".into(), values: targets(cx, user).await? };
    let rows = cx.store.select(&Query::all(ApplicationEntitlement::RESOURCE).filter(these)).await?;
    let results = access(cx, &rows, user, Access::Given).await?;
    let missing: Vec<Value> = rows.iter().zip(results).filter(|(_, result)| !result.passing).map(|(row, _)| row.key().clone()).collect();
    let query = Query::all(ApplicationEntitlement::RESOURCE).filter(Condition::In { path: "pbm_uuid".into(), values: missing });
    let (placed, rows) = Page::read(&cx.request.params)?.rows(&cx.store, cx.narrowed(query).await?).await?;
    Ok(placed.answer(described(cx, &rows).await?))
}

/// The entitlements as things to ask for, each with its application.
async fn described(cx: &Context, rows: &[Record]) -> Result<Vec<Json>> {
    let mut apps: Vec<Value> = rows.iter().map(|row| row.get("app").clone()).collect();
    apps.dedup();
    let these = Condition::In { path: "pbm_uuid".into(), values: apps };
    let apps = cx.store.select(&Query::all(Application::RESOURCE).filter(these)).await?;
    let shown = cx.api.show(cx, &apps, None).await?;
    let resource = ApplicationEntitlement::RESOURCE;
    let described = rows.iter().map(|row| {
        let parent = apps.iter().zip(&shown).find(|(app, _)| app.key() == row.get("app")).map(|(_, shown)| shown.clone());
        json!({
            "verbose_name": resource.verbose_name, "verbose_name_plural": resource.verbose_name_plural, "meta_model_name": resource.model,
            "pbm_uuid": row.key().to_string(), "label": row.text("name"), "parent": parent,
        })
    });
    Ok(described.collect())
}
