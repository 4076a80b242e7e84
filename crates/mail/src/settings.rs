//! The mail URL.

use std::{path::PathBuf, time::Duration};

use percent_encoding::percent_decode_str;
use url::Url;

use crate::MailError;

/// The longest that a mail server may take to answer when nobody says.
const PATIENCE: Duration = Duration::from_secs(15);

/// Where letters go.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Route {
    /// To a mail server.
    Smtp(Server),
    /// Into a folder, one `.eml` file each.
    Folder(PathBuf),
    /// Into the log.
    Log,
}

/// A mail server.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Server {
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) encryption: Encryption,
    /// User name and password.
    pub(crate) login: Option<(String, String)>,
    /// The longest that it may take to answer.
    pub(crate) patience: Duration,
}

/// How the way to the mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encryption {
    /// TLS from the first byte (RFC 8314).
    Implicit,
    /// STARTTLS (RFC 3207), and no mail without it.
    Required,
    /// STARTTLS when the server offers it.
    WhenOffered,
    /// None.
    None,
}

/// Reads a mail URL; none at all means the log.
pub(crate) fn parse(url: Option<&str>) -> Result<Route, MailError> {
    let Some(text) = url.map(str::trim).filter(|text| !text.is_empty()) else {
        return Ok(Route::Log);
    };
    let url = Url::parse(text).map_err(|_| wrong("the mail URL cannot be read"))?;
    match url.scheme() {
        "smtp" | "smtps" => server(&url).map(Route::Smtp),
        "file" => {
            url.to_file_path().map(Route::Folder).map_err(|()| wrong("the mail URL names no folder; three slashes begin an absolute path"))
        }
        "log" => Ok(Route::Log),
        other => Err(wrong(&format!("the mail URL begins with {other:?}"))),
    }
}

fn server(url: &Url) -> Result<Server, MailError> {
    let host = url.host_str().filter(|host| !host.is_empty()).ok_or_else(|| wrong("the mail URL names no server"))?;
    let implicit = url.scheme() == "smtps";
    let login = login(url)?;
    Ok(Server {
        host: host.trim_matches(['[', ']']).to_owned(),
        port: url.port().unwrap_or(if implicit { 465 } else { 587 }),
        encryption: encryption(url, implicit, login.is_some())?,
        login,
        patience: PATIENCE,
    })
}

fn login(url: &Url) -> Result<Option<(String, String)>, MailError> {
    let decode = |part: &str| {
        let text = percent_decode_str(part).decode_utf8();
        text.map(|text| text.into_owned()).map_err(|_| wrong("the user name or password in the mail URL is not UTF-8"))
    };
    if url.username().is_empty() {
        return Ok(None);
    }
    Ok(Some((decode(url.username())?, decode(url.password().unwrap_or_default())?)))
}

/// A password goes over an open line only when the URL says so.
fn encryption(url: &Url, implicit: bool, login: bool) -> Result<Encryption, MailError> {
    let wish = url.query_pairs().find(|(name, _)| name == "tls").map(|(_, value)| value.into_owned());
    match (implicit, wish.as_deref()) {
        (true, None | Some("required")) => Ok(Encryption::Implicit),
        (true, Some(_)) => Err(wrong("smtps:// is always encrypted; use smtp:// to choose tls=opportunistic or tls=none")),
        (false, Some("required")) => Ok(Encryption::Required),
        (false, Some("opportunistic")) => Ok(Encryption::WhenOffered),
        (false, Some("none")) => Ok(Encryption::None),
        (false, None) if login => Ok(Encryption::Required),
        (false, None) => Ok(Encryption::WhenOffered),
        (false, Some(other)) => Err(wrong(&format!("the mail URL says tls={other}; it can be required, opportunistic or none"))),
    }
}

fn wrong(what: &str) -> MailError {
    MailError::Setting(format!("{what}; use smtp://user:password@host:587, smtps://user:password@host:465, file:///folder or log:"))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]
    use super::*;

    fn smtp(url: &str) -> Server {
        match parse(Some(url)).unwrap() {
            Route::Smtp(server) => server,
            _ => panic!("{url} is not a mail server"),
        }
    }

    #[test]
    fn no_url_means_the_log() {
        for url in [None, Some(""), Some("log:")] {
            assert!(matches!(parse(url), Ok(Route::Log)));
        }
    }

    #[test]
    fn a_password_wants_encryption_unless_told_otherwise() {
        assert_eq!(smtp("smtp://u:p@mail.example.com").encryption, Encryption::Required);
        assert_eq!(smtp("smtp://mail.example.com:25").encryption, Encryption::WhenOffered);
        assert_eq!(smtp("smtp://u:p@127.0.0.1:25?tls=none").encryption, Encryption::None);
        assert_eq!(smtp("smtps://u:p@mail.example.com").encryption, Encryption::Implicit);
        assert!(parse(Some("smtps://mail.example.com?tls=none")).is_err());
    }

    #[test]
    fn names_passwords_and_ports_are_taken_from_the_url() {
        let server = smtp("smtp://ada%40example.com:p%2Fw%3A@mail.example.com");
        assert_eq!(server.login, Some(("ada@example.com".to_owned(), "p/w:".to_owned())));
        assert_eq!((server.host.as_str(), server.port), ("mail.example.com", 587));
        assert_eq!(smtp("smtps://[::1]").host, "::1");
    }

    #[test]
    fn a_bad_url_is_refused_without_showing_its_password() {
        for url in [
            "ftp://u:hunter2@host",
            "smtp://",
            "mail.example.com",
            "smtp://u:hunter2@host?tls=maybe",
            "smtp://u:hunter2@host:port",
            "file://host/x",
        ] {
            let Err(error) = parse(Some(url)) else { panic!("{url} was accepted") };
            assert!(!error.to_string().contains("hunter2"), "{error}");
        }
    }
}
