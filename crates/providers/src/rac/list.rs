//! The list of machines: what the caller can work on.

use serde_json::Value as Json;
use vestibule_engine::{Answer, Context, Page};
use vestibule_resource::{Model as _, Record, Result};
use vestibule_store::{Condition, Query};

use super::{Endpoint, RACProvider, settings};
use crate::{access, provider::assigned};

/// Lists the machines that policies let the caller work on; all of them to a superuser who asks for that.
///
/// As in the contract, counts are those of all machines. Settings are for those alone who look after the machines.
pub(super) async fn list(cx: &Context) -> Result<Answer> {
    let query = cx.narrowed(Query::all(Endpoint::RESOURCE)).await?;
    let (placed, rows) = Page::read(&cx.request.params)?.rows(&cx.store, query).await?;
    let administers = settings::administers(cx);
    let everything = cx.caller.superuser() && cx.request.params.flag("superuser_full_list") == Some(true);
    let rows = if everything { rows } else { accessible(cx, rows, administers).await? };
    let mut objects = cx.api.show(cx, &rows, None).await?;
    if !administers {
        objects.iter_mut().filter_map(Json::as_object_mut).for_each(settings::empty);
    }
    Ok(placed.answer(objects))
}

/// The machines that policies let the caller work on. Who does not administer them must be let into the application too.
async fn accessible(cx: &Context, rows: Vec<Record>, administers: bool) -> Result<Vec<Record>> {
    let open = if administers { Vec::new() } else { open_providers(cx, &rows).await? };
    let mut kept = Vec::new();
    for row in rows {
        let reached = administers || open.contains(&row.int("provider"));
        if reached && access::to(cx, &row).await?.passing {
            kept.push(row);
        }
    }
    Ok(kept)
}

/// Numbers of the providers whose application the caller may use.
async fn open_providers(cx: &Context, rows: &[Record]) -> Result<Vec<i64>> {
    let wanted = rows.iter().map(|row| row.get("provider").clone()).collect();
    let query = Query::all(RACProvider::RESOURCE).filter(Condition::In { path: "id".into(), values: wanted });
    let providers = cx.store.select(&query).await?;
    let mut open = Vec::new();
    for (provider, of) in providers.iter().zip(assigned(cx, &providers).await?) {
        if let Some(application) = of.application
            && access::to_application(cx, &application).await?.passing
        {
            open.extend(provider.key().as_int());
        }
    }
    Ok(open)
}
