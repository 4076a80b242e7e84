//! Logging users out everywhere.

use serde_json::json;
use vestibule_engine::{Action, Answer, Context, Need, Schema};
use vestibule_resource::{Error, Model as _, Result, Value};
use vestibule_store::{Condition, Query};

use super::AuthenticatedSession;
use crate::action::on_collection;

/// Logging users out everywhere.
pub(super) static ACTIONS: &[Action] = &[on_collection(
    "bulk_delete",
    "DELETE",
    "core_authenticated_sessions_bulk_delete_destroy",
    Need::Permission("delete_authenticatedsession"),
    Schema {
        params: r#"[{"in": "query", "name": "user_pks", "schema": {"type": "array", "items": {"type": "integer"}}, "required": true}]"#,
        ..Schema::answers("BulkDeleteSessionResponse")
    },
    |cx, _, _| Box::pin(bulk_delete(cx)),
)];

/// `DELETE bulk_delete/?user_pks=1&user_pks=2`
async fn bulk_delete(cx: &Context) -> Result<Answer> {
    let users: Result<Vec<Value>> = cx.request.params.all("user_pks").map(user).collect();
    let users = users?;
    if users.is_empty() {
        return Err(Error::field("user_pks", "This field is required."));
    }
    let mut tx = cx.begin().await?;
    let theirs = Query::all(AuthenticatedSession::RESOURCE).filter(Condition::In { path: "user".into(), values: users });
    let deleted = tx.delete_where(&theirs).await?;
    tx.commit().await?;
    Ok(Answer::json(200, json!({ "deleted": deleted })))
}

fn user(text: &str) -> Result<Value> {
    text.trim().parse().map(Value::Int).map_err(|_| Error::field("user_pks", "A valid integer is required."))
}
