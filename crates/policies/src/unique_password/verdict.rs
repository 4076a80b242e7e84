//! What a policy of uniqueness decides.

use futures::future::BoxFuture;
use vestibule_core::users;
use vestibule_engine::Context;
use vestibule_resource::{Error, Record, Result};
use vestibule_secret::{Passwords, Verdict};

use super::UniquePasswordPolicy;
use crate::{PolicyRequest, PolicyResult, typed_password};

/// Passes passwords that are none of the last ones.
pub(crate) fn passes<'a>(cx: &'a Context, row: &'a Record, request: &'a mut PolicyRequest) -> BoxFuture<'a, Result<PolicyResult>> {
    Box::pin(async move {
        let policy: UniquePasswordPolicy = row.read()?;
        let Some(password) = typed_password::of(request, &policy.password_field) else { return Ok(typed_password::missing()) };
        // Whoever is not stored had no password before.
        let Some(user) = request.user else { return Ok(PolicyResult::silent(true)) };
        let count = usize::try_from(policy.num_historical_passwords).map_err(|_| Error::internal("a negative number of passwords"))?;
        let passwords: &Passwords = cx.service()?;
        for hash in users::last_passwords(cx, user, count).await? {
            if passwords.verify(password, &hash).await != Verdict::Wrong {
                return Ok(PolicyResult::saying(false, "This password has been used previously. Please choose a different one."));
            }
        }
        Ok(PolicyResult::silent(true))
    })
}
