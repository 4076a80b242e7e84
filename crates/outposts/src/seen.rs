//! Nobody makes an outpost or a connection use what they may not even see.

use vestibule_engine::{Context, Draft, codename};
use vestibule_resource::{Result, Value};

/// Whether the caller may see the object of that key, as what it is or as what all of its kind are.
pub(crate) async fn seen(cx: &Context, model: &str, key: &Value) -> Result<bool> {
    let Some(base) = cx.store.catalog().find(model) else { return Ok(false) };
    let rows = cx.store.rows(base).await?;
    let Some(row) = rows.find(key) else { return Ok(false) };
    let concrete = cx.store.catalog().find(row.text("model")).filter(|_| base.polymorphic).unwrap_or(base);
    for resource in concrete.lineage() {
        if cx.may(&codename(resource, "view"), row).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Notes in a draft that it refers to something that the caller may not see, in the words for what is not there.
pub(crate) async fn check(cx: &Context, draft: &mut Draft, field: &str, model: &str) -> Result<()> {
    let known = draft.before.as_ref().map(|row| row.get(field));
    let Some(key) = draft.sent(field).filter(|key| !key.is_null() && known != Some(*key)).cloned() else { return Ok(()) };
    if !seen(cx, model, &key).await? {
        draft.invalid.add(field, missing(&key));
    }
    Ok(())
}

/// What is told of an object that is not there, or not to be seen.
pub(crate) fn missing(key: &Value) -> String {
    format!("Invalid pk \"{key}\" - object does not exist.")
}
