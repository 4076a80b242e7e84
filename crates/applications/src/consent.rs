//! What users agreed to.

use jiff::Timestamp;
use uuid::Uuid;
use vestibule_engine::{Endpoint, Operations};
use vestibule_resource::{Model as _, Nest};
use vestibule_resource_derive::Resource;

/// That a user agreed to an application learning about them.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_stages_consent.userconsent", table = "user_consent", path = "core/user_consent", key = "id",
    verbose = "User Consent", plural = "User Consents", display = "User Consent {id}", order = ["application_id", "expires"],
    search = [user_id__username], filter = ["application: application_id", "user: user_id"],
    unique = [["user_id", "application_id", "permissions"]], owner = "user_id", expires, lists_expired, unbounded
)]
pub struct UserConsent {
    /// Number that names the consent for ever.
    #[field(read_only, default = serial, min = i64::MIN, max = i64::MAX)]
    pub id: i64,
    /// When it ends; null when it does not.
    pub expires: Option<Timestamp>,
    /// Whether it ends at all.
    #[field(default = true)]
    pub expiring: bool,
    /// Who agreed.
    #[field(nest(of = "user_id", to = "authentik_core.user"))]
    pub user: Nest,
    /// To which application.
    #[field(nest(of = "application_id", to = "authentik_core.application"))]
    pub application: Nest,
    /// To what: names of scopes, with spaces between; empty for everything that needs no consent of its own.
    #[field(blank)]
    pub permissions: String,
    /// Number of who agreed.
    #[field(internal, to = "authentik_core.user", on_delete = cascade)]
    pub user_id: i64,
    /// Identifier of the application.
    #[field(internal, to = "authentik_core.application", on_delete = cascade)]
    pub application_id: Uuid,
}

/// What the API serves: people see and take back their own.
pub(crate) fn endpoint() -> Endpoint {
    let read_and_delete = Operations::READ.with(Operations::DESTROY).with(Operations::USED_BY);
    Endpoint::new(UserConsent::RESOURCE).operations(read_and_delete)
}
