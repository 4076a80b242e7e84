//! What a policy of expiry decides.

use futures::future::BoxFuture;
use vestibule_core::users::User;
use vestibule_engine::Context;
use vestibule_resource::{Model as _, Record, Result, Value};

use super::PasswordExpiryPolicy;
use crate::{PolicyRequest, PolicyResult};

/// Passes users whose password is not too old. One that is too old is made unusable, unless the policy only refuses.
pub(crate) fn passes<'a>(cx: &'a Context, row: &'a Record, request: &'a mut PolicyRequest) -> BoxFuture<'a, Result<PolicyResult>> {
    Box::pin(async move {
        let policy: PasswordExpiryPolicy = row.read()?;
        let Some(user) = request.user_row.clone() else {
            return Ok(PolicyResult::raised("There is no user whose password could have expired."));
        };
        let set = user.time("password_change_date").unwrap_or_default();
        let age = cx.store.world().now().duration_since(set).as_hours() / 24;
        if age < policy.days {
            return Ok(PolicyResult::silent(true));
        }
        if policy.deny_only {
            return Ok(PolicyResult::saying(false, "Password has expired."));
        }
        // A trial changes nothing.
        if !request.debug && vestibule_secret::is_usable(user.text("password")) {
            make_unusable(cx, &user).await?;
            request.user_row = None;
        }
        let since = age - policy.days;
        Ok(PolicyResult::saying(false, format!("Password expired {since} days ago. Please update your password.")))
    })
}

async fn make_unusable(cx: &Context, user: &Record) -> Result<()> {
    let mut tx = cx.begin().await?;
    let unusable = Value::Text(vestibule_secret::unusable(cx.store.world()));
    tx.update(User::RESOURCE, user.key(), vec![("password", unusable)]).await?;
    tx.commit().await
}
