//! Whether somebody passes the policies that are bound to something.

use std::sync::Arc;

use vestibule_core::tenant::Settings;
use vestibule_engine::Context;
use vestibule_policies::{Gate, PolicyRequest, PolicyResult, access, evaluate};
use vestibule_resource::{Record, Result};

/// Whether the caller passes at a target. One to which nothing is bound lets everybody pass.
pub(crate) async fn to(cx: &Context, target: &Record) -> Result<PolicyResult> {
    access(cx, target, cx.caller.user(), true).await
}

/// Whether the caller may use an application. One to which nothing is bound is open or closed as the settings say.
pub(crate) async fn to_application(cx: &Context, application: &Record) -> Result<PolicyResult> {
    of_application(cx, application, &mut PolicyRequest::about(cx.caller.user())).await
}

/// The same question about anybody.
pub(crate) async fn of_application(cx: &Context, application: &Record, request: &mut PolicyRequest) -> Result<PolicyResult> {
    let open = Settings::load(&cx.store).await?.flags.core_default_app_access;
    evaluate(cx, &Gate::of(Arc::new(application.clone()))?.open(open), request).await
}
