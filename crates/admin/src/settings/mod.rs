//! Settings that administrators change while the server runs; `vestibule_core::tenant` keeps them.

mod fields;
mod links;
mod write;

use serde_json::{Value as Json, json};
use vestibule_core::tenant::Settings;
use vestibule_engine::{Answer, Context, Need, Schema, Standalone};
use vestibule_resource::Result;

const PATH: &str = "admin/settings";
const EDIT: Need = Need::Permission("edit_system_settings");

/// Reading and changing them.
pub(crate) static OPERATIONS: &[Standalone] = &[
    Standalone {
        path: PATH,
        method: "GET",
        id: "admin_settings_retrieve",
        tag: "admin",
        need: Need::Permission("view_system_settings"),
        schema: Schema::answers("Settings"),
        negotiates: false,
        run: |cx, _, _| Box::pin(show(cx)),
    },
    Standalone {
        path: PATH,
        method: "PUT",
        id: "admin_settings_update",
        tag: "admin",
        need: EDIT,
        schema: Schema { request: "SettingsRequest", ..Schema::answers("Settings") },
        negotiates: false,
        run: |cx, _, body| Box::pin(write::write(cx, body, false)),
    },
    Standalone {
        path: PATH,
        method: "PATCH",
        id: "admin_settings_partial_update",
        tag: "admin",
        need: EDIT,
        schema: Schema { request: "PatchedSettingsRequest", ..Schema::answers("Settings") },
        negotiates: false,
        run: |cx, _, body| Box::pin(write::write(cx, body, true)),
    },
];

async fn show(cx: &Context) -> Result<Answer> {
    Ok(Answer::json(200, shown(&Settings::load(&cx.store).await?)))
}

/// The settings as clients see them.
fn shown(settings: &Settings) -> Json {
    json!({
        "avatars": settings.avatars,
        "base_url": settings.base_url,
        "default_user_change_name": settings.default_user_change_name,
        "default_user_change_email": settings.default_user_change_email,
        "default_user_change_username": settings.default_user_change_username,
        "event_retention": settings.event_retention,
        "reputation_lower_limit": settings.reputation_lower_limit,
        "reputation_upper_limit": settings.reputation_upper_limit,
        "footer_links": settings.footer_links,
        "gdpr_compliance": settings.gdpr_compliance,
        "impersonation": settings.impersonation,
        "impersonation_require_reason": settings.impersonation_require_reason,
        "default_token_duration": settings.default_token_duration,
        "default_token_length": settings.default_token_length,
        "pagination_default_page_size": settings.pagination_default_page_size,
        "pagination_max_page_size": settings.pagination_max_page_size,
        "flags": {
            "core_default_app_access": settings.flags.core_default_app_access,
            "enterprise_audit_include_expanded_diff": settings.flags.enterprise_audit_include_expanded_diff,
            "flows_continuous_login": settings.flags.flows_continuous_login,
            "flows_refresh_others": settings.flags.flows_refresh_others,
        },
    })
}
