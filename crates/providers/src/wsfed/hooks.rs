//! What is irregular about WS-Federation providers: they are SAML providers under other names.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Record, Result};

use super::actions;
use crate::{provider::assigned, saml::download};

/// Fields of WS-Federation with the fields of SAML that hold the same.
const SAME: &[(&str, &str)] = &[("reply_url", "acs_url"), ("wtrealm", "audience")];

/// Keeps the fields of SAML in step, which are what counts.
pub(super) struct WsFederationHooks;

impl Hooks for WsFederationHooks {
    fn validate<'a>(&'a self, _cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for (own, saml) in SAME {
                if let Some(value) = draft.sent(own).cloned() {
                    draft.set(saml, value);
                }
            }
            Ok(())
        })
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for ((row, of), object) in rows.iter().zip(assigned(cx, rows).await?).zip(objects) {
                for (own, saml) in SAME {
                    object.insert((*own).to_owned(), row.text(saml).into());
                }
                let slug = of.application.as_ref().map(|application| application.text("slug"));
                object.insert("url_issuer".into(), slug.map_or_else(|| "-".to_owned(), |slug| actions::issuer(cx, slug)).into());
                object.insert("url_wsfed".into(), actions::address(cx).into());
                object.insert("url_download_metadata".into(), download(cx, "wsfed", row).into());
            }
            Ok(())
        })
    }
}
