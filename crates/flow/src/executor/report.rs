//! What administrators hear of a step that failed.

use serde_json::json;
use vestibule_core::events;
use vestibule_engine::Context;
use vestibule_resource::Error;

/// Writes a failure to the log, under the id that the visitor is shown, and when it is ours also an event.
pub(super) async fn failure(cx: &Context, slug: &str, error: &Error) {
    let id = cx.request.id.as_str();
    let Error::Internal(text) = error else {
        tracing::warn!(request_id = id, flow = slug, %error, "a request to a flow makes no sense");
        return;
    };
    tracing::error!(request_id = id, flow = slug, error = text, "a flow failed");
    if let Err(error) = events::emit(cx, "system_exception", json!({ "message": text, "flow": slug })).await {
        tracing::error!(request_id = id, %error, "the failure of a flow could not be written as an event");
    }
}
