//! What is irregular about blueprint instances.

use futures::future::BoxFuture;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Result, Value};

use super::{BlueprintFolder, document::Document};

/// Where blueprints lie that are no files here.
const REGISTRY: &str = "oci://";

/// An instance names a file that is there, or holds a blueprint that can be read.
pub(super) struct BlueprintHooks;

impl Hooks for BlueprintHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let sent = |draft: &Draft, name: &str| draft.sent(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            let (path, content) = (sent(draft, "path"), sent(draft, "content"));
            if path.is_empty() && content.is_empty() {
                // Asked of every request, also of one that changes something else.
                if draft.invalid.is_empty() {
                    draft.invalid.add("non_field_errors", "Either path or content must be set.");
                }
                return Ok(());
            }
            if !path.is_empty() && !path.starts_with(REGISTRY) {
                check_path(cx, draft, &path).await?;
            }
            if !content.is_empty() {
                check_content(draft, &content);
            }
            Ok(())
        })
    }
}

async fn check_path(cx: &Context, draft: &mut Draft, path: &str) -> Result<()> {
    let found = match cx.services.get::<BlueprintFolder>() {
        Some(folder) => folder.all().await?.into_iter().find(|found| found.path == path),
        None => None,
    };
    match found {
        Some(found) => draft.set("metadata", found.document.to_json()),
        None => draft.invalid.add("path", "Blueprint file does not exist"),
    }
    Ok(())
}

fn check_content(draft: &mut Draft, content: &str) {
    if let Err(reason) = Document::read(content) {
        draft.invalid.add("content", "Failed to validate blueprint");
        draft.invalid.add("content", format!("- {reason}"));
    }
}
