//! What is irregular about sources, whatever their type.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json, json};
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Error, Record, Result};
use vestibule_store::Transaction;

use super::icon;
use crate::{scim, types};

/// What the source is called that stands for the users of this system itself.
const BUILT_IN: &str = "goauthentik.io/sources/inbuilt";

/// Icons are shown as addresses; the built-in source stays.
pub(super) struct SourceHooks;

impl Hooks for SourceHooks {
    fn validate<'a>(&'a self, _cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            vestibule_core::check_file_names(draft, &["icon"]);
            Ok(())
        })
    }

    fn deleting<'a>(&'a self, _cx: &'a Context, tx: &'a mut Transaction, row: &'a Record) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if row.text("managed") == BUILT_IN {
                return Err(Error::Invalid(json!({ "detail": "Built-in sources cannot be deleted" })));
            }
            // A source may be deleted as one of its type and as a source among all.
            scim::retire(tx, row).await
        })
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for (row, object) in rows.iter().zip(objects) {
                let (url, themed) = match concrete(cx, row).await? {
                    Some(row) => icon::of(&row),
                    None => icon::of(row),
                };
                object.insert("icon_url".into(), url.into());
                object.insert("icon_themed_urls".into(), themed);
            }
            Ok(())
        })
    }
}

/// The row of the type, of a source that is shown among sources of all types. Sources are held in memory.
async fn concrete(cx: &Context, row: &Record) -> Result<Option<Record>> {
    let kind = types::find(row.text("model")).filter(|kind| kind.resource.model != row.resource.model);
    match kind {
        Some(kind) => Ok(cx.store.rows(kind.resource).await?.find(row.key()).map(|row| row.as_ref().clone())),
        None => Ok(None),
    }
}
