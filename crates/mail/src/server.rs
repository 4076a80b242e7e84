//! A mail server that somebody describes part by part.

use std::time::Duration;

use crate::{
    MailError,
    settings::{Encryption, Server},
};

/// The longest that anybody may tell us to wait for a mail server, in seconds.
const LONGEST: i64 = 120;

/// A mail server, as an administrator describes it in a form. What is nonsense is told when it is used.
#[derive(Clone, Default)]
pub struct MailServer {
    /// Host name or address.
    pub host: String,
    /// Port.
    pub port: i64,
    /// User name; empty means to send without logging in.
    pub username: String,
    /// Password.
    pub password: String,
    /// Encrypt from the first byte (RFC 8314).
    pub implicit_tls: bool,
    /// Begin in clear and insist on encryption (STARTTLS, RFC 3207).
    pub start_tls: bool,
    /// How many seconds it may take to answer.
    pub timeout: i64,
}

impl MailServer {
    pub(crate) fn checked(&self) -> Result<Server, MailError> {
        let port = u16::try_from(self.port).ok().filter(|port| *port > 0);
        let seconds = u64::try_from(self.timeout.clamp(1, LONGEST)).unwrap_or_default();
        Ok(Server {
            host: Some(self.host.trim().to_owned()).filter(|host| !host.is_empty()).ok_or_else(|| wrong("the mail server has no name"))?,
            port: port.ok_or_else(|| wrong("the mail server's port is none"))?,
            encryption: match (self.implicit_tls, self.start_tls) {
                (true, _) => Encryption::Implicit,
                (false, true) => Encryption::Required,
                (false, false) => Encryption::None,
            },
            login: (!self.username.is_empty()).then(|| (self.username.clone(), self.password.clone())),
            patience: Duration::from_secs(seconds),
        })
    }
}

fn wrong(text: &str) -> MailError {
    MailError::Setting(text.to_owned())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_server_is_read_part_by_part() {
        let described = MailServer { host: " mail.example.com ".into(), port: 25, timeout: 10, ..MailServer::default() };
        let server = described.checked().unwrap();
        assert_eq!((server.host.as_str(), server.port, server.encryption, server.login), ("mail.example.com", 25, Encryption::None, None));
        let secure = MailServer { implicit_tls: true, start_tls: true, username: "u".into(), timeout: i64::MAX, ..described };
        let server = secure.checked().unwrap();
        assert_eq!((server.encryption, server.patience.as_secs()), (Encryption::Implicit, 120));
        assert_eq!(server.login, Some(("u".to_owned(), String::new())));
    }

    #[test]
    fn nonsense_is_told() {
        for (host, port) in [("", 25), ("mail.example.com", 0), ("mail.example.com", 70_000), ("mail.example.com", -1)] {
            let described = MailServer { host: host.into(), port, ..MailServer::default() };
            assert!(matches!(described.checked(), Err(MailError::Setting(_))), "{host}:{port}");
        }
    }
}
