//! What is worked out when a SAML source is shown.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Hooks};
use vestibule_resource::{Record, Result};

/// Shows the name of this system that is made of its address: that of its metadata.
pub(super) struct SamlHooks;

impl Hooks for SamlHooks {
    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for (row, object) in rows.iter().zip(objects) {
                object.insert("url_issuer".into(), format!("{}/source/saml/{}/metadata/", cx.origin(), row.text("slug")).into());
            }
            Ok(())
        })
    }
}
