//! Operations on users beside the regular ones.

use serde_json::json;
use vestibule_engine::{Action, Answer, Need, Schema};
use vestibule_resource::{Error, Record, Result};

use super::{impersonation, me, path, secrets, service_account};
use crate::action::{on_collection, on_object};

/// Operations on users beside the regular ones. The recovery link is added by the area of flows.
pub(super) static ACTIONS: &[Action] = &[
    on_collection("me", "GET", "core_users_me_retrieve", Need::Login, Schema::answers("SessionUser"), |cx, _, _| Box::pin(me::show(cx))),
    on_collection("paths", "GET", "core_users_paths_retrieve", Need::View, PATHS, |cx, _, _| Box::pin(path::list(cx))),
    on_collection("service_account", "POST", "core_users_service_account_create", Need::Add, SERVICE_ACCOUNT, |cx, _, body| {
        Box::pin(service_account::create(cx, body))
    }),
    on_object("set_password", "POST", "core_users_set_password_create", RESET, Schema::takes("UserPasswordSetRequest"), |cx, row, body| {
        Box::pin(secrets::set_password(cx, row, body))
    }),
    on_object(
        "set_password_hash",
        "POST",
        "core_users_set_password_hash_create",
        RESET,
        Schema::takes("UserPasswordHashSetRequest"),
        |cx, row, body| Box::pin(secrets::set_password_hash(cx, row, body)),
    ),
    on_object(
        "impersonate",
        "POST",
        "core_users_impersonate_create",
        Need::Permission("impersonate"),
        Schema::takes("ImpersonationRequest"),
        |cx, row, body| Box::pin(impersonation::start(cx, row, body)),
    ),
    on_collection("impersonate_end", "GET", "core_users_impersonate_end_retrieve", Need::Login, Schema::NOTHING, |cx, _, _| {
        Box::pin(impersonation::end(cx))
    }),
    on_object(
        "recovery_email",
        "POST",
        "core_users_recovery_email_create",
        RESET,
        Schema::takes("UserRecoveryEmailRequest"),
        |_, row, _| Box::pin(async move { no_recovery_email(row) }),
    ),
    on_collection("switch", "POST", "core_users_switch_create", Need::Login, SWITCH, |_, _, _| {
        Box::pin(async { not_possible("No user switching flow set.") })
    }),
    on_collection("account_lockdown", "POST", "core_users_account_lockdown_create", Need::Login, LOCKDOWN, |_, _, _| {
        Box::pin(async { not_possible("No lockdown flow set.") })
    }),
    on_collection("export", "POST", "core_users_export_create", Need::View, EXPORT, |_, _, _| {
        Box::pin(async { not_possible("Exports are not available.") })
    }),
];

const RESET: Need = Need::Permission("reset_user_password");
const PATHS: Schema = Schema { params: r##"[{"$ref": "#/components/parameters/QuerySearch"}]"##, ..Schema::answers("UserPath") };
const SERVICE_ACCOUNT: Schema = Schema { request: "UserServiceAccountRequest", ..Schema::answers("UserServiceAccountResponse") };
const SWITCH: Schema = Schema {
    request: "UserSwitchRequest",
    params: r#"[{"in": "query", "name": "next", "schema": {"type": "string"}}]"#,
    ..Schema::answers("UserSwitchResponse")
};
const LOCKDOWN: Schema = Schema { request: "UserAccountLockdownRequest", ..Schema::answers("Link") };
const EXPORT: Schema = Schema { status: 201, params: include_str!("export.json"), ..Schema::answers("DataExport") };

/// What the contract answers when something that an operation needs is not configured: a message that is no list.
fn not_possible(message: &str) -> Result<Answer> {
    Err(Error::Invalid(json!({ "non_field_errors": message })))
}

/// Without stages that send mail there is none to send the link with.
fn no_recovery_email(row: Option<Record>) -> Result<Answer> {
    let unreachable = row.is_none_or(|user| user.text("email").is_empty());
    not_possible(if unreachable { "User does not have an email address set." } else { "Email stage not found." })
}
