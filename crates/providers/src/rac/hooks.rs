//! What is irregular about machines and connections.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Model as _, Record, Result, Value};
use vestibule_store::{Condition, Query};

use super::{Endpoint, RACProvider, settings};
use crate::provider::assigned;

/// Machines are shown with the address at which people get there.
pub(super) struct EndpointHooks;

impl Hooks for EndpointHooks {
    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let wanted: Vec<Value> = rows.iter().map(|row| row.get("provider").clone()).collect();
            let query = Query::all(RACProvider::RESOURCE).filter(Condition::In { path: "id".into(), values: wanted });
            let providers = cx.store.select(&query).await?;
            let applications = assigned(cx, &providers).await?;
            for (row, object) in rows.iter().zip(objects) {
                let of = providers.iter().zip(&applications).find(|(provider, _)| provider.key() == row.get("provider"));
                let application = of.and_then(|(_, of)| of.application.as_ref());
                let url = application.map(|application| format!("/application/rac/{}/{}/", application.text("slug"), row.key()));
                object.insert("launch_url".into(), url.into());
            }
            Ok(())
        })
    }
}

/// People see their own connections, without what opens the machine; they change them only where a role lets them.
pub(super) struct ConnectionTokenHooks;

impl Hooks for ConnectionTokenHooks {
    fn visible_to(&self, cx: &Context) -> Option<Condition> {
        cx.caller.user().map(|user| Condition::is("user", user))
    }

    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            check_key(draft);
            check_endpoint(cx, draft).await
        })
    }

    fn show<'a>(&'a self, cx: &'a Context, _rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if !settings::administers(cx) {
                objects.iter_mut().for_each(settings::empty);
            }
            Ok(())
        })
    }
}

/// A connection may be named in the body, by its own name.
fn check_key(draft: &mut Draft) {
    let own = draft.before.as_ref().and_then(|row| row.key().as_uuid());
    match draft.body.get("pk") {
        None => {}
        Some(Json::Null) => draft.invalid.add("pk", "This field may not be null."),
        Some(sent) => match sent.as_str().and_then(|text| Uuid::try_parse(text.trim()).ok()) {
            None => draft.invalid.add("pk", "Must be a valid UUID."),
            Some(sent) if Some(sent) != own => draft.invalid.add("pk", "The identifier of a connection cannot be changed."),
            Some(_) => {}
        },
    }
}

/// A connection leads to a machine of its provider.
async fn check_endpoint(cx: &Context, draft: &mut Draft) -> Result<()> {
    let Some(key) = draft.get("endpoint").as_uuid().filter(|_| draft.invalid.is_empty()) else { return Ok(()) };
    let endpoint = cx.store.get(Endpoint::RESOURCE, key).await?;
    if endpoint.is_some_and(|endpoint| endpoint.get("provider") != draft.get("provider")) {
        draft.invalid.add("endpoint", "This endpoint belongs to another provider.");
    }
    Ok(())
}
