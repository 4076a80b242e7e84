//! What is irregular about brands.

use futures::future::BoxFuture;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Model as _, Result, Value};

use super::Brand;
use crate::check_file_names;

/// What is irregular about brands.
pub(super) struct BrandHooks;

impl Hooks for BrandHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            check_file_names(draft, &["branding_logo", "branding_favicon", "branding_default_flow_background"]);
            if draft.sent("default") != Some(&Value::Bool(true)) {
                return Ok(());
            }
            let own = draft.before.as_ref().map(|row| row.key().clone());
            let rows = cx.store.rows(Brand::RESOURCE).await?;
            if rows.all.iter().any(|row| row.flag("default") && Some(row.key()) != own.as_ref()) {
                draft.invalid.add("default", "Only a single brand can be set as default.");
            }
            Ok(())
        })
    }
}
