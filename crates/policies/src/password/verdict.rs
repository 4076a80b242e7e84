//! What a password policy decides.

use futures::future::BoxFuture;
use vestibule_engine::Context;
use vestibule_resource::{Record, Result};

use super::{PasswordPolicy, pwned, rules, strength};
use crate::{PolicyRequest, PolicyResult, typed_password};

/// Judges the password that is about to be chosen: by its characters, by whether it was stolen, by how easily it is guessed. What
/// is first wrong is told.
pub(crate) fn passes<'a>(cx: &'a Context, row: &'a Record, request: &'a mut PolicyRequest) -> BoxFuture<'a, Result<PolicyResult>> {
    Box::pin(async move {
        let policy: PasswordPolicy = row.read()?;
        let Some(password) = typed_password::of(request, &policy.password_field) else { return Ok(typed_password::missing()) };
        if policy.check_static_rules
            && let Some(message) = rules::broken(&policy, password)
        {
            return Ok(PolicyResult::saying(false, message));
        }
        if policy.check_have_i_been_pwned {
            match pwned::count(cx, password, request.limit).await {
                Err(error) => return Ok(PolicyResult::raised(error)),
                Ok(count) if count > policy.hibp_allowed_count => {
                    return Ok(PolicyResult::saying(false, format!("Password exists on {count} online lists.")));
                }
                Ok(_) => {}
            }
        }
        if policy.check_zxcvbn { strength::judge(cx, &policy, password, request).await } else { Ok(PolicyResult::silent(true)) }
    })
}
