//! Proving that mail to an address reaches one.

use vestibule_flow::Stage;
use vestibule_mail::{MailError, MailServer, Mailer};
use vestibule_resource::Record;
use vestibule_resource_derive::Resource;

/// Sends a link to the user whom the flow is about. Whoever follows it goes on with the flow.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/email", model = "authentik_stages_email.emailstage", form = "ak-stage-email-form",
           order = "name", search = [name],
           filter = [name, use_global_settings, host, port, username, use_tls, use_ssl, timeout, from_address, token_expiry, subject,
                     template, activate_user_on_success])]
pub struct EmailStage {
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
    /// How long the link is good for.
    #[field(kind = duration, default = "minutes=30")]
    pub token_expiry: String,
    /// Subject of the letter.
    #[field(default = "authentik")]
    pub subject: String,
    /// Name of the letter's template.
    #[field(default = "email/password_reset.html")]
    pub template: String,
    /// Make the account active once the link was followed.
    #[field(default = false)]
    pub activate_user_on_success: bool,
    /// How often the letter is sent again within the time below.
    #[field(min = 0, max = 2147483647, default = 5)]
    pub recovery_max_attempts: i64,
    /// The time over which letters are counted.
    #[field(kind = duration, default = "minutes=5")]
    pub recovery_cache_timeout: String,
}

impl EmailStage {
    /// What a stage sends through, from its row; `None` for the mailer of the server.
    ///
    /// # Errors
    /// When the mail server or the sender that it names is none.
    pub fn mailer(stage: &Record) -> Result<Option<Mailer>, MailError> {
        if stage.flag("use_global_settings") {
            return Ok(None);
        }
        let server = MailServer {
            host: stage.text("host").to_owned(),
            port: stage.int("port"),
            username: stage.text("username").to_owned(),
            password: stage.text("password").to_owned(),
            implicit_tls: stage.flag("use_ssl"),
            start_tls: stage.flag("use_tls"),
            timeout: stage.int("timeout"),
        };
        Mailer::through(&server, stage.text("from_address")).map(Some)
    }
}
