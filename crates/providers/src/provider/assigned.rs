//! The applications that providers serve.

use std::{collections::HashMap, sync::Arc};

use vestibule_engine::Context;
use vestibule_resource::{Error, Record, Result};

/// Label of applications; they live in an area of their own.
const APPLICATION: &str = "authentik_core.application";

/// The applications that a provider serves.
#[derive(Debug, Clone, Default)]
pub(crate) struct Assigned {
    /// The one that people open.
    pub(crate) application: Option<Arc<Record>>,
    /// The one that it serves behind the scenes.
    pub(crate) backchannel: Option<Arc<Record>>,
}

impl Assigned {
    /// The one that people open, else the one that it serves behind the scenes.
    pub(crate) fn either(&self) -> Option<&Arc<Record>> {
        self.application.as_ref().or(self.backchannel.as_ref())
    }
}

/// The applications of these providers, in their order. Costs nothing while no application changes.
pub(crate) async fn assigned(cx: &Context, providers: &[Record]) -> Result<Vec<Assigned>> {
    let Some(resource) = cx.store.catalog().find(APPLICATION) else {
        return Ok(vec![Assigned::default(); providers.len()]);
    };
    let all = cx.store.rows(resource).await?;
    let by_provider: HashMap<i64, &Arc<Record>> = all.all.iter().filter_map(|row| Some((row.get("provider").as_int()?, row))).collect();
    let of = |provider: &Record| Assigned {
        application: provider.key().as_int().and_then(|key| by_provider.get(&key)).map(|row| Arc::clone(row)),
        backchannel: all.find(provider.get("backchannel_application")).cloned(),
    };
    Ok(providers.iter().map(of).collect())
}

/// Name in addresses of the application that people open, where nothing can be said without one.
///
/// # Errors
/// `NotFound` when there is none.
pub(crate) async fn slug_needed(cx: &Context, provider: &Record) -> Result<String> {
    slug(cx, provider).await?.ok_or_else(|| Error::NotFound("No application uses this provider.".into()))
}

/// Name in addresses of the application that people open; `None` when there is none.
pub(crate) async fn slug(cx: &Context, provider: &Record) -> Result<Option<String>> {
    let of = assigned(cx, std::slice::from_ref(provider)).await?.pop().unwrap_or_default();
    Ok(of.application.map(|row| row.text("slug").to_owned()))
}
