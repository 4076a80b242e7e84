//! Whether the caller passes the policies that are bound to something.

use vestibule_core::tenant::Settings;
use vestibule_engine::Context;
use vestibule_policies::{PolicyResult, access};
use vestibule_resource::{Record, Result};

/// Whether the caller passes at a target. One to which nothing is bound lets everybody pass.
pub(crate) async fn to(cx: &Context, target: &Record) -> Result<PolicyResult> {
    access(cx, target, cx.caller.user(), true).await
}

/// Whether the caller may use an application. One to which nothing is bound is open or closed as the settings say.
pub(crate) async fn to_application(cx: &Context, application: &Record) -> Result<PolicyResult> {
    let open = Settings::load(&cx.store).await?.flags.core_default_app_access;
    access(cx, application, cx.caller.user(), open).await
}
