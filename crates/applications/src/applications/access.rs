//! Who may open an application.

use vestibule_core::tenant::Settings;
use vestibule_engine::Context;
use vestibule_policies::PolicyResult;
use vestibule_resource::{Record, Result};

/// What to say of a target to which nothing is bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// As the settings have it for applications.
    Application,
    /// Nobody has it.
    Given,
}

/// Whether somebody passes at each of these targets of policies. Superusers pass as all others do: by what is bound.
///
/// # Errors
/// `Internal` when the database fails: then nobody passes.
pub(crate) async fn access(cx: &Context, rows: &[Record], user: i64, kind: Access) -> Result<Vec<PolicyResult>> {
    let open = kind == Access::Application && Settings::load(&cx.store).await?.flags.core_default_app_access;
    let mut results = Vec::with_capacity(rows.len());
    for row in rows {
        results.push(vestibule_policies::access(cx, row, Some(user), open).await?);
    }
    Ok(results)
}
