//! Proving who one is with a password.

use uuid::Uuid;
use vestibule_flow::Stage;
use vestibule_resource_derive::{Choices, Resource};

/// What a password is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "BackendsEnum")]
pub enum Backend {
    /// The user's own password.
    #[choice(value = "authentik.core.auth.InbuiltBackend", label = "The password of the account")]
    Inbuilt,
    /// The user's app passwords.
    #[choice(value = "authentik.core.auth.TokenBackend", label = "An app password of the account")]
    Token,
    /// A directory. Accepted in settings, and matches nothing until directories can be asked.
    #[choice(value = "authentik.sources.ldap.auth.LDAPBackend", label = "The password in a directory (LDAP)")]
    Ldap,
    /// A Kerberos realm. Accepted in settings, and matches nothing until realms can be asked.
    #[choice(value = "authentik.sources.kerberos.auth.KerberosBackend", label = "The password in a Kerberos realm")]
    Kerberos,
}

/// Asks for the password of the user whom the flow is about.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/password", model = "authentik_stages_password.passwordstage",
           form = "ak-stage-password-form", order = "name", search = [name],
           filter = [name, configure_flow, failed_attempts_before_cancel, allow_show_password])]
pub struct PasswordStage {
    /// What the password is compared with; the first that matches counts.
    #[field(required)]
    pub backends: Vec<Backend>,
    /// The flow in which users change their password.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub configure_flow: Option<Uuid>,
    /// After so many wrong passwords the flow ends.
    #[field(default = 5)]
    pub failed_attempts_before_cancel: i64,
    /// Offer a button that shows what was typed.
    #[field(default = false)]
    pub allow_show_password: bool,
}
