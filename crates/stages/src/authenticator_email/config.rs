//! Setting up an e-mail address as a second factor.

use uuid::Uuid;
use vestibule_flow::Stage;
use vestibule_resource_derive::Resource;

/// Takes an e-mail address of the user whom the flow is about as a place where codes can be sent, once they have shown that mail
/// to it reaches them.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/authenticator/email", model = "authentik_stages_authenticator_email.authenticatoremailstage",
           form = "ak-stage-authenticator-email-form", verbose = "Email Authenticator Setup Stage", order = "name", search = [name],
           filter = [name, stage_uuid, configure_flow, friendly_name, use_global_settings, host, port, username, password, use_tls, use_ssl,
                     timeout, from_address, subject, token_expiry, template])]
pub struct AuthenticatorEmailStage {
    /// The flow in which users set up the device by themselves; they are not offered it when null.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub configure_flow: Option<Uuid>,
    /// What users call this kind of device; the stage's name when empty.
    #[field(blank)]
    pub friendly_name: String,
    /// Send as the server is set up to, and ignore the mail server named here.
    #[field(default = false)]
    pub use_global_settings: bool,
    /// Host name of the mail server (SMTP).
    #[field(default = "localhost")]
    pub host: String,
    /// Port of the mail server.
    #[field(default = 25)]
    pub port: i64,
    /// User name at the mail server; empty means to send without logging in.
    #[field(blank)]
    pub username: String,
    /// Password at the mail server.
    #[field(write_only, kind = secret, blank)]
    pub password: String,
    /// Begin in clear and insist on encryption (STARTTLS, RFC 3207).
    #[field(default = false)]
    pub use_tls: bool,
    /// Encrypt from the first byte (RFC 8314).
    #[field(default = false)]
    pub use_ssl: bool,
    /// How many seconds the mail server may take to answer.
    #[field(default = 10)]
    pub timeout: i64,
    /// Address of the sender.
    #[field(kind = email, default = "system@authentik.local")]
    pub from_address: String,
    /// Subject of the letter.
    #[field(default = "authentik Sign-in code")]
    pub subject: String,
    /// How long a code is good for.
    #[field(kind = duration, default = "minutes=30")]
    pub token_expiry: String,
    /// Name of the letter's template.
    #[field(default = "email/email_otp.html")]
    pub template: String,
}
